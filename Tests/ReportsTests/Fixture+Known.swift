import Findings
import SourceText
import WorkCalendar

/// A batch with every outcome, held against a baseline and with waivers.
extension Fixture {
  static let waivers = SourceFile(
    path: "Cases/late/waivers.yaml",
    text:
      "# 豁免\n- { rule: penalty.service.in-time, reason: 已补正, approved_by: 法制审核科, until: 2024-06-30 }\n"
  )

  static let waiver = Waiver(
    reason: "上级复核认为不影响定案", approvedBy: "法制审核科", until: day("2025-06-30"),
    source: "pingcha.yaml:12")

  private static func with(
    _ finding: Finding, _ comparison: FindingStatus.Comparison?, waiver: Waiver? = nil
  ) -> Finding {
    var finding = finding
    finding.status = FindingStatus(comparison: comparison, waiver: waiver)
    return finding
  }

  /// A term of hours that was missed by ninety minutes, with a text that a spreadsheet could run.
  static let hours: Finding = {
    var finding = with(published, .unchanged)
    finding.check = "hours"
    finding.severity = .fatal
    finding.message = BilingualText(zh: "=1+1 迟了。", en: "=1+1, \"late\".")
    finding.fingerprint = String(repeating: "7", count: 32)
    finding.computed = Computed()
    finding.computed.due = day("2024-10-15")
    finding.computed.dueAt = "2024-10-15T09:30:00+08:00"
    finding.computed.daysLate = 0
    finding.computed.minutesLate = 90
    return finding
  }()

  static let knownCase: CaseReview = {
    var review = late
    review.diagnostics.append(
      LocatedDiagnostic(
        diagnostic: Diagnostic(
          severity: .warning, code: "waiver-expired",
          message: BilingualText(
            zh: "`penalty.service.in-time` 的豁免只到 2024-06-30，已不起作用",
            en: "the waiver of `penalty.service.in-time` held until 2024-06-30 only"),
          range: place(of: "{ rule", in: waivers).range),
        place: place(of: "{ rule", in: waivers), file: waivers.path))
    review.results = [
      RuleResult(
        rule: rules[0].id, outcome: .violated,
        findings: [
          with(reviewMissing, .new, waiver: waiver),
          with(reviewUndetermined("rank", ["legal_review.reviewer_role"]), .new),
        ]),
      RuleResult(rule: rules[1].id, outcome: .violated, findings: [with(licence, .unchanged)]),
      RuleResult(
        rule: rules[2].id, outcome: .violated,
        findings: [with(published, .new), hours, overflow]),
      RuleResult(rule: rules[3].id, outcome: .pending, findings: [with(served, .new)]),
    ]
    review.results[2].outcome = .error
    return review
  }()

  static let knownClean: CaseReview = {
    var review = clean
    review.results[1].clause = "case.procedure != \"simple\""
    return review
  }()

  static let known = Review(
    asOf: day("2024-12-31"), cases: [knownCase, knownClean, unreadable],
    diagnostics: [missingFolder], rules: rules)

  static let resolved = [
    ResolvedFindings(
      key: FindingKey(
        caseName: "黔东南市监罚〔2024〕137号", rule: rules[0].id, check: "done", outcome: .violated,
        fact: "hearing.held_on"), count: 2)
  ]

  static func knownSources(_ name: String) -> SourceFile? {
    [record, broken, waivers].first { $0.path == name }
  }
}
