// A chain such as `a + b + …` or `x.map(…).map(…)…` leans to one side: its tree is as high as the
// chain is long. Closures within closures would need a stack that high too; so where a tree is high,
// the members of a chain run one after the other, each reading what the one before gave from a
// register.

extension Planner {
  /// Trees up to this height are planned as closures within closures, which is faster.
  static let greatestHeight = 100

  /// Plans a node as a chain; `nil` where it is none.
  func planChain(_ node: NodeID) -> Evaluator? {
    var members = [node]
    while let child = chainChild(of: members[members.count - 1]) { members.append(child) }
    guard members.count > 1 else { return nil }
    let register = self.register
    var steps: ContiguousArray = [
      PlannedPart(evaluate: planMember(members[members.count - 1]))
    ]
    for index in members.indices.dropLast().reversed() {
      var step = self
      step.given = (members[index + 1], { $0.slots[register] ?? .fault("unbound-variable", "") })
      steps.append(PlannedPart(evaluate: step.planMember(members[index])))
    }
    let traced = isTraced
    return { [steps] frame in
      var value = steps[0].evaluate(&frame)
      for index in steps.indices.dropFirst() {
        frame.slots[register] = value
        // In the trace every member stands as deep as if it were within the next.
        let depth = steps.count - 1 - index
        if traced { frame.tracer?.depth += depth }
        value = steps[index].evaluate(&frame)
        if traced { frame.tracer?.depth -= depth }
      }
      return value
    }
  }

  /// The operand that a node evaluates before everything else and only once: what a chain goes on
  /// with.
  private func chainChild(of node: NodeID) -> NodeID? {
    if constants[node] != nil { return nil }
    switch tree[node].kind {
    case .select(let operand, _, _):
      switch checked.references[node] {
      case .variable, .typeName, .constant: return nil
      default: return operand
      }
    case .index(let operand, _, _): return operand
    case .presence(let operand, let field): return field == nil ? nil : operand
    case .call(let name, let target, let arguments):
      switch name {
      // These flatten their own chains.
      case Operator.logicalAnd, Operator.logicalOr, Operator.conditional: return nil
      default: break
      }
      if case .namespacedFunction? = checked.references[node] { return nil }
      return target ?? arguments.first
    case .macro(let macro): return macro.kind == .bind ? nil : macro.target
    default: return nil
    }
  }
}
