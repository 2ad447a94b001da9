package import Findings
package import SourceText

/// Lays an audit out as a workbook in one language: figures first, then a row for everything that
/// somebody may want to filter.
package struct AuditWorkbook {
  let audit: Audit
  let language: Language
  let phrases: FindingPhrases
  private let groupings: [AuditGrouping]
  private let links: CaseFileLinks

  /// - Parameter groupings: What the cases are added up by, each on a sheet of its own.
  package init(
    _ audit: Audit, language: Language, groupings: [AuditGrouping], links: CaseFileLinks
  ) {
    self.audit = audit
    self.language = language
    self.groupings = groupings
    self.links = links
    phrases = FindingPhrases(language: language)
  }

  package func workbook() -> Workbook {
    let articles = ArticleStatistics(audit)
    var sheets = [findings(articles)]
    if let sheet = audit.sheet {
      sheets += [scores(sheet), losses(sheet), offices(sheet)]
    }
    sheets += [articleSheet(articles), requirements(), openFacts()]
    sheets += groupings.map(groups)
    return Workbook(
      title: word(WorkbookWords.title), asOf: audit.provenance.asOf,
      pageFooter: word(WorkbookWords.pageFooter), typeface: word(WorkbookWords.typeface),
      sheets: [overview(sheets: sheets)] + sheets)
  }

  func word(_ text: BilingualText) -> String { text[language] }

  /// A column that tells one thing of a row.
  func column(_ heading: BilingualText, _ width: Int) -> WorkbookSheet.Column {
    .init(capitalised(heading), width: width)
  }

  /// As it stands alone in a cell.
  func capitalised(_ text: BilingualText) -> String {
    let text = word(text)
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  func text(_ text: BilingualText, _ dress: WorkbookCell.Dress = .body) -> WorkbookCell {
    .text(word(text), dress)
  }

  /// The number of a case, or its file where it has none, leading to the file.
  func number(of audited: AuditedCase) -> WorkbookCell {
    .text(audited.number ?? audited.source, link: links.path(to: audited.source).map { .file($0) })
  }

  /// The colours of a column that holds severities.
  func severityShades(_ column: Int) -> [WorkbookSheet.Shade] {
    [
      .init(column: column, .equals(word(ReportWords.severity(.fatal))), .grave),
      .init(column: column, .equals(word(ReportWords.severity(.major))), .serious),
      .init(column: column, .equals(word(ReportWords.severity(.minor))), .slight),
    ]
  }
}
