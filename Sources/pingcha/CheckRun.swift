import CaseRecords
import Findings
import RuleCompiler
import RuleEvaluator
import WorkCalendar

/// One run of `check`: rules, day, and the exit code as far as it is known.
struct CheckRun {
  let loaded: LoadedRules
  let asOf: CivilDate
  /// Ids of the only rules to review by; `nil` for all.
  let rules: [String]?
  let verdict: Verdict
  private(set) var status: ExitStatus

  init(loaded: LoadedRules, asOf: CivilDate, rules: [String]?, verdict: Verdict) {
    self.loaded = loaded
    self.asOf = asOf
    self.rules = rules
    self.verdict = verdict
    status = loaded.hasErrors ? .notDone : .clean
  }

  /// Reviews the sources.
  ///
  /// - Parameter receive: Takes each review, the number of it from 1 and the number of sources, and
  ///   says whether to go on.
  mutating func review(
    _ sources: [FoundSource], jobs: Int, checksAttachments: Bool, isProfiled: Bool = false,
    receive: (ReviewedCase, Int, Int) throws -> Bool
  ) async throws {
    let batch = BatchReview(
      loader: RecordLoader(kinds: loaded.kinds, checksAttachments: checksAttachments),
      records: RecordReview(
        rulebooks: loaded.rulebooks, asOf: asOf, rules: rules, isProfiled: isProfiled),
      jobs: jobs)
    var (count, status) = (0, self.status)
    defer { self.status = status }
    try await batch.run(sources) { reviewed in
      count += 1
      status = max(status, verdict.status(of: reviewed.review))
      return try receive(reviewed, count, sources.count)
    }
  }

  /// The rules that records were reviewed by, by id.
  var summaries: [RuleSummary] {
    let wanted = rules.map { Set($0.compactMap { loaded.rule($0)?.id }) }
    return loaded.rules.map(\.summary).filter { wanted?.contains($0.id) ?? true }
  }
}
