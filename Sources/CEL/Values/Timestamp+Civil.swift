/// A point in time as a calendar and a clock at some offset from UTC show it.
package struct CivilTime: Hashable, Sendable {
  package var year: Int
  /// 1 to 12.
  package var month: Int
  /// 1 to 31.
  package var day: Int
  package var hour: Int
  package var minute: Int
  package var second: Int
  package var nanosecond: Int
  /// 0 for Sunday.
  package var dayOfWeek: Int
  /// 0 for the first of January.
  package var dayOfYear: Int
}

extension Timestamp {
  /// What the calendar and the clock show at an offset from UTC, in seconds. Near the ends of the
  /// range the year may be 0 or 10,000.
  package func civil(offset: Int) -> CivilTime {
    let local = seconds + Int64(offset)
    let days = floorDivide(local, 86_400)
    let clock = Int(local - days * 86_400)
    let (year, month, day) = CivilTime.date(days: days)
    return CivilTime(
      year: year, month: month, day: day, hour: clock / 3600, minute: clock / 60 % 60,
      second: clock % 60, nanosecond: Int(nanoseconds),
      // 1970-01-01 was a Thursday.
      dayOfWeek: Int(days + 4 - floorDivide(days + 4, 7) * 7),
      dayOfYear: Int(days - CivilTime.days(year: year, month: 1, day: 1)))
  }

  package func civil(in zone: TimestampZone) -> CivilTime { civil(offset: zone.offset(at: self)) }
}

/// The getters of a timestamp (CEL language definition, “List of Standard Definitions”):
/// months, days of a month, of a week and of a year count from 0, and `getDate` from 1.
package enum TimestampField: String, Hashable, Sendable, CaseIterable {
  case getFullYear, getMonth, getDate, getDayOfMonth, getDayOfWeek, getDayOfYear
  case getHours, getMinutes, getSeconds, getMilliseconds

  package func value(of time: CivilTime) -> Int64 {
    let value =
      switch self {
      case .getFullYear: time.year
      case .getMonth: time.month - 1
      case .getDate: time.day
      case .getDayOfMonth: time.day - 1
      case .getDayOfWeek: time.dayOfWeek
      case .getDayOfYear: time.dayOfYear
      case .getHours: time.hour
      case .getMinutes: time.minute
      case .getSeconds: time.second
      case .getMilliseconds: time.nanosecond / 1_000_000
      }
    return Int64(value)
  }
}

extension CivilTime {
  /// Days since 1970-01-01 in the proleptic Gregorian calendar. Years are counted from March, so
  /// that the leap day is the last of a year.
  static func days(year: Int, month: Int, day: Int) -> Int64 {
    let shifted = Int64(month <= 2 ? year - 1 : year)
    let era = floorDivide(shifted, 400)
    let yearOfEra = shifted - era * 400
    let monthFromMarch = Int64((month + 9) % 12)
    let dayOfYear = (153 * monthFromMarch + 2) / 5 + Int64(day) - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The date a number of days after 1970-01-01.
  static func date(days: Int64) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = floorDivide(shifted, 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (Int(year), Int(month), Int(day))
  }

  static func daysIn(month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

private func floorDivide(_ number: Int64, _ divisor: Int64) -> Int64 {
  let quotient = number / divisor
  return number % divisor < 0 ? quotient - 1 : quotient
}
