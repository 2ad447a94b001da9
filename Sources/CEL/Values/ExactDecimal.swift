/// A decimal number without rounding: `coefficient` times ten to the power of minus `scale`.
///
/// Invariant: kept in lowest terms (no trailing zero of the coefficient while `scale` > 0), so that
/// equal numbers have equal parts; `scale` is at most 18.
package struct ExactDecimal: Hashable, Sendable {
  package let coefficient: Int64
  package let scale: UInt8

  package static let maximumScale = 18
  package static let zero = ExactDecimal(0)

  package init(_ whole: Int64) {
    coefficient = whole
    scale = 0
  }

  /// Brings a number to lowest terms; `nil` where it then still has more than 18 digits after the
  /// point or a coefficient that 64 bits cannot hold.
  package init?(coefficient wide: Int128, scale wideScale: Int) {
    precondition(wideScale >= 0, "a scale counts the digits after the point")
    var (coefficient, scale) = (wide, wideScale)
    while scale > 0, coefficient % 10 == 0 {
      // Zero has no last digit to stop at.
      if coefficient == 0 {
        scale = 0
        break
      }
      coefficient /= 10
      scale -= 1
    }
    guard scale <= Self.maximumScale, let narrow = Int64(exactly: coefficient) else { return nil }
    self.coefficient = narrow
    self.scale = UInt8(scale)
  }

  package var isNegative: Bool { coefficient < 0 }

  /// The number as a whole one; `nil` where it has digits after the point.
  package var wholeNumber: Int64? { scale == 0 ? coefficient : nil }
}

// MARK: - Text

extension ExactDecimal: LosslessStringConvertible {
  /// Reads a plain decimal: an optional sign, digits, and optionally a point and more digits, as
  /// `-0.05` or `5000.00`.
  ///
  /// No exponent, no grouping, no spaces, a digit on both sides of a point. `nil` for anything else,
  /// and for a number that cannot be held exactly.
  package init?(_ text: String) {
    var coefficient: Int128 = 0
    var (digits, fraction) = (0, 0)
    var hasPoint = false
    // Zeros at the end are held back, so that `0.10…0` of any length is read.
    var zeros = 0
    var bytes = text.utf8[...]
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative || bytes.first == UInt8(ascii: "+") { bytes = bytes.dropFirst() }
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "."):
        guard !hasPoint, digits > 0 else { return nil }
        hasPoint = true
        digits = 0
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits += 1
        if hasPoint, byte == UInt8(ascii: "0") {
          zeros += 1
          continue
        }
        if hasPoint {
          fraction += zeros + 1
          guard fraction <= Self.maximumScale else { return nil }
        }
        for _ in 0..<zeros { coefficient *= 10 }
        zeros = 0
        coefficient = coefficient * 10 + Int128(byte - UInt8(ascii: "0"))
        guard coefficient <= Self.largestRead else { return nil }
      default: return nil
      }
    }
    guard digits > 0 else { return nil }
    self.init(coefficient: isNegative ? -coefficient : coefficient, scale: fraction)
  }

  // Above this no number fits, and below it nineteen more digits cannot overflow.
  private static let largestRead = Int128(Int64.max) + 1

  /// The number with the digits it has.
  package var description: String { text(minimumFractionDigits: 0) }

  /// The number as text, in ASCII, with as many digits after the point as it has and zeros up to
  /// the number asked for: `5000.00` for money with 2.
  package func text(minimumFractionDigits: Int) -> String {
    let digits = String(coefficient.magnitude)
    let scale = Int(scale)
    let padded = String(repeating: "0", count: max(0, scale + 1 - digits.utf8.count)) + digits
    let whole = padded.dropLast(scale)
    let fraction =
      String(padded.suffix(scale))
      + String(repeating: "0", count: max(0, minimumFractionDigits - scale))
    return (isNegative ? "-" : "") + whole + (fraction.isEmpty ? "" : "." + fraction)
  }
}
