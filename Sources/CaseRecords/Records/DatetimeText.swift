internal import CEL
internal import WorkCalendar

/// What a text says of a moment: `2025-07-01T09:30:00+08:00`, or to the minute.
enum DatetimeText {
  case moment(Timestamp)
  /// A moment but for the offset from UTC, without which it is none.
  case noOffset
  case noSuchDay
  case noSuchTime
  /// Nothing of the kind.
  case none

  init(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 16, bytes[10] == UInt8(ascii: "T"),
      Self.digits(bytes[0..<4]) != nil, bytes[4] == UInt8(ascii: "-"),
      Self.digits(bytes[5..<7]) != nil, bytes[7] == UInt8(ascii: "-"),
      Self.digits(bytes[8..<10]) != nil, let hour = Self.digits(bytes[11..<13]),
      bytes[13] == UInt8(ascii: ":"), let minute = Self.digits(bytes[14..<16])
    else {
      self = .none
      return
    }
    var (second, end) = (0, 16)
    var isToTheMinute = true
    if bytes.count >= 19, bytes[16] == UInt8(ascii: ":"), let seconds = Self.digits(bytes[17..<19])
    {
      (second, end, isToTheMinute) = (seconds, 19, false)
      if end < bytes.count, bytes[end] == UInt8(ascii: ".") {
        end += 1
        while end < bytes.count, (48...57).contains(bytes[end]) { end += 1 }
      }
    }
    guard CivilDate(Substring(text.utf8.prefix(10))) != nil else {
      self = .noSuchDay
      return
    }
    guard hour < 24, minute < 60, second < 60 else {
      self = .noSuchTime
      return
    }
    if end == bytes.count {
      self = .noOffset
      return
    }
    // The rest, the fraction and the offset, is what CEL reads.
    let full =
      isToTheMinute
      ? "\(Substring(text.utf8.prefix(16))):00\(Substring(text.utf8.dropFirst(16)))" : text
    self = (try? Timestamp(parsing: full)).map(DatetimeText.moment) ?? .none
  }

  private static func digits(_ bytes: ArraySlice<UInt8>) -> Int? {
    var number = 0
    for byte in bytes {
      guard (48...57).contains(byte) else { return nil }
      number = number * 10 + Int(byte - 48)
    }
    return number
  }
}
