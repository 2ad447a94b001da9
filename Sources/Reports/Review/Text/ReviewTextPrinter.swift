internal import Findings
package import SourceText
internal import WorkCalendar

/// Prints a review for a person: findings by case, worst first, each with its article, the line of
/// the file, the days, and what would put it right; a summary at the end.
///
/// A finding that a baseline holds is told in one line, one that is let pass with the reason.
package struct ReviewTextPrinter: ReviewPrinter {
  package enum Verbosity: Hashable, Sendable, CaseIterable {
    /// Cases with nothing to say are left out.
    case quiet
    case normal
    /// What is undetermined or pending is told in full too.
    case verbose
  }

  /// The text of a record, by `CaseReview.source`; of any other file, by its path. Places of a line
  /// of NDJSON count within that line, so its text is the line alone.
  ///
  /// What should not be shown, such as personal data, is for the caller to star out, byte for byte:
  /// see `SourceFile.hiding`.
  package typealias Sources = (String) -> SourceFile?

  var page: TextPage
  let verbosity: Verbosity
  let sources: Sources
  private let sink: (String) -> Void
  private var isStatistics = false
  var titles: [String: BilingualText] = [:]
  var asOf = CivilDate.epoch
  private var wasBlock = true

  package init(_ settings: ReviewSettings, sink: @escaping (String) -> Void) {
    page = TextPage(language: settings.language, colour: settings.colour)
    verbosity = settings.verbosity
    sources = settings.sources
    self.sink = sink
  }

  package mutating func begin(_ head: ReviewHead) {
    asOf = head.asOf
    isStatistics = head.isStatistics
    titles = Dictionary(head.rules.map { ($0.id, $0.title) }) { first, _ in first }
    let header = ReportWords.header(asOf: asOf, cases: head.cases, rules: head.rules.count)
    page.paragraph("", indent: 0, lead: page.word(header), colour: .bold)
    print(head.diagnostics)
    flush()
  }

  package mutating func add(_ told: ToldCase) {
    let review = told.review
    var groups: [FindingGroup: [Finding]] = [:]
    for finding in review.results.lazy.flatMap(\.findings) {
      guard let group = FindingGroup(finding) else { continue }
      groups[group, default: []].append(finding)
    }
    let isClean = groups.isEmpty && review.diagnostics.isEmpty && !review.isUnreadable
    if isClean {
      if verbosity == .quiet { return }
      if wasBlock { page.blank() }
      printClean(told)
    } else {
      page.blank()
      printCase(told, groups: groups)
    }
    wasBlock = !isClean
    flush()
  }

  package mutating func end(_ tail: ReviewTail) {
    print(tail.lateDiagnostics)
    if let resolved = tail.resolved, !isStatistics { print(resolved) }
    page.blank()
    printSummary(tail.tally, withTitles: isStatistics)
    flush()
  }

  private mutating func print(_ diagnostics: [LocatedDiagnostic]) {
    for located in diagnostics {
      page.blank()
      page.diagnostic(located, in: sources(located.file), indent: 0)
    }
  }

  private mutating func flush() { sink(page.take()) }
}
