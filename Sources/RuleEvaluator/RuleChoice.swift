package import CaseRecords
package import Findings
package import RuleCompiler

/// Some rules of a rulebook, made ready so that many records can be reviewed by them alone: with the
/// rules whose terms they read, in the order of evaluation.
package struct RuleChoice: Sendable {
  /// One rule to evaluate.
  struct Step: Sendable {
    let rule: CompiledRule
    /// The place of its result among those asked for; `nil` where only its terms are.
    let place: Int?
  }

  let steps: [Step]
  /// How many results there are: one for each id.
  let count: Int

  /// - Parameter ids: Present or former ids, each once; of one that the book does not have there is no
  ///   result.
  package init(_ ids: [String], of rulebook: Rulebook) {
    count = ids.count
    let chosen = ids.enumerated().compactMap { place, id in
      rulebook.rule(id).map { Step(rule: $0, place: place) }
    }
    guard chosen.contains(where: \.rule.readsTerms) else {
      // Where none reads what another gives, the order does not matter.
      steps = chosen
      return
    }
    let places = Dictionary(
      chosen.map { ($0.rule.id, $0.place) }, uniquingKeysWith: { _, last in last })
    let order = rulebook.evaluationOrder.map { rulebook.rules[$0] }
    let lastReader = order.lastIndex { places[$0.id] != nil && $0.readsTerms } ?? -1
    steps = order.enumerated().compactMap { position, rule in
      if let place = places[rule.id] { return Step(rule: rule, place: place) }
      let isRead = position < lastReader && rulebook.termsByRule[rule.id] != nil
      return isRead ? Step(rule: rule, place: nil) : nil
    }
  }
}

extension RecordEvaluator {
  /// Returns what each rule of a choice says, in the order of its ids.
  ///
  /// - Precondition: The choice was made of this evaluator's rulebook.
  package func review(_ record: CaseRecord, by choice: RuleChoice) -> [RuleResult?] {
    var frame = frame(for: record)
    let context = context(for: record)
    var results = [RuleResult?](repeating: nil, count: choice.count)
    for step in choice.steps {
      let output = evaluate(step.rule, in: context, &frame)
      if let place = step.place { results[place] = result(of: output) }
    }
    return results
  }
}
