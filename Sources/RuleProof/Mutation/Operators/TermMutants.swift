import CEL
import Findings
import SourceText

/// A term of `&&` or `||` dropped, and one branch of `?:` in place of both.
enum TermMutants {
  static func edits(of view: ExpressionView) -> [ExpressionEdit] {
    view.nodes.flatMap { node -> [ExpressionEdit] in
      guard let (function, arguments) = view.call(node) else { return [] }
      switch function {
      case Operator.logicalAnd, Operator.logicalOr:
        guard !isInsideChain(node, function, view) else { return [] }
        return drops(terms(of: node, function, view), function, view)
      case Operator.conditional where arguments.count == 3:
        return branches(node, arguments, view)
      default: return []
      }
    }
  }

  /// True for a node that is itself a part of a chain, without brackets around it.
  private static func isInsideChain(
    _ node: NodeID, _ function: String, _ view: ExpressionView
  ) -> Bool {
    guard let parent = view.parents[node], view.call(parent)?.function == function else {
      return false
    }
    return view.outerRange(of: node) == view.tree[node].range
  }

  /// The terms of a chain in the order of the text; a chain in brackets is one term.
  private static func terms(
    of node: NodeID, _ function: String, _ view: ExpressionView
  ) -> [NodeID] {
    var terms: [NodeID] = []
    var stack = [node]
    while let next = stack.popLast() {
      if let (name, arguments) = view.call(next), name == function,
        next == node || view.outerRange(of: next) == view.tree[next].range
      {
        stack += arguments.reversed()
      } else {
        terms.append(next)
      }
    }
    return terms
  }

  private static func drops(
    _ terms: [NodeID], _ function: String, _ view: ExpressionView
  ) -> [ExpressionEdit] {
    let ranges = terms.map(view.outerRange)
    let sign = function == Operator.logicalAnd ? "&&" : "||"
    return ranges.indices.map { number in
      let range =
        number == 0
        ? ByteRange(start: ranges[0].start, end: ranges[1].start)
        : ByteRange(start: ranges[number - 1].end, end: ranges[number].end)
      return ExpressionEdit(
        .term, range, "", "drop `\(view.words(view.tree[terms[number]].range))` of `\(sign)`")
    }
  }

  private static func branches(
    _ node: NodeID, _ arguments: [NodeID], _ view: ExpressionView
  ) -> [ExpressionEdit] {
    let (range, condition) = (view.tree[node].range, view.tree[arguments[0]].range)
    return [(1, "true"), (2, "false")].map { number, always in
      let branch = view.tree.text(of: arguments[number])
      return ExpressionEdit(
        .term, range, "(\(branch))",
        "`\(view.words(condition)) ?` always \(always)")
    }
  }
}
