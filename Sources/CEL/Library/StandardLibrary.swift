internal import SourceText
package import WorkCalendar

/// CEL's own operators and functions (language definition, “List of Standard Definitions”), and its
/// extensions for texts, lists, sets, numbers, optional values, encodings and networks.
package enum StandardLibrary {
  /// - Parameters:
  ///   - calendar: The legal calendar for dates plus working days; without one they are unknown.
  ///   - zone: The zone of timestamp getters that name none; UTC in CEL, Shanghai for rules.
  package static func functions(
    calendar: OfficeCalendar?, zone: TimestampZone = .shanghai
  ) -> [Function] {
    Operators.functions(calendar: calendar) + Conversions.functions() + texts()
      + TimeFunctions.functions(zone: zone) + OptionalLibrary.functions()
      + StringLibrary.functions() + ListLibrary.functions() + SetLibrary.functions()
      + MathLibrary.functions() + EncoderLibrary.functions()
      + NetworkLibrary.functions()
  }

  private static func texts() -> [Function] {
    [
      Function(
        [
          Signature("size(string) -> int"), Signature("size(bytes) -> int"),
          Signature("size(list(A)) -> int"), Signature("size(map(A, B)) -> int"),
        ], acceptsRanges: true, body: .unary(size)),
      Function(
        [
          Signature("string.size() -> int"), Signature("bytes.size() -> int"),
          Signature("list(A).size() -> int"), Signature("map(A, B).size() -> int"),
        ], acceptsRanges: true, body: .unary(size)),
      predicate("startsWith", startsWith), predicate("endsWith", endsWith),
      predicate("contains", contains),
      Function(
        [Signature("string.matches(string) -> bool")], specialized: compiledMatches,
        body: .binary(matches)),
      Function(
        [Signature("matches(string, string) -> bool")], specialized: compiledMatches,
        body: .binary(matches)),
    ]
  }

  private static func predicate(
    _ name: String, _ test: @escaping @Sendable (String, String) -> Bool
  ) -> Function {
    Function(
      [Signature(name: name, isMember: true, parameters: [.string, .string], result: .bool)],
      body: .binary { text, part in
        guard case .string(let whole) = text, case .string(let wanted) = part else {
          return .noOverload(name, text, part)
        }
        return .bool(test(whole, wanted))
      })
  }

  private static func size(_ value: Value) -> Value {
    switch value {
    case .string(let text): return .int(Int64(codePointCount(text)))
    case .bytes(let bytes): return .int(Int64(bytes.count))
    case .map(let map): return .int(Int64(map.keys.count))
    case .list(let list):
      let known = Value.int(Int64(list.elements.count))
      return list.isOpen
        ? .range(RangeValue(low: known, high: nil, trail: Trail([list.path]))) : known
    default: return .noOverload("size", value)
    }
  }

  /// `matches` with a pattern that stands in the expression.
  @Sendable private static func compiledMatches(
    _ types: [ValueType], _ literals: [Value?]
  ) -> FunctionBody? {
    guard case .string(let source)?? = literals.last, let pattern = try? CompiledPattern(source)
    else { return nil }
    return .binary { text, _ in
      guard case .string(let whole) = text else { return .noOverload("matches", text) }
      return .bool(pattern.matches(whole))
    }
  }

  private static func matches(_ text: Value, _ pattern: Value) -> Value {
    guard case .string(let whole) = text, case .string(let source) = pattern else {
      return .noOverload("matches", text, pattern)
    }
    do {
      return .bool(try CompiledPattern(source).matches(whole))
    } catch {
      return .fault("invalid-argument", error.message.en)
    }
  }
}
