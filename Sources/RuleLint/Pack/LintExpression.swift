package import CEL
import RuleCompiler
package import SourceText
package import YAML

/// A CEL expression of the pack, parsed, with the place it stands at.
package struct LintExpression: Sendable {
  /// What an expression is for.
  package enum Role: Hashable, Sendable {
    case applies, when, each, elementCondition, requirement, basis, exception, letValue, figure
    /// The start, length and act of a deadline, its stops and extensions.
    case deadline
    case placeholder
    case definition
    /// When the schema expects a fact.
    case expectation
  }

  package let role: Role
  /// The rule that it belongs to; `nil` for a definition or a schema.
  package let rule: String?
  package let node: Node
  package let file: SourceFile
  package let tree: SyntaxTree
  /// Types and references; `nil` for what is only parsed.
  package let checked: CheckedExpression?
  /// Where the expression begins in the scalar's text; other than 0 for a placeholder.
  let offset: Int
  private let editor: ScalarEditor

  init(
    _ role: Role, _ text: String, node: Node, file: SourceFile, rule: String?, tree: SyntaxTree,
    checked: CheckedExpression?, offset: Int = 0
  ) {
    self.role = role
    self.rule = rule
    self.node = node
    self.file = file
    self.tree = tree
    self.checked = checked
    self.offset = offset
    editor = ScalarEditor(node: node, file: file)
  }

  /// The range in the file of a range in the expression.
  package func range(of range: ByteRange) -> ByteRange { editor.range(of: shifted(range)) }

  /// A fix that replaces parts of the expression, written in the style of its scalar.
  func fix(_ parts: [(range: ByteRange, text: String)]) -> LintFix? {
    editor.fix(parts.map { (shifted($0.range), $0.text) })
  }

  func fix(_ node: NodeID, with text: String) -> LintFix? {
    fix([(tree[node].range, text)])
  }

  private func shifted(_ range: ByteRange) -> ByteRange {
    ByteRange(Int(range.start) + offset, Int(range.end) + offset)
  }

  // MARK: Reading the tree

  func text(_ node: NodeID) -> String { tree.text(of: node) }

  /// The two operands where the node is a call of a binary operator.
  func operands(_ node: NodeID, of function: String) -> (NodeID, NodeID)? {
    guard case .call(function, nil, let arguments) = tree[node].kind, arguments.count == 2 else {
      return nil
    }
    return (arguments[0], arguments[1])
  }

  func negated(_ node: NodeID) -> NodeID? {
    guard case .call(Operator.logicalNot, nil, let arguments) = tree[node].kind else { return nil }
    return arguments[0]
  }

  func literal(_ node: NodeID) -> Literal? {
    if case .literal(let literal) = tree[node].kind { literal } else { nil }
  }

  /// The terms of the conjunction that the whole expression is.
  var conjuncts: [NodeID] { tree.terms(of: tree.root, joinedBy: Operator.logicalAnd).terms }

  /// The nodes at which a longest chain of a connective begins.
  func chains(of connective: String) -> [(node: NodeID, terms: [NodeID])] {
    var inner: Set<NodeID> = []
    var found: [(NodeID, [NodeID])] = []
    // Parents come after their children, so they are met first from the end.
    for node in tree.nodes.indices.reversed() {
      guard case .call(connective, nil, _) = tree[node].kind, !inner.contains(node) else {
        continue
      }
      let (terms, joints) = tree.terms(of: node, joinedBy: connective)
      inner.formUnion(joints)
      found.append((node, terms))
    }
    return found.reversed()
  }

  /// Every node under one, itself included.
  func nodes(under root: NodeID) -> [NodeID] {
    var (found, stack): ([NodeID], [NodeID]) = ([], [root])
    while let node = stack.popLast() {
      found.append(node)
      stack.append(contentsOf: tree[node].kind.children)
    }
    return found
  }

  /// The names that are read under a node.
  func names(under root: NodeID) -> Set<String> {
    Set(
      nodes(under: root).compactMap { node in
        if case .identifier(let name, _) = tree[node].kind { name } else { nil }
      })
  }

  /// The text of a node as an operand: with brackets where it binds no tighter than a comparison.
  func operandText(_ node: NodeID) -> String {
    if case .call(let name, nil, _) = tree[node].kind, Self.loose.contains(name) {
      return "(\(text(node)))"
    }
    return text(node)
  }

  private static let loose: Set<String> = [
    Operator.conditional, Operator.logicalAnd, Operator.logicalOr, Operator.equals,
    Operator.notEquals, Operator.less, Operator.lessEquals, Operator.greater,
    Operator.greaterEquals, Operator.in,
  ]

  /// True where brackets stand around a node, which its range leaves out.
  func isBracketed(_ node: NodeID) -> Bool {
    let bytes = Array(tree.source.utf8)
    let range = tree[node].range
    let before = bytes[..<Int(range.start)].last { $0 != 0x20 && $0 != 0x0A }
    let after = bytes[Int(range.end)...].first { $0 != 0x20 && $0 != 0x0A }
    return before == UInt8(ascii: "(") && after == UInt8(ascii: ")")
  }
}
