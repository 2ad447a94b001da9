package import WorkCalendar

/// Days and times as papers in China write them (UTC+8).
extension Timestamp {
  /// The day that the time falls on in Shanghai.
  package var shanghaiDate: CivilDate {
    let civil = civil(in: .shanghai)
    return CivilDate(year: civil.year, month: civil.month, day: civil.day) ?? .epoch
  }

  /// 00:00:00 of a day in Shanghai.
  package static func startOfDayInShanghai(_ day: CivilDate) -> Timestamp {
    let midnight = Timestamp(seconds: Int64(day.dayNumber) * 86_400, nanoseconds: 0)
    let offset = TimestampZone.shanghai.offset(
      at: Timestamp(seconds: midnight.seconds - 8 * 3600, nanoseconds: 0))
    return Timestamp(seconds: midnight.seconds - Int64(offset), nanoseconds: 0)
  }

  /// The last second of a day in Shanghai.
  package static func endOfDayInShanghai(_ day: CivilDate) -> Timestamp {
    let next = startOfDayInShanghai(day.next)
    return Timestamp(seconds: next.seconds - 1, nanoseconds: 999_999_999)
  }

  /// `nil` where the result is out of range.
  package func adding(_ length: Duration) -> Timestamp? { try? self + length }
  package func subtracting(_ length: Duration) -> Timestamp? { try? self - length }
  package func subtracting(_ other: Timestamp) -> Duration? {
    let length: Duration? = try? self - other
    return length
  }
}

extension Duration {
  /// `nil` where the result is out of range.
  package func adding(_ other: Duration) -> Duration? { try? self + other }
  package func subtracting(_ other: Duration) -> Duration? { try? self - other }
}
