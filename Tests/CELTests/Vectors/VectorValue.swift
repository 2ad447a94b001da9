/// A value as the vectors write it, such as `{"int": "5"}`.
indirect enum VectorValue: Sendable {
  case null
  case bool(Bool)
  case int(Int64)
  case uint(UInt64)
  case double(Double)
  case string(String)
  case bytes([UInt8])
  case list([VectorValue])
  case map([(key: VectorValue, value: VectorValue)])
  case timestamp(seconds: Int64, nanoseconds: Int32)
  case duration(seconds: Int64, nanoseconds: Int32)
  case type(String)

  init(_ json: JSON) throws {
    let (form, content) = try json.single()
    switch form {
    case "null":
      guard case .null = content else { throw VectorFault("a null with a value") }
      self = .null
    case "bool": self = .bool(try content.flag())
    case "int": self = .int(try Self.integer(content))
    case "uint": self = .uint(try Self.integer(content))
    case "double": self = .double(try Self.double(content))
    case "string": self = .string(try content.text())
    case "bytes":
      self = .bytes(
        try content.elements().map { element in
          let number = try element.number()
          guard let byte = UInt8(exactly: number) else { throw VectorFault("no byte: \(number)") }
          return byte
        })
    case "list": self = .list(try content.elements().map(VectorValue.init))
    case "map":
      self = .map(
        try content.elements().map { entry in
          let parts = try entry.elements()
          guard parts.count == 2 else { throw VectorFault("a map entry of \(parts.count) parts") }
          return (try VectorValue(parts[0]), try VectorValue(parts[1]))
        })
    case "timestamp":
      let (seconds, nanoseconds) = try Self.time(content)
      self = .timestamp(seconds: seconds, nanoseconds: nanoseconds)
    case "duration":
      let (seconds, nanoseconds) = try Self.time(content)
      self = .duration(seconds: seconds, nanoseconds: nanoseconds)
    case "type": self = .type(try content.text())
    default: throw VectorFault("unknown form of value `\(form)`")
    }
  }

  private static func integer<T: FixedWidthInteger>(_ json: JSON) throws -> T {
    let text = try json.text()
    guard let number = T(text) else { throw VectorFault("no \(T.self): \(text)") }
    return number
  }

  private static func double(_ json: JSON) throws -> Double {
    if case .number(let number) = json { return number }
    switch try json.text() {
    case "NaN": return .nan
    case "Infinity": return .infinity
    case "-Infinity": return -.infinity
    case let other: throw VectorFault("no double: \(other)")
    }
  }

  private static func time(_ json: JSON) throws -> (Int64, Int32) {
    let members = try json.members(allowed: ["seconds", "nanos"])
    guard let seconds = members["seconds"], let nanos = members["nanos"] else {
      throw VectorFault("a time without seconds or nanos")
    }
    guard let nanoseconds = Int32(exactly: try nanos.number()) else {
      throw VectorFault("nanos out of range")
    }
    return (try integer(seconds), nanoseconds)
  }
}

/// A type as the vectors write it, such as `"int"` or `{"list": "int"}`.
indirect enum VectorType: Hashable, Sendable {
  enum Basic: String, Sendable {
    case bool, bytes, double, dyn, int, null, string, uint
  }

  case basic(Basic)
  case list(VectorType)
  case map(VectorType, VectorType)
  /// A type by name, with its parameters: `optional_type`, or one that a vector makes up.
  case abstract(String, [VectorType])
  /// A parameter of a function's signature, such as `T`.
  case parameter(String)

  init(_ json: JSON) throws {
    if case .string(let name) = json {
      guard let basic = Basic(rawValue: name) else { throw VectorFault("unknown type `\(name)`") }
      self = .basic(basic)
      return
    }
    let (form, content) = try json.single()
    switch form {
    case "list": self = .list(try VectorType(content))
    case "map":
      let parts = try content.elements()
      guard parts.count == 2 else { throw VectorFault("a map of \(parts.count) types") }
      self = .map(try VectorType(parts[0]), try VectorType(parts[1]))
    case "abstract":
      let parts = try content.elements()
      guard let name = parts.first else { throw VectorFault("an abstract type without a name") }
      self = .abstract(try name.text(), try parts.dropFirst().map(VectorType.init))
    case "param": self = .parameter(try content.text())
    default: throw VectorFault("unknown form of type `\(form)`")
    }
  }
}
