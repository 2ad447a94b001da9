import ArgumentParser
import CaseRecords
import Findings
import Project
import Reports
import RuleCompiler
import RuleEvaluator
import SourceText
import WorkCalendar

struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Reviews case files and prints the findings. 评查案卷",
    discussion: """
      A PATH is a case folder (it holds `case.yaml`), a folder with case folders anywhere below \
      it, a record in a file .yaml, .yml or .json, a batch in a file .ndjson or .jsonl (one \
      record a line), or - for such a batch on standard input.

      Each record fails alone: one that cannot be read is told with its place, and the others \
      are reviewed. Attachments that are missing, outside the folder or altered break no rule, \
      but end with 1 unless --fail-on is never.

      FORMATS
        text     for a person: findings with article, line, days and remedy
        json     everything, one document; ndjson: one object a line
        sarif    SARIF 2.1.0 for code hosts, editors and viewers
        junit    a test a rule, for build servers
        github   annotations of a workflow of GitHub
        gitlab   a report of code quality for GitLab
        csv      a table for a spreadsheet, a line a finding
        summary  the figures in one line of JSON
      A file is there as a whole once the run is over, and until then is what it was.

      WAIVERS
        A finding that somebody accepts is named in the list `waivers` of `pingcha.yaml`, or in \
      `waivers.yaml` beside the record, with `rule` (or `rule#check`), `case`, `reason`, \
      `approved_by` and, if it ends, `until`. It is told as waived and fails nothing. A waiver that \
      has expired or has nothing to let pass is told too, and ends with 1 as a minor violation would.

      BASELINES
        --write-baseline writes what a run finds, but for what is waived; with --baseline only what \
      is new fails, and what is gone is told as resolved. A finding is known by case, rule, check, \
      outcome and fact, never by its line. Both options together hold the run against the old file \
      and keep what it says of cases and rules that were not reviewed. --write-baseline alone accepts \
      everything it writes, and ends with 0.

      EXIT CODES
        0  no violation at or above --fail-on
        1  there is one, or with --unknown fail something undetermined, or an idle waiver
        2  a bad rule, an unreadable record, a rule that failed, \
      a wrong option; it wins over 1

      EXAMPLES
        pingcha check Cases --as-of 2024-12-31
        pingcha check Cases/late-publicity-national-day --lang zh
        pingcha check batch.ndjson --fail-on fatal --format ndjson
        pingcha check Cases --format text --format sarif=out.sarif --format junit=out.xml
        pingcha check Cases --select penalty.decision --ignore penalty.decision.within-limit
        pingcha check Cases --hide undetermined --max-per-rule 3
        pingcha check Cases --statistics
        pingcha check Cases --baseline known.json
      """)

  @Argument(help: ArgumentHelp("What to review; - is standard input. 案卷路径", valueName: "path"))
  var paths: [String]

  @OptionGroup var rules: RulesOptions
  @OptionGroup var day: DayOptions

  @Option(
    help: ArgumentHelp(
      "fatal, major, minor or never. 从哪一级起以 1 退出",
      discussion: "The mildest severity of a violation that ends with 1. Default: minor, so any."))
  var failOn: Threshold = .minor

  @Option(
    help: ArgumentHelp(
      "fail, warn or ok: what is made of a result that could not be determined. 未能判定的如何处理",
      discussion: """
        fail: it ends with 1 as a violation of its severity would; warn: it is a warning where a \
        format has levels; ok: a note.
        """))
  var unknown: UnknownPolicy = .warn

  @Option(
    name: .customLong("format"),
    help: ArgumentHelp(
      "A format, and =FILE to write it there. Repeatable. 输出格式",
      discussion: "Default: text. At most one goes to standard output.", valueName: "format[=file]")
  )
  var formats: [FormatChoice] = []

  @OptionGroup var selection: SelectionOptions

  @OptionGroup var choice: ChoiceOptions

  @Flag(help: "Show personal data, which is masked otherwise. 显示个人信息")
  var unmask = false

  @OptionGroup var known: KnownOptions

  @Option(
    help: ArgumentHelp("Write what is found as a baseline. 写出基线文件", valueName: "file"))
  var writeBaseline: String?

  @Option(help: ArgumentHelp("Records reviewed at once. 并行数", discussion: "Default: the cores."))
  var jobs: Int?

  @Flag(help: "Leave the files of attachments alone. 不核对附件")
  var noAttachments = false

  @Flag(help: "Print neither progress nor what is in order. 只输出发现")
  var quiet = false

  @Flag(help: "Tell on standard error where the time went, by stage and rule. 显示耗时")
  var profile = false

  @OptionGroup var words: WordsOptions

  mutating func run() async throws {
    let asOf = try day.day()
    var times = RunTimes()
    let formats = try checkedFormats()
    let loaded = try times.load { try rules.load() }
    let chosen = try selection.rules(of: loaded)
    var run = CheckRun(
      loaded: loaded, asOf: asOf, rules: chosen,
      verdict: Verdict(
        failOn: failOn, unknown: unknown,
        acceptsFindings: writeBaseline != nil && known.baseline == nil),
      known: try known.read(
        for: loaded, rules: chosen, asOf: asOf, language: words.language,
        writesBaseline: writeBaseline != nil),
      showsPersonalData: unmask)
    let sources = RecordDiscovery.find(paths)
    let baseline = try writeBaseline.map { try Sink($0) }
    let output = try ReviewOutput(
      formats,
      settings: ReviewSettings(
        language: words.language, colour: words.colour, verbosity: quiet ? .quiet : .normal,
        unknown: unknown),
      choice: choice.choice, run: run, cases: Self.count(of: sources))
    let progress = ProgressLine(isShown: !quiet, language: words.language)
    var isRead = true
    try await run.review(
      sources, jobs: jobs ?? Streams.cores, checksAttachments: !noAttachments,
      isProfiled: profile
    ) { marked, count, total in
      progress.clear()
      defer { progress.show(count, of: total) }
      // What nobody reads need not be reviewed.
      isRead = times.write(marked.reviewed) { output.add(marked) }
      return isRead
    }
    progress.clear()
    try times.write { try output.finish(run.known.marker) }
    if let baseline, isRead {
      BaselinePrinter(sink: baseline.write).print(run.known.marker.nextBaseline)
      try baseline.close()
    }
    if profile { times.print(words.language) }
    throw isRead ? run.status : .notDone
  }

  /// The formats that are asked for.
  ///
  /// - Throws: Where the options do not go together.
  private func checkedFormats() throws -> [FormatChoice] {
    if let jobs, jobs < 1 { throw UsageProblem.badJobs(jobs) }
    if writeBaseline == "" { throw UsageProblem.noFileName(option: "--write-baseline") }
    let formats = formats.isEmpty ? [FormatChoice(argument: "text")] : formats
    try FormatChoice.check(formats, others: writeBaseline.map { [$0] } ?? [])
    try choice.check(formats)
    return formats
  }

  /// How many cases there are; `nil` where lines of a batch are still to be read.
  static func count(of sources: [FoundSource]) -> Int? {
    let hasBatch = sources.contains {
      if case .source(let source) = $0 { source.format == .lines } else { false }
    }
    return hasBatch ? nil : sources.count
  }
}

/// The mildest severity that counts.
enum Threshold: String, ExpressibleByArgument, CaseIterable {
  case fatal, major, minor, never

  func counts(_ severity: RuleSeverity) -> Bool {
    switch self {
    case .fatal: severity >= .fatal
    case .major: severity >= .major
    case .minor: true
    case .never: false
    }
  }
}

extension UnknownPolicy: ExpressibleByArgument {}
