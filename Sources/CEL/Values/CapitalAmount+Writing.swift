extension CapitalAmount {
  /// Writes a sum in capital numerals, without 人民币 before it: 壹万零伍元整, 壹元零伍分.
  ///
  /// - Returns: `nil` for a negative sum, one with fractions of a 分, and from 10¹⁶ 元 on.
  package static func write(_ amount: ExactDecimal) -> String? {
    guard !amount.isNegative, amount.scale <= 2 else { return nil }
    let cents = amount.widened(to: 2)
    let (whole, change) = (Int(cents / 100), Int(cents % 100))
    guard whole < 10_000_000_000_000_000 else { return nil }
    let (jiao, fen) = (change / 10, change % 10)
    var text = whole > 0 ? number(whole) + "元" : ""
    if jiao > 0 { text += digits[jiao] + "角" }
    if fen > 0 { text += (jiao == 0 && whole > 0 ? "零" : "") + digits[fen] + "分" }
    if text.isEmpty { text = "零元" }
    return fen > 0 ? text : text + "整"
  }

  private static let digits = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"]

  /// A whole number, 1 or more: at most two numbers below a hundred million.
  private static func number(_ number: Int) -> String {
    joined(
      high: number / 100_000_000, unit: "亿", low: number % 100_000_000, place: 10_000_000
    ) { high in
      joined(high: high / 10_000, unit: "万", low: high % 10_000, place: 1000, section)
    }
  }

  /// Two parts and what stands between them; a zero where the second does not fill its first place.
  private static func joined(
    high: Int, unit: String, low: Int, place: Int, _ part: (Int) -> String
  ) -> String {
    guard high > 0 else { return part(low) }
    let lower = low == 0 ? "" : (low < place ? "零" : "") + part(low)
    return part(high) + unit + lower
  }

  /// A number below ten thousand, 1 or more.
  private static func section(_ number: Int) -> String {
    var text = ""
    var skipped = false
    for (place, unit) in [(1000, "仟"), (100, "佰"), (10, "拾"), (1, "")] {
      let digit = number / place % 10
      if digit == 0 {
        skipped = !text.isEmpty
      } else {
        text += (skipped ? "零" : "") + digits[digit] + unit
        skipped = false
      }
    }
    return text
  }
}
