import RuleCompiler
import TestSupport
import Testing
import WorkCalendar

@Suite struct SourceVersionTests {
  @Test func `versions come in the order of their days and replace whole keys`() throws {
    let (rules, diagnostics) = readRules(
      """
      applies: a
      let: { limit: '1', other: '2' }
      require: [{ id: x, that: a }]
      retroactive: lenient
      versions:
        - effective: { basis: d, from: 2021-07-15 }
          let: { limit: '3' }
          lighter: true
        - effective: { basis: d, from: 1996-10-01, until: 2021-07-14 }
          deadline: { from: a, within: days(2), act: b }
      """)
    #expect(diagnostics == [])
    let rule = try #require(rules.first)
    #expect(rule.isRetroactiveWhereLenient)
    #expect(rule.versions.map(\.effective.from) == [.init("1996-10-01"), .init("2021-07-15")])
    #expect(rule.versions.map(\.isLighter) == [false, true])
    let older = rule.reading(in: rule.versions[0])
    #expect(older.lets.map(\.name.text) == ["limit", "other"])
    #expect(older.isDeadlineForm)
    #expect(older.effective?.until == CivilDate("2021-07-14"))
    let newer = rule.reading(in: rule.versions[1])
    #expect(newer.lets.map(\.expression.text) == ["3"])
    #expect(newer.checks.map { $0.id?.text } == ["x"])
    #expect(newer.applies?.text == "a")
    #expect(newer.versions.isEmpty)
  }

  static let faults: [(String, [String])] = [
    (
      """
      - effective: { basis: d, from: 2000-01-01, until: 2021-07-15 }
      - effective: «{ basis: d, from: 2021-07-15 }»
      """, ["versions-overlap"]
    ),
    (
      """
      - effective: { basis: d, from: 2000-01-01 }
      - effective: «{ basis: d, from: 2021-07-15 }»
      """, ["versions-overlap"]
    ),
    (
      """
      - effective: «{ basis: d, from: 2021-07-15 }»
      - effective: { basis: d, from: 2000-01-01, until: 2021-07-13 }
      """, ["versions-hole"]
    ),
    ("- «{ lighter: true }»", ["missing-key"]),
    ("- { effective: { basis: d, from: 2021-07-15 }, «retroactive»: lenient }", ["unknown-key"]),
  ]

  @Test("neither overlap nor leave a hole", arguments: faults)
  func fault(versions: String, codes: [String]) {
    expectDiagnostics("require: [{ that: a }]\nversions:\n" + versions, codes) {
      readRules($0).diagnostics
    }
  }

  @Test func `the first day is the versions' own where there are several`() {
    expectDiagnostics(
      """
      «effective»: { basis: d, from: 2021-07-15 }
      require: [{ that: a }]
      versions: [{ effective: { basis: d, from: 2021-07-15 } }]
      """, ["effective-beside-versions"]
    ) { readRules($0).diagnostics }
  }

  @Test func `each version has something to require`() {
    expectDiagnostics(
      """
      versions:
        - { effective: { basis: d, from: 2000-01-01, until: 2021-07-14 }, require: [{ that: a }] }
        - { effective: «{ basis: d, from: 2021-07-15 }» }
      """, ["no-requirement"]
    ) { readRules($0).diagnostics }
  }
}
