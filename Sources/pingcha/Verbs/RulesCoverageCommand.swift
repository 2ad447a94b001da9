import ArgumentParser
import Findings
import Reports
import RuleCompiler
import RuleProof
import SourceText

struct RulesCoverageCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage",
    abstract: "Tells what the examples show of each rule, and what they do not. 规则覆盖率",
    discussion: """
      Counts for each rule the outcomes that its examples come to, and for each condition of its \
      expressions whether an example made it true, and another false, in such a way that it \
      decided: with the opposite, and all other conditions the same, the expression around it \
      would have come to something else (masking MC/DC). Conditions are what stands under `&&`, \
      `||`, `!` and `?:`; the predicate of `exists` and its like is an expression of its own. \
      Definitions are counted once, over all rules, as `define.NAME`; so are the `expect` \
      conditions of schemas, as `expect.PATH`, where they are asked for.

      What no record can show is excused, with its reason, in the file `proof.yaml` of the rules:

        coverage:
          - { rule: penalty.a.b, condition: has(x), side: false, reason: { zh: …, en: … } }
          - { rule: penalty.a.b, check: done, outcome: satisfied, reason: { zh: …, en: … } }
          - { definition: has_fine, condition: has(x), reason: { zh: …, en: … } }

      EXIT CODES
        0  it was measured
        1  with --threshold, a rule, definition or field lies below
        2  a rule is wrong, or a case cannot be read

      EXAMPLES
        pingcha rules coverage
        pingcha rules coverage penalty.hearing --uncovered
        pingcha rules coverage --uncovered --format json
        pingcha rules coverage define. expect.case
        pingcha rules coverage --html coverage.html --lang zh
        pingcha rules coverage --cases Cases --threshold 90
      """)

  @Argument(
    help: ArgumentHelp(
      "Only what is called so, or begins like that. 规则编号或其开头", valueName: "prefix"))
  var prefixes: [String] = []

  @Flag(help: "Only what is missing, and what would show it. 只列缺口")
  var uncovered = false

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Cases that show something too. 一并计入的案卷", valueName: "path"))
  var cases: [String] = []

  @Option(
    help: ArgumentHelp(
      "End with 1 where less of a rule is shown. 最低百分比", valueName: "percent"))
  var threshold: Double?

  @Option(
    help: ArgumentHelp(
      "Write a page with the text of the rules, coloured. 写出网页", valueName: "file"))
  var html: String?

  @OptionGroup var rules: RulesOptions

  @OptionGroup var day: DayOptions

  @Option(help: "text or json. 输出格式")
  var format: ListingFormat = .text

  @OptionGroup var words: WordsOptions

  mutating func run() async throws {
    if let threshold, !(0...100).contains(threshold) {
      throw UsageProblem.badThreshold(threshold)
    }
    let asOf = try day.day()
    let page = try html.map { path in
      if path.isEmpty { throw UsageProblem.noFileName(option: "--html") }
      return try Sink(path)
    }
    let loaded = try rules.load()
    let scope = CoverageScope(prefixes: prefixes)
    var meter = CoverageMeter(loaded, scope: scope)
    for prefix in prefixes where !meter.names.contains(where: { $0.hasPrefix(prefix) }) {
      tellErrors(of: loaded, words)
      throw UsageProblem.noPrefix(prefix, among: meter.names, in: loaded)
    }
    meter.runExamples()
    let given = CoverageCases(
      kinds: meter.rules.kinds, asOf: day.text == nil ? nil : asOf, today: asOf,
      language: words.language)
    let areCasesRead = given.review(cases, with: &meter)
    let (report, warnings) = meter.report()
    let diagnostics = warnings.map { loaded.source.located($0, below: loaded.folder) }
    if loaded.hasErrors { tellErrors(of: loaded, words) }
    print(report, diagnostics, loaded)
    if let page {
      CoverageHTMLPage(
        sources: { loaded.file($0) }, language: words.language, sink: page.write
      ).print(report)
      try page.close()
    }
    if loaded.hasErrors || !areCasesRead { throw ExitStatus.notDone }
    try judge(report)
  }

  private func print(
    _ report: CoverageReport, _ diagnostics: [LocatedDiagnostic], _ loaded: LoadedRules
  ) {
    switch format {
    case .json:
      let printer = CoverageJSONPrinter(sink: Streams.put)
      if uncovered {
        printer.printGaps(of: report, diagnostics: diagnostics)
      } else {
        printer.print(report, diagnostics: diagnostics)
      }
    case .text:
      let printer = CoverageTextPrinter(
        language: words.language, colour: words.colour, sink: Streams.put)
      if uncovered { printer.printGaps(of: report) } else { printer.print(report) }
      DiagnosticsPrinter(sources: { loaded.file($0) }, sink: Streams.tellPart)
        .printText(diagnostics, language: words.language, colour: false)
    }
  }

  /// Ends with 1 where something lies below the threshold, and says what.
  private func judge(_ report: CoverageReport) throws {
    guard let threshold else { return }
    let below = report.groups.filter { Double($0.tally.permille) < threshold * 10 }
    guard !below.isEmpty else { return }
    let text = CommandWords.belowThreshold(below.map(\.fullName), threshold)
    Streams.tell(text[words.language])
    throw ExitStatus.found
  }
}
