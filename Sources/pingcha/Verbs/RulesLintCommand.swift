import ArgumentParser
import Findings
import Reports
import RuleCompiler
import RuleProof
import SourceText

struct RulesLintCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Reads and compiles everything in the rules folder. 检查规则文件",
    discussion: """
      Prints what is wrong with the rules, schemas, parameters, calendars, the law registry and \
      the examples, with the line of each.

      EXIT CODES
        0  nothing is wrong, or there are only warnings
        2  something is, or with --strict there is a warning

      EXAMPLES
        pingcha rules lint
        pingcha rules lint --rules Rules --strict --format json
      """)

  @Flag(help: "Warnings end with 2 too. 警告也算错误")
  var strict = false

  @OptionGroup var rules: RulesOptions

  @Option(help: "text or json. 输出格式")
  var format: ListingFormat = .text

  @OptionGroup var words: WordsOptions

  mutating func run() async throws {
    let loaded = try rules.load()
    let runner = ExampleRunner(loaded)
    let ofExamples = (runner.baseProblems() + runner.patchWarnings()).map {
      loaded.source.located($0, below: loaded.folder)
    }
    let diagnostics = loaded.diagnostics + ofExamples
    let printer = DiagnosticsPrinter(sources: { loaded.file($0) }, sink: Streams.put)
    switch format {
    case .json: printer.printJSON(diagnostics)
    case .text:
      printer.printText(diagnostics, language: words.language, colour: words.colour)
      if diagnostics.isEmpty {
        let text = CommandWords.sound(files: loaded.source.files.count, rules: loaded.rules.count)
        _ = Streams.print(text[words.language])
      }
    }
    let isBad = diagnostics.contains { strict || $0.diagnostic.severity == .error }
    if isBad { throw ExitStatus.notDone }
  }
}
