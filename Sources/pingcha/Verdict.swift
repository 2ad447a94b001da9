import Findings
import SourceText

/// What makes a review end with which exit code.
struct Verdict {
  var failOn: Threshold
  var unknown: Unknowns

  /// The code of one record. A signal never fails a run.
  func status(of review: CaseReview) -> ExitStatus {
    if review.isUnreadable { return .notDone }
    var status = ExitStatus.clean
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

  private func isCounted(_ finding: Finding) -> Bool {
    guard finding.kind == .violation, failOn.counts(finding.severity) else { return false }
    return finding.outcome == .violated || unknown == .fail && finding.outcome == .undetermined
  }
}
