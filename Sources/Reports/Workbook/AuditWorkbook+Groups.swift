internal import Findings
internal import SourceText

extension AuditWorkbook {
  /// A row for each group of cases, the worst first.
  func groups(by grouping: AuditGrouping) -> WorkbookSheet {
    var sheet = WorkbookSheet(
      word(AuditWords.heading(grouping)),
      [
        column(AuditWords.column(grouping), 44), column(AuditWords.casesShort, 8),
        column(AuditWords.violating, 12), column(AuditWords.violations, 10),
        column(AuditWords.heading(.fatal), 10), column(AuditWords.heading(.major), 10),
        column(AuditWords.heading(.minor), 10), column(AuditWords.heading(.undetermined), 14),
        column(AuditWords.heading(.pending), 10), column(AuditWords.signals, 10),
        column(AuditWords.waivedCount, 10), column(AuditWords.delays, 10),
        column(AuditWords.longestDelay, 12), column(AuditWords.averageScore, 10),
        column(WorkbookWords.highestAverage, 14), column(ReportWords.id, 40),
      ])
    sheet.frozenColumns = 1
    sheet.printedColumns = 15
    for group in audit.groups(by: grouping) {
      let tally = group.tally
      sheet.rows.append([
        .text(group.label[language]), .count(tally.cases), .count(tally.violating),
        .count(tally.violated), .count(tally.violations(.fatal)),
        .count(tally.violations(.major)), .count(tally.violations(.minor)),
        .count(tally.count(.undetermined)), .count(tally.count(.pending)),
        .count(tally.count(.signal)), .count(tally.waived), .count(tally.daysLate.count),
        .count(tally.longestDelay), .points(group.average?.least), .points(group.average?.most),
        .text(group.id),
      ])
    }
    sheet.shades = [
      .init(column: 3, .above(0), .serious), .init(column: 4, .above(0), .grave),
      .init(column: 12, .above(0), .grave),
    ]
    return sheet
  }
}
