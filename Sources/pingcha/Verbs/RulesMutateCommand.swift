import ArgumentParser
import CaseRecords
import Findings
import FoundationEssentials
import Reports
import RuleCompiler
import RuleProof
import SourceText

struct RulesMutateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mutate",
    abstract: "Changes rules a little and sees whether their examples notice. 变异测试",
    discussion: """
      A mutant is a rule with one small change: `>` for `>=`, a term dropped, a period a day \
      longer, another value of an enum, another fact of the same type, the day it comes into \
      force a day later, and so on. It is killed when an example of the rule comes to something \
      else than it states. One that survives is told with its line and, where small records \
      show a difference, with an example that would kill it, to be pasted.

      A RULE is the id of a rule, or how several begin: `penalty.hearing`.

      A mutant that is really the same as its rule is named with its reason in the file \
      proof.yaml of the rules folder, under `mutation`: { rule, mutant, reason }; the mutant is \
      told by the words behind `survives`. It no longer counts.

      Results are kept in the file .pingcha/mutation.json of the working folder, and used again \
      while neither the rule nor what it depends on has changed, nor this program.

      EXIT CODES
        0  measured, and at or above --threshold
        1  the score is below --threshold
        2  a rule is wrong, or its examples fail as it stands

      EXAMPLES
        pingcha rules mutate penalty.decision.within-limit
        pingcha rules mutate penalty.hearing --no-search
        pingcha rules mutate --since main
        pingcha rules mutate --threshold 90 --format json
      """)

  @Argument(help: ArgumentHelp("Ids of rules, or how they begin. 规则编号或前缀", valueName: "rule"))
  var prefixes: [String] = []

  @Option(
    help: ArgumentHelp(
      "Only rules whose text is not as at this revision of git. 只测改过的规则",
      valueName: "revision"))
  var since: String?

  @Flag(help: "Only rules that are not as committed: --since HEAD. 只测未提交的改动")
  var changed = false

  @Option(
    help: ArgumentHelp(
      "End with 1 where the score in per cent is below. 及格线", discussion: "0 to 100.",
      valueName: "percent"))
  var threshold: Double?

  @Option(help: ArgumentHelp("Rules measured at once. 并行数", discussion: "Default: the cores."))
  var jobs: Int?

  @Flag(help: "Do not look for examples that would kill survivors. 不寻找示例")
  var noSearch = false

  @Flag(help: "Neither use the results of earlier runs nor keep these. 不用缓存")
  var noCache = false

  @Flag(help: "Print no progress. 不显示进度")
  var quiet = false

  @OptionGroup var rules: RulesOptions

  @Option(help: "text or json. 输出格式")
  var format: ListingFormat = .text

  @OptionGroup var words: WordsOptions

  mutating func run() async throws {
    if let jobs, jobs < 1 { throw UsageProblem.badJobs(jobs) }
    if let threshold, !(0...100).contains(threshold) { throw UsageProblem.badThreshold(threshold) }
    let loaded = try rules.load()
    let chosen = try chosenRules(of: loaded)
    if loaded.hasErrors { tellErrors(of: loaded, words) }
    let results = await measure(chosen, of: loaded)
    let (report, leftOver) = MutationReport.excusing(results, by: loaded.source.proof)
    let printer = MutationPrinter(sink: Streams.put)
    switch format {
    case .text: printer.printText(report, language: words.language, colour: words.colour)
    case .json: printer.printJSON(report)
    }
    tell(leftOver.map { loaded.source.located($0, below: loaded.folder) }, of: loaded)
    if loaded.hasErrors || report.rules.contains(where: { !$0.isMeasured }) {
      throw ExitStatus.notDone
    }
    if let threshold, let score = report.score, score < threshold { throw ExitStatus.found }
  }

  /// Tells what `proof.yaml` says without need.
  private func tell(_ warnings: [LocatedDiagnostic], of loaded: LoadedRules) {
    guard !warnings.isEmpty else { return }
    DiagnosticsPrinter(sources: { loaded.file($0) }, sink: Streams.tellPart)
      .printText(warnings, language: words.language, colour: false)
  }

  /// The rules that the command line names; all where it names none.
  private func chosenRules(of loaded: LoadedRules) throws -> [RuleSource] {
    if changed, since != nil { throw UsageProblem.changedAndSince() }
    let all = loaded.source.rules
    for prefix in prefixes where !all.contains(where: { $0.id.text.hasPrefix(prefix) }) {
      throw UsageProblem.noPrefix(prefix, among: all.map(\.id.text), in: loaded)
    }
    let named = all.filter { rule in
      prefixes.isEmpty || prefixes.contains { rule.id.text.hasPrefix($0) }
    }
    guard let revision = changed ? "HEAD" : since else { return named }
    return try ChangedRules(folder: loaded.folder, revision: revision)
      .among(named, of: loaded.source)
  }

  // MARK: Measuring

  /// Measures rules, or takes what an earlier run found of them; in the order given.
  private func measure(_ chosen: [RuleSource], of loaded: LoadedRules) async -> [RuleMutation] {
    let digests = RuleDigests(loaded.source)
    var cache = noCache ? nil : MutationResults.read()
    var results: [String: RuleMutation] = [:]
    for rule in chosen {
      results[rule.id.text] = cache?.result(
        for: rule, digest: digests.digest(of: rule), searches: !noSearch, in: loaded)
    }
    let fresh = chosen.filter { results[$0.id.text] == nil }
    let progress = ProgressLine(
      isShown: !quiet, language: words.language, words: CommandWords.measured)
    let measured = await MutantRunner(loaded, searches: !noSearch).run(
      fresh, jobs: jobs ?? Streams.cores
    ) { progress.show($0, of: fresh.count) }
    progress.clear()
    for (rule, result) in zip(fresh, measured) {
      results[rule.id.text] = result
      cache?.keep(result, digest: digests.digest(of: rule))
    }
    cache?.keepOnly(Set(loaded.source.rules.map(\.id.text)))
    if let cache, !fresh.isEmpty { MutationResults.write(cache) }
    return chosen.compactMap { results[$0.id.text] }
  }
}

/// The file that keeps results from run to run. A folder that cannot be written to keeps none, and
/// costs nothing but time.
private enum MutationResults {
  private static let folder = KeptFiles.folder
  private static let path = "\(folder)/mutation.json"

  static func read() -> MutationCache {
    MutationCache(
      FileManager.default.contents(atPath: path).map { [UInt8]($0) },
      program: KeptFiles.programMark)
  }

  static func write(_ cache: MutationCache) {
    try? FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
    _ = FileManager.default.createFile(atPath: path, contents: Data(cache.bytes))
  }
}
