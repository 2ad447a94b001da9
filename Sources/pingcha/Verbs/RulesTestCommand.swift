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
        pingcha rules test --rule penalty.decision.within-limit
        pingcha rules test --format json
      """)

  @Option(
    name: .customLong("rule"),
    help: ArgumentHelp("Only the examples of this rule. Repeatable. 只测这条规则", valueName: "id"))
  var ruleIDs: [String] = []

  @OptionGroup var rules: RulesOptions

  @Option(help: "text or json. 输出格式")
  var format: ListingFormat = .text

  @OptionGroup var words: WordsOptions

  mutating func run() async throws {
    let loaded = try rules.load()
    let written = Set(loaded.source.rules.map(\.id.text))
    let ids = try ruleIDs.map { id in
      if let rule = loaded.rule(id) { return rule.id }
      guard written.contains(id) else {
        throw UsageProblem.missing(id, in: loaded)
      }
      return id
    }
    let outcomes = ExampleRunner(loaded).run(rules: ids.isEmpty ? nil : Set(ids))
    let results = outcomes.map { ExampleResult($0, in: loaded) }
    let printer = ExampleResultsPrinter(sources: { loaded.file($0) }, sink: Streams.put)
    if loaded.hasErrors { tellErrors(of: loaded, words) }
    switch format {
    case .text:
      printer.printText(results, language: words.language, colour: words.colour)
    case .json: printer.printJSON(results)
    }
    if loaded.hasErrors { throw ExitStatus.notDone }
    if outcomes.contains(where: { !$0.isPassed }) { throw ExitStatus.found }
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
