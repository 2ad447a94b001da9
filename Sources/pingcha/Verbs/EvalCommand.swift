import ArgumentParser
import FoundationEssentials
import RuleCompiler
import SourceText

struct EvalCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval",
    abstract: "Evaluates a CEL expression: its value, type and unknowns. 求表达式的值",
    discussion: """
      The expression may name what rules do: the sections of a record, `record`, `documents`, \
      `as_of`, definitions and terms, but not `params`, which depends on a rule's basis date. \
      Without --case every fact is unknown, and `unknown` names those that would have to be \
      recorded. Personal data is masked, as in findings. Documentation/cel.md lists the functions.

      Without an expression, each line of standard input is one; on a terminal you are asked, \
      and `:help` lists what can be said besides. There Tab completes names, fields, functions and \
      the values of a field, the arrow keys bring back what was typed (kept in \
      `pingcha/eval-history` below XDG_STATE_HOME or `~/.local/state`), and an expression goes on \
      over several lines until its brackets are closed.

      EXIT CODES
        0  it has a value, or is unknown or absent; or a conversation on a terminal is over
        2  it is wrong, or fails

      EXAMPLES
        pingcha eval '1 + 2'
        pingcha eval 'date("2024-09-30") + workdays(7)'
        pingcha eval 'decision.made_on - days(90) > case.filed_on' --case Cases/clean-file --explain
        pingcha eval --format json < expressions.txt
      """)

  @Argument(help: ArgumentHelp("A CEL expression. 表达式", valueName: "expr"))
  var expression: String?

  @Option(
    name: .customLong("case"),
    help: ArgumentHelp("A case folder or a record. 案卷", valueName: "case"))
  var path: String?

  @Option(
    help: ArgumentHelp(
      "The record kind whose facts it may name. 记录类型",
      discussion: "Default: that of --case, else the first of the rules folder."))
  var kind: String?

  @Flag(help: "Prints each part with its value. 逐层说明")
  var explain = false

  /// A file with an expression a line, whose stages are timed: for `Benchmarks/cel`.
  @Option(help: .hidden)
  var benchmark: String?

  @OptionGroup var rules: RulesOptions
  @OptionGroup var day: DayOptions

  @Option(help: "text or json. 输出格式")
  var format: ListingFormat = .text

  @OptionGroup var words: WordsOptions

  mutating func run() async throws {
    let asOf = try day.day()
    let session = try EvalSession(
      try rules.load(), case: path, kind: kind, asOf: asOf, words)
    if let benchmark { return try time(benchmark, in: session) }
    var console = EvalConsole(
      session, kind: kind, asOf: asOf, format: format, words: words, isExplaining: explain,
      isSeries: expression == nil)
    if let expression {
      console.answer(expression)
    } else {
      let asks = Streams.inputIsTerminal
      if asks { Streams.tell(EvalWords.greeting(case: path)[words.language]) }
      if var prompt = EvalPrompt(console) { return prompt.run() }
      repeat {
        if asks { Streams.tell("> ", terminator: "") }
      } while readLine().map { console.answer(line: $0) } ?? false
    }
    if console.hasFailed { throw ExitStatus.notDone }
  }

  private func time(_ path: String, in session: EvalSession) throws {
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw UsageProblem.cannotRead(path)
    }
    let benchmark = EvalBenchmark(session: session)
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      guard let timed = benchmark.line(for: String(line)) else { throw ExitStatus.notDone }
      _ = Streams.print(timed)
    }
  }
}
