import Findings
import Reports
import SourceText

/// What makes a review end with which exit code.
struct Verdict {
  var failOn: Threshold
  var unknown: UnknownPolicy
  /// True where every finding is taken into a baseline, and so is known.
  var acceptsFindings = false

  /// The code of one record. A signal never fails a run, nor does what is let pass or known.
  func status(of review: CaseReview) -> ExitStatus {
    if review.isUnreadable { return .notDone }
    var status = status(of: review.diagnostics)
    // What is wrong with the attachments of a record that can be read.
    if failOn != .never, review.diagnostics.contains(where: { $0.diagnostic.severity == .error }) {
      status = .found
    }
    for result in review.results {
      if result.outcome == .error { return .notDone }
      for finding in result.findings {
        if finding.outcome == .error { return .notDone }
        if isCounted(finding) { status = .found }
      }
    }
    return status
  }

  /// A waiver that does nothing weighs as much as a minor violation.
  func status(of diagnostics: [LocatedDiagnostic]) -> ExitStatus {
    failOn.counts(.minor) && diagnostics.contains { $0.diagnostic.isAboutIdleWaiver }
      ? .found : .clean
  }

  private func isCounted(_ finding: Finding) -> Bool {
    guard finding.kind == .violation, finding.status.counts, !acceptsFindings,
      failOn.counts(finding.severity)
    else { return false }
    return finding.outcome == .violated || unknown == .fail && finding.outcome == .undetermined
  }
}
