internal import Findings
internal import SourceText

extension ReviewTextPrinter {
  /// Prints a case without anything to tell; a case whose findings are all left out is no clean one.
  mutating func printClean(_ told: ToldCase) {
    let words = told.untold == 0 ? ReportWords.noFindings : ReportWords.untold(told.untold)
    page.paragraph(
      [heading(of: told.review), told.review.source, page.word(words)].joined(separator: "  "),
      indent: 0, lead: "\(told.number). ")
  }

  mutating func printCase(_ told: ToldCase, groups: [FindingGroup: [Finding]]) {
    let review = told.review
    let lead = "\(told.number). "
    let indent = lead.utf8.count
    page.paragraph(
      "", indent: 0, lead: lead + ExcerptPrinter.safe(heading(of: review)), colour: .bold)
    let file = sources(review.source)
    page.paragraph(review.source, indent: indent)
    for located in review.diagnostics {
      page.diagnostic(
        located, in: text(for: located, of: review, file), indent: indent)
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
      if group == .undetermined && verbosity != .verbose {
        printUndetermined(findings, indent: indent + 2)
        continue
      }
      let sorted = Self.worstFirst(findings)
      let isShort = sorted.map { isBrief($0, in: group) }
      for (place, finding) in sorted.enumerated() {
        if place > 0 && !(isShort[place] && isShort[place - 1]) { page.blank() }
        print(finding, in: group, file: file, indent: indent + 2)
      }
    }
    if told.untold > 0 {
      page.blank()
      page.paragraph(page.word(ReportWords.untold(told.untold)), indent: indent)
    }
  }

  /// The text that a diagnostic of a case is about: the record, or a file beside it.
  private func text(
    for located: LocatedDiagnostic, of review: CaseReview, _ record: SourceFile?
  ) -> SourceFile? {
    if located.file == review.source { return record }
    return sources(located.file) ?? (located.place == nil ? nil : record)
  }

  /// True for what is told in a line or two unless everything is wanted.
  func isBrief(_ finding: Finding, in group: FindingGroup) -> Bool {
    switch group {
    case .pending: verbosity != .verbose
    case .violated, .signal: finding.status.comparison == .unchanged && verbosity != .verbose
    case .waived: true
    case .error, .undetermined: false
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
    case .waived: .dim
    }
  }

  /// By severity; findings of one severity stay in the order of their rules and checks.
  static func worstFirst(_ findings: [Finding]) -> [Finding] {
    RuleSeverity.allCases.sorted(by: >).flatMap { severity in
      findings.filter { $0.severity == severity }
    }
  }
}
