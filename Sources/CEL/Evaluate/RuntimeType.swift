extension Value {
  /// The name of the value's type, as `type(x)` compares it.
  package var typeName: String { runtimeType.constructorName }

  var runtimeType: ValueType {
    switch self {
    case .null, .absentFact: .null
    case .bool: .bool
    case .int: .int
    case .uint: .uint
    case .double: .double
    case .string: .string
    case .bytes: .bytes
    case .list: .list(.dynamic)
    case .map: .map(.dynamic, .dynamic)
    case .timestamp: .timestamp
    case .duration: .duration
    case .type: .type(.dynamic)
    case .date: .date
    case .money: .money
    case .decimal: .decimal
    case .period: .period
    case .interval: .interval
    case .structure(let value): .structure(value.type)
    case .range(let range): (range.low ?? range.high)?.runtimeType ?? .dynamic
    case .optional: .optional(.dynamic)
    case .network(let network): network.prefixLength == nil ? .networkAddress : .networkRange
    case .absent, .unknown, .fault: .error
    }
  }
}

extension ValueType {
  /// The name without its arguments: `list`, not `list(int)`; type values are equal by it.
  var constructorName: String {
    switch self {
    case .list: "list"
    case .map: "map"
    case .type: "type"
    case .optional: "optional_type"
    default: text
    }
  }
}
