extension ExactDecimal: Comparable {
  package enum Order: Int8, Sendable {
    case less = -1
    case equal = 0
    case greater = 1
  }

  package static func < (a: Self, b: Self) -> Bool {
    let common = max(a.scale, b.scale)
    return a.widened(to: common) < b.widened(to: common)
  }

  package func compared(to other: ExactDecimal) -> Order {
    let common = max(scale, other.scale)
    return Order(widened(to: common), other.widened(to: common))
  }

  package func compared(to other: Int64) -> Order { compared(to: ExactDecimal(other)) }

  package func compared(to other: UInt64) -> Order {
    Order(Int128(coefficient), Int128(other) * Self.powersOfTen[Int(scale)])
  }

  /// Compares with the number that a double really is: 0.1 is less than the double nearest to it.
  ///
  /// - Returns: `nil` for not-a-number.
  package func compared(to other: Double) -> Order? {
    if other.isNaN { return nil }
    // No decimal reaches 2⁶³ but -2⁶³ itself.
    if other >= 0x1p63 { return .less }
    if other < -0x1p63 { return .greater }
    let (whole, rest) = coefficient.quotientAndRemainder(
      dividingBy: Int64(Self.powersOfTen[Int(scale)]))
    let otherWhole = other.rounded(.towardZero)
    let byWhole = Order(whole, Int64(otherWhole))
    // Taking the whole part off a double is exact.
    return byWhole != .equal ? byWhole : Self.compare(rest, over: scale, to: other - otherWhole)
  }

  /// Compares `rest` · 10^-`scale` with a double, both nearer to zero than one.
  private static func compare(_ rest: Int64, over scale: UInt8, to fraction: Double) -> Order {
    if rest == 0 || fraction == 0 || (rest < 0) != (fraction < 0) {
      return Order(rest.signum(), fraction == 0 ? 0 : fraction < 0 ? -1 : 1)
    }
    // |fraction| is mantissa · 2^-shift, so rest · 2^shift stands against mantissa · 10^scale, which is
    // below 2⁵³ · 2⁶⁰.
    let magnitude = fraction.magnitude
    let mantissa = Int128(magnitude.significand * 0x1p52)
    let shift = 52 - Int(magnitude.exponent)
    let bits = UInt64.bitWidth - rest.magnitude.leadingZeroBitCount
    let larger: Order =
      bits + shift > 126
      ? .greater
      : Order(Int128(rest.magnitude) << shift, mantissa * powersOfTen[Int(scale)])
    return fraction < 0 ? larger.reversed : larger
  }
}

extension ExactDecimal.Order {
  fileprivate init<Number: Comparable>(_ a: Number, _ b: Number) {
    self = a < b ? .less : a == b ? .equal : .greater
  }

  package var reversed: Self {
    switch self {
    case .less: .greater
    case .equal: .equal
    case .greater: .less
    }
  }
}
