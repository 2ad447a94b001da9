import ArgumentParser
import Findings
import Reports
import RuleCompiler

struct RulesListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Lists the rules with family, severity, days in force and article. 规则清单",
    discussion: """
      EXIT CODES
        0  they were listed
        2  some rule is wrong; the others were listed

      EXAMPLES
        pingcha rules list
        pingcha rules list --family publicity --lang zh
        pingcha rules list --format json
      """)

  @Option(help: ArgumentHelp("Only rules of this family. 只列这一类", valueName: "family"))
  var family: String?

  @OptionGroup var rules: RulesOptions

  @Option(help: "text or json. 输出格式")
  var format: ListingFormat = .text

  @OptionGroup var words: WordsOptions

  mutating func run() async throws {
    let loaded = try rules.load()
    let all = loaded.rules.map(\.summary)
    if let family, !all.contains(where: { $0.family == family }) {
      throw UsageProblem.noFamily(family, known: Set(all.map(\.family)).sorted())
    }
    let listed = all.filter { family == nil || $0.family == family }
    let printer = RuleListPrinter(sink: Streams.put)
    switch format {
    case .text: printer.printText(listed, language: words.language, colour: words.colour)
    case .json: printer.printJSON(listed)
    }
    if loaded.hasErrors {
      tellErrors(of: loaded, words)
      throw ExitStatus.notDone
    }
  }
}
