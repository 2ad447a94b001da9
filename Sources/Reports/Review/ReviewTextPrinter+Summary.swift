internal import Findings
internal import SourceText

extension ReviewTextPrinter {
  mutating func printSummary(_ tally: ReviewTally) {
    let figures = ReportWords.summary(
      asOf: asOf, read: tally.read, unreadable: tally.unreadable, violating: tally.violating)
    page.paragraph(
      page.word(figures), indent: 0, lead: page.word(ReportWords.summary) + "  ", colour: .bold,
      hanging: 2)
    if tally.errors + tally.warnings > 0 {
      let words = ReportWords.diagnostics(errors: tally.errors, warnings: tally.warnings)
      page.paragraph(page.word(words), indent: 2)
    }
    if tally.total.isZero { return }
    page.blank()
    printBySeverity(tally)
    page.blank()
    printByRule(tally)
  }

  private mutating func printBySeverity(_ tally: ReviewTally) {
    var table = TextTable([.left] + FindingGroup.allCases.map { _ in .right })
    let headings = FindingGroup.allCases.map { page.word(ReportWords.column($0)) }
    table.add(([page.word(ReportWords.severityHeading)] + headings).map { .init($0, .dim) })
    for severity in RuleSeverity.allCases.sorted(by: >) {
      let counts = tally.bySeverity[severity] ?? .init()
      table.add(
        [.init(page.word(ReportWords.severity(severity)), Self.colour(of: severity))]
          + cells(counts))
    }
    table.add([.init(page.word(ReportWords.total), .bold)] + cells(tally.total))
    page.table(table, indent: 2)
  }

  private mutating func printByRule(_ tally: ReviewTally) {
    var table = TextTable([.left] + FindingGroup.allCases.map { _ in .right } + [.right])
    let headings =
      FindingGroup.allCases.map { page.word(ReportWords.column($0)) }
      + [page.word(ReportWords.casesFailed)]
    table.add(([page.word(ReportWords.byRule)] + headings).map { .init($0, .dim) })
    let rules = tally.byRule.filter { !$0.value.counts.isZero }
    for (id, rule) in rules.sorted(by: { Self.isBefore($0, $1) }) {
      table.add(
        [.init(id)] + cells(rule.counts) + [.init(String(rule.casesFailed))])
    }
    page.table(table, indent: 2)
  }

  private func cells(_ counts: ReviewTally.Counts) -> [TextTable.Cell] {
    FindingGroup.allCases.map { group in
      let count = counts[group]
      return .init(String(count), count == 0 ? .dim : nil)
    }
  }

  /// The rules that fail most first, then by id.
  private static func isBefore(
    _ left: (key: String, value: ReviewTally.Rule), _ right: (key: String, value: ReviewTally.Rule)
  ) -> Bool {
    for group in FindingGroup.allCases {
      let (one, other) = (left.value.counts[group], right.value.counts[group])
      if one != other { return one > other }
    }
    return left.key.utf8.lexicographicallyPrecedes(right.key.utf8)
  }
}
