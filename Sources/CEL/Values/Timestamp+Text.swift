extension Timestamp {
  /// Reads a timestamp in the form of RFC 3339, such as `2009-02-13T23:31:30.5+08:00`.
  ///
  /// The letters `T` and `Z` are capitals; seconds may have one to nine decimals; there is no leap
  /// second, since a timestamp cannot hold one.
  ///
  /// - Throws: `.malformed`, or `.outOfRange` for a year outside 1 to 9999.
  package init(parsing text: some StringProtocol) throws(TimeError) {
    var reader = DigitReader(text)
    let year = try reader.number(digits: 4)
    try reader.expect("-")
    let month = try reader.number(digits: 2)
    try reader.expect("-")
    let day = try reader.number(digits: 2)
    try reader.expect("T")
    let hour = try reader.number(digits: 2)
    try reader.expect(":")
    let minute = try reader.number(digits: 2)
    try reader.expect(":")
    let second = try reader.number(digits: 2)
    let nanoseconds = reader.take(".") ? try reader.fraction() : 0
    let offset = try reader.offset()
    try reader.expectEnd()
    guard (1...12).contains(month), day >= 1, hour < 24, minute < 60, second < 60 else {
      throw .malformed
    }
    guard day <= CivilTime.daysIn(month: month, of: year) else { throw .malformed }
    let days = CivilTime.days(year: year, month: month, day: day)
    let seconds = days * 86_400 + Int64(hour * 3600 + minute * 60 + second) - Int64(offset)
    guard year >= 1, Self.range.contains(seconds) else { throw .outOfRange }
    self.init(seconds: seconds, nanoseconds: Int32(nanoseconds))
  }

  /// The timestamp as CEL's `string()` gives it: in UTC, with as many decimals as are not zero.
  package var text: String { text(offset: 0) }

  /// The timestamp as RFC 3339 writes it at a fixed offset from UTC, in seconds: `Z` for 0, and
  /// `+08:00` and the like for others. An offset of less than a minute is cut off.
  package func text(offset: Int) -> String {
    let time = civil(offset: offset)
    var result = padded(time.year, 4) + "-" + padded(time.month, 2) + "-" + padded(time.day, 2)
    result += "T" + padded(time.hour, 2) + ":" + padded(time.minute, 2) + ":"
    result += padded(time.second, 2) + decimals(Int(nanoseconds))
    if offset == 0 { return result + "Z" }
    let minutes = abs(offset) / 60
    return result + (offset < 0 ? "-" : "+") + padded(minutes / 60, 2) + ":"
      + padded(minutes % 60, 2)
  }
}

/// A number with zeros before it.
private func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}

/// Nanoseconds as decimals of a second, point included; empty for none.
private func decimals(_ nanoseconds: Int) -> String {
  if nanoseconds == 0 { return "" }
  var (digits, width) = (nanoseconds, 9)
  while digits % 10 == 0 {
    digits /= 10
    width -= 1
  }
  return "." + padded(digits, width)
}

extension Duration {
  /// Reads a duration such as `1h2m3.5s`, `-1.5h` or `0`: numbers with units, each at most once
  /// more than nothing, in any order; units `h m s ms us µs ns`. What is finer than a nanosecond
  /// is cut off.
  ///
  /// - Throws: `.malformed`, or `.outOfRange`.
  package init(parsing text: some StringProtocol) throws(TimeError) {
    var reader = DigitReader(text)
    let isNegative = reader.take("-")
    if !isNegative { _ = reader.take("+") }
    if reader.isZeroAlone {
      self.init(seconds: 0, nanoseconds: 0)
      return
    }
    var total: (seconds: Int64, nanoseconds: Int64) = (0, 0)
    repeat {
      let (seconds, nanoseconds) = try reader.quantity()
      let (sum, overflows) = total.seconds.addingReportingOverflow(seconds)
      if overflows { throw .outOfRange }
      total = (sum, total.nanoseconds + nanoseconds)
      if total.nanoseconds >= 1_000_000_000 {
        total = (total.seconds + 1, total.nanoseconds - 1_000_000_000)
      }
      if total.seconds > Self.maximumSeconds { throw .outOfRange }
    } while !reader.isAtEnd
    try self.init(
      checkedSeconds: isNegative ? -total.seconds : total.seconds,
      nanoseconds: isNegative ? -total.nanoseconds : total.nanoseconds)
  }

  /// The duration as CEL's `string()` gives it: seconds, with as many decimals as are not zero.
  package var text: String {
    let sign = seconds < 0 || nanoseconds < 0 ? "-" : ""
    return sign + String(seconds.magnitude) + decimals(Int(nanoseconds.magnitude)) + "s"
  }
}
