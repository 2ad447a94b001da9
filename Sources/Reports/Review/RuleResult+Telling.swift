internal import Findings
internal import SourceText

extension RuleResult {
  /// The findings of a result; where it came to an outcome that needs telling without one, a
  /// finding with its reason, so that nothing is left out in silence.
  func told(_ rule: RuleSummary?, caseNumber: String?) -> [Finding] {
    if !findings.isEmpty { return findings }
    switch outcome {
    case .satisfied, .notApplicable: return []
    case .violated, .pending, .undetermined, .error: break
    }
    let title = rule?.title ?? .init(zh: self.rule, en: self.rule)
    var finding = Finding(
      rule: self.rule, check: nil, outcome: outcome, severity: rule?.severity ?? .major,
      kind: rule?.kind ?? .violation, caseNumber: caseNumber, title: title,
      message: reason ?? title, fingerprint: "")
    finding.cites = rule?.cites ?? []
    finding.missing = missing
    return [finding]
  }
}
