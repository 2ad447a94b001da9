import WorkCalendar

/// The arithmetic and order operators of the language, with those of dates, periods and money.
enum Operators {
  static func functions(calendar: OfficeCalendar?) -> [Function] {
    let days = DayArithmetic(calendar: calendar)
    return [
      Function(
        [
          Signature("_+_(int, int) -> int"), Signature("_+_(uint, uint) -> uint"),
          Signature("_+_(double, double) -> double"), Signature("_+_(string, string) -> string"),
          Signature("_+_(bytes, bytes) -> bytes"), Signature("_+_(list(A), list(A)) -> list(A)"),
          Signature("_+_(timestamp, duration) -> timestamp"),
          Signature("_+_(duration, timestamp) -> timestamp"),
          Signature("_+_(duration, duration) -> duration"),
          Signature("_+_(date, period) -> date"),
          Signature("_+_(timestamp, period) -> timestamp"),
          Signature("_+_(money, money) -> money"), Signature("_+_(decimal, decimal) -> decimal"),
          Signature("_+_(money, int) -> money"), Signature("_+_(decimal, int) -> decimal"),
          Signature("_+_(int, money) -> money"), Signature("_+_(int, decimal) -> decimal"),
        ], acceptsRanges: true, body: .binary { add($0, $1, days) }),
      Function(
        [
          Signature("_-_(int, int) -> int"), Signature("_-_(uint, uint) -> uint"),
          Signature("_-_(double, double) -> double"),
          Signature("_-_(timestamp, duration) -> timestamp"),
          Signature("_-_(timestamp, timestamp) -> duration"),
          Signature("_-_(duration, duration) -> duration"),
          Signature("_-_(date, period) -> date"),
          Signature("_-_(timestamp, period) -> timestamp"),
          Signature("_-_(money, money) -> money"), Signature("_-_(decimal, decimal) -> decimal"),
          Signature("_-_(money, int) -> money"), Signature("_-_(decimal, int) -> decimal"),
          Signature("_-_(int, money) -> money"), Signature("_-_(int, decimal) -> decimal"),
        ], acceptsRanges: true, body: .binary { subtract($0, $1, days) }),
      Function(
        [
          Signature("_*_(int, int) -> int"), Signature("_*_(uint, uint) -> uint"),
          Signature("_*_(double, double) -> double"), Signature("_*_(money, int) -> money"),
          Signature("_*_(int, money) -> money"), Signature("_*_(money, decimal) -> money"),
          Signature("_*_(decimal, money) -> money"),
          Signature("_*_(decimal, decimal) -> decimal"),
          Signature("_*_(decimal, int) -> decimal"), Signature("_*_(int, decimal) -> decimal"),
        ], body: .binary(multiply)),
      Function(
        [
          Signature("_/_(int, int) -> int"), Signature("_/_(uint, uint) -> uint"),
          Signature("_/_(double, double) -> double"),
        ], body: .binary(divide)),
      Function(
        [Signature("_%_(int, int) -> int"), Signature("_%_(uint, uint) -> uint")],
        body: .binary(modulo)),
      Function(
        [
          Signature("-_(int) -> int"), Signature("-_(double) -> double"),
          Signature("-_(money) -> money"), Signature("-_(decimal) -> decimal"),
        ], body: .unary(negate)),
      order(.less), order(.lessEquals), order(.greater), order(.greaterEquals),
    ]
  }

  private static func order(_ relation: Ordering.Relation) -> Function {
    let ordered: [ValueType] = [
      .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .date, .money,
      .decimal, .period,
    ]
    let mixed: [(ValueType, ValueType)] = [
      (.int, .uint), (.uint, .int), (.int, .double), (.double, .int), (.uint, .double),
      (.double, .uint), (.money, .int), (.int, .money), (.decimal, .int), (.int, .decimal),
    ]
    let pairs = ordered.map { ($0, $0) } + mixed
    return Function(
      pairs.map {
        Signature(
          name: relation.rawValue, isMember: false, parameters: [$0.0, $0.1], result: .bool)
      }, acceptsRanges: true, body: .binary { Ordering.compare($0, $1, relation) })
  }

  static func add(_ a: Value, _ b: Value, _ days: DayArithmetic) -> Value {
    switch (a, b) {
    case (.int(let x), .int(let y)): return checked(x.addingReportingOverflow(y), Value.int)
    case (.uint(let x), .uint(let y)): return checked(x.addingReportingOverflow(y), Value.uint)
    case (.double(let x), .double(let y)): return .double(x + y)
    case (.string(let x), .string(let y)): return .string(x + y)
    case (.bytes(let x), .bytes(let y)): return .bytes(x + y)
    case (.list(let x), .list(let y)):
      return Value.list(
        ListValue(
          x.elements + y.elements, isOpen: x.isOpen || y.isOpen, path: x.isOpen ? x.path : y.path)
      ).ofBoundedDepth
    case (.timestamp(let x), .duration(let y)), (.duration(let y), .timestamp(let x)):
      return timestamp(x.adding(y))
    case (.duration(let x), .duration(let y)): return duration(x.adding(y))
    case (.money(let x), .money(let y)): return money(x.adding(y))
    case (.decimal(let x), .decimal(let y)): return decimal(x.adding(y))
    case (.money(let x), .int(let y)), (.int(let y), .money(let x)):
      return money(x.adding(ExactDecimal(y)))
    case (.decimal(let x), .int(let y)), (.int(let y), .decimal(let x)):
      return decimal(x.adding(ExactDecimal(y)))
    case (_, .period(let period)): return days.moving(a, by: period, backward: false)
    case (.range, _), (_, .range):
      return ranges(a, b) { add($0, $1, days) }
    default: return .noOverload(Operator.add, a, b)
    }
  }

  static func subtract(_ a: Value, _ b: Value, _ days: DayArithmetic) -> Value {
    switch (a, b) {
    case (.int(let x), .int(let y)): return checked(x.subtractingReportingOverflow(y), Value.int)
    case (.uint(let x), .uint(let y)):
      return checked(x.subtractingReportingOverflow(y), Value.uint)
    case (.double(let x), .double(let y)): return .double(x - y)
    case (.timestamp(let x), .duration(let y)): return timestamp(x.subtracting(y))
    case (.timestamp(let x), .timestamp(let y)): return duration(x.subtracting(y))
    case (.duration(let x), .duration(let y)): return duration(x.subtracting(y))
    case (.money(let x), .money(let y)): return money(x.subtracting(y))
    case (.decimal(let x), .decimal(let y)): return decimal(x.subtracting(y))
    case (.money(let x), .int(let y)): return money(x.subtracting(ExactDecimal(y)))
    case (.decimal(let x), .int(let y)): return decimal(x.subtracting(ExactDecimal(y)))
    case (.int(let x), .money(let y)): return money(ExactDecimal(x).subtracting(y))
    case (.int(let x), .decimal(let y)): return decimal(ExactDecimal(x).subtracting(y))
    case (_, .period(let period)): return days.moving(a, by: period, backward: true)
    case (.range, _), (_, .range):
      return ranges(a, b, secondIsReversed: true) { subtract($0, $1, days) }
    default: return .noOverload(Operator.subtract, a, b)
    }
  }

  /// Applies an operation that grows with its first operand and grows (or falls) with its second
  /// to the ends of ranges.
  static func ranges(
    _ a: Value, _ b: Value, secondIsReversed: Bool = false, _ operation: (Value, Value) -> Value
  ) -> Value {
    let (x, y) = (Bounds(a), Bounds(b))
    func end(_ first: Value?, _ second: Value?) -> Value? {
      guard let first, let second else { return nil }
      return operation(first, second)
    }
    let low = end(x.low, secondIsReversed ? y.high : y.low)
    let high = end(x.high, secondIsReversed ? y.low : y.high)
    for value in [low, high] {
      if let value, value.isState { return value }
    }
    return .range(RangeValue(low: low, high: high, trail: x.trail.union(y.trail)))
  }

  private static func multiply(_ a: Value, _ b: Value) -> Value {
    switch (a, b) {
    case (.int(let x), .int(let y)): checked(x.multipliedReportingOverflow(by: y), Value.int)
    case (.uint(let x), .uint(let y)): checked(x.multipliedReportingOverflow(by: y), Value.uint)
    case (.double(let x), .double(let y)): .double(x * y)
    case (.money(let x), .int(let y)), (.int(let y), .money(let x)):
      money(x.multiplied(by: ExactDecimal(y)))
    case (.money(let x), .decimal(let y)), (.decimal(let y), .money(let x)):
      money(x.multiplied(by: y))
    case (.decimal(let x), .decimal(let y)): decimal(x.multiplied(by: y))
    case (.decimal(let x), .int(let y)), (.int(let y), .decimal(let x)):
      decimal(x.multiplied(by: ExactDecimal(y)))
    default: .noOverload(Operator.multiply, a, b)
    }
  }

  private static func divide(_ a: Value, _ b: Value) -> Value {
    switch (a, b) {
    case (.int, .int(0)), (.uint, .uint(0)): .fault("divide-by-zero", "division by zero")
    case (.int(let x), .int(let y)): checked(x.dividedReportingOverflow(by: y), Value.int)
    case (.uint(let x), .uint(let y)): .uint(x / y)
    case (.double(let x), .double(let y)): .double(x / y)
    default: .noOverload(Operator.divide, a, b)
    }
  }

  private static func modulo(_ a: Value, _ b: Value) -> Value {
    switch (a, b) {
    case (.int, .int(0)), (.uint, .uint(0)): .fault("modulus-by-zero", "modulus by zero")
    case (.int(let x), .int(let y)):
      checked(x.remainderReportingOverflow(dividingBy: y), Value.int)
    case (.uint(let x), .uint(let y)): .uint(x % y)
    default: .noOverload(Operator.modulo, a, b)
    }
  }

  private static func negate(_ a: Value) -> Value {
    switch a {
    case .int(let x): checked(Int64(0).subtractingReportingOverflow(x), Value.int)
    case .double(let x): .double(-x)
    case .money(let x): money(ExactDecimal(0).subtracting(x))
    case .decimal(let x): decimal(ExactDecimal(0).subtracting(x))
    default: .noOverload(Operator.negate, a)
    }
  }

  private static func checked<T>(
    _ result: (partialValue: T, overflow: Bool), _ make: (T) -> Value
  ) -> Value {
    result.overflow ? .fault("overflow", "integer overflow") : make(result.partialValue)
  }

  static func money(_ result: ExactDecimal?) -> Value {
    result.map { .money($0) } ?? .fault("overflow", "sum of money out of range")
  }

  static func decimal(_ result: ExactDecimal?) -> Value {
    result.map { .decimal($0) } ?? .fault("overflow", "decimal out of range")
  }

  static func timestamp(_ result: Timestamp?) -> Value {
    result.map { .timestamp($0) } ?? .fault("overflow", "timestamp out of range")
  }

  static func duration(_ result: Duration?) -> Value {
    result.map { .duration($0) } ?? .fault("overflow", "duration out of range")
  }
}
