import Findings
import Project
import RuleLint
import SourceText
import TestSupport
import Testing
import WorkCalendar

/// What a project says in its own file of what lint finds.
@Suite struct LintSettingsTests {
  struct Mistake: Sendable, CustomTestStringConvertible {
    var name: String
    /// With `«…»` around the place.
    var text: String
    var code: String
    /// A part of what to try.
    var help: String?
    var testDescription: String { name }

    init(_ name: String, _ text: String, _ code: String, help: String? = nil) {
      self.name = name
      self.text = text
      self.code = code
      self.help = help
    }
  }

  @Test func `the section may have every key of its form`() throws {
    let names = SourceForm.lintSettings.names
    #expect(names.count == LintChecks.notes.count + 1)
    let keys = names.map { $0 == "ignore" ? "  ignore: []" : "  \($0): info" }
    let text = "lint:\n" + keys.joined(separator: "\n") + "\n"
    _ = try LintSettings(ProjectFile(SourceFile(path: "pingcha.yaml", text: text)))
  }

  static let mistakes = [
    Mistake("an unknown section", "«lnt»: {}", "unknown-setting", help: "`lint`"),
    Mistake(
      "an unknown code", "lint: { «title-to-long»: off }", "unknown-setting",
      help: "`title-too-long`"),
    Mistake("an unknown level", "lint: { title-too-long: «of» }", "setting-value", help: "`off`"),
    Mistake("a level that is none", "lint: { title-too-long: «[off]» }", "setting-value"),
    Mistake("no mapping", "«- lint»", "setting-shape"),
    Mistake("a section that is none", "lint: «off»", "setting-shape"),
    Mistake("an ignore that is no list", "lint: { ignore: «all» }", "setting-shape"),
    Mistake("an entry that is none", "lint: { ignore: [«all»] }", "setting-shape"),
    Mistake(
      "no reason", "lint: { ignore: [«{ rule: a.b.c, code: title-too-long }»] }",
      "setting-missing", help: "why"),
    Mistake(
      "an empty reason",
      "lint: { ignore: [{ rule: a.b.c, code: title-too-long, reason: «''» }] }", "setting-shape"),
    Mistake(
      "no code", "lint: { ignore: [«{ rule: a.b.c, reason: so }»] }", "setting-missing"),
    Mistake(
      "an unknown code to keep",
      "lint: { ignore: [{ rule: a.b.c, code: «unused-lets», reason: so }] }", "unknown-setting",
      help: "`unused-let`"),
    Mistake(
      "neither rule nor file", "lint: { ignore: [«{ code: title-too-long, reason: so }»] }",
      "setting-missing", help: "file"),
    Mistake(
      "rule and file",
      "lint: { ignore: [«{ rule: a, file: b, code: title-too-long, reason: so }»] }",
      "setting-missing"),
    Mistake(
      "a day that there is not",
      "lint: { ignore: [{ rule: a, code: title-too-long, reason: so, until: «2024-02-30» }] }",
      "setting-value", help: "2026-12-31"),
    Mistake(
      "an unknown key of an entry",
      "lint: { ignore: [{ rule: a, code: title-too-long, «reasons»: so }] }", "unknown-setting",
      help: "`reason`"),
    Mistake("a key twice", "lint: {}\n«lint»: {}", "duplicate-key"),
  ]

  @Test("tells one mistake, where it is and what to try", arguments: mistakes)
  func mistake(mistake: Mistake) throws {
    let text = MarkedText(mistake.text).text
    let file = SourceFile(path: ProjectFile.name, text: text)
    do throws(SettingsProblem) {
      _ = try LintSettings(ProjectFile(file))
      Issue.record("nothing is wrong")
    } catch {
      let problem = error
      #expect(problem.diagnostic.code == mistake.code)
      #expect(MarkedText.marking(text, [problem.diagnostic.range]) == mistake.text)
      expectWellWritten(problem.diagnostic)
      if let help = mistake.help { #expect(problem.diagnostic.help?.en.contains(help) == true) }
    }
  }

  @Test(
    "accepts what is right", arguments: ["", "lint:", "lint: {}", "lint: { ignore: [] }", "# none"])
  func right(text: String) throws {
    #expect(LintFolder().lint(try Self.settings(text)).diagnostics.isEmpty)
  }

  static func settings(_ text: String) throws -> LintSettings {
    try LintSettings(ProjectFile(SourceFile(path: ProjectFile.name, text: text)))
  }

  /// The folder with a title that is too long.
  private static let folder = LintFolder(TitleTooLong.note.breaking)

  @Test(
    "sets the level of a code",
    arguments: [("off", []), ("info", ["info"]), ("warning", ["warning"]), ("error", ["error"])])
  func level(word: String, severities: [String]) throws {
    let settings = try Self.settings("lint: { title-too-long: \(word) }")
    let found = Self.folder.lint(settings).diagnostics
    #expect(found.map(\.diagnostic.severity.rawValue) == severities)
  }

  @Test func `sets the level of what loading warns of, and of nothing that it refuses`() throws {
    let warned = LintFolder(try #require(LintChecks.note("cel-always-true")).breaking)
    #expect(warned.lint(try Self.settings("lint: { cel-always-true: off }")).diagnostics.isEmpty)
    #expect(throws: SettingsProblem.self) { try Self.settings("lint: { cel-type: off }") }
  }

  @Test(
    "keeps what the project keeps",
    arguments: [
      ("until: 2024-06-30", []),
      ("until: 2024-06-29", ["title-too-long", "ignore-expired"]),
      ("", []),
    ])
  func ignores(until: String, codes: [String]) throws {
    let end = until.isEmpty ? "" : ", \(until)"
    let settings = try Self.settings(
      "lint: { ignore: [{ rule: sample.test.rule, code: title-too-long, reason: so\(end) }] }")
    #expect(Self.folder.lint(settings).diagnostics.map(\.diagnostic.code) == codes)
  }

  @Test func `tells of an entry that keeps nothing, in the project's file`() throws {
    let settings = try Self.settings(
      "lint:\n  ignore:\n    - { rule: sample.other.rule, code: title-too-long, reason: so }\n")
    let found = LintFolder().lint(settings).diagnostics
    #expect(found.map(\.diagnostic.code) == ["ignore-needless"])
    #expect(found.map(\.file) == [ProjectFile.name])
    #expect(found.first?.place?.line == 3)
    #expect(found.first?.place?.column == 7)
  }

  @Test func `keeps what is in a file that is no rule`() throws {
    let folder = LintFolder(ParameterGap.note.breaking)
    let settings = try Self.settings(
      """
      lint:
        ignore:
          - { file: parameters/threshold.yaml, code: parameter-gap, reason: no text was in force }
      """)
    #expect(folder.lint(settings).diagnostics.isEmpty)
  }

  @Test func `what is kept is not put right`() throws {
    let folder = LintFolder(UnusedLet.note.breaking)
    let settings = try Self.settings(
      "lint: { ignore: [{ rule: sample.test.rule, code: unused-let, reason: so }] }")
    let fixed = FixedFolder(folder.load(), by: Linter(settings: settings, day: LintFolder.day))
    #expect(fixed.changes.isEmpty)
  }
}
