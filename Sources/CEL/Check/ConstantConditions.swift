import SourceText

/// Finds conditions that are the same for every record: what their author did not mean.
///
/// A condition is constant where its parts are literals, where both sides of a comparison are the
/// same expression, or where one expression is to equal two different literals at once. The
/// smallest such part is told, and `true` and `false` themselves are not.
struct ConstantConditions {
  private let checked: CheckedExpression
  private let constants: [NodeID: Value]
  /// What conditions come to, where that is known; told once, at the smallest part.
  private var truths: [NodeID: Bool] = [:]
  /// Nodes within a chain of the same connective.
  private let inner: Set<NodeID>
  private(set) var diagnostics: [Diagnostic] = []

  private var tree: SyntaxTree { checked.tree }

  init(_ checked: CheckedExpression) {
    self.checked = checked
    constants = ConstantFolding(checked).constants
    inner = Set(
      checked.tree.nodes.indices.flatMap { node -> [NodeID] in
        let tree = checked.tree
        guard case .call(let name, nil, let arguments) = tree[node].kind,
          name == Operator.logicalAnd || name == Operator.logicalOr
        else { return [] }
        return arguments.filter {
          if case .call(name, nil, _) = tree[$0].kind { true } else { false }
        }
      })
    // Children come before their parents.
    for (node, syntax) in checked.tree.nodes.enumerated() {
      guard checked.types[node] == .bool else { continue }
      if case .literal(.bool(let flag)) = syntax.kind {
        truths[node] = flag
      } else if case .call(let name, nil, let arguments) = syntax.kind,
        name == Operator.logicalAnd || name == Operator.logicalOr || name == Operator.logicalNot
      {
        visitConnective(node, name, arguments)
      } else if let flag = comparison(node) {
        tell(node, flag)
      }
    }
  }

  /// True for a condition that is the same for every record, and for a literal.
  func isFixed(_ node: NodeID) -> Bool { truths[node] != nil || constants[node] != nil }

  private mutating func tell(_ node: NodeID, _ flag: Bool) {
    truths[node] = flag
    diagnostics.append(.constantCondition(flag, at: tree[node].range))
  }

  private mutating func visitConnective(_ node: NodeID, _ name: String, _ arguments: [NodeID]) {
    let known = arguments.map { truths[$0] }
    switch name {
    case Operator.logicalNot: truths[node] = known[0].map { !$0 }
    case Operator.logicalAnd:
      if known.contains(false) {
        truths[node] = false
      } else if known.allSatisfy({ $0 == true }) {
        truths[node] = true
      } else if contradicts(node, name, Operator.equals) {
        tell(node, false)
      }
    default:
      if known.contains(true) {
        truths[node] = true
      } else if known.allSatisfy({ $0 == false }) {
        truths[node] = false
      } else if contradicts(node, name, Operator.notEquals) {
        tell(node, true)
      }
    }
  }

  /// `x == 1 && x == 2`, or `x != 1 || x != 2`, anywhere in a chain, which is looked at as a whole.
  private func contradicts(_ node: NodeID, _ name: String, _ relation: String) -> Bool {
    if inner.contains(node) { return false }
    var wanted: [String: Value] = [:]
    for term in tree.terms(of: node, joinedBy: name).terms {
      guard let (subject, value) = literalTerm(term, relation) else { continue }
      guard let other = wanted.updateValue(value, forKey: subject) else { continue }
      if case .bool(false) = Equality.equals(other, value) { return true }
    }
    return false
  }

  /// The two sides of `x == literal`, the first as text.
  private func literalTerm(_ node: NodeID, _ relation: String) -> (subject: String, value: Value)? {
    guard case .call(relation, nil, let arguments) = tree[node].kind else { return nil }
    if let value = constant(arguments[1]), constant(arguments[0]) == nil {
      return (tree.text(of: arguments[0]), value)
    }
    if let value = constant(arguments[0]), constant(arguments[1]) == nil {
      return (tree.text(of: arguments[1]), value)
    }
    return nil
  }

  private func constant(_ node: NodeID) -> Value? {
    if case .literal(let literal) = tree[node].kind { return Planner.value(of: literal) }
    return constants[node]
  }

  /// What a comparison or a call of a function comes to for every record.
  private func comparison(_ node: NodeID) -> Bool? {
    if case .bool(let flag)? = constants[node] { return flag }
    guard case .call(let name, nil, let arguments) = tree[node].kind, arguments.count == 2 else {
      return nil
    }
    if let a = constant(arguments[0]), let b = constant(arguments[1]),
      name == Operator.equals || name == Operator.notEquals,
      case .bool(let flag) = Equality.equals(a, b)
    {
      return flag == (name == Operator.equals)
    }
    // A double may be no number, and then not even equal to itself.
    guard tree.text(of: arguments[0]) == tree.text(of: arguments[1]),
      checked.types[arguments[0]].unwrapped.isEqualToItself
    else { return nil }
    switch name {
    case Operator.equals, Operator.lessEquals, Operator.greaterEquals: return true
    case Operator.notEquals, Operator.less, Operator.greater: return false
    default: return nil
    }
  }
}

extension ValueType {
  fileprivate var isEqualToItself: Bool {
    switch self {
    case .double, .dynamic, .error, .list, .map, .optional, .structure, .interval: false
    default: true
    }
  }
}
