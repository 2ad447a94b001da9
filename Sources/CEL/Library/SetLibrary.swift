/// Lists taken as sets (the sets extension of CEL): neither order nor repetition counts.
///
/// Elements are compared as by `in`: null and what is not on file are equal, and an open list may
/// hold anything else besides what is known.
enum SetLibrary {
  static func functions() -> [Function] {
    [
      Function(
        [Signature("sets.contains(list(A), list(A)) -> bool")], acceptsRanges: true,
        body: .binary { conjunction([isWithin($1, $0)]) }),
      Function(
        [Signature("sets.equivalent(list(A), list(A)) -> bool")], acceptsRanges: true,
        body: .binary { conjunction([isWithin($0, $1), isWithin($1, $0)]) }),
      Function(
        [Signature("sets.intersects(list(A), list(A)) -> bool")], acceptsRanges: true,
        body: .binary(intersects)),
    ]
  }

  /// Whether each element of a list is in another.
  private static func isWithin(_ part: Value, _ whole: Value) -> Value {
    guard case .list(let list) = part, case .list = whole else {
      return .noOverload("sets", part, whole)
    }
    var undecided = UndecidedTruth()
    for element in list.elements {
      let truth = Truth(Equality.contains(whole, element))
      if case .no = truth { return .bool(false) }
      undecided.add(truth)
    }
    undecided.add(openList: list)
    return undecided.result(otherwise: .bool(true))
  }

  private static func intersects(_ a: Value, _ b: Value) -> Value {
    guard case .list(let list) = a, case .list = b else { return .noOverload("sets", a, b) }
    var undecided = UndecidedTruth()
    for element in list.elements {
      let truth = Truth(Equality.contains(b, element))
      if case .yes = truth { return .bool(true) }
      undecided.add(truth)
    }
    undecided.add(openList: list)
    // What an open list may still hold, an empty closed one does not.
    if case .list(let other) = b, other.elements.isEmpty, !other.isOpen { return .bool(false) }
    if list.elements.isEmpty, !list.isOpen { return .bool(false) }
    if case .list(let other) = b { undecided.add(openList: other) }
    return undecided.result(otherwise: .bool(false))
  }

  private static func conjunction(_ parts: [Value]) -> Value {
    var undecided = UndecidedTruth()
    for part in parts {
      let truth = Truth(part)
      if case .no = truth { return .bool(false) }
      undecided.add(truth)
    }
    return undecided.result(otherwise: .bool(true))
  }
}
