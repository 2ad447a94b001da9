import ArgumentParser
import CaseRecords
import Findings
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

      EXIT CODES
        0  no violation at or above --fail-on
        1  there is one, or with --unknown fail something undetermined
        2  a bad rule, an unreadable record, a rule that failed, \
      a wrong option; it wins over 1

      EXAMPLES
        pingcha check Cases --as-of 2024-12-31
        pingcha check Cases/late-publicity-national-day --lang zh
        pingcha check batch.ndjson --fail-on fatal --format ndjson
        pingcha check Cases --format text --format json=review.json
        pingcha check Cases --rule penalty.decision.within-limit
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

  @Option(help: "ignore or fail: whether what is undetermined counts too. 未能判定的是否计入")
  var unknown: Unknowns = .ignore

  @Option(
    name: .customLong("format"),
    help: ArgumentHelp(
      "text, json or ndjson, and =FILE to write it there. Repeatable. 输出格式",
      discussion: "Default: text. At most one goes to standard output.", valueName: "format[=file]")
  )
  var formats: [FormatChoice] = []

  @Option(help: ArgumentHelp("Records reviewed at once. 并行数", discussion: "Default: the cores."))
  var jobs: Int?

  @Flag(help: "Leave the files of attachments alone. 不核对附件")
  var noAttachments = false

  @Option(
    name: .customLong("rule"),
    help: ArgumentHelp("Review by this rule only. Repeatable. 只用这条规则", valueName: "id"))
  var ruleIDs: [String] = []

  @Flag(help: "Print neither progress nor what is in order. 只输出发现")
  var quiet = false

  @Flag(help: "Tell on standard error where the time went, by stage and rule. 显示耗时")
  var profile = false

  @OptionGroup var words: WordsOptions

  mutating func run() async throws {
    let asOf = try day.day()
    var times = RunTimes()
    if let jobs, jobs < 1 { throw UsageProblem.badJobs(jobs) }
    let formats = formats.isEmpty ? [FormatChoice(argument: "text")] : formats
    try FormatChoice.check(formats)
    let loaded = try times.load { try rules.load() }
    for id in ruleIDs where loaded.rule(id) == nil {
      throw UsageProblem.missing(id, in: loaded)
    }
    var run = CheckRun(
      loaded: loaded, asOf: asOf, rules: ruleIDs.isEmpty ? nil : ruleIDs,
      verdict: Verdict(failOn: failOn, unknown: unknown))
    let sources = RecordDiscovery.find(paths)
    let output = try ReviewOutput(
      formats, words: words, isQuiet: quiet, run: run, cases: Self.count(of: sources))
    let progress = ProgressLine(isShown: !quiet, language: words.language)
    var isRead = true
    try await run.review(
      sources, jobs: jobs ?? Streams.cores, checksAttachments: !noAttachments,
      isProfiled: profile
    ) { reviewed, count, total in
      progress.clear()
      defer { progress.show(count, of: total) }
      // What nobody reads need not be reviewed.
      isRead = times.write(reviewed) { output.add(reviewed) }
      return isRead
    }
    progress.clear()
    try times.write { try output.finish() }
    if profile { times.print(words.language) }
    throw isRead ? run.status : .notDone
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

enum Unknowns: String, ExpressibleByArgument, CaseIterable {
  case ignore, fail
}
