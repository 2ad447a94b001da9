/// A point in time: seconds since 1970-01-01T00:00:00Z and nanoseconds (0..<1_000_000_000) on top.
///
/// Range: 0001-01-01T00:00:00Z to 9999-12-31T23:59:59.999999999Z (CEL language definition).
package struct Timestamp: Hashable, Comparable, Sendable {
  package var seconds: Int64
  package var nanoseconds: Int32

  package init(seconds: Int64, nanoseconds: Int32) {
    self.seconds = seconds
    self.nanoseconds = nanoseconds
  }

  package static func < (a: Self, b: Self) -> Bool {
    (a.seconds, a.nanoseconds) < (b.seconds, b.nanoseconds)
  }

  /// The seconds that a timestamp may have.
  package static let range: ClosedRange<Int64> = -62_135_596_800...253_402_300_799

  /// Makes a timestamp of whole seconds; `nil` outside years 1 to 9999.
  package init?(exactly seconds: Int64) {
    guard Self.range.contains(seconds) else { return nil }
    self.init(seconds: seconds, nanoseconds: 0)
  }
}

/// Why a text is no timestamp or duration, or why arithmetic with them has no result.
package enum TimeError: Error, Hashable, Sendable {
  /// The text does not have the form.
  case malformed
  /// The result is outside years 1 to 9999, or longer than 315,576,000,000 seconds.
  case outOfRange
  /// There is no time zone of that name.
  case unknownZone
}
