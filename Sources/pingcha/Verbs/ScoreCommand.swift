import ArgumentParser
import CaseRecords
import Findings
import Reports
import RuleCompiler
import RuleEvaluator
import SourceText
import WorkCalendar

struct ScoreCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score",
    abstract: "Scores case files by a review standard. 按评查标准评分",
    discussion: """
      Prints the total and grade of each case, its items with the points lost and the finding that \
      cost them, what is vetoed, and what a person has to judge. What is undetermined or pending \
      costs nothing: the total is then a range. With several cases the offices are ranked.
      打出每卷的得分和等次、各项扣分及其原因、否决项和须由人判断的项目。

      Standards are files of the folder `standards` of the rules. One of them is the default, which \
      is ours and no official one.

      EXIT CODES
        0  every case was scored, whatever it got, or is one that the standard is not for
        2  a bad standard or rule, an unreadable record, a rule that failed, a wrong option

      EXAMPLES
        pingcha score Cases/decided-day-95 --lang zh
        pingcha score Cases --as-of 2024-12-31
        pingcha score Cases --standard ecology-2024 --format json
      """)

  @Argument(help: ArgumentHelp("What to score; - is standard input. 案卷路径", valueName: "case"))
  var paths: [String]

  @OptionGroup var standard: StandardOptions
  @OptionGroup var rules: RulesOptions
  @OptionGroup var day: DayOptions

  @Option(help: "text or json. 输出格式")
  var format: ListingFormat = .text

  @OptionGroup var words: WordsOptions

  mutating func run() async throws {
    let asOf = try day.day()
    let loaded = try rules.load()
    let chosen = try choose(from: loaded)
    guard let rulebook = loaded.rulebooks.first(where: { $0.schema.kind == chosen.kind }) else {
      throw UsageProblem.noKind(chosen.kind, known: loaded.kinds.names)
    }
    tellErrors(of: loaded, words)
    let sources = RecordDiscovery.find(paths)
    let batch = BatchReview(
      loader: RecordLoader(kinds: loaded.kinds, checksAttachments: true),
      records: RecordReview(
        rulebooks: loaded.rulebooks, asOf: asOf,
        scores: ScoreReview(chosen, rulebook: rulebook)),
      jobs: Streams.cores)
    var output = ScoreOutput(format, chosen.sheet, words)
    output.begin(asOf: asOf, cases: CheckCommand.count(of: sources))
    var status: ExitStatus = loaded.hasErrors ? .notDone : .clean
    try await batch.run(sources) { reviewed in
      status = max(status, Self.status(of: reviewed.review))
      output.add(reviewed)
      return true
    }
    output.end()
    if status != .clean { throw status }
  }

  /// The sheet that was asked for, or the default.
  private func choose(from loaded: LoadedRules) throws -> CompiledStandard {
    do {
      if let chosen = try standard.choose(from: loaded) { return chosen }
    } catch {
      tellErrors(of: loaded, words)
      throw error
    }
    tellErrors(of: loaded, words)
    throw UsageProblem.noDefaultStandard(known: loaded.standards.map(\.sheet.id))
  }

  /// A score is no verdict: only what could not be done counts.
  private static func status(of review: CaseReview) -> ExitStatus {
    if review.isUnreadable { return .notDone }
    let hasFault = review.results.contains { result in
      result.outcome == .error || result.findings.contains { $0.outcome == .error }
    }
    return hasFault ? .notDone : .clean
  }
}

/// Writes scores in the format that was asked for, case by case.
private struct ScoreOutput {
  private enum Printer {
    case text(ScoreTextPrinter)
    case json(ScoreJSONPrinter)
  }

  /// The text of the record that is just printed, for excerpts of what is wrong with it.
  private final class Shown {
    var text: (name: String, file: SourceFile)?
  }

  private let shown = Shown()
  private var printer: Printer

  init(_ format: ListingFormat, _ sheet: ScoreSheet, _ words: WordsOptions) {
    let shown = shown
    switch format {
    case .text:
      printer = .text(
        ScoreTextPrinter(
          sheet, language: words.language, colour: words.colour,
          sources: { path in shown.text.flatMap { $0.name == path ? $0.file : nil } },
          sink: Streams.put))
    case .json: printer = .json(ScoreJSONPrinter(sheet, sink: Streams.put))
    }
  }

  mutating func begin(asOf: CivilDate, cases: Int?) {
    switch printer {
    case .text(var text):
      text.begin(asOf: asOf, cases: cases)
      printer = .text(text)
    case .json(var json):
      json.begin(asOf: asOf)
      printer = .json(json)
    }
  }

  mutating func add(_ reviewed: ReviewedCase) {
    shown.text = reviewed.text.map {
      (reviewed.review.source, $0.hiding(reviewed.personal))
    }
    let scored = ScoredCase(review: reviewed.review, score: reviewed.score)
    switch printer {
    case .text(var text):
      text.add(scored)
      printer = .text(text)
    case .json(var json):
      json.add(scored)
      printer = .json(json)
    }
  }

  mutating func end() {
    switch printer {
    case .text(var text): text.end()
    case .json(var json): json.end()
    }
  }
}
