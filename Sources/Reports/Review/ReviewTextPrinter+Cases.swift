internal import Findings
internal import SourceText

extension ReviewTextPrinter {
  mutating func printClean(_ review: CaseReview, number: Int) {
    page.paragraph(
      [heading(of: review), review.source, page.word(ReportWords.noFindings)]
        .joined(separator: "  "),
      indent: 0, lead: "\(number). ")
  }

  mutating func printCase(
    _ review: CaseReview, number: Int, groups: [FindingGroup: [Finding]]
  ) {
    let lead = "\(number). "
    let indent = lead.utf8.count
    page.paragraph(
      "", indent: 0, lead: lead + ExcerptPrinter.safe(heading(of: review)), colour: .bold)
    let file = sources(review.source)
    page.paragraph(review.source, indent: indent)
    for located in review.diagnostics {
      page.diagnostic(
        located, in: located.file == review.source || located.place != nil ? file : nil,
        indent: indent)
    }
    if review.isUnreadable {
      page.paragraph(
        "", indent: indent, lead: page.word(ReportWords.unreadable), colour: .red)
    }
    for group in FindingGroup.allCases {
      guard let findings = groups[group] else { continue }
      let heading = ReportWords.heading(group, count: findings.count)
      page.blank()
      page.paragraph("", indent: indent, lead: page.word(heading), colour: colour(of: group))
      let isBrief = group == .undetermined && verbosity != .verbose
      if isBrief {
        printUndetermined(findings, indent: indent + 2)
        continue
      }
      for (place, finding) in Self.worstFirst(findings).enumerated() {
        if place > 0 && group != .pending { page.blank() }
        print(finding, in: group, file: file, indent: indent + 2)
      }
    }
  }

  private func heading(of review: CaseReview) -> String {
    let number = review.caseNumber ?? page.word(ReportWords.noCaseNumber)
    return review.caseTitle.map { "\(number)  \($0)" } ?? number
  }

  private func colour(of group: FindingGroup) -> Ink.Colour {
    switch group {
    case .violated, .error: .red
    case .undetermined: .yellow
    case .pending: .blue
    case .signal: .magenta
    }
  }

  /// By severity; findings of one severity stay in the order of their rules and checks.
  static func worstFirst(_ findings: [Finding]) -> [Finding] {
    RuleSeverity.allCases.sorted(by: >).flatMap { severity in
      findings.filter { $0.severity == severity }
    }
  }

  /// `penalty.publicity.decision-published#in-time`
  static func name(of finding: Finding) -> String {
    finding.check.map { "\(finding.rule)#\($0)" } ?? finding.rule
  }
}
