extension Planner {
  /// Plans a decision so that each of its conditions is evaluated, whatever the others come to, and
  /// the observer of the frame is told; `nil` where the node is none, or nothing is observed.
  ///
  /// The value is what it would be otherwise, since `&&` and `||` absorb on either side. What a
  /// condition costs is counted also where another one decides.
  func planDecision(_ node: NodeID) -> Evaluator? {
    guard let decisions, let number = decisions.numbers[node] else { return nil }
    let decision = decisions.decisions[number]
    let key = DecisionObserver.Key(decisions, number)
    // A condition that is the decision itself must not be taken for it again.
    let conditions = decision.conditions.map { condition -> Evaluator in
      condition.nodes[0] == node ? planMember(node) : plan(condition.nodes[0])
    }
    let shape = decision.shape
    return { frame in
      var values = ContiguousArray<Value>()
      values.reserveCapacity(conditions.count)
      for condition in conditions { values.append(condition(&frame)) }
      // What is withheld to see what a finding rests on is no record's doing.
      if let observer = frame.observer, !frame.withholdsUnverified { observer.note(key, values) }
      return shape.value(values)
    }
  }
}
