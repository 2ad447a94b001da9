import CEL
import Findings
import SourceText
import WorkCalendar

/// A day, a cent or one more, and as much less, than a literal says.
enum BoundaryMutants {
  static func edits(of view: ExpressionView) -> [ExpressionEdit] {
    view.nodes.flatMap { node -> [ExpressionEdit] in
      guard case .literal(let literal) = view.tree[node].kind else { return [] }
      switch literal {
      case .int(let number): return edits(of: number, node, view)
      case .string(let text): return edits(of: text, node, view)
      default: return []
      }
    }
  }

  private static let periods = Set(Period.Unit.allCases.map(\.rawValue))

  private static func edits(
    of number: Int64, _ node: NodeID, _ view: ExpressionView
  ) -> [ExpressionEdit] {
    let range = view.tree[node].range
    if let parent = view.parents[node], case .index(_, node, _) = view.tree[parent].kind {
      return []
    }
    var family = MutationFamily.number
    if let parent = view.parents[node], let (function, _) = view.call(parent),
      periods.contains(function)
    {
      family = .period
    } else if let other = view.sibling(of: node), view.types[other].unwrapped == .money {
      return amounts(around: ExactDecimal(number), range) { "money(\"\($0)\")" }
    }
    return [number - 1, number + 1].map {
      ExpressionEdit(family, range, "\($0)", "`\(number)` → `\($0)`")
    }
  }

  private static func edits(
    of text: String, _ node: NodeID, _ view: ExpressionView
  ) -> [ExpressionEdit] {
    guard let parent = view.parents[node], let (function, arguments) = view.call(parent),
      arguments.count == 1
    else { return [] }
    let range = view.tree[node].range
    switch function {
    case "date":
      guard let day = CivilDate(text) else { return [] }
      return [-1, 1].map { CivilDate(dayNumber: day.dayNumber + $0) }.map {
        ExpressionEdit(.date, range, "\"\($0)\"", "`\(day)` → `\($0)`")
      }
    case "money", "decimal":
      guard let amount = ExactDecimal(text) else { return [] }
      return amounts(around: amount, range) { "\"\($0)\"" }
    default: return []
    }
  }

  private static func amounts(
    around amount: ExactDecimal, _ range: ByteRange, _ written: (ExactDecimal) -> String
  ) -> [ExpressionEdit] {
    guard let cent = ExactDecimal("0.01") else { return [] }
    return [amount.subtracting(cent), amount.adding(cent)].compactMap(\.self).map {
      ExpressionEdit(.amount, range, written($0), "`\(amount)` → `\($0)`")
    }
  }
}
