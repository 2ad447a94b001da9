import Findings
import RuleCompiler
import RuleLint
import SourceText
import TestSupport
import Testing

/// Each check tells of its own example and of nothing else; what it can put right, it does.
@Suite struct LintCheckTests {
  struct Trial: Sendable, CustomTestStringConvertible {
    var note: LintNote
    var testDescription: String { note.code }
  }

  static let trials = LintChecks.notes.map { Trial(note: $0) }

  @Test("tells of its breaking example, at its place, and of nothing else", arguments: trials)
  func breaking(trial: Trial) {
    let folder = LintFolder(trial.note.breaking)
    let found = folder.lint().diagnostics
    let wanted = MarkedText(folder.marked)
    #expect(!wanted.ranges.isEmpty)
    #expect(found.map(\.diagnostic.code) == wanted.ranges.map { _ in trial.note.code })
    #expect(found.allSatisfy { $0.file == "Rules/\(folder.path)" }, "\(found.map(\.file))")
    let marked = MarkedText.marking(wanted.text, found.map(\.diagnostic.range))
    #expect(marked == folder.marked)
    for located in found {
      #expect(located.diagnostic.severity == trial.note.severity)
      expectWellWritten(located.diagnostic)
    }
  }

  @Test("says nothing of its sound example", arguments: trials)
  func sound(trial: Trial) {
    let found = LintFolder(trial.note.sound).lint().diagnostics
    #expect(found.isEmpty, "\(found.map { ($0.diagnostic.code, $0.diagnostic.message.en) })")
  }

  @Test(
    "makes the sound example of the breaking one, and nothing of the sound one",
    arguments: trials.filter(\.note.hasFix))
  func fix(trial: Trial) throws {
    let folder = LintFolder(trial.note.breaking)
    let linter = Linter(settings: LintSettings(), day: LintFolder.day)
    let fixed = FixedFolder(folder.load(), by: linter)
    #expect(fixed.count == MarkedText(folder.marked).ranges.count)
    let sound = LintFolder(trial.note.sound)
    #expect(fixed.changes.map(\.after.path) == [folder.path])
    #expect(fixed.changes.first?.after.text == MarkedText(sound.marked).text)
    #expect(FixedFolder(sound.load(), by: linter).changes.isEmpty)
  }

  @Test(
    "offers no fix that its page does not tell of", arguments: trials.filter { !$0.note.hasFix })
  func noFix(trial: Trial) {
    let found = LintFolder(trial.note.breaking).lint().fixable
    #expect(found.isEmpty)
  }

  @Test func `the folder that examples are put into is sound`() {
    let found = LintFolder().lint().diagnostics
    #expect(
      found.isEmpty, "\(found.map { ($0.file, $0.diagnostic.code, $0.diagnostic.message.en) })")
  }

  @Test func `codes are unique, in kebab case, and there are enough of them`() {
    let codes = LintChecks.notes.map(\.code)
    #expect(Set(codes).count == codes.count)
    #expect(codes.count >= 50)
    for note in LintChecks.notes {
      let isKebab = note.code.utf8.allSatisfy { $0 == 0x2D || 0x61...0x7A ~= $0 }
      #expect(isKebab, "\(note.code)")
      for text in [note.summary, note.explanation] {
        #expect(!text.zh.isEmpty && !text.en.isEmpty, "\(note.code)")
      }
      #expect(!note.summary.en.hasSuffix("."), "\(note.code)")
      #expect(note.explanation.en.hasSuffix("."), "\(note.code)")
      #expect(note.explanation.zh.hasSuffix("。"), "\(note.code)")
    }
  }
}
