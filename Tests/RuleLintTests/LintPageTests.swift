import Foundation
import RuleLint
import SourceText
import TestSupport
import Testing

@Suite struct LintPageTests {
  /// `UPDATE_GOLDENS=1` rewrites the file.
  @Test func `the documentation is as it is generated`() throws {
    let path = ProjectFolder.root + "/Documentation/lint.md"
    let written = ProjectFolder.bytes(atPath: path).map { String(decoding: $0, as: UTF8.self) }
    let isRight = written == LintPage.markdown
    #expect(isRight, "run with UPDATE_GOLDENS=1, then read the diff")
    if !isRight, ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1" {
      try Data(LintPage.markdown.utf8).write(to: URL(filePath: path))
    }
  }

  @Test("a page has the code, the level, both examples", arguments: Language.allCases)
  func page(language: Language) throws {
    let note = try #require(LintChecks.note("or-of-equals"))
    let text = LintPage.text(of: note, in: language)
    for part in [
      "or-of-equals", note.summary[language], note.explanation[language], note.breaking.text,
      note.sound.text, "--fix", "lint: { or-of-equals: off }",
    ] {
      #expect(text.contains(part), "\(part)")
    }
  }

  @Test("the list has every code once", arguments: Language.allCases)
  func list(language: Language) {
    let lines = LintPage.list(in: language).split(separator: "\n")
    for note in LintChecks.notes {
      #expect(lines.count { $0.hasPrefix("  \(note.code) ") } == 1, "\(note.code)")
    }
  }
}
