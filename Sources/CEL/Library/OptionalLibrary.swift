import WorkCalendar

/// Values that may be missing without being an error (the optional types of CEL).
///
/// Entries `[?x]`, `{?k: x}` and selections `.?f`, `[?k]` are syntax; `optMap` and `optFlatMap` are
/// macros. What is not on file is no optional: it is null, and `optional.of(null)` holds it.
enum OptionalLibrary {
  static func functions() -> [Function] {
    [
      Function(
        [Signature("optional.of(A) -> optional(A)")], acceptsNull: true, acceptsRanges: true,
        body: .unary { Value.optional(OptionalValue($0)).ofBoundedDepth }),
      Function(
        [Signature("optional.none() -> optional(A)")],
        body: .nullary { .optional(OptionalValue(nil)) }),
      Function(
        [Signature("optional.ofNonZeroValue(A) -> optional(A)")], acceptsNull: true,
        acceptsRanges: true,
        body: .unary { Value.optional(OptionalValue(isZero($0) ? nil : $0)).ofBoundedDepth }),
      Function([Signature("optional(A).hasValue() -> bool")], body: .unary(hasValue)),
      Function([Signature("optional(A).value() -> A")], body: .unary(value)),
      Function(
        [Signature("optional(A).or(optional(A)) -> optional(A)")],
        body: .alternative { first in
          guard case .optional(let optional) = first else { return .noOverload("or", first) }
          return optional.wrapped == nil ? nil : first
        }),
      Function(
        [Signature("optional(A).orValue(A) -> A")], acceptsNull: true, acceptsRanges: true,
        body: .alternative { first in
          guard case .optional(let optional) = first else { return .noOverload("orValue", first) }
          return optional.wrapped
        }),
    ]
  }

  private static func hasValue(_ value: Value) -> Value {
    guard case .optional(let optional) = value else { return .noOverload("hasValue", value) }
    return .bool(optional.wrapped != nil)
  }

  private static func value(_ value: Value) -> Value {
    guard case .optional(let optional) = value else { return .noOverload("value", value) }
    return optional.wrapped ?? .fault("no-value", "optional.none() has no value")
  }

  /// Whether a value is the one that its type has by default: null, false, 0, or empty.
  private static func isZero(_ value: Value) -> Bool {
    switch value {
    case .null, .absentFact: true
    case .bool(let flag): !flag
    case .int(let number): number == 0
    case .uint(let number): number == 0
    case .double(let number): number == 0
    case .string(let text): text.isEmpty
    case .bytes(let bytes): bytes.isEmpty
    case .list(let list): list.elements.isEmpty && !list.isOpen
    case .map(let map): map.keys.isEmpty
    case .duration(let length): length.seconds == 0 && length.nanoseconds == 0
    case .timestamp(let time): time.seconds == 0 && time.nanoseconds == 0
    case .money(let number), .decimal(let number): number == .zero
    case .period(let period): period.count == 0
    case .optional(let optional): optional.wrapped == nil
    case .structure(let structure): structure.presence == .absent
    default: false
    }
  }
}
