package import Findings
package import SourceText
package import WorkCalendar

/// Prints a review for a person: findings by case, worst first, each with its article, the line of
/// the file, the days, and what would put it right; a summary at the end.
///
/// Text goes to the sink case by case: `begin`, `add` for each case in order, `end`; or `print` for
/// a whole review.
package struct ReviewTextPrinter {
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
  private var tally = ReviewTally(rules: [])
  var asOf = CivilDate.epoch
  private var number = 0
  private var wasBlock = true

  package init(
    language: Language, colour: Bool, verbosity: Verbosity = .normal,
    sources: @escaping Sources = { _ in nil }, sink: @escaping (String) -> Void
  ) {
    page = TextPage(language: language, colour: colour)
    self.verbosity = verbosity
    self.sources = sources
    self.sink = sink
  }

  package mutating func print(_ review: Review) {
    begin(
      asOf: review.asOf, rules: review.rules, cases: review.cases.count,
      diagnostics: review.diagnostics)
    for caseReview in review.cases { add(caseReview) }
    end()
  }

  /// Prints the head.
  ///
  /// - Parameters:
  ///   - cases: How many there will be; `nil` where that is not known yet.
  ///   - diagnostics: What went wrong outside of the records.
  package mutating func begin(
    asOf: CivilDate, rules: [RuleSummary], cases: Int?, diagnostics: [LocatedDiagnostic] = []
  ) {
    self.asOf = asOf
    tally = ReviewTally(rules: rules)
    tally.add(diagnostics)
    let header = ReportWords.header(asOf: asOf, cases: cases, rules: rules.count)
    page.paragraph("", indent: 0, lead: page.word(header), colour: .bold)
    for located in diagnostics {
      page.blank()
      page.diagnostic(located, in: sources(located.file), indent: 0)
    }
    flush()
  }

  package mutating func add(_ review: CaseReview) {
    number += 1
    tally.add(review)
    var groups: [FindingGroup: [Finding]] = [:]
    for result in review.results {
      let rule = tally.rule(result.rule)
      for finding in result.told(rule, caseNumber: review.caseNumber) {
        guard let group = FindingGroup(finding) else { continue }
        groups[group, default: []].append(finding)
      }
    }
    let isClean = groups.isEmpty && review.diagnostics.isEmpty && !review.isUnreadable
    if isClean {
      if verbosity == .quiet { return }
      if wasBlock { page.blank() }
      printClean(review, number: number)
    } else {
      page.blank()
      printCase(review, number: number, groups: groups)
    }
    wasBlock = !isClean
    flush()
  }

  /// Prints the summary.
  package mutating func end() {
    page.blank()
    printSummary(tally)
    flush()
  }

  private mutating func flush() { sink(page.take()) }
}
