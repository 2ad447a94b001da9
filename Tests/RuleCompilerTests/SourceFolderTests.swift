import Findings
import RuleCompiler
import SourceText
import TestSupport
import Testing
import WorkCalendar

@Suite struct SourceFolderTests {
  static let rule = """
    id: penalty.test.one
    title: { zh: 甲, en: One }
    cites: [{ instrument: apl-2021, article: "10" }]
    effective: { basis: case.day, from: 2021-07-15 }
    severity: minor
    require: [{ that: case.n > 0 }]
    message: { zh: 甲, en: one }
    examples: [{ base: ordinary, outcome: satisfied }]

    """
  static let files: [String: String] = [
    "instruments.yaml": "- { id: apl-2021, name: { zh: 处罚法, en: Penalty Law }, from: 2021-07-15 }",
    "parameters/terms.yaml":
      "limit: { type: integer, order: [], values: [{ value: 1, source: S, confidence: verified }] }",
    "calendars/cn.yaml":
      "years: [{ year: 2024, source: 通知, holidays: [{ from: 2024-10-01, until: 2024-10-07, zh: 国庆节, en: National Day }], "
      + "workdays: [{ date: 2024-09-29, zh: 国庆节, en: National Day }] }]",
    "records/penalty.yaml": "{ kind: penalty, sections: [] }",
    "records/penalty.definitions.yaml":
      "define: { has_fine: { type: boolean, is: 'fine_total > 0' } }",
    "records/penalty.examples/ordinary.yaml": "{ completeness: closed }",
    "standards/a.yaml":
      "{ id: a, kind: penalty, name: { zh: 甲, en: A }, confidence: constructed, base: 100 }",
    "penalty/test/one.yaml": rule,
  ]

  func reading(_ changes: [String: String?]) -> RulebookSource {
    var files = Self.files
    for (path, text) in changes { files[path] = text.flatMap { $0 } }
    return RulebookSource(
      reading: files.sorted { $0.key > $1.key }.map { SourceFile(path: $0.key, text: $0.value) })
  }

  /// `file:line code` of each diagnostic.
  func told(_ source: RulebookSource) -> [String] {
    source.locatedDiagnostics(below: "").map {
      "\($0.file):\($0.place?.line ?? 0) \($0.diagnostic.code)"
    }
  }

  @Test func `a folder is read whole, in the order of its paths`() throws {
    let source = reading([:])
    #expect(told(source) == [])
    #expect(source.files.map(\.path) == Self.files.keys.sorted())
    #expect(source.instruments.map(\.id.text) == ["apl-2021"])
    #expect(source.parameters.map(\.name.text) == ["limit"])
    let kind = try #require(source.kinds.first)
    #expect(kind.name == "penalty")
    #expect(kind.schema != nil)
    #expect(kind.definitions.map(\.name.text) == ["has_fine"])
    #expect(kind.bases.map(\.name) == ["ordinary"])
    #expect(source.standards.map(\.file) == ["standards/a.yaml"])
    #expect(source.rules.map(\.file) == ["penalty/test/one.yaml"])
    let calendar = try OfficeCalendar(source.publishedYears)
    #expect(try calendar.isWorkday(#require(CivilDate("2024-09-29"))))
    #expect(try !calendar.isWorkday(#require(CivilDate("2024-10-07"))))
    #expect(try calendar.isWorkday(#require(CivilDate("2024-10-08"))))
  }

  static let faults: [(path: String, text: String?, told: [String])] = [
    (
      "penalty/test/two.yaml", rule,
      ["penalty/test/two.yaml:1 rule-id-not-at-path", "penalty/test/two.yaml:1 rule-id-twice"]
    ),
    ("penalty/one.yaml", rule, ["penalty/one.yaml:0 misplaced-file"]),
    ("penalty/test/two.yml", rule, ["penalty/test/two.yml:0 misplaced-file"]),
    ("penalty/test/two.yaml", "# nothing\n", ["penalty/test/two.yaml:0 empty-document"]),
    (
      "instruments.yaml",
      "- { id: apl-2012, name: { zh: 处罚法, en: Penalty Law }, from: 2021-07-15 }",
      ["penalty/test/one.yaml:3 unknown-instrument"]
    ),
    ("records/penalty.examples/ordinary.yaml", nil, ["penalty/test/one.yaml:8 unknown-base"]),
    (
      "parameters/more.yaml", "limit: { type: integer, order: [], values: [] }",
      ["parameters/terms.yaml:1 name-twice"]
    ),
    (
      "calendars/more.yaml", "years: [{ year: 2024, source: 通知 }]",
      ["calendars/more.yaml:1 bad-schedule"]
    ),
    (
      "calendars/more.yaml",
      "years:\n  - { year: 2025, source: 通知, holidays: [{ date: 2024-12-31 }] }",
      ["calendars/more.yaml:2 bad-schedule"]
    ),
    (
      "calendars/more.yaml",
      "years:\n  - { year: 2025, source: 通知, workdays: [{ date: 2025-01-02 }] }",
      ["calendars/more.yaml:2 bad-schedule"]
    ),
    (
      "penalty/test/one.yaml", rule + "aliases: [penalty.test.one]\n",
      ["penalty/test/one.yaml:9 rule-id-twice"]
    ),
    (
      "records/penalty.definitions.yaml", "has_fine: {}",
      [
        "records/penalty.definitions.yaml:1 unknown-key",
        "records/penalty.definitions.yaml:1 missing-key",
      ]
    ),
  ]

  @Test("says what one file says wrongly of another", arguments: faults)
  func fault(path: String, text: String?, told: [String]) {
    #expect(self.told(reading([path: text])) == told)
  }

  @Test func `a list of rules stands under its family`() {
    let list = "- " + Self.rule.replacing("\n", with: "\n  ")
    #expect(told(reading(["penalty/test/one.yaml": nil, "penalty/test/all.yaml": list])) == [])
    #expect(
      told(reading(["penalty/test/one.yaml": nil, "penalty/other/all.yaml": list]))
        == ["penalty/other/all.yaml:1 rule-id-not-at-path"])
  }

  @Test func `a rule of a kind without schema is told`() {
    #expect(
      told(
        reading([
          "penalties/test/one.yaml": Self.rule.replacing("penalty.", with: "penalties."),
          "penalty/test/one.yaml": nil,
        ]))
        == ["penalties/test/one.yaml:1 unknown-record-kind"])
  }

  @Test func `the rulebook of this package can be read`() throws {
    let source = RulebookSource.load(folder: ProjectFolder.root + "/Rules")
    #expect(told(source) == [])
    #expect(!source.publishedYears.isEmpty)
    _ = try OfficeCalendar(source.publishedYears)
  }

  @Test func `a folder that is not there is a diagnostic`() {
    let source = RulebookSource.load(folder: "/nowhere/rules")
    #expect(source.diagnostics.map(\.diagnostic.code) == ["no-rules-folder"])
  }
}
