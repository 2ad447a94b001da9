import Findings
import Reports
import SourceText
import TestSupport
import Testing

/// Diagnostics for other programs: annotations of GitHub, SARIF, and changes of files.
@Suite struct DiagnosticFormatTests {
  private static let file = SourceFile(
    path: "Rules/a b/规则.yaml", text: "id: x\ntitle: 𠮷, e\u{301}: 100%\nlast\n")

  private static let diagnostics: [LocatedDiagnostic] = {
    func located(
      _ code: String, _ severity: Diagnostic.Severity, _ range: ByteRange,
      help: BilingualText? = nil
    ) -> LocatedDiagnostic {
      LocatedDiagnostic(
        diagnostic: Diagnostic(
          severity: severity, code: code,
          message: BilingualText(zh: "标题有误：100%", en: "the title is wrong: 100%"),
          range: range, help: help),
        place: range == .none ? nil : Place(of: range, in: file), file: file.path)
    }
    let help = BilingualText(zh: "改好。", en: "Mend it.")
    return [
      // Behind a character of four bytes and one of two scalars.
      located("one", .error, ByteRange(13, 17), help: help),
      located("two", .warning, ByteRange(19, 23)),
      located("two", .info, ByteRange(13, 33)),
      located("three", .warning, .none),
    ]
  }()

  private static let page = DiagnosticPage(
    code: "two", topic: "texts", severity: .warning, hasFix: true,
    summary: BilingualText(zh: "摘要", en: "a summary"),
    explanation: BilingualText(zh: "说明。", en: "An explanation."), breaking: "a: 1",
    sound: "a: 2")

  @Test("annotates for GitHub", arguments: Language.allCases)
  func github(language: Language) {
    var text = ""
    GitHubPrinter(language: language) { text += $0 }.print(Self.diagnostics)
    expectGolden(text, named: "annotations.\(language.rawValue).txt")
  }

  @Test func `logs as SARIF`() {
    var text = ""
    SARIFPrinter(
      version: nil, rules: [Self.page], language: .en,
      sources: { $0 == Self.file.path ? Self.file : nil }, sink: { text += $0 }
    ).print(Self.diagnostics)
    expectGolden(text, named: "diagnostics.sarif.json")
  }

  @Test func `a log of nothing has a run without results`() {
    var text = ""
    SARIFPrinter(version: "1", rules: [Self.page], language: .en) { text += $0 }.print([])
    expectGolden(text, named: "empty.sarif.json")
  }

  @Test func `tells the codes as JSON`() {
    var text = ""
    DiagnosticPagePrinter { text += $0 }.printJSON([Self.page])
    expectGolden(text, named: "lint-checks.json")
  }

  // MARK: Changes

  private func diff(_ before: String, _ after: String) -> String {
    UnifiedDiff.text(
      of: "a.yaml", from: SourceFile(path: "a.yaml", text: before),
      to: SourceFile(path: "a.yaml", text: after))
  }

  @Test func `shows changes with three lines around them`() {
    let before = (1...20).map { "line \($0)\n" }.joined()
    let after = before.replacing("line 2\n", with: "").replacing("line 15\n", with: "行 15\nmore\n")
    expectGolden(diff(before, after), named: "changes.diff")
  }

  @Test(
    "what lacks its last line break is said to",
    arguments: [
      ("a", "b", "-a\n\\ No newline at end of file\n+b\n\\ No newline at end of file\n"),
      ("a\n", "a", "-a\n+a\n\\ No newline at end of file\n"),
    ])
  func lastLine(before: String, after: String, body: String) {
    #expect(diff(before, after) == "--- a/a.yaml\n+++ b/a.yaml\n@@ -1 +1 @@\n\(body)")
  }

  @Test func `changes close to each other share a hunk`() {
    let before = (1...12).map { "\($0)\n" }.joined()
    let near = before.replacing("3\n", with: "x\n").replacing("9\n", with: "y\n")
    #expect(diff(before, near).split(separator: "\n").count { $0.hasPrefix("@@") } == 1)
    #expect(diff(before, before) == "")
    #expect(diff("", "a\n") == "--- a/a.yaml\n+++ b/a.yaml\n@@ -0,0 +1 @@\n+a\n")
  }
}
