/// Works out the parts of an expression that are always the same, such as `date("2024-09-30")`.
///
/// What gives a state is left to be evaluated, since an operator around it may not look at it.
struct ConstantFolding {
  private(set) var constants: [NodeID: Value] = [:]

  init(_ checked: CheckedExpression) {
    let tree = checked.tree
    // Children come before their parents.
    for (node, syntax) in tree.nodes.enumerated() {
      guard case .call(_, let target, let arguments) = syntax.kind else { continue }
      let function: Function
      var operands = arguments
      switch checked.references[node] {
      case .function(let found):
        function = found
        if let target { operands.insert(target, at: 0) }
      case .namespacedFunction(let found): function = found
      default: continue
      }
      let values = operands.compactMap { value(of: $0, in: tree) }
      guard values.count == operands.count else { continue }
      // What costs is paid for when it runs, so that folding changes nothing.
      guard function.cost(of: values) == .none else { continue }
      let result = function.apply(values)
      if !result.isState, Self.isSmall(result) { constants[node] = result }
    }
  }

  private func value(of node: NodeID, in tree: SyntaxTree) -> Value? {
    if case .literal(let literal) = tree[node].kind { return Planner.value(of: literal) }
    return constants[node]
  }

  /// A long text that every part of a chain of additions would hold once more is not kept.
  private static func isSmall(_ value: Value) -> Bool {
    switch value {
    case .string(let text): text.utf8.count <= 256
    case .bytes(let bytes): bytes.count <= 256
    case .list, .map, .structure, .optional: false
    default: true
    }
  }
}

extension Function {
  /// What a call with these arguments costs.
  func cost(of values: [Value]) -> Cost {
    guard let cost, let first = values.first else { return .none }
    return cost(
      first, values.count > 1 ? values[1] : .null, values.count > 2 ? values[2] : .null)
  }

  /// Calls the function, states and null taking a strict one over.
  func apply(_ values: [Value]) -> Value {
    func state(_ value: Value) -> Value? {
      value.strictState(acceptsNull: acceptsNull, acceptsRanges: acceptsRanges)
    }
    if case .alternative(let body) = body, values.count == 2 {
      return state(values[0]) ?? body(values[0]) ?? values[1]
    }
    if let state = values.reduce(nil, { Value.strictMerge($0, state($1)) }) { return state }
    return switch (body, values.count) {
    case (.nullary(let body), 0): body()
    case (.unary(let body), 1): body(values[0])
    case (.binary(let body), 2): body(values[0], values[1])
    case (.ternary(let body), 3): body(values[0], values[1], values[2])
    case (.variadic(let body), _): body(values)
    default: .fault("no-such-overload", key.name)
    }
  }
}
