/// What one condition of a decision being true or false makes of the others, as far as their texts
/// tell: a fact that is not on file equals nothing, and a fact has one value.
///
/// It only serves to say what a record would have to be like; what a record shows is never taken
/// from here.
struct ImplicationFinder {
  private let checked: CheckedExpression
  private let equalityIsTotal: Bool
  private let nodes: [NodeID]
  private let presences: [(path: String, absentSide: Bool)?]
  private let memberships: [Membership?]

  private var tree: SyntaxTree { checked.tree }

  /// A condition that a fact is one of some literals, or that it is not.
  private struct Membership {
    var path: String
    var literals: Set<String>
    var isNegated: Bool
  }

  init(_ checked: CheckedExpression, _ conditions: [Decision.Condition], equalityIsTotal: Bool) {
    self.checked = checked
    self.equalityIsTotal = equalityIsTotal
    nodes = conditions.map { $0.nodes[0] }
    presences = nodes.map { Self.presence($0, checked.tree) }
    memberships = nodes.map { Self.membership($0, checked.tree) }
  }

  /// The states of other conditions where one comes to a side, by number.
  func implied(by number: Int, _ side: Bool) -> [Int: ConditionState] {
    var states: [Int: ConditionState] = [:]
    if let (path, absentSide) = presences[number], absentSide == side {
      for (other, node) in nodes.enumerated() where other != number {
        if let state = state(of: node, withoutFact: path) { states[other] = state }
      }
    }
    guard let known = memberships[number] else { return states }
    let isMember = side != known.isNegated
    for (other, membership) in memberships.enumerated() where other != number {
      if let presence = presences[other], presence.path == known.path, isMember {
        states[other] = ConditionState(!presence.absentSide)
        continue
      }
      guard let membership, membership.path == known.path else { continue }
      let isOther: Bool? =
        if isMember {
          known.literals.isSubset(of: membership.literals)
            ? true : known.literals.isDisjoint(with: membership.literals) ? false : nil
        } else {
          membership.literals.isSubset(of: known.literals) ? false : nil
        }
      if let isOther { states[other] = ConditionState(isOther != membership.isNegated) }
    }
    return states
  }

  // MARK: Forms

  /// `has(path)`, `path != null`, `path == null`.
  private static func presence(
    _ node: NodeID, _ tree: SyntaxTree
  ) -> (path: String, absentSide: Bool)? {
    switch tree[node].kind {
    case .presence(let operand, let field):
      guard isPath(operand, tree) else { return nil }
      return (tree.text(of: operand) + (field.map { ".\($0)" } ?? ""), false)
    case .call(let name, nil, let arguments)
    where name == Operator.equals || name == Operator.notEquals:
      for (path, literal) in [(arguments[0], arguments[1]), (arguments[1], arguments[0])] {
        if case .literal(.null) = tree[literal].kind, isPath(path, tree) {
          return (tree.text(of: path), name == Operator.equals)
        }
      }
      return nil
    default: return nil
    }
  }

  private static func membership(_ node: NodeID, _ tree: SyntaxTree) -> Membership? {
    guard case .call(let name, nil, let arguments) = tree[node].kind else { return nil }
    switch name {
    case Operator.equals, Operator.notEquals:
      for (path, literal) in [(arguments[0], arguments[1]), (arguments[1], arguments[0])] {
        guard case .literal(let value) = tree[literal].kind, value != .null, isPath(path, tree)
        else { continue }
        return Membership(
          path: tree.text(of: path), literals: [tree.text(of: literal)],
          isNegated: name == Operator.notEquals)
      }
      return nil
    case Operator.in:
      guard isPath(arguments[0], tree), case .list(let elements) = tree[arguments[1]].kind else {
        return nil
      }
      var literals: Set<String> = []
      for element in elements {
        guard case .literal = tree[element.value].kind else { return nil }
        literals.insert(tree.text(of: element.value))
      }
      return Membership(
        path: tree.text(of: arguments[0]), literals: literals, isNegated: false)
    default: return nil
    }
  }

  /// True for a name, or fields of one.
  private static func isPath(_ node: NodeID, _ tree: SyntaxTree) -> Bool {
    switch tree[node].kind {
    case .identifier: true
    case .select(let operand, _, false): isPath(operand, tree)
    default: false
    }
  }

  // MARK: Absence

  /// What a condition comes to where a fact is not on file; `nil` where that does not follow.
  private func state(of node: NodeID, withoutFact path: String) -> ConditionState? {
    if names(node, path) { return .absent }
    switch tree[node].kind {
    case .presence(let operand, let field):
      let tested = tree.text(of: operand) + (field.map { ".\($0)" } ?? "")
      return isWithin(tested, path) ? .no : nil
    case .call(let name, nil, let arguments) where arguments.count == 2:
      switch name {
      case Operator.equals, Operator.notEquals:
        for (fact, other) in [(arguments[0], arguments[1]), (arguments[1], arguments[0])]
        where names(fact, path) {
          guard case .literal(let literal) = tree[other].kind else { return nil }
          if literal == .null { return ConditionState(name == Operator.equals) }
          return equalityIsTotal ? ConditionState(name == Operator.notEquals) : .absent
        }
      case Operator.in:
        if names(arguments[0], path) { return equalityIsTotal ? .no : .absent }
        if names(arguments[1], path) { return .no }
      default: break
      }
      return arguments.contains { isLost($0, without: path) } ? .absent : nil
    case .macro(let macro) where names(macro.target, path):
      switch macro.kind {
      case .exists, .existsOne: return .no
      case .all: return .yes
      default: return nil
      }
    default: return nil
    }
  }

  /// True for a value that is absent without the fact: the fact itself, or arithmetic with it.
  private func isLost(_ node: NodeID, without path: String) -> Bool {
    if names(node, path) { return true }
    guard case .call(let name, nil, let arguments) = tree[node].kind else { return false }
    switch name {
    case Operator.add, Operator.subtract, Operator.multiply, Operator.divide, Operator.modulo,
      Operator.negate:
      return arguments.contains { isLost($0, without: path) }
    default: return false
    }
  }

  /// True for the fact at a path, and for a field of it. A list is never lost.
  private func names(_ node: NodeID, _ path: String) -> Bool {
    guard Self.isPath(node, tree) else { return false }
    return isWithin(tree.text(of: node), path)
  }

  private func isWithin(_ text: String, _ path: String) -> Bool {
    text == path || text.utf8.starts(with: "\(path).".utf8)
  }
}
