internal import Findings
internal import SourceText

extension AuditWorkbook {
  /// A row for each article that something was found against.
  func articleSheet(_ statistics: ArticleStatistics) -> WorkbookSheet {
    var sheet = WorkbookSheet(
      word(WorkbookWords.articlesSheet),
      [
        column(WorkbookWords.instrument, 44), column(WorkbookWords.documentNumber, 26),
        column(ReportWords.article, 16), column(WorkbookWords.cases, 10),
        column(ReportWords.column(.violated), 10), column(ReportWords.severity(.fatal), 10),
        column(ReportWords.severity(.major), 10), column(ReportWords.severity(.minor), 10),
        column(ReportWords.column(.signal), 10), column(ReportWords.column(.undetermined), 14),
        column(ReportWords.column(.pending), 10), column(WorkbookWords.waived, 10),
        column(WorkbookWords.requirements, 60),
      ])
    sheet.frozenColumns = 3
    let titles = Dictionary(audit.rules.map { ($0.id, $0.title) }) { first, _ in first }
    let addresses = Dictionary(
      audit.provenance.instruments.map { ($0.id, $0.address) }
    ) { first, _ in first }
    for article in statistics.articles {
      let cite = article.cite
      let rules = article.rules.map { titles[$0]?[language] ?? $0 }
      let address = addresses[cite.instrument] ?? nil
      sheet.rows.append([
        .text(cite.instrumentName[language], link: address.map { .web($0) }), .text(cite.number),
        .text(cite.article), .count(article.cases), .count(article.violations),
        .count(article.bySeverity[.fatal] ?? 0), .count(article.bySeverity[.major] ?? 0),
        .count(article.bySeverity[.minor] ?? 0), .count(article.byGroup[.signal] ?? 0),
        .count(article.byGroup[.undetermined] ?? 0), .count(article.byGroup[.pending] ?? 0),
        .count(article.waived), .text(phrases.joined(rules)),
      ])
    }
    sheet.shades = [
      .init(column: 4, .above(0), .serious), .init(column: 5, .above(0), .grave),
    ]
    return sheet
  }

  /// A row for each rule: in how many cases it came to what.
  func requirements() -> WorkbookSheet {
    var sheet = WorkbookSheet(
      word(WorkbookWords.requirementsSheet),
      [
        column(WorkbookWords.requirement, 40), column(WorkbookWords.severity, 10),
        column(ReportWords.kindHeading, 8), column(ReportWords.family, 20),
        column(ReportWords.outcome(.violated), 10), column(ReportWords.outcome(.satisfied), 10),
        column(WorkbookWords.violatedShare, 12), column(ReportWords.outcome(.undetermined), 14),
        column(ReportWords.outcome(.pending), 10), column(ReportWords.outcome(.notApplicable), 14),
        column(ReportWords.outcome(.error), 10), column(ReportWords.article, 44),
        column(WorkbookWords.rule, 44),
      ])
    sheet.frozenColumns = 1
    sheet.printedColumns = 12
    let cases = audit.cases.filter { $0.outcomes.count == audit.rules.count }
    for (index, rule) in audit.rules.enumerated() {
      var counts: [Outcome: Int] = [:]
      for audited in cases { counts[audited.outcomes[index], default: 0] += 1 }
      let violated = counts[.violated] ?? 0
      let satisfied = counts[.satisfied] ?? 0
      sheet.rows.append([
        .text(rule.title[language]),
        rule.kind == .signal ? .empty : text(ReportWords.severity(rule.severity)),
        text(ReportWords.kind(rule.kind)), .text(rule.family), .count(violated),
        .count(satisfied), .share(violated, of: violated + satisfied),
        .count(counts[.undetermined] ?? 0), .count(counts[.pending] ?? 0),
        .count(counts[.notApplicable] ?? 0), .count(counts[.error] ?? 0),
        .text(phrases.joined(rule.cites.map(phrases.article))), .text(rule.id),
      ])
    }
    sheet.shades = severityShades(1) + [.init(column: 4, .above(0), .grave)]
    return sheet
  }

  /// A row for each fact of a case that would have to be known, with what waits for it.
  func openFacts() -> WorkbookSheet {
    var sheet = WorkbookSheet(
      word(WorkbookWords.openFactsSheet),
      [
        column(WorkbookWords.number, 5), column(WorkbookWords.caseNumber, 20),
        column(WorkbookWords.office, 16), column(WorkbookWords.missingFact, 28),
        column(WorkbookWords.waiting, 10), column(WorkbookWords.requirements, 60),
        column(ReportWords.message, 50), column(WorkbookWords.path, 32),
        column(WorkbookWords.rules, 60),
      ])
    sheet.frozenColumns = 2
    sheet.printedColumns = 7
    for audited in audit.cases {
      for open in MissingFact.all(of: audited, phrases) {
        sheet.rows.append([
          .count(sheet.rows.count + 1), number(of: audited), .text(audited.office),
          .text(open.name), .count(open.findings.count),
          .text(phrases.joined(open.unique { $0.title[language] })),
          .text(open.unique { $0.message[language] }.joined(separator: "\n")), .text(open.path),
          .text(open.unique(\.name).joined(separator: ", ")),
        ])
      }
    }
    sheet.shades = [.init(column: 4, .above(0), .open)]
    return sheet
  }
}
