import CEL
import Findings
import SourceText
import WorkCalendar

/// Another value of the enum in place of a literal one; `true` for `false` and back.
enum WordMutants {
  static func edits(of view: ExpressionView) -> [ExpressionEdit] {
    view.nodes.compactMap { node in
      guard case .literal(let literal) = view.tree[node].kind else { return nil }
      let range = view.tree[node].range
      switch literal {
      case .bool(let flag):
        return ExpressionEdit(.truth, range, "\(!flag)", "`\(flag)` → `\(!flag)`")
      case .string(let word):
        guard let other = other(than: word, node, view) else { return nil }
        // Only the word is replaced, so that the author's quotes stay.
        let inner = ByteRange(start: range.start + 1, end: range.end - 1)
        guard Int(inner.end) - Int(inner.start) == word.utf8.count else { return nil }
        return ExpressionEdit(.word, inner, other, "`\(word)` → `\(other)`")
      default: return nil
      }
    }
  }

  /// The next value of the enum that the literal is compared with and that its list does not hold.
  private static func other(than word: String, _ node: NodeID, _ view: ExpressionView) -> String? {
    guard let sibling = view.sibling(of: node) else { return nil }
    var type = view.types[sibling].unwrapped
    if case .list(let element) = type { type = element.unwrapped }
    guard case .enumeration(let values) = type, let number = values.values.firstIndex(of: word)
    else { return nil }
    var taken: Set<String> = [word]
    if let parent = view.parents[node], case .list(let elements) = view.tree[parent].kind {
      for element in elements {
        if case .literal(.string(let text)) = view.tree[element.value].kind { taken.insert(text) }
      }
    }
    let order = values.values[(number + 1)...] + values.values[..<number]
    return order.first { !taken.contains($0) }
  }
}

/// Working days for calendar days, and back.
enum UnitMutants {
  static func edits(of view: ExpressionView) -> [ExpressionEdit] {
    view.nodes.compactMap { node in
      guard let (function, _) = view.call(node), let other = other(than: function) else {
        return nil
      }
      return ExpressionEdit(.unit, view.tree[node].focus, other, "`\(function)` → `\(other)`")
    }
  }

  private static func other(than function: String) -> String? {
    switch Period.Unit(rawValue: function) {
    case .workdays: Period.Unit.days.rawValue
    case .days: Period.Unit.workdays.rawValue
    default: nil
    }
  }
}
