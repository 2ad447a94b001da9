internal import Findings
internal import SourceText

extension AuditWorkbook {
  /// A row for each finding, but for those of which a fact is missing: they have a sheet of their
  /// own.
  func findings(_ articles: ArticleStatistics) -> WorkbookSheet {
    var sheet = WorkbookSheet(
      word(WorkbookWords.findingsSheet),
      [
        column(WorkbookWords.number, 5), column(WorkbookWords.caseNumber, 20),
        column(WorkbookWords.office, 14), column(WorkbookWords.outcome, 8),
        column(WorkbookWords.severity, 9), column(WorkbookWords.problem, 36),
        column(ReportWords.basis, 26), column(ReportWords.article, 9),
        column(ReportWords.fact, 26),
        column(WorkbookWords.notAfter, 11), column(ReportWords.notBefore, 11),
        column(WorkbookWords.daysLate, 7), column(ReportWords.remedy, 28),
        column(WorkbookWords.standing, 8), column(WorkbookWords.waiver, 26),
        column(WorkbookWords.caseTitle, 30), column(WorkbookWords.officers, 14),
        column(WorkbookWords.sector, 14), column(WorkbookWords.decidedOn, 12),
        column(WorkbookWords.requirement, 28), column(WorkbookWords.says, 36),
        column(WorkbookWords.rule, 40), column(WorkbookWords.place, 40),
        column(WorkbookWords.fingerprint, 34),
      ])
    sheet.frozenColumns = 2
    // What a machine needs to find a finding again stands to the right of the printed page.
    sheet.printedColumns = 14
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
      .init(column: 11, .above(0), .grave),
      .init(column: 13, .equals(word(WorkbookWords.waived)), .open),
      .init(column: 13, .equals(word(AuditWords.comparison(.new))), .serious),
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
      .text(finding.message[language]),
      .text(phrases.joined(finding.cites.map(phrases.article))), article(finding.cites, articles),
      .text(phrases.joined(phrases.facts(of: finding))),
      within ? term : .empty, within ? .empty : term, .count(late),
      .text(finding.remedy?[language]),
      .text(phrases.standing(of: finding)), .text(phrases.waiver(of: finding)),
      .text(audited.title),
      .text(audited.officers.joined(separator: word(ReportWords.listSeparator))),
      .text(audited.sector?[language]), .date(audited.decidedOn),
      .text(finding.title[language]), .text(phrases.joined(finding.cites.compactMap(\.says))),
      .text(finding.name), .text(phrases.place(of: finding)),
      .text(finding.fingerprint),
    ]
  }

  /// The first article of a finding, leading to its row among the articles.
  private func article(_ cites: [Citation], _ articles: ArticleStatistics) -> WorkbookCell {
    let row = cites.first.flatMap { articles.index(of: $0) }
    return .text(
      cites.first?.article,
      link: row.map { .row($0 + 2, sheet: word(WorkbookWords.articlesSheet)) })
  }
}
