import WorkCalendar

/// The functions named after types (language definition, “Type Conversions”).
enum Conversions {
  static func functions() -> [Function] {
    [
      conversion("int", .int, from: [.int, .uint, .double, .string, .timestamp], int),
      conversion("uint", .uint, from: [.uint, .int, .double, .string], uint),
      conversion("double", .double, from: [.double, .int, .uint, .string], double),
      conversion("bool", .bool, from: [.bool, .string], bool),
      conversion(
        "string", .string,
        from: [
          .string, .int, .uint, .double, .bool, .bytes, .timestamp, .duration, .date, .money,
          .decimal, .networkAddress, .networkRange,
        ], string),
      conversion("bytes", .bytes, from: [.bytes, .string], bytes),
      conversion("timestamp", .timestamp, from: [.timestamp, .string, .int], timestamp),
      conversion("duration", .duration, from: [.duration, .string], duration),
      Function(
        [
          Signature(
            name: "type", isMember: false, parameters: [.parameter("A")],
            result: .type(.parameter("A")))
        ], acceptsNull: true, acceptsRanges: true,
        body: .unary { .type(ValueTypeBox($0.runtimeType)) }),
      Function(
        [Signature("dyn(A) -> dyn")], acceptsNull: true, acceptsRanges: true,
        body: .unary { $0 }),
    ]
  }

  private static func conversion(
    _ name: String, _ result: ValueType, from types: [ValueType],
    _ convert: @escaping @Sendable (Value) -> Value?
  ) -> Function {
    Function(
      types.map {
        Signature(name: name, isMember: false, parameters: [$0], result: result)
      },
      body: .unary { value in
        convert(value)
          ?? .fault("invalid-argument", "\(name)(\(ValueText.debug(value)))")
      })
  }

  private static func int(_ value: Value) -> Value? {
    switch value {
    case .int: value
    case .uint(let number): Int64(exactly: number).map { .int($0) }
    case .double(let number): celInt(from: number).map { .int($0) }
    case .string(let text): celInt(from: text).map { .int($0) }
    case .timestamp(let time): .int(time.seconds)
    default: nil
    }
  }

  private static func uint(_ value: Value) -> Value? {
    switch value {
    case .uint: value
    case .int(let number): UInt64(exactly: number).map { .uint($0) }
    case .double(let number): celUInt(from: number).map { .uint($0) }
    case .string(let text): celUInt(from: text).map { .uint($0) }
    default: nil
    }
  }

  private static func double(_ value: Value) -> Value? {
    switch value {
    case .double: value
    case .int(let number): .double(Double(number))
    case .uint(let number): .double(Double(number))
    case .string(let text): celDouble(from: text).map { .double($0) }
    default: nil
    }
  }

  private static func bool(_ value: Value) -> Value? {
    switch value {
    case .bool: value
    case .string(let text): celBool(from: text).map { .bool($0) }
    default: nil
    }
  }

  private static func string(_ value: Value) -> Value? {
    switch value {
    case .string: value
    case .int(let number): .string("\(number)")
    case .uint(let number): .string("\(number)")
    case .double(let number): .string(celText(of: number))
    case .bool(let flag): .string(flag ? "true" : "false")
    case .bytes(let bytes): celText(of: bytes).map { .string($0) }
    case .timestamp(let time): .string(time.text)
    case .duration(let length): .string(length.text)
    case .date(let day): .string(day.description)
    case .money(let sum): .string(sum.text(minimumFractionDigits: 2))
    case .decimal(let number): .string(number.text(minimumFractionDigits: 0))
    case .network(let network): .string(network.text)
    default: nil
    }
  }

  private static func bytes(_ value: Value) -> Value? {
    switch value {
    case .bytes: value
    case .string(let text): .bytes(celBytes(of: text))
    default: nil
    }
  }

  private static func timestamp(_ value: Value) -> Value? {
    switch value {
    case .timestamp: value
    case .int(let seconds): Timestamp(exactly: seconds).map { .timestamp($0) }
    case .string(let text): (try? Timestamp(parsing: text)).map { .timestamp($0) }
    default: nil
    }
  }

  private static func duration(_ value: Value) -> Value? {
    switch value {
    case .duration: value
    case .string(let text): (try? Duration(parsing: text)).map { .duration($0) }
    default: nil
    }
  }
}
