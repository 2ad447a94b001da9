import Findings
import RuleCompiler

extension RuleEvaluation.Output {
  /// What each check came to, the worst of its elements; empty where no check was looked at, since
  /// the version, the basis date or `applies` decided.
  var checkOutcomes: [CheckOutcome] {
    guard result.reason == nil || result.outcome == .notApplicable, let version = versions.first
    else { return [] }
    var outcomes: [CheckOutcome] = []
    for check in version.checks {
      if let number = outcomes.firstIndex(where: { $0.check == check.check.id }) {
        outcomes[number].outcome = max(outcomes[number].outcome, check.outcome)
      } else {
        outcomes.append(CheckOutcome(check: check.check.id, outcome: check.outcome))
      }
    }
    return outcomes
  }
}
