/// Points of a score sheet, exact to two decimals.
///
/// Sheets give whole and half points; a total that is scaled is rounded half up to two decimals, and
/// what is shown is what decides a grade, so that everybody can work it out again.
package struct Points: Hashable, Sendable, Comparable {
  package var hundredths: Int

  package init(hundredths: Int) { self.hundredths = hundredths }

  package init(_ whole: Int) { hundredths = whole * 100 }

  /// Reads `8`, `1.5` or `0.25`: at most four digits before the point and two behind it, no sign.
  /// `nil` for any other text.
  package init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard let first = parts.first, parts.count <= 2, (1...4).contains(first.utf8.count),
      Self.areDigits(first), let whole = Int(first)
    else { return nil }
    hundredths = whole * 100
    guard parts.count == 2 else { return }
    let decimals = parts[1]
    guard (1...2).contains(decimals.utf8.count), Self.areDigits(decimals),
      let number = Int(decimals)
    else { return nil }
    hundredths += decimals.utf8.count == 1 ? number * 10 : number
  }

  private static func areDigits(_ text: Substring) -> Bool {
    text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }

  package static let zero = Points(hundredths: 0)

  package static func < (a: Self, b: Self) -> Bool { a.hundredths < b.hundredths }
  package static func + (a: Self, b: Self) -> Self {
    Points(hundredths: a.hundredths + b.hundredths)
  }
  package static func - (a: Self, b: Self) -> Self {
    Points(hundredths: a.hundredths - b.hundredths)
  }
  package static func * (a: Self, count: Int) -> Self {
    Points(hundredths: a.hundredths * count)
  }

  /// Returns `self` × `part` ÷ `whole`, rounded half up; zero where `whole` is.
  package func scaled(by part: Points, of whole: Points) -> Points {
    guard whole.hundredths > 0 else { return .zero }
    let product = hundredths * part.hundredths
    return Points(hundredths: (2 * product + whole.hundredths) / (2 * whole.hundredths))
  }

  /// Returns the sum of several ÷ `count`, rounded half up; zero where there are none.
  package static func average(_ all: [Points]) -> Points {
    guard !all.isEmpty else { return .zero }
    let sum = all.reduce(0) { $0 + $1.hundredths }
    return Points(hundredths: (2 * sum + all.count) / (2 * all.count))
  }
}

extension Points: CustomStringConvertible {
  /// Without zeros at the end: `92.31`, `1.5`, `8`.
  package var description: String {
    let sign = hundredths < 0 ? "-" : ""
    let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    if rest == 0 { return "\(sign)\(whole)" }
    if rest % 10 == 0 { return "\(sign)\(whole).\(rest / 10)" }
    return "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }
}

/// Points that are known only within bounds, both included.
package struct PointRange: Hashable, Sendable {
  package var least: Points
  package var most: Points

  /// - Precondition: `least` is not above `most`.
  package init(_ least: Points, _ most: Points) {
    precondition(least <= most, "a range runs upwards")
    self.least = least
    self.most = most
  }

  package init(_ exact: Points) { self.init(exact, exact) }

  package static let none = PointRange(.zero)

  package var isExact: Bool { least == most }
  package var isZero: Bool { most == .zero }

  package static func + (a: Self, b: Self) -> Self {
    PointRange(a.least + b.least, a.most + b.most)
  }

  package func capped(at cap: Points) -> PointRange {
    PointRange(min(least, cap), min(most, cap))
  }
}
