import ArgumentParser
import Reports
import RuleCompiler

struct RulesShowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Shows one rule: what it asks, on what law, since when. 规则详情",
    discussion: """
      EXIT CODES
        0  it was shown
        2  there is no such rule, or it is wrong

      EXAMPLES
        pingcha rules show penalty.decision.within-limit
        pingcha rules show penalty.decision.within-limit --lang zh
      """)

  @Argument(help: ArgumentHelp("The id of a rule. 规则编号", valueName: "rule"))
  var id: String

  @OptionGroup var rules: RulesOptions

  @Option(help: "text or json. 输出格式")
  var format: ListingFormat = .text

  @OptionGroup var words: WordsOptions

  mutating func run() async throws {
    let loaded = try rules.load()
    guard let rule = loaded.rule(id) else {
      tellErrors(of: loaded, words)
      throw UsageProblem.missing(id, in: loaded)
    }
    let printer = RuleShowPrinter(sink: Streams.put)
    switch format {
    case .text:
      printer.printText(
        RuleDescription(rule), language: words.language, colour: words.colour)
    case .json: printer.printJSON(RuleDescription(rule))
    }
  }
}
