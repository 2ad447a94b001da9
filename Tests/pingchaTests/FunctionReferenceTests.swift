import CEL
import Foundation
import RuleCompiler
import RuleEvaluator
import SourceText
import TestSupport
import Testing
import WorkCalendar

/// Holds `Documentation/cel.md` against the functions that rules may call.
@Suite struct FunctionReferenceTests {
  private static let rulebook = RulebookLoader.load(folder: ProjectFolder.root + "/Rules")
    .rulebooks.first

  private static let examples = FunctionChapter.all.flatMap(\.notes).flatMap(\.examples)
    .map { ($0.expression, $0.value) }

  private static let begin = "<!-- functions: generated -->\n"
  private static let end = "<!-- functions: end -->\n"

  @Test func `every function has its note, and every note its function`() throws {
    let functions = try #require(Self.rulebook).environment.functions
    #expect(FunctionReference(functions).strays == [])
    for note in FunctionChapter.all.flatMap(\.notes) {
      #expect(!note.examples.isEmpty, "\(note.name) has no example")
    }
  }

  @Test("the examples give what the reference says", arguments: examples)
  func example(expression: String, value: String) throws {
    let rulebook = try #require(Self.rulebook)
    let (program, diagnostics) = rulebook.compile(expression: expression)
    guard let program else {
      Issue.record("\(diagnostics.map(\.message.en))")
      return
    }
    var frame = Frame(slotCount: program.slotCount)
    #expect(ValueText.debug(program.evaluate(&frame)) == value)
  }

  /// `UPDATE_GOLDENS=1` rewrites the part of the file between the two marks.
  @Test func `the reference is as it is generated`() throws {
    let functions = try #require(Self.rulebook).environment.functions
    let path = ProjectFolder.root + "/Documentation/cel.md"
    let bytes = try #require(ProjectFolder.bytes(atPath: path))
    let text = String(decoding: bytes, as: UTF8.self)
    let start = try #require(text.range(of: Self.begin)?.upperBound)
    let stop = try #require(text.range(of: Self.end)?.lowerBound)
    let generated = FunctionReference(functions).markdown
    let isRight = text[start..<stop] == generated
    #expect(isRight, "run with UPDATE_GOLDENS=1, then read the diff")
    if !isRight, ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1" {
      let whole = text[..<start] + generated + text[stop...]
      try Data(whole.utf8).write(to: URL(filePath: path))
    }
  }
}
