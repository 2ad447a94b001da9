import ArgumentParser
import CaseRecords
import Findings
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
        pingcha report Cases --by office --by month --lang zh
      """)

  @Argument(help: ArgumentHelp("What to review; - is standard input. 案卷路径", valueName: "path"))
  var paths: [String]

  @OptionGroup var rules: RulesOptions
  @OptionGroup var day: DayOptions

  @Option(
    name: .customLong("format"),
    help: ArgumentHelp(
      """
      \(ReportFormats.all.map(\.name).joined(separator: ", ")), and =FILE to write it there. \
      Repeatable. 输出格式
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

  @Option(help: "ignore or fail: whether what is undetermined counts too. 未能判定的是否计入")
  var unknown: Unknowns = .ignore

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
    let (audit, status) = try await audit(loaded, asOf: asOf)
    let report = Report(
      audit: audit, rules: loaded, language: words.language,
      groupings: groupings.isEmpty ? [.office] : groupings.uniqued)
    for choice in formats {
      try ReportFormats.named(choice.name).write(report, to: choice.file)
    }
    if status != .clean { throw status }
  }

  /// Reviews everything.
  private func audit(
    _ loaded: LoadedRules, asOf: CivilDate
  ) async throws -> (audit: Audit, status: ExitStatus) {
    let chosen = try standard.choose(from: loaded)
    let scores = chosen.flatMap { chosen in
      loaded.rulebooks.first { $0.schema.kind == chosen.kind }
        .map { ScoreReview(chosen, rulebook: $0) }
    }
    let sources = RecordDiscovery.find(paths)
    let batch = BatchReview(
      loader: RecordLoader(kinds: loaded.kinds, checksAttachments: !noAttachments),
      records: RecordReview(
        rulebooks: loaded.rulebooks, asOf: asOf, scores: scores, audits: true),
      jobs: jobs ?? Streams.cores)
    var builder = AuditBuilder(
      loaded, asOf: asOf, rules: loaded.rules.map(\.summary), sheet: scores?.standard.sheet)
    let verdict = Verdict(failOn: failOn, unknown: unknown)
    let progress = ProgressLine(isShown: !quiet, language: words.language)
    var status: ExitStatus = loaded.hasErrors ? .notDone : .clean
    var count = 0
    try await batch.run(sources) { reviewed in
      count += 1
      status = max(status, verdict.status(of: reviewed.review))
      builder.add(reviewed)
      progress.show(count, of: sources.count)
      return true
    }
    progress.clear()
    return (builder.finished(), status)
  }
}

extension AuditGrouping: ExpressibleByArgument {}

extension [AuditGrouping] {
  /// Each once, where it stands first.
  fileprivate var uniqued: Self {
    reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}
