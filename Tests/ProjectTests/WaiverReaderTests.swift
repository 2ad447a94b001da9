import Findings
import Project
import SourceText
import TestSupport
import Testing
import WorkCalendar

/// What a list of waivers may say, and what it may not.
@Suite struct WaiverReaderTests {
  static let rules = KnownRules([
    (id: "sample.service.in-time", former: ["sample.service.old"]),
    (id: "sample.decision.reasoned", former: []),
  ])

  static func entries(_ text: String) throws -> [WaiverEntry] {
    try WaiverReader(rules: rules).read(SourceFile(path: "waivers.yaml", text: text))
  }

  @Test func `an entry says what is let pass and on whose word`() throws {
    let entries = try Self.entries(
      """
      # 豁免
      - rule: sample.service.old#in-time
        case: 样〔2024〕2号
        reason: 复议已认定
        approved_by: 法制审核科
        until: 2026-12-31
      - { rule: sample.decision.reasoned, reason: 已补正, approved_by: 局长 }
      """)
    #expect(entries.map(\.name) == ["sample.service.in-time#in-time", "sample.decision.reasoned"])
    #expect(entries.map(\.caseName) == ["样〔2024〕2号", nil])
    #expect(
      entries[0].waiver
        == Waiver(
          reason: "复议已认定", approvedBy: "法制审核科", until: .init("2026-12-31"),
          source: "waivers.yaml:2"))
    #expect(entries[1].until == nil)
  }

  @Test func `an entry may have every key of its form`() throws {
    let text = SourceForm.caseWaiver.names.map { key in
      switch key {
      case "rule": "rule: sample.service.in-time"
      case "until": "until: 2026-12-31"
      default: "\(key): \(key) of it"
      }
    }
    let entry = try #require(try Self.entries("- { \(text.joined(separator: ", ")) }").first)
    #expect(entry.caseName == "case of it")
    #expect(entry.approvedBy == "approved_by of it")
    #expect(SourceForm.waiver.names == SourceForm.caseWaiver.names)
  }

  @Test("nothing is an empty list", arguments: ["", "# nothing yet\n", "null\n", "[]\n"])
  func nothing(text: String) throws {
    #expect(try Self.entries(text) == [])
  }

  struct Mistake: Sendable, CustomTestStringConvertible {
    var testDescription: String
    /// With `«…»` around the place.
    var text: String
    var code: String
    var help: String
  }

  static let mistakes = [
    Mistake(
      testDescription: "no list", text: "«rule: a»", code: "setting-shape", help: "approved_by"),
    Mistake(testDescription: "no mapping", text: "- «x»", code: "setting-shape", help: "As in"),
    Mistake(
      testDescription: "an unknown key",
      text: "- { rule: sample.service.in-time, «reson»: x }", code: "unknown-setting",
      help: "`reason`"),
    Mistake(
      testDescription: "no rule", text: "- «{ reason: x, approved_by: y }»",
      code: "setting-missing", help: "Name the rule"),
    Mistake(
      testDescription: "an unknown rule",
      text: "- { rule: «sample.service.in-tim», reason: x, approved_by: y }", code: "unknown-rule",
      help: "`sample.service.in-time`"),
    Mistake(
      testDescription: "no reason",
      text: "- «{ rule: sample.service.in-time, approved_by: y }»", code: "setting-missing",
      help: "why"),
    Mistake(
      testDescription: "an empty reason",
      text: "- { rule: sample.service.in-time, reason: «''», approved_by: y }",
      code: "setting-shape", help: ""),
    Mistake(
      testDescription: "nobody who approved it",
      text: "- «{ rule: sample.service.in-time, reason: x }»", code: "setting-missing",
      help: "office or role"),
    Mistake(
      testDescription: "a day that there is not",
      text: "- { rule: sample.service.in-time, reason: x, approved_by: y, until: «2024-02-30» }",
      code: "setting-value", help: "2026-12-31"),
  ]

  @Test("a mistake is told at its place", arguments: mistakes)
  func mistake(mistake: Mistake) throws {
    let marked = MarkedText("# 汉字\n" + mistake.text)
    let problem = #expect(throws: SettingsProblem.self) { try Self.entries(marked.text) }
    let diagnostic = try #require(problem?.diagnostic)
    #expect(diagnostic.code == mistake.code)
    #expect([diagnostic.range] == marked.ranges)
    let help = diagnostic.help?.en ?? ""
    #expect(mistake.help.isEmpty || help.contains(mistake.help))
    #expect(diagnostic.message.zh != diagnostic.message.en)
  }

  @Test func `in the project file every entry names its case`() throws {
    func read(_ text: String) throws -> [WaiverEntry] {
      let file = SourceFile(path: ProjectFile.name, text: text)
      return try WaiverReader(rules: Self.rules).read(ProjectFile(file))
    }
    let entry = "{ rule: sample.service.in-time, reason: x, approved_by: y"
    #expect(try read("waivers: [\(entry), case: a }]").map(\.caseName) == ["a"])
    #expect(try read("lint: {}\n") == [])
    let problem = #expect(throws: SettingsProblem.self) { try read("waivers: [\(entry) }]") }
    #expect(problem?.diagnostic.code == "setting-missing")
    #expect(problem?.diagnostic.help?.en.contains("its number") == true)
  }
}
