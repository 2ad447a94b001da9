/// Functions of numbers (the math extension of CEL).
enum MathLibrary {
  static func functions() -> [Function] {
    extremes("math.greatest", .above) + extremes("math.least", .below) + roundings() + tests() + [
      Function(
        [
          Signature("math.abs(int) -> int"), Signature("math.abs(uint) -> uint"),
          Signature("math.abs(double) -> double"),
        ], body: .unary(abs)),
      Function(
        [
          Signature("math.sign(int) -> int"), Signature("math.sign(uint) -> uint"),
          Signature("math.sign(double) -> double"),
        ], body: .unary(sign)),
      Function(
        [
          Signature("math.sqrt(double) -> double"), Signature("math.sqrt(int) -> double"),
          Signature("math.sqrt(uint) -> double"),
        ], body: .unary(squareRoot)),
    ] + bits()
  }

  // MARK: Greatest and least

  private static func extremes(_ name: String, _ wanted: Order) -> [Function] {
    let numbers: [ValueType] = [.int, .uint, .double]
    // Numbers of several types give one that is known only when it is there.
    let single = numbers.map { ($0, $0) } + (numbers + [.dynamic]).map { (.list($0), $0) }
    return [
      Function(
        single.map { Signature(name: name, isMember: false, parameters: [$0.0], result: $0.1) },
        body: .unary { value in
          if case .list(let list) = value {
            extreme(name, Array(list.elements), wanted)
          } else {
            extreme(name, [value], wanted)
          }
        }),
      Function(
        (numbers + [.dynamic]).map {
          Signature(
            name: name, isMember: false, parameters: [$0, $0], result: $0, isVariadic: true)
        }, body: .variadic { extreme(name, $0, wanted) }),
    ]
  }

  /// The first of the greatest or least; a comparison with NaN decides nothing.
  private static func extreme(_ name: String, _ values: [Value], _ wanted: Order) -> Value {
    guard var best = values.first else { return .fault("invalid-argument", "\(name) of nothing") }
    for value in values {
      if let state = value.strictState(acceptsNull: false, acceptsRanges: false) { return state }
      switch value {
      case .int, .uint, .double: break
      default: return .noOverload(name, value)
      }
      if Ordering.numbers(value, best) == wanted { best = value }
    }
    return best
  }

  // MARK: Doubles

  private static func roundings() -> [Function] {
    let rules: [(name: String, rule: FloatingPointRoundingRule)] = [
      ("math.ceil", .up), ("math.floor", .down), ("math.trunc", .towardZero),
      // A half goes away from zero.
      ("math.round", .toNearestOrAwayFromZero),
    ]
    return rules.map { name, rule in
      Function(
        [Signature(name: name, isMember: false, parameters: [.double], result: .double)],
        body: .unary { value in
          guard case .double(let number) = value else { return .noOverload(name, value) }
          return .double(number.rounded(rule))
        })
    }
  }

  private static func tests() -> [Function] {
    let tests: [(name: String, test: @Sendable (Double) -> Bool)] = [
      ("math.isNaN", { $0.isNaN }), ("math.isInf", { $0.isInfinite }),
      ("math.isFinite", { $0.isFinite }),
    ]
    return tests.map { name, test in
      Function(
        [Signature(name: name, isMember: false, parameters: [.double], result: .bool)],
        body: .unary { value in
          guard case .double(let number) = value else { return .noOverload(name, value) }
          return .bool(test(number))
        })
    }
  }

  private static func squareRoot(_ value: Value) -> Value {
    switch value {
    case .double(let number): .double(number.squareRoot())
    case .int(let number): .double(Double(number).squareRoot())
    case .uint(let number): .double(Double(number).squareRoot())
    default: .noOverload("math.sqrt", value)
    }
  }

  private static func abs(_ value: Value) -> Value {
    switch value {
    case .int(let number):
      number == .min ? .fault("overflow", "integer overflow") : .int(Swift.abs(number))
    case .uint: value
    case .double(let number): .double(number.magnitude)
    default: .noOverload("math.abs", value)
    }
  }

  private static func sign(_ value: Value) -> Value {
    switch value {
    case .int(let number): .int(number.signum())
    case .uint(let number): .uint(number == 0 ? 0 : 1)
    case .double(let number): .double(number > 0 ? 1 : number < 0 ? -1 : number)
    default: .noOverload("math.sign", value)
    }
  }

  // MARK: Bits

  private static func bits() -> [Function] {
    [
      bitwise("math.bitAnd", { $0 & $1 }, { $0 & $1 }),
      bitwise("math.bitOr", { $0 | $1 }, { $0 | $1 }),
      bitwise("math.bitXor", { $0 ^ $1 }, { $0 ^ $1 }),
      Function(
        [Signature("math.bitNot(int) -> int"), Signature("math.bitNot(uint) -> uint")],
        body: .unary { value in
          switch value {
          case .int(let number): .int(~number)
          case .uint(let number): .uint(~number)
          default: .noOverload("math.bitNot", value)
          }
        }),
      shift("math.bitShiftLeft") { $0 << $1 },
      // The sign is a bit like others: zeros come in from the left.
      shift("math.bitShiftRight") { $0 >> $1 },
    ]
  }

  private static func bitwise(
    _ name: String, _ ints: @escaping @Sendable (Int64, Int64) -> Int64,
    _ uints: @escaping @Sendable (UInt64, UInt64) -> UInt64
  ) -> Function {
    Function(
      [ValueType.int, .uint].map {
        Signature(name: name, isMember: false, parameters: [$0, $0], result: $0)
      },
      body: .binary { a, b in
        switch (a, b) {
        case (.int(let x), .int(let y)): .int(ints(x, y))
        case (.uint(let x), .uint(let y)): .uint(uints(x, y))
        default: .noOverload(name, a, b)
        }
      })
  }

  /// By 64 or more nothing is left; by less than none is an error.
  private static func shift(
    _ name: String, _ apply: @escaping @Sendable (UInt64, Int64) -> UInt64
  ) -> Function {
    Function(
      [ValueType.int, .uint].map {
        Signature(name: name, isMember: false, parameters: [$0, .int], result: $0)
      },
      body: .binary { value, offset in
        guard case .int(let count) = offset else { return .noOverload(name, value, offset) }
        if count < 0 { return .fault("invalid-argument", "negative offset: \(count)") }
        return switch value {
        case .int(let number): .int(Int64(bitPattern: apply(UInt64(bitPattern: number), count)))
        case .uint(let number): .uint(apply(number, count))
        default: .noOverload(name, value, offset)
        }
      })
  }
}
