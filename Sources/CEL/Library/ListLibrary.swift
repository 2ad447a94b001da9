/// Functions of lists (the lists extension of CEL). Places are counted from 0.
///
/// A list that may have more elements than are known (semantics §1) has them behind those: what does
/// not depend on them is known, and the rest is unknown and names the list.
enum ListLibrary {
  static func functions() -> [Function] {
    [
      Function([Signature("lists.range(int) -> list(int)")], body: .unary(range)),
      Function(
        [Signature("list(A).first() -> optional(A)")], acceptsRanges: true, body: .unary(first)),
      // The last, the order and the sizes depend on every element.
      Function([Signature("list(A).last() -> optional(A)")], body: .unary(last)),
      Function([Signature("list(A).reverse() -> list(A)")], body: .unary(reverse)),
      Function(
        [Signature("list(A).slice(int, int) -> list(A)")], acceptsRanges: true,
        body: .ternary(slice)),
      Function(
        [Signature("list(A).distinct() -> list(A)")], acceptsRanges: true, body: .unary(distinct)),
      Function(
        [Signature("list(list(A)).flatten() -> list(A)")], acceptsRanges: true,
        body: .unary { flatten($0, .int(1)) }),
      Function(
        [Signature("list(dyn).flatten(int) -> list(dyn)")], acceptsRanges: true,
        body: .binary(flatten)),
      Function(
        ordered.map {
          Signature(name: "sort", isMember: true, parameters: [.list($0)], result: .list($0))
        },
        body: .unary { value in
          guard case .list(let list) = value else { return .noOverload("sort", value) }
          return sorted(list.elements, by: list.elements)
        }),
    ]
  }

  /// Types whose values have an order.
  static let ordered: [ValueType] = [
    .int, .uint, .double, .bool, .string, .bytes, .timestamp, .duration, .date, .money, .decimal,
    .period,
  ]

  private static func range(_ value: Value) -> Value {
    guard case .int(let count) = value else { return .noOverload("lists.range", value) }
    return .list(ListValue(ContiguousArray((0..<max(count, 0)).map { .int($0) })))
  }

  private static func first(_ value: Value) -> Value {
    guard case .list(let list) = value else { return .noOverload("first", value) }
    if list.elements.isEmpty, list.isOpen { return .unknown(Trail([list.path])) }
    return optional(list.elements.first)
  }

  private static func last(_ value: Value) -> Value {
    guard case .list(let list) = value else { return .noOverload("last", value) }
    return optional(list.elements.last)
  }

  private static func optional(_ value: Value?) -> Value {
    Value.optional(OptionalValue(value)).ofBoundedDepth
  }

  private static func reverse(_ value: Value) -> Value {
    switch value {
    case .list(let list): .list(ListValue(ContiguousArray(list.elements.reversed())))
    case .string(let text): .string(StringLibrary.reversed(text))
    default: .noOverload("reverse", value)
    }
  }

  /// The elements from `start` up to but not with `end`.
  private static func slice(_ value: Value, _ start: Value, _ end: Value) -> Value {
    for bound in [start, end] {
      if case .range(let range) = bound { return .unknown(range.trail) }
    }
    guard case .list(let list) = value, case .int(let from) = start, case .int(let until) = end
    else { return .noOverload("slice", value, start, end) }
    guard from >= 0, until >= from else {
      return .fault("invalid-argument", "no places of a list: \(from) up to \(until)")
    }
    guard until <= list.elements.count else {
      return list.isOpen
        ? .unknown(Trail([list.path]))
        : .fault("invalid-argument", "index \(until) out of range")
    }
    return .list(ListValue(ContiguousArray(list.elements[Int(from)..<Int(until)])))
  }

  /// Each element where it stands first; what is not on file is equal to null, as `==` has it.
  private static func distinct(_ value: Value) -> Value {
    guard case .list(let list) = value else { return .noOverload("distinct", value) }
    var kept = ContiguousArray<Value>()
    var undecided = UndecidedTruth()
    for element in list.elements {
      var isNew = true
      for other in kept {
        let truth = Truth(Equality.equals(element, other))
        if case .yes = truth {
          isNew = false
          break
        }
        undecided.add(truth)
      }
      if isNew { kept.append(element) }
    }
    return undecided.lost() ?? .list(ListValue(kept, isOpen: list.isOpen, path: list.path))
  }

  /// The elements of the lists in a list, down to a depth; other elements stay.
  private static func flatten(_ value: Value, _ depth: Value) -> Value {
    if case .range(let range) = depth { return .unknown(range.trail) }
    guard case .list(let list) = value, case .int(let levels) = depth else {
      return .noOverload("flatten", value, depth)
    }
    if levels < 0 { return .fault("invalid-argument", "negative depth: \(levels)") }
    var flat = ContiguousArray<Value>()
    var open: Trail?
    append(list.elements, to: &flat, levels: levels, &open)
    // Where a list within may have more elements, those behind it have no place.
    if let open { return .unknown(open) }
    return .list(ListValue(flat, isOpen: list.isOpen, path: list.path))
  }

  private static func append(
    _ elements: ContiguousArray<Value>, to flat: inout ContiguousArray<Value>, levels: Int64,
    _ open: inout Trail?
  ) {
    for element in elements {
      if levels > 0, case .list(let inner) = element {
        if inner.isOpen { open = open?.union(Trail([inner.path])) ?? Trail([inner.path]) }
        append(inner.elements, to: &flat, levels: levels - 1, &open)
      } else {
        flat.append(element)
      }
    }
  }

  // MARK: Order

  /// Elements in the order of their keys, equal ones as they stood.
  ///
  /// A key that is not on file is absent and one known as a range unknown: each might stand
  /// anywhere. Keys of two types are a fault.
  static func sorted(_ elements: ContiguousArray<Value>, by keys: ContiguousArray<Value>) -> Value {
    var state: Value?
    for key in keys {
      let lost = key.strictState(acceptsNull: false, acceptsRanges: false)
      if let lost { state = Value.strictMerge(state, lost) }
    }
    if let state { return state }
    if let first = keys.first {
      for key in keys where Ordering.exact(first, key) == nil || !sameType(first, key) {
        return .noOverload("sort", first, key)
      }
    }
    let order = keys.indices.sorted {
      let order = Ordering.exact(keys[$0], keys[$1])
      return order == .below || order == .same && $0 < $1
    }
    return .list(ListValue(ContiguousArray(order.map { elements[$0] })))
  }

  private static func sameType(_ a: Value, _ b: Value) -> Bool { a.runtimeType == b.runtimeType }
}
