import CEL
import CaseRecords
import Findings
import RuleCompiler
import RuleEvaluator
import SourceText
import WorkCalendar
import YAML

/// What expressions are asked of: a rulebook, and a record or one of which nothing is known.
struct EvalSession {
  /// How much is asked.
  enum Question {
    case value
    /// The value, and that of each part.
    case parts
    case type
  }

  let loaded: LoadedRules
  let rulebook: Rulebook
  /// The record's path; `nil` where every fact is unknown.
  let path: String?
  private let evaluator: RecordEvaluator
  private let frame: Frame

  /// - Parameter kind: The record kind; `nil` for that of the case, else the first.
  init(
    _ loaded: LoadedRules, case path: String?, kind: String?, asOf: CivilDate, _ words: WordsOptions
  )
    throws
  {
    let record = try path.map { try OneRecord.load($0, by: loaded, words) }
    let found =
      record.flatMap { loaded.rulebook(for: $0) }
      ?? loaded.rulebooks.first { kind == nil || $0.schema.kind == kind }
    guard let rulebook = found else {
      tellErrors(of: loaded, words)
      throw UsageProblem.noKind(kind ?? "", known: loaded.kinds.names)
    }
    self.loaded = loaded
    self.rulebook = rulebook
    self.path = path
    evaluator = RecordEvaluator(rulebook: rulebook, asOf: asOf)
    frame = evaluator.questionFrame(for: try record ?? Self.unrecorded(of: rulebook))
  }

  func evaluate(_ expression: String, asking question: Question = .value) -> Evaluation {
    let compiled = rulebook.compile(expression: expression)
    let file = SourceFile(path: Self.file, text: expression)
    let diagnostics = compiled.diagnostics.map {
      LocatedDiagnostic(diagnostic: $0, place: Place(of: $0.range, in: file), file: Self.file)
    }
    guard let program = compiled.program else {
      return Evaluation(expression: expression, answer: nil, diagnostics: diagnostics)
    }
    var answer: Evaluation.Answer
    if question == .type {
      answer = Evaluation.Answer(
        type: program.type.text, typePhrase: program.type.phrase, state: .notEvaluated)
    } else {
      var frame = frame(for: program)
      let value = program.evaluate(&frame)
      answer = Evaluation.Answer(
        evaluator.masked(value, of: program, in: self.frame(for: program)), type: program.type)
      if question == .parts {
        answer.steps = evaluator.trace(program, in: self.frame(for: program))
      }
    }
    return Evaluation(expression: expression, answer: answer, diagnostics: diagnostics)
  }

  /// What diagnostics call the place of an expression.
  static let file = "expr"

  /// A frame with room for the locals of a program.
  func frame(for program: Program) -> Frame {
    var frame = frame
    frame.makeRoom(for: program)
    return frame
  }

  /// A record of which nothing is known.
  private static func unrecorded(of rulebook: Rulebook) throws -> CaseRecord {
    let reading = readYAML("completeness: open").root.map { root in
      RecordReader(schema: rulebook.schema).read(root)
    }
    guard let record = reading?.record else { throw UsageProblem.needsCase() }
    return record
  }
}
