import WorkCalendar

/// How two values of one kind stand to each other.
enum Order { case below, same, above }

/// The ends between which a value lies; both the same for an exact one.
struct Bounds {
  var low: Value?
  var high: Value?
  var trail: Trail

  init(_ value: Value) {
    if case .range(let range) = value {
      (low, high, trail) = (range.low, range.high, range.trail)
    } else {
      (low, high, trail) = (value, value, Trail([]))
    }
  }

  /// True where every value here is below every value there.
  func isBelow(_ other: Bounds) -> Bool {
    guard let high, let low = other.low else { return false }
    return Ordering.exact(high, low) == .below
  }

  /// True where no value here is above any value there.
  func isAtMost(_ other: Bounds) -> Bool {
    guard let high, let low = other.low, let order = Ordering.exact(high, low) else { return false }
    return order != .above
  }
}

/// The order relations of CEL, decided for ranges where all their values agree (semantics §1).
enum Ordering {
  enum Relation: String, Sendable {
    case less = "_<_"
    case lessEquals = "_<=_"
    case greater = "_>_"
    case greaterEquals = "_>=_"
  }

  static func compare(_ a: Value, _ b: Value, _ relation: Relation) -> Value {
    switch (a, b) {
    case (.date(let x), .date(let y)): return .bool(holds(relation, order(x, y)))
    case (.int(let x), .int(let y)): return .bool(holds(relation, order(x, y)))
    case (.range, _), (_, .range): return compareBounds(Bounds(a), Bounds(b), relation)
    default: break
    }
    if case .double(let x) = a, x.isNaN { return .bool(false) }
    if case .double(let y) = b, y.isNaN { return .bool(false) }
    guard let order = exact(a, b) else { return .noOverload(relation.rawValue, a, b) }
    return .bool(holds(relation, order))
  }

  private static func holds(_ relation: Relation, _ order: Order) -> Bool {
    switch relation {
    case .less: order == .below
    case .lessEquals: order != .above
    case .greater: order == .above
    case .greaterEquals: order != .below
    }
  }

  private static func compareBounds(_ a: Bounds, _ b: Bounds, _ relation: Relation) -> Value {
    let (isTrue, isFalse) =
      switch relation {
      case .less: (a.isBelow(b), b.isAtMost(a))
      case .lessEquals: (a.isAtMost(b), b.isBelow(a))
      case .greater: (b.isBelow(a), a.isAtMost(b))
      case .greaterEquals: (b.isAtMost(a), a.isBelow(b))
      }
    if isTrue { return .bool(true) }
    if isFalse { return .bool(false) }
    return .unknown(a.trail.union(b.trail))
  }

  /// The order of two exact values of one kind; `nil` where they have none.
  static func exact(_ a: Value, _ b: Value) -> Order? {
    switch (a, b) {
    case (.int(let x), .int(let y)): order(x, y)
    case (.date(let x), .date(let y)): order(x, y)
    case (.timestamp(let x), .timestamp(let y)): order(x, y)
    case (.duration(let x), .duration(let y)): order(x, y)
    case (.string(let x), .string(let y)): textOrder(x, y)
    case (.bool(let x), .bool(let y)): order(x ? 1 : 0, y ? 1 : 0)
    case (.bytes(let x), .bytes(let y)): bytesOrder(x, y)
    case (.period(let x), .period(let y)):
      x.unit == y.unit ? order(x.count, y.count) : nil
    default: numbers(a, b)
    }
  }

  private static func order<T: Comparable>(_ a: T, _ b: T) -> Order {
    a < b ? .below : a == b ? .same : .above
  }

  /// By code point, which is the order of the UTF-8 bytes.
  private static func textOrder(_ a: String, _ b: String) -> Order {
    if a.utf8.elementsEqual(b.utf8) { return .same }
    return a.utf8.lexicographicallyPrecedes(b.utf8) ? .below : .above
  }

  private static func bytesOrder(_ a: [UInt8], _ b: [UInt8]) -> Order {
    a == b ? .same : a.lexicographicallyPrecedes(b) ? .below : .above
  }

  /// Numbers of any two types on one line.
  static func numbers(_ a: Value, _ b: Value) -> Order? {
    switch (a, b) {
    case (.int(let x), .int(let y)): order(x, y)
    case (.uint(let x), .uint(let y)): order(x, y)
    case (.double(let x), .double(let y)): x.isNaN || y.isNaN ? nil : order(x, y)
    case (.int(let x), .uint(let y)): x < 0 ? .below : order(UInt64(x), y)
    case (.uint(let x), .int(let y)): y < 0 ? .above : order(x, UInt64(y))
    case (.int(let x), .double(let y)): reversed(doubleOrder(y, x))
    case (.double(let x), .int(let y)): doubleOrder(x, y)
    case (.uint(let x), .double(let y)): reversed(doubleOrder(y, x))
    case (.double(let x), .uint(let y)): doubleOrder(x, y)
    case (.money(let x), .money(let y)), (.decimal(let x), .decimal(let y)): order(x, y)
    case (.money(let x), .int(let y)), (.decimal(let x), .int(let y)): order(x, ExactDecimal(y))
    case (.int(let x), .money(let y)), (.int(let x), .decimal(let y)): order(ExactDecimal(x), y)
    default: nil
    }
  }

  private static func reversed(_ order: Order?) -> Order? {
    switch order {
    case .below: .above
    case .above: .below
    case .same: .same
    case nil: nil
    }
  }

  /// A whole number is brought to a double first, as the conformance vectors have it, so that the
  /// greatest integer and 2⁶³ are the same; a double beyond the integers is not brought anywhere.
  private static func doubleOrder<T: FixedWidthInteger>(_ a: Double, _ b: T) -> Order? {
    if a.isNaN { return nil }
    if a > Double(T.max) { return .above }
    if a < Double(T.min) { return .below }
    return order(a, Double(b))
  }
}
