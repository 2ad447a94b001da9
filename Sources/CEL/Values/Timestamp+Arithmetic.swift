extension Timestamp {
  package static func + (time: Self, length: Duration) throws(TimeError) -> Self {
    try Self(
      checkedSeconds: time.seconds + length.seconds,
      nanoseconds: Int64(time.nanoseconds) + Int64(length.nanoseconds))
  }

  package static func - (time: Self, length: Duration) throws(TimeError) -> Self {
    try Self(
      checkedSeconds: time.seconds - length.seconds,
      nanoseconds: Int64(time.nanoseconds) - Int64(length.nanoseconds))
  }

  /// The length from `b` to `a`. All of the years 1 to 9999 fit into a duration of the range of
  /// `google.protobuf.Duration`, but not into 64 bits of nanoseconds, which the conformance vectors
  /// (timestamps, sub_time_duration) take as the limit of a difference.
  package static func - (a: Self, b: Self) throws(TimeError) -> Duration {
    let length = try Duration(
      checkedSeconds: a.seconds - b.seconds,
      nanoseconds: Int64(a.nanoseconds) - Int64(b.nanoseconds))
    let (scaled, tooBig) = length.seconds.multipliedReportingOverflow(by: 1_000_000_000)
    let (_, stillTooBig) = scaled.addingReportingOverflow(Int64(length.nanoseconds))
    if tooBig || stillTooBig { throw .outOfRange }
    return length
  }

  /// Carries nanoseconds into seconds, and checks the range. The operands are in range, so that
  /// their sum never overflows.
  private init(checkedSeconds seconds: Int64, nanoseconds: Int64) throws(TimeError) {
    var (whole, rest) = (seconds, nanoseconds)
    if rest < 0 {
      whole -= 1
      rest += 1_000_000_000
    } else if rest >= 1_000_000_000 {
      whole += 1
      rest -= 1_000_000_000
    }
    guard Self.range.contains(whole) else { throw .outOfRange }
    self.init(seconds: whole, nanoseconds: Int32(rest))
  }
}

extension Duration {
  package static func + (a: Self, b: Self) throws(TimeError) -> Self {
    try Self(
      checkedSeconds: a.seconds + b.seconds,
      nanoseconds: Int64(a.nanoseconds) + Int64(b.nanoseconds))
  }

  package static func - (a: Self, b: Self) throws(TimeError) -> Self {
    try Self(
      checkedSeconds: a.seconds - b.seconds,
      nanoseconds: Int64(a.nanoseconds) - Int64(b.nanoseconds))
  }

  package static prefix func - (length: Self) -> Self {
    Self(seconds: -length.seconds, nanoseconds: -length.nanoseconds)
  }
}
