import ArgumentParser
import CaseRecords
import FoundationEssentials
import Reports
import RuleCompiler
import RuleEvaluator
import RuleProof
import SourceText
import WorkCalendar

struct CasesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cases",
    abstract: "Works with sample cases that say what their review must be. 样例案卷",
    discussion: """
      EXAMPLES
        pingcha cases verify Cases
      """,
    subcommands: [CasesVerifyCommand.self])
}

struct CasesVerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Compares the review of case folders with their expected.yaml. 核对预期结论",
    discussion: """
      Each case folder below PATH must hold an `expected.yaml` beside its `case.yaml`:

        as_of: 2024-12-31
        attachments: [attachment-altered]
        rules: { penalty.decision.within-limit: violated }

      A rule that is not listed must be satisfied or not applicable. A folder without an \
      `expected.yaml` differs. Ends with the line `N passed, N failed`.

      EXIT CODES
        0  all agree
        1  one differs
        2  a rule is wrong, or an expected.yaml

      EXAMPLES
        pingcha cases verify Cases
      """)

  @Argument(help: ArgumentHelp("Folders with case folders. 案卷文件夹", valueName: "path"))
  var paths: [String]

  @OptionGroup var rules: RulesOptions

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(
      "The day of the review where an expected.yaml names none. 评查日期",
      valueName: "yyyy-mm-dd"))
  var dayText: String?

  @OptionGroup var words: WordsOptions

  mutating func run() async throws {
    let day = try dayText.map { text in
      guard let day = CivilDate(text) else { throw UsageProblem.badDate(text) }
      return day
    }
    let loaded = try rules.load()
    if loaded.hasErrors { tellErrors(of: loaded, words) }
    var status = loaded.hasErrors ? ExitStatus.notDone : .clean
    var (passed, failed) = (0, 0)
    let loader = RecordLoader(kinds: loaded.kinds)
    for source in RecordDiscovery.find(paths) {
      let result = try verify(source, day: day, loaded, loader)
      status = max(status, result)
      if result == .clean { passed += 1 } else { failed += 1 }
    }
    _ = Streams.print("\(passed) passed, \(failed) failed")
    throw status
  }

  /// Compares one case, and prints how it differs.
  private func verify(
    _ found: FoundSource, day: CivilDate?, _ loaded: LoadedRules, _ loader: RecordLoader
  ) throws -> ExitStatus {
    guard case .source(let source) = found, let folder = source.folder else {
      tell(found.path, [CommandWords.noCaseFolder])
      return .notDone
    }
    let path = CaseExpectations.path(in: folder)
    guard let data = FileManager.default.contents(atPath: path) else {
      tell(folder, [CommandWords.nothingExpected])
      return .found
    }
    let file = SourceFile(path: path, bytes: [UInt8](data))
    let (expectations, problems) = CaseExpectations.read(file)
    guard let expectations else {
      let printer = ExcerptPrinter(language: words.language)
      for problem in problems { Streams.tell(printer.text(of: problem, in: file)) }
      return .notDone
    }
    guard let asOf = expectations.asOf ?? day else {
      tell(path, [CommandWords.noDay])
      return .notDone
    }
    let records = RecordReview(rulebooks: loaded.rulebooks, asOf: asOf)
    let differences = expectations.differences(from: records.review(loader.load(source)).review)
    tell(path, differences.map(\.text))
    return differences.isEmpty ? .clean : .found
  }

  private func tell(_ path: String, _ texts: [BilingualText]) {
    guard !texts.isEmpty else { return }
    _ = Streams.print(path)
    for text in texts { _ = Streams.print("  " + text[words.language]) }
  }
}
