import CEL
import Findings
import SourceText

/// A `!` taken away, or put before a term that is no comparison; those have the opposite operator.
enum NegationMutants {
  static func edits(of view: ExpressionView) -> [ExpressionEdit] {
    view.nodes.flatMap { node -> [ExpressionEdit] in
      let range = view.tree[node].range
      if let (function, _) = view.call(node), function == Operator.logicalNot {
        let bang = view.tree[node].focus
        return [ExpressionEdit(.negation, bang, "", "drop `!` of `\(view.words(range))`")]
      }
      guard view.types[node].unwrapped == .bool, isTerm(node, view) else { return [] }
      if let (function, _) = view.call(node), function == Operator.in {
        let text = view.tree.text(of: node)
        return [ExpressionEdit(.negation, range, "!(\(text))", "`!` before `\(view.words(range))`")]
      }
      let start = ByteRange(start: range.start, end: range.start)
      return [ExpressionEdit(.negation, start, "!", "`!` before `\(view.words(range))`")]
    }
  }

  /// True for a condition, or a term of one, that has no operator of its own.
  private static func isTerm(_ node: NodeID, _ view: ExpressionView) -> Bool {
    switch view.tree[node].kind {
    case .identifier, .select, .presence, .macro, .index: break
    case .call(Operator.in, nil, _): break
    case .call(let function, _, _):
      if function.utf8.contains(UInt8(ascii: "_")),
        function.utf8.first == UInt8(ascii: "_")
          || function.utf8.first == UInt8(ascii: "!") || function.utf8.first == UInt8(ascii: "-")
      {
        return false
      }
    default: return false
    }
    guard let parent = view.parents[node] else { return true }
    switch view.tree[parent].kind {
    case .call(Operator.logicalAnd, nil, _), .call(Operator.logicalOr, nil, _): return true
    case .call(Operator.conditional, nil, let arguments):
      return arguments.first == node || view.types[node].unwrapped == .bool
    case .macro(let macro): return macro.filter == node || macro.body == node
    default: return false
    }
  }
}
