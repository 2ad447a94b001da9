import ArgumentParser
import CaseRecords
import Findings
import Reports
import RuleCompiler
import RuleEvaluator
import SourceText
import WorkCalendar

struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Tells why a rule says of a case what it says. 说明结论的由来",
    discussion: """
      Prints the version of the law and what chose it, each parameter and why, each expression \
      with the values in it, and the days of a deadline counted one by one.

      CASE is a case folder or one record in a file. A rule that was renamed is found by its \
      former id too.

      EXIT CODES
        0  it was explained
        2  there is no such case or rule, or it cannot be read

      EXAMPLES
        pingcha explain Cases/decided-day-95 penalty.decision.within-limit
        pingcha explain Cases/clean-file penalty.decision.within-limit --lang zh
      """)

  @Argument(help: ArgumentHelp("A case folder or a record. 案卷", valueName: "case"))
  var path: String

  @Argument(help: ArgumentHelp("The id of a rule. 规则编号", valueName: "rule"))
  var rule: String

  @OptionGroup var rules: RulesOptions
  @OptionGroup var day: DayOptions

  @Option(help: "text or json. 输出格式")
  var format: ListingFormat = .text

  @OptionGroup var words: WordsOptions

  mutating func run() async throws {
    let asOf = try day.day()
    let loaded = try rules.load()
    guard let id = loaded.rule(rule)?.id else {
      tellErrors(of: loaded, words)
      throw UsageProblem.missing(rule, in: loaded)
    }
    let (record, text) = try OneRecord.loadWithText(path, by: loaded, words)
    guard let rulebook = loaded.rulebook(for: record) else { throw ExitStatus.notDone }
    let evaluator = RecordEvaluator(rulebook: rulebook, asOf: asOf)
    guard let explanation = evaluator.explain(record, rule: id, source: text.path, text: text)
    else {
      throw UsageProblem.ruleOfAnotherKind(id, kind: rulebook.schema.kind ?? "")
    }
    let printer = ExplanationPrinter(sink: Streams.put)
    switch format {
    case .text:
      printer.printText(explanation, language: words.language, colour: words.colour)
    case .json: printer.printJSON(explanation)
    }
  }
}

/// Reads the one record that a verb is about.
enum OneRecord {
  /// - Throws: `ExitStatus.notDone` once the user has been told why it cannot be read.
  static func load(_ path: String, by loaded: LoadedRules, _ words: WordsOptions) throws
    -> CaseRecord
  {
    try loadWithText(path, by: loaded, words).record
  }

  /// The record, and the file that its places are in.
  static func loadWithText(_ path: String, by loaded: LoadedRules, _ words: WordsOptions) throws
    -> (record: CaseRecord, text: SourceFile)
  {
    let found = RecordDiscovery.find([path])
    if found.count > 1 { throw UsageProblem.severalCases(path) }
    let loader = RecordLoader(kinds: loaded.kinds, checksAttachments: false)
    let records = RecordReview(rulebooks: [], asOf: .epoch)
    let reviewed: ReviewedCase
    switch found.first {
    case .source(let source) where source.format == .lines: throw UsageProblem.severalCases(path)
    case .source(let source):
      let record = loader.load(source)
      if let read = record.record {
        return (read, SourceFile(path: record.path, bytes: record.bytes))
      }
      reviewed = records.review(record)
    case .failure(let path, let diagnostic):
      reviewed = records.review(failure: diagnostic, at: path)
    case nil: throw UsageProblem.severalCases(path)
    }
    tellErrors(of: loaded, words)
    let printer = DiagnosticsPrinter(sources: { _ in reviewed.text }, sink: Streams.tellPart)
    printer.printText(
      reviewed.review.diagnostics, language: words.language, colour: false)
    throw ExitStatus.notDone
  }
}

/// Tells on standard error what is wrong with the rules.
func tellErrors(of loaded: LoadedRules, _ words: WordsOptions) {
  let errors = loaded.diagnostics.filter { $0.diagnostic.severity == .error }
  let printer = DiagnosticsPrinter(sources: { loaded.file($0) }, sink: Streams.tellPart)
  printer.printText(errors, language: words.language, colour: false)
}
