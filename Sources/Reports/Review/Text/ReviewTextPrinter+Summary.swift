internal import Findings
internal import SourceText

extension ReviewTextPrinter {
  /// Prints what a baseline holds and is there no longer, a line each.
  mutating func print(_ resolved: [ResolvedFindings]) {
    guard !resolved.isEmpty else { return }
    page.blank()
    let count = resolved.reduce(0) { $0 + $1.count }
    page.paragraph("", indent: 0, lead: page.word(ReportWords.resolved(count)), colour: .green)
    for findings in resolved {
      page.paragraph(
        ReportWords.line(of: findings, title: titles[findings.key.rule], page.language), indent: 2,
        hanging: 2)
    }
  }

  /// - Parameter withTitles: Whether rules are told by their titles too.
  mutating func printSummary(_ tally: ReviewTally, withTitles: Bool) {
    let figures = ReportWords.summary(
      asOf: asOf, read: tally.read, unreadable: tally.unreadable, violating: tally.violating)
    page.paragraph(
      page.word(figures), indent: 0, lead: page.word(ReportWords.summary) + "  ", colour: .bold,
      hanging: 2)
    if tally.errors + tally.warnings > 0 {
      let words = ReportWords.diagnostics(errors: tally.errors, warnings: tally.warnings)
      page.paragraph(page.word(words), indent: 2)
    }
    if let comparison = tally.comparison {
      page.paragraph(page.word(ReportWords.comparison(comparison)), indent: 2)
    }
    if tally.hidden + tally.overLimit > 0 {
      let words = ReportWords.untold(hidden: tally.hidden, overLimit: tally.overLimit)
      page.paragraph(page.word(words), indent: 2)
    }
    if tally.total.isZero { return }
    page.blank()
    printBySeverity(tally)
    page.blank()
    printByRule(tally, withTitles: withTitles)
  }

  private mutating func printBySeverity(_ tally: ReviewTally) {
    var table = TextTable([.left] + tally.groups.map { _ in .right })
    let headings = tally.groups.map { page.word(ReportWords.column($0)) }
    table.add(([page.word(ReportWords.severityHeading)] + headings).map { .init($0, .dim) })
    for severity in RuleSeverity.allCases.sorted(by: >) {
      let counts = tally.bySeverity[severity] ?? .init()
      table.add(
        [.init(page.word(ReportWords.severity(severity)), Self.colour(of: severity))]
          + cells(counts, tally))
    }
    table.add([.init(page.word(ReportWords.total), .bold)] + cells(tally.total, tally))
    page.table(table, indent: 2)
  }

  private mutating func printByRule(_ tally: ReviewTally, withTitles: Bool) {
    let hasLimit = tally.overLimit > 0
    var table = TextTable(
      [.left] + tally.groups.map { _ in .right } + [.right] + (hasLimit ? [.right] : [])
        + (withTitles ? [.left] : []))
    let headings =
      tally.groups.map { page.word(ReportWords.column($0)) }
      + [page.word(ReportWords.casesFailed)]
      + (hasLimit ? [page.word(ReportWords.overLimit)] : [])
      + (withTitles ? [page.word(ReportWords.titleHeading)] : [])
    table.add(([page.word(ReportWords.byRule)] + headings).map { .init($0, .dim) })
    let rules = tally.byRule.filter { !$0.value.counts.isZero }
    for (id, rule) in rules.sorted(by: { Self.isBefore($0, $1) }) {
      var row = [.init(id)] + cells(rule.counts, tally) + [.init(String(rule.casesFailed))]
      if hasLimit {
        row.append(.init(String(rule.overLimit), rule.overLimit == 0 ? .dim : nil))
      }
      if withTitles { row.append(.init(titles[id]?[page.language] ?? "")) }
      table.add(row)
    }
    page.table(table, indent: 2)
  }

  private func cells(_ counts: ReviewTally.Counts, _ tally: ReviewTally) -> [TextTable.Cell] {
    tally.groups.map { group in
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
