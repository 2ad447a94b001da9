import CEL

/// Writes expressions so that those which mean the same by their form alone read the same: brackets
/// gone, terms of `&&` and `||` sorted, comparisons turned one way, variables of macros numbered.
struct CanonicalText {
  let tree: SyntaxTree

  init(_ tree: SyntaxTree) { self.tree = tree }

  func callAsFunction(_ node: NodeID) -> String { write(node, [:]) }

  /// What the negation of a condition reads as.
  func negation(of node: NodeID) -> String {
    let text = write(node, [:])
    if case .call(let name, nil, let arguments) = tree[node].kind {
      if name == Operator.logicalNot { return write(arguments[0], [:]) }
      if let opposite = Self.opposites[name] { return call(opposite, nil, arguments, [:]) }
    }
    return "!\(text)"
  }

  static let opposites = [
    Operator.equals: Operator.notEquals, Operator.notEquals: Operator.equals,
    Operator.less: Operator.greaterEquals, Operator.greaterEquals: Operator.less,
    Operator.greater: Operator.lessEquals, Operator.lessEquals: Operator.greater,
  ]

  private func write(_ node: NodeID, _ names: [String: String]) -> String {
    switch tree[node].kind {
    case .literal(let literal): return "\(literal)"
    case .identifier(let name, _): return names[name] ?? name
    case .select(let operand, let field, let isOptional):
      return "\(write(operand, names))\(isOptional ? ".?" : ".")\(field)"
    case .presence(let operand, let field):
      return "has(\(write(operand, names))\(field.map { ".\($0)" } ?? ""))"
    case .index(let operand, let key, let isOptional):
      return "\(write(operand, names))[\(isOptional ? "?" : "")\(write(key, names))]"
    case .call(let name, let target, let arguments): return call(name, target, arguments, names)
    case .list(let elements):
      return "[" + elements.map { write($0.value, names) }.joined(separator: ", ") + "]"
    case .map(let entries):
      let texts = entries.map { "\(write($0.key, names)): \(write($0.value, names))" }
      return "{" + texts.joined(separator: ", ") + "}"
    case .message(let type, _, let fields):
      let texts = fields.map { "\($0.name): \(write($0.value, names))" }
      return "\(type){" + texts.joined(separator: ", ") + "}"
    case .macro(let macro): return write(macro, names)
    case .invalid: return "?\(node)"
    }
  }

  private func write(_ macro: Macro, _ names: [String: String]) -> String {
    var inside = names
    for variable in macro.variables { inside[variable] = "$\(inside.count)" }
    let parts = [macro.filter, macro.body].compactMap(\.self).map { write($0, inside) }
    return "\(macro.kind.rawValue)(\(write(macro.target, names)); \(parts.joined(separator: "; ")))"
  }

  private func call(
    _ name: String, _ target: NodeID?, _ arguments: [NodeID], _ names: [String: String]
  ) -> String {
    switch name {
    case Operator.logicalAnd, Operator.logicalOr:
      let terms = arguments.flatMap { tree.terms(of: $0, joinedBy: name).terms }
      return "(\(name) \(terms.map { write($0, names) }.sorted().joined(separator: ", ")))"
    case Operator.equals, Operator.notEquals:
      return "(\(name) \(arguments.map { write($0, names) }.sorted().joined(separator: ", ")))"
    case Operator.greater: return call(Operator.less, nil, arguments.reversed(), names)
    case Operator.greaterEquals: return call(Operator.lessEquals, nil, arguments.reversed(), names)
    case Operator.logicalNot:
      if case .call(let inner, nil, let operands) = tree[arguments[0]].kind,
        inner == Operator.equals || inner == Operator.notEquals,
        let opposite = Self.opposites[inner]
      {
        return call(opposite, nil, operands, names)
      }
      return "!\(write(arguments[0], names))"
    default:
      let operands = (target.map { [$0] } ?? []) + arguments
      return "\(name)(\(operands.map { write($0, names) }.joined(separator: ", ")))"
    }
  }
}
