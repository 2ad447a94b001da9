/// Reads numbers and signs of ASCII from the text of a timestamp, an offset or a duration.
struct DigitReader {
  private let bytes: [UInt8]
  private var position = 0

  init(_ text: some StringProtocol) { bytes = Array(text.utf8) }

  var isAtEnd: Bool { position == bytes.count }

  /// Whether what is left is `0` and nothing else.
  var isZeroAlone: Bool { position == bytes.count - 1 && bytes[position] == UInt8(ascii: "0") }

  private var current: UInt8 { position < bytes.count ? bytes[position] : 0 }

  mutating func take(_ sign: Unicode.Scalar) -> Bool {
    guard position < bytes.count, UInt32(bytes[position]) == sign.value else { return false }
    position += 1
    return true
  }

  mutating func expect(_ sign: Unicode.Scalar) throws(TimeError) {
    if !take(sign) { throw .malformed }
  }

  func expectEnd() throws(TimeError) {
    if !isAtEnd { throw .malformed }
  }

  /// Reads exactly `digits` digits.
  mutating func number(digits: Int) throws(TimeError) -> Int {
    var value = 0
    for _ in 0..<digits {
      guard current.isDigit else { throw .malformed }
      value = value * 10 + Int(current - UInt8(ascii: "0"))
      position += 1
    }
    return value
  }

  /// Reads one to nine decimals of a second as nanoseconds.
  mutating func fraction() throws(TimeError) -> Int {
    var (value, count) = (0, 0)
    while current.isDigit {
      guard count < 9 else { throw .malformed }
      value = value * 10 + Int(current - UInt8(ascii: "0"))
      count += 1
      position += 1
    }
    if count == 0 { throw .malformed }
    for _ in count..<9 { value *= 10 }
    return value
  }

  /// Reads `Z`, or `±hh:mm` as seconds.
  mutating func offset() throws(TimeError) -> Int {
    if take("Z") { return 0 }
    let isNegative = take("-")
    if !isNegative { try expect("+") }
    let hours = try number(digits: 2)
    try expect(":")
    let minutes = try number(digits: 2)
    guard hours < 24, minutes < 60 else { throw .malformed }
    let seconds = hours * 3600 + minutes * 60
    return isNegative ? -seconds : seconds
  }

  /// Reads a decimal number and its unit as seconds and nanoseconds, both not negative.
  mutating func quantity() throws(TimeError) -> (seconds: Int64, nanoseconds: Int64) {
    let whole = position
    while current.isDigit { position += 1 }
    let wholeEnd = position
    var decimals = wholeEnd..<wholeEnd
    if take(".") {
      let start = position
      while current.isDigit { position += 1 }
      decimals = start..<position
    }
    if wholeEnd == whole, decimals.isEmpty { throw .malformed }
    let unit = try unit()
    var value: Int64 = 0
    for digit in bytes[whole..<wholeEnd] {
      let (product, tooBig) = value.multipliedReportingOverflow(by: 10)
      let (sum, stillTooBig) = product.addingReportingOverflow(Int64(digit - UInt8(ascii: "0")))
      if tooBig || stillTooBig { throw .outOfRange }
      value = sum
    }
    // Invariant: `scale` is a power of ten times the unit; digits that are worth less than a
    // nanosecond are cut off.
    var (nanoseconds, numerator, denominator): (Int64, Int64, Int64) = (0, 0, 1)
    for digit in bytes[decimals.prefix(15)] {
      numerator = numerator * 10 + Int64(digit - UInt8(ascii: "0"))
      denominator *= 10
    }
    let (high, low) = unit.multipliedFullWidth(by: numerator)
    nanoseconds = denominator.dividingFullWidth((high, low)).quotient
    let perSecond: Int64 = 1_000_000_000
    if unit >= perSecond {
      let (seconds, overflows) = value.multipliedReportingOverflow(by: unit / perSecond)
      if overflows { throw .outOfRange }
      return (seconds + nanoseconds / perSecond, nanoseconds % perSecond)
    }
    let perUnit = perSecond / unit
    nanoseconds += value % perUnit * unit
    return (value / perUnit + nanoseconds / perSecond, nanoseconds % perSecond)
  }

  /// Reads a unit, as nanoseconds.
  private mutating func unit() throws(TimeError) -> Int64 {
    if take("h") { return 3_600_000_000_000 }
    if take("m") { return take("s") ? 1_000_000 : 60_000_000_000 }
    if take("s") { return 1_000_000_000 }
    if take("n") {
      try expect("s")
      return 1
    }
    // µ as U+00B5 and as U+03BC.
    let isMicro =
      take("u") || take("\u{C2}") && take("\u{B5}") || take("\u{CE}") && take("\u{BC}")
    if !isMicro { throw .malformed }
    try expect("s")
    return 1_000
  }
}
