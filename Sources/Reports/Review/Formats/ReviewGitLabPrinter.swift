internal import Findings
internal import SourceText

/// Prints a review as a report of code quality, which GitLab shows in a merge request.
///
/// Source: “Code Quality report format”: an array of objects with `description`, `check_name`,
/// `fingerprint`, `severity` (`info`, `minor`, `major`, `critical`, `blocker`) and `location`.
package struct ReviewGitLabPrinter: ReviewPrinter {
  private let settings: ReviewSettings
  private let sink: (String) -> Void
  private var writer = JSONWriter()
  /// How often a fingerprint was met: GitLab drops what has one that is there already.
  private var fingerprints: [String: Int] = [:]

  package init(_ settings: ReviewSettings, sink: @escaping (String) -> Void) {
    self.settings = settings
    self.sink = sink
  }

  private var language: Language { settings.language }

  package mutating func begin(_ head: ReviewHead) {
    writer.beginArray()
    for located in head.diagnostics { add(located) }
  }

  package mutating func add(_ told: ToldCase) {
    for located in told.review.diagnostics { add(located) }
    for finding in told.review.results.lazy.flatMap(\.findings) { add(finding, of: told.review) }
    sink(writer.take())
  }

  /// What a baseline holds and is there no longer needs no entry: GitLab tells it by the fingerprint
  /// that is missing.
  package mutating func end(_ tail: ReviewTail) {
    for located in tail.lateDiagnostics { add(located) }
    writer.end()
    writer.endDocument()
    sink(writer.take())
  }

  private mutating func add(_ finding: Finding, of review: CaseReview) {
    let number = review.caseNumber.map { $0 + ReportWords.colon[language] } ?? ""
    let place = finding.target?.place
    let name = finding.fingerprint.isEmpty ? "\(finding.name)/\(review.name)" : finding.fingerprint
    add(
      description: finding.standing(in: language) + number + finding.message[language],
      check: finding.name, fingerprint: name, severity: severity(of: finding),
      file: place?.file ?? review.file, line: place?.line ?? 1)
  }

  private mutating func add(_ located: LocatedDiagnostic) {
    let diagnostic = located.diagnostic
    let severity =
      switch diagnostic.severity {
      case .error: "critical"
      case .warning: "minor"
      case .info: "info"
      }
    add(
      description: diagnostic.message[language], check: diagnostic.code,
      fingerprint: "\(diagnostic.code)/\(located.file)", severity: severity, file: located.file,
      line: located.place?.line ?? 1)
  }

  private mutating func add(
    description: String, check: String, fingerprint: String, severity: String, file: String,
    line: Int
  ) {
    let before = fingerprints[fingerprint, default: 0]
    fingerprints[fingerprint] = before + 1
    writer.object {
      $0.member("description", description)
      $0.member("check_name", check)
      $0.member("fingerprint", before == 0 ? fingerprint : "\(fingerprint)-\(before + 1)")
      $0.member("severity", severity)
      $0.member("location") {
        $0.member("path", file)
        $0.member("lines") { $0.member("begin", line) }
      }
    }
  }

  private func severity(of finding: Finding) -> String {
    switch FindingLevel(finding, unknown: settings.unknown) {
    case .note: "info"
    case .warning: "minor"
    case .error: finding.outcome != .error && finding.severity == .fatal ? "blocker" : "major"
    }
  }
}
