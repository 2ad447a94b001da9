internal import Findings
internal import SourceText
internal import WorkCalendar

/// Prints a review as a table for a spreadsheet: a line a finding, and a line for everything that is
/// wrong with a file; or, where only figures are wanted, a line a rule.
package struct ReviewCSVPrinter: ReviewPrinter {
  private let settings: ReviewSettings
  private let sink: (String) -> Void
  private var writer = CSVWriter()
  private var isStatistics = false
  private var rules: [RuleSummary] = []
  private var titles: [String: BilingualText] = [:]

  package init(_ settings: ReviewSettings, sink: @escaping (String) -> Void) {
    self.settings = settings
    self.sink = sink
  }

  private var language: Language { settings.language }

  package mutating func begin(_ head: ReviewHead) {
    isStatistics = head.isStatistics
    rules = head.rules
    titles = Dictionary(head.rules.map { ($0.id, $0.title) }) { first, _ in first }
    if isStatistics { return }
    writer.row(ReviewCSVColumn.allCases.map { $0.heading[language] })
    for located in head.diagnostics { add(located, of: nil) }
    flush()
  }

  package mutating func add(_ told: ToldCase) {
    if isStatistics { return }
    for located in told.review.diagnostics { add(located, of: told.review) }
    for finding in told.review.results.lazy.flatMap(\.findings) {
      let row = ReviewCSVRow(finding, of: told.review, language)
      writer.row(ReviewCSVColumn.allCases.map { row[$0] })
    }
    flush()
  }

  package mutating func end(_ tail: ReviewTail) {
    if isStatistics {
      printStatistics(tail.tally)
    } else {
      for findings in tail.resolved ?? [] {
        let row = ReviewCSVRow(findings, title: titles[findings.key.rule], language)
        writer.row(ReviewCSVColumn.allCases.map { row[$0] })
      }
      for located in tail.lateDiagnostics { add(located, of: nil) }
    }
    flush()
  }

  private mutating func flush() { sink(writer.take()) }

  private mutating func add(_ located: LocatedDiagnostic, of review: CaseReview?) {
    let row = ReviewCSVRow(located, of: review, language)
    writer.row(ReviewCSVColumn.allCases.map { row[$0] })
  }

  private mutating func printStatistics(_ tally: ReviewTally) {
    let words = [
      ReportWords.byRule, ReportWords.titleHeading, ReportWords.severityHeading,
      ReportWords.kindHeading,
    ]
    writer.row(
      words.map { $0[language] } + FindingGroup.allCases.map { ReportWords.column($0)[language] }
        + [ReportWords.casesFailed[language]])
    for rule in rules {
      let counted = tally.byRule[rule.id] ?? ReviewTally.Rule()
      writer.row(
        [
          rule.id, rule.title[language], ReportWords.severity(rule.severity)[language],
          ReportWords.kind(rule.kind)[language],
        ] + FindingGroup.allCases.map { String(counted.counts[$0]) } + [String(counted.casesFailed)]
      )
    }
  }
}
