import CaseRecords
import Findings
import Project
import RuleCompiler
import RuleEvaluator
import SourceText
import WorkCalendar

/// One run of `check` or `report`: rules, day, and the exit code as far as it is known.
struct CheckRun {
  let loaded: LoadedRules
  let asOf: CivilDate
  /// Ids of the only rules to review by; `nil` for all.
  let rules: [String]?
  let verdict: Verdict
  /// True to leave personal data as it is recorded.
  let showsPersonalData: Bool
  /// The sheet to score by; `nil` for none.
  var scores: ScoreReview?
  /// True to tell what an audit needs of each case.
  var audits = false
  private(set) var known: KnownFindings
  private(set) var status: ExitStatus

  init(
    loaded: LoadedRules, asOf: CivilDate, rules: [String]?, verdict: Verdict,
    known: KnownFindings, showsPersonalData: Bool
  ) {
    self.loaded = loaded
    self.asOf = asOf
    self.rules = rules
    self.verdict = verdict
    self.known = known
    self.showsPersonalData = showsPersonalData
    status = loaded.hasErrors ? .notDone : .clean
  }

  /// A reviewed case whose findings have their status, and the file of its waivers for excerpts.
  struct MarkedCase {
    var reviewed: ReviewedCase
    var waiverFile: SourceFile?
  }

  /// Reviews the sources.
  ///
  /// - Parameter receive: Takes each review, the number of it from 1 and the number of sources, and
  ///   says whether to go on.
  mutating func review(
    _ sources: [FoundSource], jobs: Int, checksAttachments: Bool, isProfiled: Bool = false,
    receive: (MarkedCase, Int, Int) throws -> Bool
  ) async throws {
    let batch = BatchReview(
      loader: RecordLoader(kinds: loaded.kinds, checksAttachments: checksAttachments),
      records: RecordReview(
        // A score takes all rules, whatever is told.
        rulebooks: loaded.rulebooks, asOf: asOf, rules: audits ? nil : rules,
        isProfiled: isProfiled, scores: scores, audits: audits,
        showsPersonalData: showsPersonalData),
      jobs: jobs)
    var (count, status, known) = (0, self.status, self.known)
    let told = audits ? rules.map(Set.init) : nil
    defer { (self.status, self.known) = (status, known) }
    try await batch.run(sources) { reviewed in
      count += 1
      var reviewed = reviewed
      if let told { reviewed.review.results.removeAll { !told.contains($0.rule) } }
      let waivers = CaseWaivers(
        beside: reviewed.review.source, caseFile: RecordSource.caseFileName, by: known.reader)
      known.marker.mark(&reviewed.review, waivers: waivers)
      status = max(status, verdict.status(of: reviewed.review))
      // Nobody knows what a file of waivers that cannot be read lets pass.
      if waivers.problem != nil { status = .notDone }
      return try receive(
        MarkedCase(reviewed: reviewed, waiverFile: waivers.file), count, sources.count)
    }
    status = max(status, verdict.status(of: known.marker.diagnostics))
  }

  /// The rules that records were reviewed by, by id.
  var summaries: [RuleSummary] {
    let wanted = rules.map { Set($0.compactMap { loaded.rule($0)?.id }) }
    return loaded.rules.map(\.summary).filter { wanted?.contains($0.id) ?? true }
  }
}
