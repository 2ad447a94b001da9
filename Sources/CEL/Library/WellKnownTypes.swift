/// The messages of protocol buffers that wrap one value, which CEL takes for the value itself (language
/// definition, “Protocol Buffer Data Conversion”): `google.protobuf.Int32Value{value: 34}` is 34.
///
/// Others have no meaning here: there are no protocol buffers in a record.
package enum WellKnownType: String, Sendable, CaseIterable {
  case bool = "BoolValue"
  case bytes = "BytesValue"
  case double = "DoubleValue"
  case float = "FloatValue"
  case int32 = "Int32Value"
  case int64 = "Int64Value"
  case string = "StringValue"
  case uint32 = "UInt32Value"
  case uint64 = "UInt64Value"
  /// Any of null, a boolean, a double or a text.
  case value = "Value"

  private static let package = "google.protobuf."

  /// The type of a full name, such as `google.protobuf.BoolValue`.
  static func named(_ name: String) -> WellKnownType? {
    name.hasPrefix(package) ? WellKnownType(rawValue: String(name.dropFirst(package.count))) : nil
  }

  /// The only value of the enumeration that stands for null.
  static let nullValueName = "google.protobuf.NullValue.NULL_VALUE"

  /// The type of what a message of it is.
  var result: ValueType {
    switch self {
    case .bool: .wrapper(.bool)
    case .bytes: .wrapper(.bytes)
    case .double, .float: .wrapper(.double)
    case .int32, .int64: .wrapper(.int)
    case .string: .wrapper(.string)
    case .uint32, .uint64: .wrapper(.uint)
    case .value: .dynamic
    }
  }

  /// The type of a field; `nil` where there is none of that name.
  func type(ofField name: String) -> ValueType? {
    guard self == .value else { return name == "value" ? result.unwrapped : nil }
    return switch name {
    case "null_value": .int
    case "bool_value": .bool
    case "number_value": .double
    case "string_value": .string
    default: nil
    }
  }

  /// Makes the value of a message; without a field it is the one that the type has by default.
  func make(_ fields: [(name: String, value: Value)]) -> Value {
    guard let (name, value) = fields.last else { return zero }
    switch (self, value) {
    case (.value, _): return name == "null_value" ? .null : value
    case (.int32, .int(let number)) where Int32(exactly: number) == nil:
      return .fault("overflow", "\(rawValue) out of range")
    case (.uint32, .uint(let number)) where UInt32(exactly: number) == nil:
      return .fault("overflow", "\(rawValue) out of range")
    case (.float, .double(let number)): return .double(Double(Float(number)))
    case (.bool, .bool), (.bytes, .bytes), (.double, .double), (.int32, .int), (.int64, .int),
      (.string, .string), (.uint32, .uint), (.uint64, .uint):
      return value
    default: return .noOverload(rawValue, value)
    }
  }

  private var zero: Value {
    switch self {
    case .bool: .bool(false)
    case .bytes: .bytes([])
    case .double, .float: .double(0)
    case .int32, .int64: .int(0)
    case .string: .string("")
    case .uint32, .uint64: .uint(0)
    case .value: .null
    }
  }
}
