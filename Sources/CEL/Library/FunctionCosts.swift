/// What calls of functions cost whose work or result grows with their arguments (see
/// `EvaluationBudget`). Functions that are not here do a bounded amount of work.
enum FunctionCosts {
  /// Works the cost out of the first three arguments, null standing for those that are not given.
  typealias Estimate = @Sendable (Value, Value, Value) -> Cost

  static func estimate(for key: Function.Key) -> Estimate? { table[key.name] }

  private static let table: [String: Estimate] = {
    var table: [String: Estimate] = [
      Operator.add: { a, b, _ in sum(a, b) },
      "size": { a, _, _ in reading(a) },
      "startsWith": { _, b, _ in reading(b) }, "endsWith": { _, b, _ in reading(b) },
      "contains": { a, b, _ in search(a, b) },
      "indexOf": { a, b, _ in search(a, b) }, "lastIndexOf": { a, b, _ in search(a, b) },
      "matches": { a, b, _ in matching(a, b) },
      "replace": replacing, "split": splitting, "join": { a, b, _ in joining(a, b) },
      "format": { a, b, _ in formatting(a, b) },
      "strings.quote": { a, _, _ in making(a, times: 2) },
      "base64.encode": { a, _, _ in making(a, times: 2) },
      "sum": { a, _, _ in reading(a) }, "earliest": { a, _, _ in reading(a) },
      "latest": { a, _, _ in reading(a) }, "math.greatest": { a, _, _ in reading(a) },
      "math.least": { a, _, _ in reading(a) },
      "days_outside": { _, b, _ in reading(b) }, "covered": { _, b, _ in reading(b) },
      "same_amount": { a, _, _ in reading(a) },
      "sets.contains": { a, b, _ in pairs(a, b) },
      "sets.intersects": { a, b, _ in pairs(a, b) },
      "sets.equivalent": { a, b, _ in pairs(a, b) },
      "lists.range": { a, _, _ in range(a) },
      "distinct": { a, _, _ in pairs(a, a) + copying(a) },
      "sort": { a, _, _ in sorting(a) },
      "flatten": { a, _, _ in Cost(steps: a.weight / 16 + 1, bytes: a.weight) },
      "slice": { a, _, _ in copying(a) },
      // Texts and lists.
      "reverse": { a, _, _ in making(a) },
    ]
    for name in ["charAt", "substring", "lowerAscii", "upperAscii", "trim", "base64.decode"] {
      table[name] = { a, _, _ in making(a) }
    }
    for name in ["string", "bytes", "int", "uint", "double", "bool", "timestamp", "duration"] {
      table[name] = { a, _, _ in making(a) }
    }
    for relation in ["_<_", "_<=_", "_>_", "_>=_"] {
      table[relation] = { a, b, _ in Cost(steps: min(length(a), length(b)) / 64) }
    }
    return table
  }()

  /// The cost of `a == b`: of what both are like so far that all of them must be looked at.
  static func equality(_ a: Value, _ b: Value) -> Int {
    switch (a, b) {
    case (.string(let x), .string(let y)):
      x.utf8.count == y.utf8.count ? x.utf8.count / 64 : 0
    case (.bytes(let x), .bytes(let y)): x.count == y.count ? x.count / 64 : 0
    case (.list, .list), (.map, .map), (.optional, .optional): min(a.weight, b.weight) / 16
    default: 0
    }
  }

  /// The cost of `element in container`, as many comparisons as there are elements.
  static func membership(_ element: Value, _ container: Value) -> Int {
    switch container {
    case .list(let list):
      switch element {
      case .list, .map, .optional, .string, .bytes: list.weight / 16
      default: list.elements.count
      }
    default: 1
    }
  }

  // MARK: Measures

  /// Bytes of a text, or of what a list holds; 0 for others.
  private static func length(_ value: Value) -> Int {
    switch value {
    case .string(let text): text.utf8.count
    case .bytes(let bytes): bytes.count
    case .list(let list): list.elements.count * Value.elementBytes
    case .map(let map): map.keys.count * Value.elementBytes
    default: 0
    }
  }

  private static func count(_ value: Value) -> Int {
    if case .list(let list) = value { list.elements.count } else { 0 }
  }

  private static func product(_ a: Int, _ b: Int) -> Int {
    let (result, overflow) = a.multipliedReportingOverflow(by: b)
    return overflow ? .max : result
  }

  // MARK: Shapes

  private static func reading(_ value: Value) -> Cost { Cost(steps: length(value) / 16) }

  private static func making(_ value: Value, times: Int = 1) -> Cost {
    let length = length(value)
    return Cost(steps: length / 16, bytes: product(length, times))
  }

  private static func copying(_ value: Value) -> Cost {
    Cost(steps: count(value), bytes: length(value))
  }

  private static func sum(_ a: Value, _ b: Value) -> Cost {
    let bytes = length(a) + length(b)
    return Cost(steps: bytes / 64, bytes: bytes)
  }

  private static func search(_ text: Value, _ part: Value) -> Cost {
    Cost(steps: product(length(text), length(part) + 1) / 16)
  }

  private static func matching(_ text: Value, _ pattern: Value) -> Cost {
    guard case .string(let source) = pattern else { return .none }
    // Every state of the pattern may be tried at every place. What is counted in braces is repeated.
    var (states, number) = (source.utf8.count + 1, 0)
    for byte in source.utf8 {
      if byte.isDigit {
        number = min(number * 10 + Int(byte - UInt8(ascii: "0")), 1_000)
      } else {
        if byte == UInt8(ascii: "}") { states = min(product(states, max(number, 1)), 20_000) }
        number = 0
      }
    }
    return Cost(steps: product(length(text) + 1, states) / 16)
  }

  @Sendable private static func replacing(_ text: Value, _ old: Value, _ new: Value) -> Cost {
    let places = length(text) / max(length(old), 1) + 1
    let bytes = product(places, length(new))
    return Cost(
      steps: search(text, old).steps,
      bytes: bytes == .max ? .max : bytes + length(text))
  }

  @Sendable private static func splitting(_ text: Value, _ mark: Value, _: Value) -> Cost {
    let pieces = length(text) / max(length(mark), 1) + 1
    return Cost(
      steps: search(text, mark).steps, bytes: length(text) + product(pieces, Value.elementBytes))
  }

  private static func joining(_ list: Value, _ mark: Value) -> Cost {
    let bytes = product(count(list), length(mark))
    return Cost(
      steps: list.weight / 16, bytes: bytes == .max ? .max : bytes + list.weight)
  }

  /// A clause writes an argument once, with at most a thousand digits behind the point.
  private static func formatting(_ pattern: Value, _ arguments: Value) -> Cost {
    let bytes = length(pattern) + product(arguments.weight, 4) + product(count(arguments), 1_400)
    return Cost(steps: bytes / 16, bytes: bytes)
  }

  private static func pairs(_ a: Value, _ b: Value) -> Cost {
    Cost(steps: product(a.weight / 16 + 1, count(b)) / 2 + product(b.weight / 16 + 1, count(a)) / 2)
  }

  static func sorting(_ list: Value) -> Cost {
    let digits = Int.bitWidth - max(count(list), 1).leadingZeroBitCount
    return Cost(steps: product(list.weight / 16, digits), bytes: length(list) * 2)
  }

  private static func range(_ count: Value) -> Cost {
    guard case .int(let number) = count, let length = Int(exactly: number), length > 0 else {
      return .none
    }
    return Cost(steps: length, bytes: product(length, Value.elementBytes))
  }
}

extension Cost {
  static func + (a: Cost, b: Cost) -> Cost {
    let (steps, isTooLong) = a.steps.addingReportingOverflow(b.steps)
    let (bytes, isTooLarge) = a.bytes.addingReportingOverflow(b.bytes)
    return Cost(steps: isTooLong ? .max : steps, bytes: isTooLarge ? .max : bytes)
  }
}

extension ValueType {
  /// True where every value of the type takes the same room, and its operations the same time.
  var hasFixedSize: Bool {
    switch unwrapped {
    case .null, .bool, .int, .uint, .double, .timestamp, .duration, .date, .money, .decimal,
      .period,
      .enumeration:
      true
    default: false
    }
  }
}
