import ArgumentParser
import Findings
import Reports
import RuleCompiler
import RuleProof
import SourceText

struct RulesTestCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Runs the examples that the rules bring along. 运行规则示例",
    discussion: """
      Each example is a base record with a few facts changed, and what the rule must say of it. \
      An example that names no day is reviewed on \(ExampleRunner.standardDay).

      Text output ends with the line `N passed, N failed`, in every language.

      EXIT CODES
        0  all pass
        1  one fails
        2  a rule is wrong

      EXAMPLES
        pingcha rules test
        pingcha rules test penalty.decision.within-limit
        pingcha rules test penalty.hearing --watch
        pingcha rules test --format junit > examples.xml
      """)

  @Argument(help: ArgumentHelp("Ids of rules, or how they begin. 规则编号或前缀", valueName: "rule"))
  var prefixes: [String] = []

  @Flag(help: "Run again whenever a file of the rules folder changes, until interrupted. 持续运行")
  var watch = false

  @OptionGroup var rules: RulesOptions

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, junit
  }

  @Option(help: "text, json or junit. 输出格式")
  var format: Format = .text

  @OptionGroup var words: WordsOptions

  mutating func run() async throws {
    guard watch else { return try test() }
    var watcher = FolderWatcher(folder: try rules.find())
    while true {
      do { try test() } catch let status as ExitStatus {
        // The next edit may mend it.
        if status == .clean { return }
      }
      Streams.tell(CommandWords.waitsForEdit(watcher.folder)[words.language])
      try await watcher.waitForChange()
      Streams.tell("")
    }
  }

  private func test() throws {
    let loaded = try rules.load()
    let ids = try chosenRules(of: loaded)
    let outcomes = ExampleRunner(loaded).run(rules: ids)
    let results = outcomes.map { ExampleResult($0, in: loaded) }
    let printer = ExampleResultsPrinter(sources: { loaded.file($0) }, sink: Streams.put)
    if loaded.hasErrors { tellErrors(of: loaded, words) }
    switch format {
    case .text:
      printer.printText(results, language: words.language, colour: words.colour)
    case .json: printer.printJSON(results)
    case .junit: printer.printJUnit(results, language: words.language)
    }
    if loaded.hasErrors { throw ExitStatus.notDone }
    if outcomes.contains(where: { !$0.isPassed }) { throw ExitStatus.found }
  }
}

extension RulesTestCommand {
  /// The ids that the command line names, present or former; `nil` for all.
  private func chosenRules(of loaded: LoadedRules) throws -> Set<String>? {
    guard !prefixes.isEmpty else { return nil }
    let written = loaded.source.rules.map(\.id.text)
    var ids: Set<String> = []
    for prefix in prefixes {
      if let rule = loaded.rule(prefix) {
        ids.insert(rule.id)
        continue
      }
      let found = written.filter { $0.hasPrefix(prefix) }
      if found.isEmpty { throw UsageProblem.missing(prefix, in: loaded) }
      ids.formUnion(found)
    }
    return ids
  }
}

extension ExampleResult {
  /// Puts the outcome of an example into the words of a report.
  fileprivate init(_ outcome: ExampleOutcome, in loaded: LoadedRules) {
    // What is wrong with the patch has its own place in it.
    let problem = outcome.problems.first
    let located = loaded.source.located(
      FileDiagnostic(
        file: outcome.file,
        diagnostic: Diagnostic(
          code: "", message: BilingualText(zh: "", en: ""), range: problem?.range ?? outcome.range)),
      below: loaded.folder)
    self.init(
      rule: outcome.rule, number: outcome.number, base: outcome.base, note: outcome.note,
      expected: outcome.expected, actual: outcome.actual, place: located.place,
      isPassed: outcome.isPassed)
    explanation = outcome.explanation
    checks = outcome.checks.map {
      Check(id: $0.id, expected: $0.expected, actual: $0.actual)
    }
    if !outcome.problems.isEmpty {
      message = BilingualText(
        zh: outcome.problems.map(\.message.zh).joined(separator: "；"),
        en: outcome.problems.map(\.message.en).joined(separator: "; "))
    }
  }
}
