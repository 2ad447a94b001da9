@testable import CEL

extension VectorRunner {
  /// The value that a vector writes.
  static func value(_ value: VectorValue) -> Value {
    switch value {
    case .null: return .null
    case .bool(let flag): return .bool(flag)
    case .int(let number): return .int(number)
    case .uint(let number): return .uint(number)
    case .double(let number): return .double(number)
    case .string(let text): return .string(text)
    case .bytes(let bytes): return .bytes(bytes)
    case .list(let elements): return .list(ListValue(ContiguousArray(elements.map(Self.value))))
    case .map(let entries):
      return MapValue(
        keys: ContiguousArray(entries.map { Self.value($0.key) }),
        values: ContiguousArray(entries.map { Self.value($0.value) })
      ).map { .map($0) } ?? .fault("invalid-map", "a map of the vector")
    case .timestamp(let seconds, let nanoseconds):
      return .timestamp(Timestamp(seconds: seconds, nanoseconds: nanoseconds))
    case .duration(let seconds, let nanoseconds):
      return .duration(Duration(seconds: seconds, nanoseconds: nanoseconds))
    case .type(let name):
      return .type(ValueTypeBox(Checker.typeNames[name] ?? .opaque(name)))
    }
  }

  /// Whether a value is what a vector expects: of the same type, NaN equal to NaN, zeros by their
  /// sign, maps in any order, types by name.
  func same(_ value: Value, _ wanted: VectorValue) -> Bool {
    switch (value, wanted) {
    case (.null, .null): return true
    case (.bool(let a), .bool(let b)): return a == b
    case (.int(let a), .int(let b)): return a == b
    case (.uint(let a), .uint(let b)): return a == b
    case (.double(let a), .double(let b)):
      return a.isNaN && b.isNaN || a == b && a.sign == b.sign
    case (.string(let a), .string(let b)): return a.utf8.elementsEqual(b.utf8)
    case (.bytes(let a), .bytes(let b)): return a == b
    case (.timestamp(let a), .timestamp(let seconds, let nanoseconds)):
      return a == Timestamp(seconds: seconds, nanoseconds: nanoseconds)
    case (.duration(let a), .duration(let seconds, let nanoseconds)):
      return a == Duration(seconds: seconds, nanoseconds: nanoseconds)
    case (.type(let a), .type(let name)): return a.type.constructorName == name
    case (.list(let list), .list(let elements)):
      return list.elements.count == elements.count
        && zip(list.elements, elements).allSatisfy { same($0, $1) }
    case (.map(let map), .map(let entries)):
      return map.keys.count == entries.count
        && entries.allSatisfy { entry in
          map.keys.indices.contains {
            same(map.keys[$0], entry.key) && same(map.values[$0], entry.value)
          }
        }
    default: return false
    }
  }

  /// Whether a deduced type is the one that a vector expects.
  func same(_ type: ValueType, _ wanted: VectorType) -> Bool { type == Self.type(wanted) }
}
