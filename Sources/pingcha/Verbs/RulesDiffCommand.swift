import ArgumentParser
import CaseRecords
import Findings
import FoundationEssentials
import Reports
import RuleCompiler
import RuleProof
import SourceText

struct RulesDiffCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Tells what an edit of the rules changes, in words and in results. 规则改动的影响",
    discussion: """
      OLD and NEW are rules folders or revisions of git; `OLD..NEW` is one argument for two \
      revisions. Without NEW the rules folder is taken as it is on disk.

      Both readings are held against every example of both, and against the cases below each \
      --cases PATH. Told are the values that read differently (comments and layout are none), how \
      often an outcome becomes another, and the first record that shows it.

      Cases are kept in the folder `.pingcha` as they were read, so that a next run over the same \
      ones takes a fraction of the time.

      An intended change is declared by a line `Rule-Change: RULE: WHY` in the message of a commit \
      between the two revisions, or in a file named with --declared.

      EXIT CODES
        0  no result changes, or every change is declared
        1  a result changes and nobody declared it
        2  a rule of either side is wrong, or there is no such revision or folder

      EXAMPLES
        pingcha rules diff HEAD
        pingcha rules diff main..HEAD --cases Cases --format md
        pingcha rules diff /tmp/old-rules Rules --cases Cases archive.ndjson
      """)

  @Argument(help: ArgumentHelp("A folder, a revision, or OLD..NEW. 原规则", valueName: "old"))
  var old: String

  @Argument(help: ArgumentHelp("A folder or a revision. 新规则", valueName: "new"))
  var new: String?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Case folders or files to hold both against. 案卷", valueName: "path"))
  var cases: [String] = []

  @OptionGroup var day: DayOptions

  @Option(
    help: ArgumentHelp(
      "A text with lines `Rule-Change: RULE: WHY`. 申报文件", valueName: "file"))
  var declared: String?

  @Option(help: ArgumentHelp("Records looked at at once. 并行数", discussion: "Default: the cores."))
  var jobs: Int?

  @Flag(help: "Read every case anew, and keep none for the next run. 不用缓存")
  var noCache = false

  @Flag(help: "Print no progress. 不显示进度")
  var quiet = false

  @OptionGroup var rules: RulesOptions

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, md, github
  }

  @Option(help: "text, json, md or github. 输出格式")
  var format: Format = .text

  @OptionGroup var words: WordsOptions

  mutating func run() async throws {
    if let jobs, jobs < 1 { throw UsageProblem.badJobs(jobs) }
    let asOf = try day.day()
    let declarations = try declared.map(RuleDeclarations.init(file:)) ?? RuleDeclarations()
    let sides = try RuleSides(old: old, new: new, rules: rules)
    let (oldSide, newSide) = (sides.old, sides.new)
    async let former = oldSide.load()
    async let present = newSide.load()
    let (before, after) = (try await former, try await present)
    for side in [before, after] where side.hasErrors {
      tellErrors(of: side, words)
      throw ExitStatus.notDone
    }
    let comparison = RuleComparison(old: before, new: after, asOf: asOf)
    var report = comparison.report()
    if !comparison.isEmpty {
      let jobs = jobs ?? Streams.cores
      let packs = noCache ? nil : RecordPackStore.ofProject
      try await comparison.compareExamples(jobs: jobs, packs: packs, into: &report)
      let sources = RecordDiscovery.find(cases)
      let progress = ProgressLine(
        isShown: !quiet, language: words.language, words: CommandWords.compared)
      try await comparison.compareCases(
        sources, jobs: jobs, packs: packs, into: &report
      ) { progress.show($0, of: sources.count) }
      progress.clear()
    }
    let known = declarations.adding(sides.messages())
    for number in report.rules.indices {
      report.rules[number].declaration = known[report.rules[number].rule]
    }
    print(report, folder: after.folder)
    if !report.unreadable.isEmpty { throw ExitStatus.notDone }
    if !report.undeclared.isEmpty { throw ExitStatus.found }
  }

  private func print(_ report: DifferenceReport, folder: String) {
    let printer = DifferencePrinter(language: words.language, sink: Streams.put)
    switch format {
    case .text: printer.printText(report, colour: words.colour)
    case .json: printer.printJSON(report)
    case .md: printer.printMarkdown(report)
    case .github: printer.printGitHub(report, folder: folder)
    }
  }
}

/// Changes that somebody says are intended, by rule: lines `Rule-Change: RULE: WHY`.
struct RuleDeclarations {
  private static let key = "Rule-Change:"
  private var reasons: [String: String] = [:]

  init() {}

  init(file path: String) throws {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw UsageProblem.noDeclarations(path)
    }
    self = Self().adding(String(decoding: data, as: UTF8.self))
  }

  subscript(rule: String) -> String? { reasons[rule] }

  /// Adds the declarations of a text, such as messages of commits. A line without a reason declares
  /// nothing.
  func adding(_ text: String) -> Self {
    var all = self
    for line in text.split(whereSeparator: \.isNewline) {
      let line = Self.trimmed(line)
      guard line.hasPrefix(Self.key) else { continue }
      let rest = line.dropFirst(Self.key.count)
      guard let colon = rest.firstIndex(of: ":") else { continue }
      let (rule, why) = (
        Self.trimmed(rest[..<colon]), Self.trimmed(rest[rest.index(after: colon)...])
      )
      if !rule.isEmpty, !why.isEmpty { all.reasons[String(rule)] = String(why) }
    }
    return all
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text.drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text = text.dropLast() }
    return text
  }
}
