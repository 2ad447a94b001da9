/// The exact decimal digits of a double, to be cut to a number of digits with a tie going to the even
/// one, as C does it.
struct DecimalExpansion {
  private let isNegative: Bool
  /// The digits 0…9, the most significant first, without zeros in front; empty for zero.
  private let digits: [UInt8]
  /// How many of the digits stand behind the point.
  private let fraction: Int

  /// - Precondition: The number is finite.
  init(_ number: Double) {
    precondition(number.isFinite, "an infinite number has no digits")
    isNegative = number.sign == .minus
    let magnitude = number.magnitude
    guard magnitude != 0 else {
      (digits, fraction) = ([], 0)
      return
    }
    // magnitude = mantissa · 2^exponent with a whole mantissa.
    let exponent = max(Int(magnitude.exponent), -1022) - 52
    let mantissa = UInt64(magnitude / Double(sign: .plus, exponent: exponent, significand: 1))
    var whole = WholeNumber(mantissa)
    // m · 2^-k is m · 5^k with k digits behind the point.
    for _ in 0..<abs(exponent) { whole.multiply(by: exponent < 0 ? 5 : 2) }
    digits = whole.digits
    fraction = max(0, -exponent)
  }

  /// With that many digits behind the point: `%.3f`.
  func fixed(digits count: Int) -> String {
    let whole = rounded(dropping: fraction - count)
    let padded = Array(repeating: UInt8(0), count: max(0, count + 1 - whole.count)) + whole
    return sign + Self.text(padded.dropLast(count)) + (count > 0 ? "." : "")
      + Self.text(padded.suffix(count))
  }

  /// With one digit before the point and that many behind it, and an exponent: `%.3e`.
  func scientific(digits count: Int) -> String {
    var exponent = digits.isEmpty ? 0 : digits.count - fraction - 1
    var shown = rounded(dropping: digits.count - count - 1)
    // Rounding up may make a digit more.
    if shown.count > count + 1 {
      shown.removeLast()
      exponent += 1
    }
    shown += Array(repeating: 0, count: max(0, count + 1 - shown.count))
    let power = abs(exponent)
    return sign + Self.text(shown.prefix(1)) + (count > 0 ? "." : "")
      + Self.text(shown.dropFirst()) + (exponent < 0 ? "e-" : "e+") + (power < 10 ? "0" : "")
      + String(power)
  }

  private var sign: String { isNegative ? "-" : "" }

  private static func text(_ digits: some Sequence<UInt8>) -> String {
    String(decoding: digits.map { $0 + UInt8(ascii: "0") }, as: UTF8.self)
  }

  /// The digits without the last `count`, or with zeros behind them where that is negative.
  private func rounded(dropping count: Int) -> [UInt8] {
    if count <= 0 { return digits.isEmpty ? [] : digits + Array(repeating: 0, count: -count) }
    if count > digits.count { return [] }
    var kept = Array(digits.dropLast(count))
    let dropped = digits.suffix(count)
    let half = dropped.first ?? 0
    let isAboveHalf = half > 5 || half == 5 && dropped.dropFirst().contains { $0 != 0 }
    let isTie = half == 5 && !isAboveHalf
    guard isAboveHalf || isTie && (kept.last ?? 0) % 2 == 1 else { return kept }
    var place = kept.count - 1
    while place >= 0, kept[place] == 9 {
      kept[place] = 0
      place -= 1
    }
    if place >= 0 { kept[place] += 1 } else { kept.insert(1, at: 0) }
    return kept
  }
}

/// A whole number of any size: just what the digits of a double need.
private struct WholeNumber {
  /// Nine decimal digits each, the least significant first.
  private var parts: [UInt32]
  private static let base: UInt64 = 1_000_000_000

  init(_ number: UInt64) {
    parts = []
    var rest = number
    while rest > 0 {
      parts.append(UInt32(rest % Self.base))
      rest /= Self.base
    }
  }

  mutating func multiply(by factor: UInt64) {
    var carry: UInt64 = 0
    for index in parts.indices {
      let product = UInt64(parts[index]) * factor + carry
      parts[index] = UInt32(product % Self.base)
      carry = product / Self.base
    }
    if carry > 0 { parts.append(UInt32(carry)) }
  }

  var digits: [UInt8] {
    var result: [UInt8] = []
    for part in parts.reversed() {
      var divisor: UInt32 = 100_000_000
      while divisor > 0 {
        let digit = UInt8(part / divisor % 10)
        if digit != 0 || !result.isEmpty { result.append(digit) }
        divisor /= 10
      }
    }
    return result
  }
}
