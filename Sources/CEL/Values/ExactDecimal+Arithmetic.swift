extension ExactDecimal {
  /// The exact sum; `nil` on overflow.
  package func adding(_ other: ExactDecimal) -> ExactDecimal? {
    let common = max(scale, other.scale)
    // Below 2⁶³ · 10¹⁸ · 2, which 128 bits hold.
    return ExactDecimal(
      coefficient: widened(to: common) + other.widened(to: common), scale: Int(common))
  }

  /// The exact difference; `nil` on overflow.
  package func subtracting(_ other: ExactDecimal) -> ExactDecimal? {
    let common = max(scale, other.scale)
    return ExactDecimal(
      coefficient: widened(to: common) - other.widened(to: common), scale: Int(common))
  }

  /// The exact product; `nil` on overflow, and where it has more than 18 digits after the point.
  package func multiplied(by other: ExactDecimal) -> ExactDecimal? {
    ExactDecimal(
      coefficient: Int128(coefficient) * Int128(other.coefficient),
      scale: Int(scale) + Int(other.scale))
  }

  /// The exact product with a whole number; `nil` on overflow.
  package func multiplied(by whole: Int64) -> ExactDecimal? {
    multiplied(by: ExactDecimal(whole))
  }

  /// The number with the sign changed; `nil` on overflow, of the least coefficient.
  package var negated: ExactDecimal? {
    ExactDecimal(coefficient: -Int128(coefficient), scale: Int(scale))
  }

  /// The number with at most that many digits after the point, a half rounded away from zero (half
  /// up, as sums are written). For display: comparisons use the number itself.
  package func rounded(fractionDigits: Int = 2) -> ExactDecimal {
    precondition(fractionDigits >= 0, "digits after the point are counted from 0")
    let surplus = Int(scale) - fractionDigits
    guard surplus > 0 else { return self }
    let unit = Self.powersOfTen[surplus]
    let magnitude = Int128(coefficient.magnitude)
    let quotient = magnitude / unit + (magnitude % unit * 2 >= unit ? 1 : 0)
    // The quotient is at most a tenth of the coefficient and one more, and so fits.
    return ExactDecimal(
      coefficient: isNegative ? -quotient : quotient, scale: fractionDigits) ?? self
  }

  /// The coefficient that the number has at a larger scale.
  func widened(to scale: UInt8) -> Int128 {
    Int128(coefficient) * Self.powersOfTen[Int(scale - self.scale)]
  }

  /// 10⁰ to 10¹⁸.
  static let powersOfTen: [Int128] = {
    var powers: [Int128] = [1]
    while powers.count <= maximumScale { powers.append(powers[powers.count - 1] * 10) }
    return powers
  }()
}
