import Findings

/// What the rules and checks that feed one entry of a sheet say together.
struct FeederView {
  /// False where every one of them is not applicable.
  private(set) var isInvolved = false
  private(set) var violated: [Finding] = []
  /// Undetermined, pending, or a fault of the rule.
  private(set) var open: [Finding] = []
  /// Rules that could not be loaded, so that nobody knows.
  private(set) var missingRules: [String] = []

  var isOpen: Bool { !open.isEmpty || !missingRules.isEmpty }

  init(_ feeders: [ScoreSheet.Feeder], _ results: [String: RuleResult]) {
    var seen: Set<ScoreSheet.Feeder> = []
    for feeder in feeders where seen.insert(feeder).inserted {
      guard let result = results[feeder.rule] else {
        isInvolved = true
        if !missingRules.contains(feeder.rule) { missingRules.append(feeder.rule) }
        continue
      }
      if Self.outcome(of: feeder, in: result) != .notApplicable { isInvolved = true }
      for finding in result.findings where Self.isOf(feeder, finding, in: result) {
        add(finding)
      }
    }
  }

  private mutating func add(_ finding: Finding) {
    // A check that feeds an entry by itself and with its rule counts once.
    if violated.contains(finding) || open.contains(finding) { return }
    guard finding.kind == .violation else { return }
    switch finding.outcome {
    case .violated: violated.append(finding)
    case .undetermined, .pending, .error: open.append(finding)
    case .satisfied, .notApplicable: break
    }
  }

  /// What a rule or a check of it came to. Where the version or `applies` decided, the checks came
  /// to what the rule did.
  private static func outcome(of feeder: ScoreSheet.Feeder, in result: RuleResult) -> Outcome {
    guard let check = feeder.check, !result.checks.isEmpty else { return result.outcome }
    return result.checks.first { $0.check == check }?.outcome ?? .notApplicable
  }

  private static func isOf(
    _ feeder: ScoreSheet.Feeder, _ finding: Finding, in result: RuleResult
  ) -> Bool {
    guard let check = feeder.check, !result.checks.isEmpty else { return true }
    return finding.check == check
  }
}
