import CEL
import Findings
import SourceText

/// `>` for `>=`, `<` for `<=`, `==` for `!=`, `&&` for `||`, and back.
enum OperatorMutants {
  private static let comparisons = [
    Operator.greater: (">", ">="), Operator.greaterEquals: (">=", ">"),
    Operator.less: ("<", "<="), Operator.lessEquals: ("<=", "<"),
    Operator.equals: ("==", "!="), Operator.notEquals: ("!=", "=="),
  ]
  private static let connectives = [
    Operator.logicalAnd: ("&&", "||"), Operator.logicalOr: ("||", "&&"),
  ]

  static func edits(of view: ExpressionView) -> [ExpressionEdit] {
    view.nodes.compactMap { node in
      guard let (function, arguments) = view.call(node), arguments.count == 2 else { return nil }
      let focus = view.tree[node].focus
      if let (old, new) = comparisons[function] {
        return ExpressionEdit(.comparison, focus, new, "`\(old)` → `\(new)`")
      }
      if let (old, new) = connectives[function] {
        return ExpressionEdit(.boolean, focus, new, "`\(old)` → `\(new)`")
      }
      return nil
    }
  }
}

/// `exists` for `all`, and back.
enum QuantifierMutants {
  static func edits(of view: ExpressionView) -> [ExpressionEdit] {
    view.nodes.compactMap { node in
      guard case .macro(let macro) = view.tree[node].kind else { return nil }
      let focus = view.tree[node].focus
      switch macro.kind {
      case .all: return ExpressionEdit(.quantifier, focus, "exists", "`all` → `exists`")
      case .exists: return ExpressionEdit(.quantifier, focus, "all", "`exists` → `all`")
      default: return nil
      }
    }
  }
}
