import Findings
import Reports
import SourceText
import WorkCalendar

/// Answers lines, each an expression or a command that begins with a colon.
struct EvalConsole {
  private(set) var session: EvalSession
  private let asOf: CivilDate
  private let kind: String?
  private let format: ListingFormat
  private var words: WordsOptions
  private let isExplaining: Bool
  /// True where there are several answers: each is told apart from the next.
  private let isSeries: Bool
  private var hasAnswered = false
  /// True once an expression was wrong or failed, or a command could not be carried out.
  private(set) var hasFailed = false

  var language: Language { words.language }

  init(
    _ session: EvalSession, kind: String?, asOf: CivilDate, format: ListingFormat,
    words: WordsOptions, isExplaining: Bool, isSeries: Bool
  ) {
    self.session = session
    self.kind = kind
    self.asOf = asOf
    self.format = format
    self.words = words
    self.isExplaining = isExplaining
    self.isSeries = isSeries
  }

  /// Answers a line; false where it asks to leave.
  mutating func answer(line: String) -> Bool {
    let line = line.trimmed
    if line.isEmpty || line.hasPrefix("//") { return true }
    guard line.hasPrefix(":") else {
      answer(line)
      return true
    }
    let word = line.prefix { $0 != " " && $0 != "\t" }
    let rest = String(line.dropFirst(word.count)).trimmed
    switch word {
    case ":quit", ":q": return false
    case ":help", ":h": _ = Streams.print(EvalWords.help[language])
    case ":type" where !rest.isEmpty: answer(rest, asking: .type)
    case ":explain" where !rest.isEmpty: answer(rest, asking: .parts)
    case ":case": change(case: rest)
    case ":lang":
      if let choice = LanguageChoice(rawValue: rest) {
        words.lang = choice
      } else {
        fail(UsageProblem.noLanguage(rest))
      }
    case ":type", ":explain": fail(UsageProblem.needsExpression(String(word)))
    default: fail(UsageProblem.noCommand(String(word), known: EvalWords.commands))
    }
    return true
  }

  /// Answers an expression.
  mutating func answer(_ expression: String, asking question: EvalSession.Question? = nil) {
    let evaluation = session.evaluate(
      expression, asking: question ?? (isExplaining ? .parts : .value))
    let printer = EvaluationPrinter(sink: Streams.put)
    if case .fault? = evaluation.answer?.state { hasFailed = true }
    if evaluation.answer == nil { hasFailed = true }
    if format == .json {
      printer.printJSON(evaluation, isLine: isSeries)
      return
    }
    if let answer = evaluation.answer {
      if isSeries, hasAnswered { Streams.put("\n") }
      hasAnswered = true
      printer.printText(answer, language: language, colour: words.colour)
    }
    let file = SourceFile(path: EvalSession.file, text: expression)
    let excerpts = ExcerptPrinter(language: language)
    for located in evaluation.diagnostics {
      Streams.tell(excerpts.text(of: located.diagnostic, in: file))
    }
  }

  /// Reads another case; nothing changes where it cannot be read. Without a path every fact is
  /// unknown again.
  private mutating func change(case path: String) {
    do {
      session = try EvalSession(
        session.loaded, case: path.isEmpty ? nil : path, kind: kind, asOf: asOf, words)
    } catch let problem as UsageProblem {
      fail(problem)
    } catch {
      hasFailed = true
    }
  }

  private mutating func fail(_ problem: UsageProblem) {
    hasFailed = true
    Streams.tell(problem.text(in: language))
  }
}

extension String {
  /// Without the white space at both ends.
  fileprivate var trimmed: String {
    let isSpace: (Character) -> Bool = { $0 == " " || $0 == "\t" || $0 == "\r" }
    let end = lastIndex { !isSpace($0) }.map { index(after: $0) } ?? startIndex
    return String(self[..<end].drop(while: isSpace))
  }
}
