package import CEL
package import CaseRecords
package import Findings
import RuleCompiler

extension RecordEvaluator {
  /// Reviews a record and tells an observer what the conditions of decisions come to. The rulebook
  /// has to be one that was compiled for it, or nothing is told.
  ///
  /// - Parameter id: The only rule to review; rules whose terms it reads are evaluated and observed
  ///   before it. `nil` for all.
  /// - Returns: What each rule says, by rule id, with what its checks came to.
  package func review(
    _ record: CaseRecord, rule id: String? = nil, observedBy observer: DecisionObserver
  ) -> [RuleResult] {
    var frame = frame(for: record)
    frame.observer = observer
    let context = context(for: record)
    if let id {
      guard let rule = rulebook.rule(id) else { return [] }
      evaluateTerms(before: rule, in: context, &frame)
      return [observed(rule, in: context, &frame)]
    }
    var results = OrderedResults(count: rulebook.rules.count)
    for number in rulebook.evaluationOrder {
      results.add(observed(rulebook.rules[number], in: context, &frame), at: number)
    }
    return results.inOrder
  }

  private func observed(
    _ rule: CompiledRule, in context: RecordContext, _ frame: inout Frame
  ) -> RuleResult {
    let output = evaluate(rule, in: context, &frame)
    var result = output.result
    result.checks = output.checkOutcomes
    return result
  }
}
