import Findings
import RuleCompiler
import SourceText
import TestSupport
import Testing
import WorkCalendar

@Suite struct SourceRuleTests {
  static let published = """
    id: penalty.publicity.decision-published
    aliases: [penalty.publicity-of-decision]
    title: { zh: 处罚决定按期公开, en: The penalty decision is published in time }
    cites:
      - { instrument: notice-118, article: 二（二）, says: 7个工作日内 }
    effective: { basis: [decision.made_on, as_of], from: 2018-12-05 }
    severity: major
    applies: case.procedure != "simple"
    let: { limit: params.publicity_workdays, twice: limit * 2 }
    deadline:
      from: decision.made_on
      within: workdays(limit)
      act: publicity.result.published_on
    message: { zh: "应在 {due} 前公开，{act|未公开}。", en: "Due {due}, {act|not published}." }
    reading: We count from the day after the decision.
    examples:
      - { base: ordinary, outcome: satisfied, with: { decision.made_on: 2024-09-30 } }
      - { base: ordinary, outcome: pending, without: [publicity.result], as_of: 2024-10-10 }
    """

  @Test func `a whole rule is read in its order`() throws {
    let (rules, diagnostics) = readRules(Self.published, leniency: .none)
    #expect(diagnostics == [])
    let rule = try #require(rules.first)
    #expect(rule.id.text == "penalty.publicity.decision-published")
    #expect((rule.recordKind, rule.family) == ("penalty", "publicity"))
    #expect(rule.aliases.map(\.text) == ["penalty.publicity-of-decision"])
    #expect(rule.title?.text.zh == "处罚决定按期公开")
    #expect(rule.cites.map(\.article) == ["二（二）"])
    #expect(rule.effective?.basis.map(\.text) == ["decision.made_on", "as_of"])
    #expect(rule.effective?.from == CivilDate("2018-12-05"))
    #expect(rule.effective?.until == nil)
    #expect((rule.severity, rule.kind) == (.major, .violation))
    #expect(rule.lets.map(\.name.text) == ["limit", "twice"])
    #expect(rule.isDeadlineForm)
    let check = try #require(rule.checks.first)
    #expect(rule.checks.count == 1)
    #expect(check.id == nil)
    #expect(check.deadline?.term.period.text == "workdays(limit)")
    #expect(check.deadline?.roll == true)
    #expect(rule.message?.zh.placeholders.map(\.expression) == ["due", "act"])
    #expect(rule.examples.map(\.outcome) == [.satisfied, .pending])
    #expect(rule.examples[1].asOf == CivilDate("2024-10-10"))
    #expect(rule.examples[1].without.map { "\($0.path)" } == ["publicity.result"])
  }

  @Test func `checks keep lists, stops and extensions`() throws {
    let (rules, diagnostics) = readRules(
      """
      require:
        - id: pairs
          each: [{ in: talks, as: a, at: i }, { in: talks, as: b, at: j }]
          where: i < j
          that: a.ended_at <= b.began_at
          absent: not-applicable
          kind: signal
        - id: in-time
          each: items
          as: t
          deadline:
            term: decision
            from: case.filed_on
            wait: days(90)
            act: decision.made_on
            roll: false
            last_day_counts: true
            excluding:
              - { each: t.stops, as: s, from: s.from, until: s.until, where: has(s.by), count: both }
              - { from: hearing.requested_on }
            extended_by:
              - { by: days(30), approved_on: case.approved_on }
              - { until: case.second_until, approved_on: case.second_on, where: case.n > 1 }
      """)
    #expect(diagnostics == [])
    let checks = try #require(rules.first).checks
    #expect(checks[0].each.map(\.name.text) == ["a", "b"])
    #expect(checks[0].each.map { $0.at?.text } == ["i", "j"])
    #expect(checks[0].absent == .notApplicable)
    #expect(checks[0].kind == .signal)
    let deadline = try #require(checks[1].deadline)
    guard case .wait(let period) = deadline.term else {
      Issue.record("`wait` was read as \(deadline.term)")
      return
    }
    #expect(period.text == "days(90)")
    #expect((deadline.roll, deadline.lastDayCounts) == (false, true))
    #expect(deadline.name?.text == "decision")
    #expect(deadline.excluding.map(\.count) == [.both, .last])
    #expect(deadline.excluding.map { $0.until?.text } == ["s.until", nil])
    #expect(deadline.excluding.map(\.each.count) == [1, 0])
    #expect(deadline.extendedBy.map(\.length.expression.text) == ["days(30)", "case.second_until"])
    #expect(deadline.extendedBy.map { $0.whereCondition?.text } == [nil, "case.n > 1"])
  }

  @Test func `one file may hold a list of rules`() {
    let (rules, diagnostics) = readRules(
      """
      - { id: penalty.test.one, require: [{ that: a }] }
      - { id: penalty.test.two, require: [{ that: b }], except: [] }
      """)
    #expect(diagnostics == [])
    #expect(rules.map(\.id.text) == ["penalty.test.one", "penalty.test.two"])
  }

  @Test func `an indicator has a value`() {
    let (rules, diagnostics) = readRules("{ kind: indicator, value: size(officers) }")
    #expect(diagnostics == [])
    #expect(rules.first?.value?.text == "size(officers)")
    #expect(rules.first?.checks.count == 0)
  }

  @Test func `a rule of the rulebook says all that a finding needs`() {
    let (rules, diagnostics) = readRules("require: [{ that: a }]", leniency: .none)
    #expect(rules.count == 0)
    #expect(
      diagnostics.map(\.message.en) == [
        "a rule lacks `id`", "a rule lacks `title`", "a rule lacks `cites`",
        "a rule lacks `severity`", "a rule lacks `effective`", "a check lacks `message`",
      ])
  }

  static let faults: [(String, [String])] = [
    ("«requires»: []\nrequire: [{ that: a }]", ["unknown-key"]),
    ("require: [{ that: a, «absense»: violated }]", ["unknown-key"]),
    ("require: [{ that: a, absent: «satisfied» }]", ["unknown-value"]),
    ("require: [{ that: a, kind: «indicator» }]", ["unknown-value"]),
    ("require: [{ that: a, severity: «high» }]", ["unknown-value"]),
    ("require: [{ that: a, «deadline»: { from: a, within: b, act: c } }]", ["that-and-deadline"]),
    ("require: [«{ when: a }»]", ["neither-that-nor-deadline"]),
    (
      "deadline: { from: a, within: b, act: c }\n«require»: [{ that: a }]", ["several-requirements"]
    ),
    ("require: [{ that: a }]\n«value»: b", ["several-requirements"]),
    ("deadline: { from: a, within: b, «wait»: c, act: d }", ["within-and-wait"]),
    ("deadline: «{ from: a, act: d }»", ["neither-within-nor-wait"]),
    ("deadline: «{ within: b, act: d }»", ["missing-key"]),
    ("deadline: { from: a, within: b, act: c, «rolls»: false }", ["unknown-key"]),
    ("deadline: { from: a, within: b, act: c, roll: «no» }", ["wrong-shape"]),
    ("deadline: { from: a, within: b, act: c, «last_day_counts»: true }", ["only-under-wait"]),
    (
      "deadline: { from: a, within: b, act: c, extended_by: [«{ approved_on: d }»] }",
      ["by-and-until"]
    ),
    ("deadline: { from: a, within: b, act: c, extended_by: [«{ by: d }»] }", ["missing-key"]),
    ("deadline: { from: a, within: b, act: c, excluding: [«{ until: d }»] }", ["missing-key"]),
    ("require: [{ id: a, that: a }, «{ that: b }»]", ["check-id-missing"]),
    ("require: [{ id: a, that: a }, { id: «a», that: b }]", ["check-id-twice"]),
    ("require: [{ id: «One», that: a }]", ["bad-check-id"]),
    ("require: «[]»", ["empty-value"]),
    ("require: «{ that: a }»", ["wrong-shape"]),
    ("«applies: a»", ["no-requirement"]),
    ("require: [{ each: l, as: «for», that: a }]", ["reserved-name"]),
    ("require: [{ each: l, as: «1st», that: a }]", ["bad-name"]),
    ("require: [«{ each: l, that: a }»]", ["missing-key"]),
    ("require: [{ «as»: l, that: a }]", ["needs-each"]),
    ("require: [{ «where»: l, that: a }]", ["needs-each"]),
    ("require: [{ each: [{ in: l, as: x }], «as»: y, that: a }]", ["only-in-entries"]),
    ("require: [{ each: [{ in: l, as: x }, { in: m, as: «x» }], that: a }]", ["name-twice"]),
    ("let: { «let»: a }\nrequire: [{ that: a }]", ["reserved-name"]),
    ("applies:«» \nrequire: [{ that: a }]", ["empty-value"]),
    ("applies: «[a, b]»\nrequire: [{ that: a }]", ["expression-not-text"]),
    ("require: [{ that: «{ a: b }» }]", ["expression-not-text"]),
    ("applies: «!has(a)»\nrequire: [{ that: a }]", ["unknown-tag"]),
    ("applies: «x == \"a» # b\"\nrequire: [{ that: a }]", ["expression-cut-off"]),
    ("applies: x == \"a\" # a comment\nrequire: [{ that: a }]", []),
    ("id: «penalty.test»\nrequire: [{ that: a }]", ["bad-rule-id"]),
    ("id: «penalty.Test.rule»\nrequire: [{ that: a }]", ["bad-rule-id"]),
    ("effective: { basis: a, from: «2021-02-30» }\nrequire: [{ that: a }]", ["bad-date"]),
    ("effective: «{ from: 2021-02-03 }»\nrequire: [{ that: a }]", ["missing-key"]),
    (
      "effective: { basis: a, from: 2021-02-03, until: «2021-02-02» }\nrequire: [{ that: a }]",
      ["dates-reversed"]
    ),
    ("require: [{ that: a }]\nmessage: «{ zh: 甲 }»", ["language-missing"]),
    ("require: [{ that: a }]\nmessage: { zh: '甲 {x}', en: «a» }", ["placeholders-differ"]),
    ("require: [{ that: a }]\nmessage: { zh: '甲 «{x»', en: a }", ["placeholder-not-closed"]),
    ("require: [{ that: a }]\nmessage: { zh: \"\\u7532 «}»乙\", en: a }", ["lone-brace"]),
    (
      "require: [{ that: a }]\nmessage:\n  zh: |-\n    甲\n    乙 «{ }»\n  en: a",
      ["placeholder-empty"]
    ),
    ("cites: [«{ instrument: a }»]\nrequire: [{ that: a }]", ["missing-key"]),
    (
      "require: [{ id: one, that: a }]\nexcept: [{ when: b, items: [«on»] }]", ["unknown-check"]
    ),
    ("«retroactive»: lenient\nrequire: [{ that: a }]", ["retroactive-without-versions"]),
    ("value: «a»", ["value-without-indicator"]),
    (
      "require: [{ that: a }]\nexamples: [{ base: b, outcome: «late» }]", ["unknown-value"]
    ),
    (
      "require: [{ that: a }]\nexamples: [{ base: b, outcome: violated, with: { «a..b»: 1 } }]",
      ["bad-path"]
    ),
  ]

  @Test("tells what is wrong, and where", arguments: faults)
  func fault(marked: String, codes: [String]) {
    expectDiagnostics(marked, codes, behind: "# 办案机关\n") { readRules($0).diagnostics }
  }

  @Test func `an unknown key is met with what was meant`() throws {
    let (_, diagnostics) = readRules("require: [{ that: a, absense: violated }]")
    #expect(try #require(diagnostics.first).help?.en == "Did you mean `absent`?")
  }
}
