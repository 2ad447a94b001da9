internal import Findings
internal import SourceText
internal import WorkCalendar

/// One line of a review as a table; what has no value is empty.
struct ReviewCSVRow {
  private var cells: [ReviewCSVColumn: String] = [:]

  subscript(column: ReviewCSVColumn) -> String { cells[column] ?? "" }

  init(_ finding: Finding, of review: CaseReview, _ language: Language) {
    let separator = ReportWords.listSeparator[language]
    cells = [
      .caseNumber: review.caseNumber ?? "", .caseTitle: review.caseTitle ?? "",
      .outcome: Self.outcome(of: finding)[language],
      .severity: finding.kind == .signal ? "" : ReportWords.severity(finding.severity)[language],
      .kind: ReportWords.kind(finding.kind)[language], .title: finding.title[language],
      .message: finding.message[language],
      .basis: finding.cites.map { ReportWords.citation($0, language) }.joined(separator: "\n"),
      .remedy: finding.remedy?[language] ?? "",
      .missing: finding.missing.joined(separator: separator),
      .rule: finding.rule, .check: finding.check ?? "", .element: finding.elements.last ?? "",
      .fingerprint: finding.fingerprint, .file: review.file,
    ]
    let computed = finding.computed
    cells[.due] = computed.dueAt ?? computed.due?.description
    cells[.daysLate] = computed.daysLate.map(String.init)
    cells[.minutesLate] = computed.minutesLate.map(String.init)
    cells[.comparison] = finding.status.comparison.map { ReportWords.comparison($0)[language] }
    if let waiver = finding.status.waiver {
      cells[.waiver] = waiver.reason
      cells[.approvedBy] = waiver.approvedBy
      cells[.waivedUntil] = waiver.until?.description
    }
    guard let fact = finding.target else { return }
    cells[.fact] = fact.label[language] + ReportWords.inBrackets(fact.path, language)
    cells[.value] = ReportWords.value(of: fact, language)
    cells[.document] = fact.document.map { [$0.id, $0.title ?? ""].joined(separator: " ") }
    cells[.page] = fact.document?.page.map(String.init)
    if let place = fact.place { put(place) }
  }

  /// - Parameter review: The case that it is about; `nil` for what lies outside of the records.
  init(_ located: LocatedDiagnostic, of review: CaseReview?, _ language: Language) {
    let diagnostic = located.diagnostic
    cells = [
      .caseNumber: review?.caseNumber ?? "", .caseTitle: review?.caseTitle ?? "",
      .outcome: ReportWords.diagnostic(diagnostic.severity)[language],
      .message: diagnostic.message[language], .remedy: diagnostic.help?[language] ?? "",
      .file: located.file, .rule: diagnostic.code,
    ]
    if let place = located.place { put(place) }
  }

  init(_ findings: ResolvedFindings, title: BilingualText?, _ language: Language) {
    let key = findings.key
    cells = [
      .caseNumber: key.caseName, .outcome: ReportWords.outcome(key.outcome)[language],
      .title: title?[language] ?? "", .fact: key.fact, .rule: key.rule, .check: key.check ?? "",
      .comparison: ReportWords.resolvedWord[language]
        + (findings.count > 1 ? " ×\(findings.count)" : ""),
    ]
  }

  /// A signal is no violation, and would be counted as one under its outcome.
  private static func outcome(of finding: Finding) -> BilingualText {
    finding.kind == .signal && finding.outcome == .violated
      ? ReportWords.kind(.signal) : ReportWords.outcome(finding.outcome)
  }

  private mutating func put(_ place: Place) {
    cells[.file] = place.file
    cells[.line] = String(place.line)
    cells[.column] = String(place.column)
  }
}
