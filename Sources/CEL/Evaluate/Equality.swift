/// Equality of CEL: total on null, across number types, deep over lists and maps.
enum Equality {
  /// Returns true, false or a state.
  static func equals(_ a: Value, _ b: Value) -> Value {
    switch (a, b) {
    case (.int(let x), .int(let y)): return .bool(x == y)
    case (.string(let x), .string(let y)): return .bool(sameText(x, y))
    case (.bool(let x), .bool(let y)): return .bool(x == y)
    case (.date(let x), .date(let y)): return .bool(x == y)
    default: return slowEquals(a, b)
    }
  }

  /// Texts are equal by code point, not by canonical equivalence.
  static func sameText(_ a: String, _ b: String) -> Bool {
    a.utf8.count == b.utf8.count && a.utf8.elementsEqual(b.utf8)
  }

  private static func slowEquals(_ a: Value, _ b: Value) -> Value {
    if let state = Value.strictMerge(equalityState(a), equalityState(b)) { return state }
    if a.isNullLike || b.isNullLike { return .bool(a.isNullLike && b.isNullLike) }
    switch (a, b) {
    case (.range, _), (_, .range): return rangesEqual(a, b)
    case (.uint(let x), .uint(let y)): return .bool(x == y)
    case (.double(let x), .double(let y)): return .bool(x == y)
    case (.bytes(let x), .bytes(let y)): return .bool(x == y)
    case (.timestamp(let x), .timestamp(let y)): return .bool(x == y)
    case (.duration(let x), .duration(let y)): return .bool(x == y)
    case (.type(let x), .type(let y)):
      return .bool(x.type.constructorName == y.type.constructorName)
    case (.period(let x), .period(let y)): return .bool(x == y)
    case (.structure(let x), .structure(let y)): return structuresEqual(x, y)
    case (.list(let x), .list(let y)): return listsEqual(x, y)
    case (.map(let x), .map(let y)): return mapsEqual(x, y)
    case (.interval(let x), .interval(let y)):
      return conjunction([equals(x.start, y.start), equals(x.end, y.end)])
    case (.network(let x), .network(let y)): return .bool(x.isEqual(to: y))
    case (.optional(let x), .optional(let y)):
      guard let left = x.wrapped, let right = y.wrapped else {
        return .bool(x.wrapped == nil && y.wrapped == nil)
      }
      return equals(left, right)
    default:
      if let order = Ordering.numbers(a, b) { return .bool(order == .same) }
      return .bool(false)
    }
  }

  private static func equalityState(_ value: Value) -> Value? {
    switch value {
    case .absent, .unknown, .fault: value
    case .structure(let structure) where structure.presence == .unrecorded:
      .unknown(Trail([structure.path]))
    default: nil
    }
  }

  /// Ranges that do not meet are unequal; whether others are is unknown.
  private static func rangesEqual(_ a: Value, _ b: Value) -> Value {
    let (x, y) = (Bounds(a), Bounds(b))
    if x.isBelow(y) || y.isBelow(x) { return .bool(false) }
    // A range of one value is that value.
    if x.isAtMost(y), y.isAtMost(x) { return .bool(true) }
    return .unknown(x.trail.union(y.trail))
  }

  private static func structuresEqual(_ a: StructValue, _ b: StructValue) -> Value {
    if a === b { return .bool(true) }
    guard a.type == b.type else { return .bool(false) }
    return conjunction(zip(a.slots, b.slots).map { equals($0, $1) })
  }

  private static func listsEqual(_ a: ListValue, _ b: ListValue) -> Value {
    if !a.isOpen && !b.isOpen && a.elements.count != b.elements.count { return .bool(false) }
    if !a.isOpen && b.elements.count > a.elements.count { return .bool(false) }
    if !b.isOpen && a.elements.count > b.elements.count { return .bool(false) }
    var parts = zip(a.elements, b.elements).map { equals($0, $1) }
    if a.isOpen { parts.append(.unknown(Trail([a.path]))) }
    if b.isOpen { parts.append(.unknown(Trail([b.path]))) }
    return conjunction(parts)
  }

  private static func mapsEqual(_ a: MapValue, _ b: MapValue) -> Value {
    guard a.keys.count == b.keys.count else { return .bool(false) }
    var parts: [Value] = []
    for (key, value) in zip(a.keys, a.values) {
      guard let other = b.value(for: key) else { return .bool(false) }
      parts.append(equals(value, other))
    }
    return conjunction(parts)
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

  /// `element in container`.
  static func contains(_ container: Value, _ element: Value) -> Value {
    if let state = Value.strictMerge(
      equalityState(element), container.strictState(acceptsNull: false, acceptsRanges: true))
    {
      return state
    }
    switch container {
    case .list(let list):
      var undecided = UndecidedTruth()
      for index in list.elements.indices {
        let truth = Truth(equals(element, list.elements[index]))
        if case .yes = truth { return .bool(true) }
        undecided.add(truth)
      }
      undecided.add(openList: list)
      return undecided.result(otherwise: .bool(false))
    case .map(let map): return .bool(map.value(for: element) != nil)
    default: return .noOverload("in", element, container)
    }
  }
}
