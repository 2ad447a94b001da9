internal import Findings
internal import SourceText

extension AuditWorkbook {
  /// A row for each finding, but for those of which a fact is missing: they have a sheet of their
  /// own.
  func findings(_ articles: ArticleStatistics) -> WorkbookSheet {
    var sheet = WorkbookSheet(
      word(WorkbookWords.findingsSheet),
      [
        column(WorkbookWords.number, 6), column(WorkbookWords.caseNumber, 26),
        column(WorkbookWords.office, 18), column(WorkbookWords.outcome, 10),
        column(WorkbookWords.severity, 10), column(WorkbookWords.problem, 44),
        column(ReportWords.basis, 28), column(ReportWords.fact, 32),
        column(WorkbookWords.notAfter, 12), column(ReportWords.notBefore, 12),
        column(WorkbookWords.daysLate, 8), column(ReportWords.remedy, 34),
        column(WorkbookWords.standing, 10), column(WorkbookWords.waiver, 26),
        column(WorkbookWords.caseTitle, 30), column(WorkbookWords.officers, 14),
        column(WorkbookWords.sector, 14), column(WorkbookWords.decidedOn, 12),
        column(WorkbookWords.requirement, 28), column(WorkbookWords.says, 36),
        column(WorkbookWords.rule, 40), column(WorkbookWords.place, 40),
        column(WorkbookWords.fingerprint, 34),
      ])
    sheet.frozenColumns = 2
    // What a machine needs to find a finding again stands to the right of the printed page.
    sheet.printedColumns = 13
    for audited in audit.cases {
      for finding in audited.findings {
        guard let group = FindingGroup(finding), group != .undetermined else { continue }
        sheet.rows.append(
          [.count(sheet.rows.count + 1)] + row(of: finding, group, in: audited, articles))
      }
    }
    sheet.shades = severityShades(4)
    sheet.shades += [
      .init(column: 3, .equals(word(ReportWords.column(.violated))), .grave),
      .init(column: 3, .equals(word(ReportWords.column(.pending))), .open),
      .init(column: 3, .equals(word(ReportWords.column(.signal))), .remark),
      .init(column: 10, .above(0), .grave),
      .init(column: 12, .equals(word(WorkbookWords.waived)), .open),
      .init(column: 12, .equals(word(WorkbookWords.comparison(.new))), .serious),
    ]
    return sheet
  }

  private func row(
    of finding: Finding, _ group: FindingGroup, in audited: AuditedCase,
    _ articles: ArticleStatistics
  ) -> [WorkbookCell] {
    let computed = finding.computed
    let within = computed.wait == nil
    let term = WorkbookCell(phrases.term(of: computed))
    let late = computed.daysLate.flatMap { $0 > 0 ? $0 : nil }
    return [
      number(of: audited), .text(audited.office), text(ReportWords.column(group)),
      // A signal has no gravity.
      finding.kind == .signal ? .empty : text(ReportWords.severity(finding.severity)),
      .text(finding.message[language]), articleCell(finding.cites, articles),
      .text(phrases.joined(phrases.facts(of: finding))),
      within ? term : .empty, within ? .empty : term, .count(late),
      .text(finding.remedy?[language]),
      .text(phrases.standing(of: finding)), .text(phrases.waiver(of: finding)),
      .text(audited.title),
      .text(audited.officers.joined(separator: word(ReportWords.listSeparator))),
      .text(audited.sector?[language]), .date(audited.decidedOn),
      .text(finding.title[language]), .text(phrases.joined(finding.cites.compactMap(\.says))),
      .text(ReviewTextPrinter.name(of: finding)), .text(phrases.place(of: finding)),
      .text(finding.fingerprint),
    ]
  }

  /// The articles of a finding, leading to the first one's row among the articles.
  private func articleCell(_ cites: [Citation], _ articles: ArticleStatistics) -> WorkbookCell {
    let row = cites.first.flatMap { articles.index(of: $0) }
    return .text(
      phrases.joined(cites.map(phrases.article)),
      link: row.map { .row($0 + 2, sheet: word(WorkbookWords.articlesSheet)) })
  }
}
