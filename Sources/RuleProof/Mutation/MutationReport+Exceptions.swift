package import Findings
package import RuleCompiler

extension MutationReport {
  /// Puts results together: a survivor that `proof.yaml` calls equivalent is accepted, with the reason.
  ///
  /// - Returns: The report, and as warnings what `proof.yaml` says of these rules without need: of a
  ///   mutant that is killed, or that there is not.
  package static func excusing(
    _ rules: [RuleMutation], by proof: ProofSource
  ) -> (report: MutationReport, leftOver: [FileDiagnostic]) {
    var exceptions = ProofExceptions(proof)
    var known: [String: Set<String>] = [:]
    let excused = rules.map { rule -> RuleMutation in
      guard rule.isMeasured else { return rule }
      known[rule.rule] = Set(rule.keys)
      var rule = rule
      let survivors = rule.survivors
      rule.survivors = []
      for var survivor in survivors {
        if let reason = exceptions.reason(forMutant: survivor.key, of: rule.rule) {
          survivor.reason = reason
          rule.accepted.append(survivor)
        } else {
          rule.survivors.append(survivor)
        }
      }
      return rule
    }
    return (MutationReport(rules: excused), exceptions.leftOverMutations(known: known))
  }
}
