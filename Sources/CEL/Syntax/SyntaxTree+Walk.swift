extension SyntaxKind {
  /// The nodes directly under this one, in the order of the source.
  package var children: [NodeID] {
    switch self {
    case .literal, .identifier, .invalid: []
    case .select(let operand, _, _): [operand]
    case .presence(let operand, _): [operand]
    case .index(let operand, let key, _): [operand, key]
    case .call(_, let target, let arguments): (target.map { [$0] } ?? []) + arguments
    case .list(let elements): elements.map(\.value)
    case .map(let entries): entries.flatMap { [$0.key, $0.value] }
    case .message(_, _, let fields): fields.map(\.value)
    case .macro(let macro):
      [macro.target] + (macro.filter.map { [$0] } ?? []) + [macro.body]
    }
  }
}

extension SyntaxTree {
  /// The terms of a chain `a && b && c` in their order, however the tree has it, and the nodes that
  /// join them. Without recursion.
  package func terms(of node: NodeID, joinedBy name: String) -> (terms: [NodeID], joints: [NodeID])
  {
    var (terms, joints): ([NodeID], [NodeID]) = ([], [])
    var stack = [node]
    while let next = stack.popLast() {
      if case .call(name, nil, let arguments) = nodes[next].kind {
        joints.append(next)
        stack.append(contentsOf: arguments.reversed())
      } else {
        terms.append(next)
      }
    }
    return (terms, joints)
  }

  /// The number of nodes under some, themselves included, but for what runs once for each element of
  /// a comprehension. Without recursion.
  func partCount(of nodes: [NodeID]) -> Int {
    var count = 0
    var stack = nodes
    while let node = stack.popLast() {
      count += 1
      if case .macro(let macro) = self[node].kind, macro.kind != .bind {
        stack.append(macro.target)
      } else {
        stack.append(contentsOf: self[node].kind.children)
      }
    }
    return count
  }

  /// The number of nodes on the longest way from the root down: what a recursive pass needs as
  /// frames.
  ///
  /// - Complexity: O(nodes), without recursion.
  package var height: Int {
    var heights = ContiguousArray(repeating: 1, count: nodes.count)
    for (id, node) in nodes.enumerated() {
      for child in node.kind.children { heights[id] = max(heights[id], heights[child] + 1) }
    }
    return heights[root]
  }
}
