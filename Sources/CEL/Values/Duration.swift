/// A length of time: seconds and nanoseconds of the same sign.
///
/// Range: ±315,576,000,000 s, which is 10,000 years of 365.25 days (CEL language definition, after
/// `google.protobuf.Duration`).
package struct Duration: Hashable, Comparable, Sendable {
  package var seconds: Int64
  package var nanoseconds: Int32

  package init(seconds: Int64, nanoseconds: Int32) {
    self.seconds = seconds
    self.nanoseconds = nanoseconds
  }

  package static func < (a: Self, b: Self) -> Bool {
    (a.seconds, a.nanoseconds) < (b.seconds, b.nanoseconds)
  }

  /// The longest duration, in seconds.
  package static let maximumSeconds: Int64 = 315_576_000_000

  /// Makes a duration of a sum of seconds and nanoseconds of any sign and size.
  ///
  /// - Throws: `.outOfRange` where it is too long.
  package init(checkedSeconds seconds: Int64, nanoseconds: Int64) throws(TimeError) {
    let (carried, overflows) = seconds.addingReportingOverflow(nanoseconds / 1_000_000_000)
    if overflows { throw .outOfRange }
    var whole = carried
    var rest = nanoseconds % 1_000_000_000
    if whole > 0, rest < 0 {
      whole -= 1
      rest += 1_000_000_000
    } else if whole < 0, rest > 0 {
      whole += 1
      rest -= 1_000_000_000
    }
    let limit = Self.maximumSeconds
    guard whole >= -limit, whole <= limit, abs(whole) < limit || rest == 0 else {
      throw .outOfRange
    }
    self.init(seconds: whole, nanoseconds: Int32(rest))
  }

  // MARK: Getters, all towards zero

  /// The whole of it in hours.
  package var hours: Int64 { seconds / 3600 }
  /// The whole of it in minutes.
  package var minutes: Int64 { seconds / 60 }
  /// The milliseconds beyond the last whole second, unlike the other getters.
  package var milliseconds: Int64 { Int64(nanoseconds / 1_000_000) }
}
