/// The decisions of one expression, outermost first.
///
/// An object, so that what is noted of two expressions with the same text is told apart.
package final class DecisionTable: Sendable {
  package let decisions: [Decision]
  /// The number of the decision at a node.
  let numbers: [NodeID: Int]

  /// - Parameter equalityIsTotal: As the environment has it that the expression is planned in.
  init(_ checked: CheckedExpression, equalityIsTotal: Bool) {
    var search = DecisionSearch(checked, equalityIsTotal: equalityIsTotal)
    search.visit(checked.tree.root, .whole, isCondition: checked.type.unwrapped == .bool)
    decisions = search.decisions
    numbers = Dictionary(
      decisions.enumerated().map { ($1.root, $0) }, uniquingKeysWith: { first, _ in first })
  }
}

/// Finds the decisions of an expression.
private struct DecisionSearch {
  private let checked: CheckedExpression
  private let constants: ConstantConditions
  private let equalityIsTotal: Bool
  private(set) var decisions: [Decision] = []

  private var tree: SyntaxTree { checked.tree }

  init(_ checked: CheckedExpression, equalityIsTotal: Bool) {
    self.checked = checked
    self.equalityIsTotal = equalityIsTotal
    constants = ConstantConditions(checked)
  }

  /// Looks at a node that stands in no decision yet.
  ///
  /// - Parameter isCondition: True where a condition is due, so that the node is a decision even if
  ///   it is a single condition.
  mutating func visit(_ node: NodeID, _ role: Decision.Role, isCondition: Bool) {
    if case .macro(let macro) = tree[node].kind, macro.kind == .bind {
      // Names for parts of a decision are no decision of their own.
      visit(macro.target, .part, isCondition: false)
      visit(macro.body, role, isCondition: isCondition)
    } else if isCondition || isConnective(node) {
      add(node, role)
    } else if case .call(Operator.conditional, nil, let arguments) = tree[node].kind {
      visit(arguments[0], .choice, isCondition: true)
      for branch in arguments.dropFirst() { visit(branch, .part, isCondition: false) }
    } else {
      descend(node)
    }
  }

  /// Looks for decisions below a node that is none, or one condition of one.
  private mutating func descend(_ node: NodeID) {
    guard case .macro(let macro) = tree[node].kind else {
      for child in tree[node].kind.children { visit(child, .part, isCondition: false) }
      return
    }
    visit(macro.target, .part, isCondition: false)
    if let filter = macro.filter { visit(filter, .predicate, isCondition: true) }
    switch macro.kind {
    case .all, .exists, .existsOne, .filter: visit(macro.body, .predicate, isCondition: true)
    case .bind: visit(macro.body, .part, isCondition: isBoolean(macro.body))
    default: visit(macro.body, .part, isCondition: false)
    }
  }

  private func isBoolean(_ node: NodeID) -> Bool { checked.types[node].unwrapped == .bool }

  /// True for a node that puts conditions together.
  private func isConnective(_ node: NodeID) -> Bool {
    guard case .call(let name, nil, _) = tree[node].kind else { return false }
    switch name {
    case Operator.logicalAnd, Operator.logicalOr, Operator.logicalNot: return true
    case Operator.conditional: return isBoolean(node)
    default: return false
    }
  }

  private mutating func add(_ node: NodeID, _ role: Decision.Role) {
    var conditions: [Decision.Condition] = []
    var numbers: [String: Int] = [:]
    let shape = shape(node, isRoot: true, &conditions, &numbers)
    let finder = ImplicationFinder(checked, conditions, equalityIsTotal: equalityIsTotal)
    decisions.append(
      Decision(
        root: node, role: role, shape: shape, conditions: conditions,
        implications: conditions.indices.map {
          (finder.implied(by: $0, true), finder.implied(by: $0, false))
        }))
    // What stands twice is evaluated once.
    for condition in conditions { descend(condition.nodes[0]) }
  }

  private func shape(
    _ node: NodeID, isRoot: Bool, _ conditions: inout [Decision.Condition],
    _ numbers: inout [String: Int]
  ) -> Decision.Shape {
    if isRoot || isConnective(node), case .call(let name, nil, let arguments) = tree[node].kind {
      switch name {
      case Operator.logicalNot:
        return .not(shape(arguments[0], isRoot: false, &conditions, &numbers))
      case Operator.logicalAnd, Operator.logicalOr:
        let terms = tree.terms(of: node, joinedBy: name).terms.map {
          shape($0, isRoot: false, &conditions, &numbers)
        }
        return name == Operator.logicalAnd ? .all(terms) : .any(terms)
      case Operator.conditional:
        let parts = arguments.map { shape($0, isRoot: false, &conditions, &numbers) }
        return .choice(parts[0], parts[1], parts[2])
      default: break
      }
    }
    let text = tree.text(of: node)
    let key = Self.key(text)
    if let number = numbers[key] {
      conditions[number].nodes.append(node)
      return .condition(number)
    }
    numbers[key] = conditions.count
    conditions.append(
      Decision.Condition(text: text, nodes: [node], isFixed: constants.isFixed(node)))
    return .condition(conditions.count - 1)
  }

  /// White space outside of quotes does not tell conditions apart.
  private static func key(_ text: String) -> String { ConditionText.normalized(text) }
}
