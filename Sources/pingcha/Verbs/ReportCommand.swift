import ArgumentParser
import CaseRecords
import Findings
import Project
import Reports
import RuleCompiler
import RuleEvaluator
import SourceText
import WorkCalendar

struct ReportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Writes the report of an audit over case files. 评查报告",
    discussion: """
      Reviews case files as `check` does, scores them, and writes what was found for those who \
      read it: figures, groups, findings, and each case with its timeline and score. What a PATH \
      is says `pingcha check --help`.
      评查案卷、评分，并写出供人阅读的报告：总览、分组、问题清单，以及每卷的时间线和评分。

      The report says what it was made with: digests of the rules and records, the law, the years of \
      the calendar, the day, the options, and its own digest. The same input gives the same bytes.

      EXIT CODES, those of check
        0  no violation at or above --fail-on
        1  there is one, or with --unknown fail something undetermined
        2  a bad rule, an unreadable record, a rule that failed, \
      a wrong option; it wins over 1

      EXAMPLES
        pingcha report Cases --as-of 2024-12-31 --format md=report.md
        pingcha report Cases --format html=report.html --format md=report.md
        pingcha report Cases --format xlsx=review.xlsx --format docx=letters
        pingcha report Cases --by office --by month --lang zh
        pingcha report Cases --select penalty.publicity --baseline known.json
      """)

  @Argument(help: ArgumentHelp("What to review; - is standard input. 案卷路径", valueName: "path"))
  var paths: [String]

  @OptionGroup var rules: RulesOptions
  @OptionGroup var day: DayOptions

  @Option(
    name: .customLong("format"),
    help: ArgumentHelp(
      """
      \(ReportFormats.all.map(\.name).joined(separator: ", ")), and =FILE to write it there; the \
      letters of docx go to a folder. Repeatable. 输出格式
      """,
      discussion: "Default: md. At most one goes to standard output.", valueName: "format[=file]"))
  var formats: [FormatChoice] = []

  @Option(
    name: .customLong("by"),
    help: ArgumentHelp(
      "office, officer, sector, rule, article or month. Repeatable. 分组",
      discussion: "What the cases are added up by. Default: office.", valueName: "what"))
  var groupings: [AuditGrouping] = []

  @OptionGroup var standard: StandardOptions

  @Option(
    help: ArgumentHelp(
      "fatal, major, minor or never. 从哪一级起以 1 退出",
      discussion: "The mildest severity of a violation that ends with 1. Default: minor, so any."))
  var failOn: Threshold = .minor

  @Option(
    help: ArgumentHelp(
      "fail, warn or ok: whether what could not be determined ends with 1. 未能判定的是否计入",
      discussion: "fail: as a violation of its severity would; warn and ok: it does not."))
  var unknown: UnknownPolicy = .warn

  @OptionGroup var selection: SelectionOptions

  @Flag(help: "Show personal data, which is masked otherwise. 显示个人信息")
  var unmask = false

  @OptionGroup var known: KnownOptions

  @Option(help: ArgumentHelp("Records reviewed at once. 并行数", discussion: "Default: the cores."))
  var jobs: Int?

  @Flag(help: "Leave the files of attachments alone. 不核对附件")
  var noAttachments = false

  @Flag(help: "Print no progress. 不显示进度")
  var quiet = false

  @OptionGroup var words: WordsOptions

  mutating func run() async throws {
    let asOf = try day.day()
    if let jobs, jobs < 1 { throw UsageProblem.badJobs(jobs) }
    let formats = formats.isEmpty ? [FormatChoice(argument: "md")] : formats
    try ReportFormats.check(formats)
    let loaded = try rules.load()
    if loaded.hasErrors { tellErrors(of: loaded, words) }
    let chosen = try selection.rules(of: loaded)
    var run = CheckRun(
      loaded: loaded, asOf: asOf, rules: chosen,
      verdict: Verdict(failOn: failOn, unknown: unknown),
      known: try known.read(for: loaded, rules: chosen, asOf: asOf, language: words.language),
      showsPersonalData: unmask)
    run.audits = true
    run.scores = try scores(of: loaded)
    let report = Report(
      audit: try await audit(by: &run), rules: loaded, language: words.language,
      groupings: groupings.isEmpty ? [.office] : groupings.uniqued)
    for choice in formats {
      try ReportFormats.named(choice.name).write(report, to: choice.file)
    }
    if run.status != .clean { throw run.status }
  }

  /// The sheet that was asked for, or the default, where there is one.
  private func scores(of loaded: LoadedRules) throws -> ScoreReview? {
    guard let chosen = try standard.choose(from: loaded) else { return nil }
    guard let rulebook = loaded.rulebooks.first(where: { $0.schema.kind == chosen.kind }) else {
      throw UsageProblem.noKind(chosen.kind, known: loaded.kinds.names)
    }
    return ScoreReview(chosen, rulebook: rulebook)
  }

  /// Reviews everything.
  private func audit(by run: inout CheckRun) async throws -> Audit {
    let sources = RecordDiscovery.find(paths)
    var builder = AuditBuilder(
      run.loaded, asOf: run.asOf, rules: run.summaries, sheet: run.scores?.standard.sheet,
      choices: choices, showsPersonalData: unmask)
    let progress = ProgressLine(isShown: !quiet, language: words.language)
    try await run.review(
      sources, jobs: jobs ?? Streams.cores, checksAttachments: !noAttachments
    ) { marked, count, total in
      builder.add(marked.reviewed)
      progress.show(count, of: total)
      return true
    }
    progress.clear()
    return builder.finished(
      resolved: run.known.marker.resolved, diagnostics: run.known.marker.diagnostics)
  }

  /// The options that chose what is told.
  private var choices: [String] {
    var choices = selection.selected.map { "--select \($0)" }
    choices += selection.ignored.map { "--ignore \($0)" }
    if let id = standard.id { choices.append("--standard \(id)") }
    if let file = known.baseline { choices.append("--baseline \(file)") }
    if noAttachments { choices.append("--no-attachments") }
    return choices
  }
}

extension AuditGrouping: ExpressibleByArgument {}

extension [AuditGrouping] {
  /// Each once, where it stands first.
  fileprivate var uniqued: Self {
    reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}
