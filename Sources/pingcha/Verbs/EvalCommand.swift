import ArgumentParser
import CEL
import CaseRecords
import RuleCompiler
import RuleEvaluator
import SourceText
import WorkCalendar
import YAML

struct EvalCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval",
    abstract: "Evaluates a CEL expression: its value, type and unknowns. 求表达式的值",
    discussion: """
      The expression may name what rules do: the sections of a record, `record`, `documents`, \
      `as_of`, definitions and terms, but not `params`, which depends on a rule's basis date. \
      Without --case every fact is unknown.

      EXIT CODES
        0  it has a value, or is unknown or absent
        2  it is wrong, or fails

      EXAMPLES
        pingcha eval '1 + 2'
        pingcha eval 'date("2024-09-30") + workdays(7)'
        pingcha eval 'decision.made_on - days(90) > case.filed_on' --case Cases/clean-file
      """)

  @Argument(help: ArgumentHelp("A CEL expression. 表达式", valueName: "expr"))
  var expression: String

  @Option(
    name: .customLong("case"),
    help: ArgumentHelp("A case folder or a record. 案卷", valueName: "case"))
  var path: String?

  @Option(
    help: ArgumentHelp(
      "The record kind whose facts it may name. 记录类型",
      discussion: "Default: that of --case, else the first of the rules folder."))
  var kind: String?

  @OptionGroup var rules: RulesOptions
  @OptionGroup var day: DayOptions

  @OptionGroup var words: WordsOptions

  mutating func run() async throws {
    let asOf = try day.day()
    let loaded = try rules.load()
    let record = try path.map { try OneRecord.load($0, by: loaded, words) }
    let rulebook =
      record.flatMap { loaded.rulebook(for: $0) }
      ?? loaded.rulebooks.first { kind == nil || $0.schema.kind == kind }
    guard let rulebook else {
      tellErrors(of: loaded, words)
      throw UsageProblem.noKind(kind ?? "", known: loaded.kinds.names)
    }
    let compiled = rulebook.compile(expression: expression)
    guard let program = compiled.program else {
      let file = SourceFile(path: "expr", text: expression)
      let printer = ExcerptPrinter(language: words.language)
      for diagnostic in compiled.diagnostics {
        Streams.tell(printer.text(of: diagnostic, in: file))
      }
      throw ExitStatus.notDone
    }
    let facts = try record ?? Self.unrecorded(of: rulebook)
    var frame = RecordEvaluator(rulebook: rulebook, asOf: asOf).frame(for: facts)
    let missing = program.slotCount - frame.slots.count
    if missing > 0 { frame.slots.append(contentsOf: repeatElement(nil, count: missing)) }
    let answer = ExpressionAnswer(value: program.evaluate(&frame), type: program.type)
    _ = Streams.print(answer.text(in: words.language))
    if answer.isFault { throw ExitStatus.notDone }
  }

  /// A record of which nothing is known.
  private static func unrecorded(of rulebook: Rulebook) throws -> CaseRecord {
    let reading = readYAML("completeness: open").root.map { root in
      RecordReader(schema: rulebook.schema).read(root)
    }
    guard let record = reading?.record else { throw UsageProblem.needsCase() }
    return record
  }
}
