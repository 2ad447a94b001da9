/// A day of the Gregorian calendar, as papers write it: no time, no zone.
///
/// Arithmetic that can leave the years 1 to 9999, which is all that `YYYY-MM-DD` can write, says so;
/// stepping by one day does not look.
package struct CivilDate: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01, which is 0.
  package let dayNumber: Int32

  package init(dayNumber: Int32) { self.dayNumber = dayNumber }

  package static let epoch = CivilDate(dayNumber: 0)
  /// 0001-01-01
  package static let first = CivilDate(dayNumber: -719_162)
  /// 9999-12-31
  package static let last = CivilDate(dayNumber: 2_932_896)

  package static func < (a: Self, b: Self) -> Bool { a.dayNumber < b.dayNumber }
}

// MARK: - Year, month and day

extension CivilDate {
  /// Makes the date; `nil` for a day that the calendar does not have, and for years outside 1…9999.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...Self.days(inMonth: month, of: year)).contains(day)
    else { return nil }
    self.init(unchecked: year, month, day)
  }

  /// The year, month and day together: cheaper than asking for each.
  ///
  /// Years are counted astronomically, so the year before 1 is 0.
  package var components: (year: Int, month: Int, day: Int) {
    // Years run from March here, so that the leap day is the last of its year; eras of 400 years
    // all have 146,097 days.
    let days = Int(dayNumber) + 719_468
    let era = (days >= 0 ? days : days - 146_096) / 146_097
    let ofEra = days - era * 146_097
    let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * ofYear + 2) / 153
    let day = ofYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, day)
  }

  package var year: Int { components.year }
  package var month: Int { components.month }
  package var day: Int { components.day }

  /// The day of the week as ISO 8601 numbers it: Monday is 1, Sunday is 7.
  package var weekday: Int {
    let sinceMonday = (Int(dayNumber) + 3) % 7
    return (sinceMonday < 0 ? sinceMonday + 7 : sinceMonday) + 1
  }

  /// True on Saturday and Sunday.
  package var isWeekend: Bool { weekday >= 6 }

  /// The number of days of a month, 1…12, in that year.
  package static func days(inMonth month: Int, of year: Int) -> Int {
    precondition((1...12).contains(month), "a year has twelve months")
    switch month {
    case 2: return isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: return 30
    default: return 31
    }
  }

  package static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// The day number of a date that is known to exist; the inverse of `components`.
  private init(unchecked year: Int, _ month: Int, _ day: Int) {
    let year = month <= 2 ? year - 1 : year
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let ofYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let ofEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + ofYear
    self.init(dayNumber: Int32(era * 146_097 + ofEra - 719_468))
  }
}

// MARK: - Steps

extension CivilDate {
  package var next: CivilDate { CivilDate(dayNumber: dayNumber + 1) }
  package var previous: CivilDate { CivilDate(dayNumber: dayNumber - 1) }

  /// Returns the day that many calendar days later, or earlier where the number is negative.
  ///
  /// - Throws: `.outOfRange` where that leaves the years 1…9999.
  package func adding(days: Int) throws(CalendarError) -> CivilDate {
    let (number, overflow) = Int(dayNumber).addingReportingOverflow(days)
    guard !overflow, number >= Self.first.dayNumber, number <= Self.last.dayNumber else {
      throw .outOfRange
    }
    return CivilDate(dayNumber: Int32(number))
  }

  /// Returns the same day number that many months later (earlier where negative), or the last day
  /// of that month where it has no such day: 31 January and a month is the last day of February.
  ///
  /// - Throws: `.outOfRange` where that leaves the years 1…9999.
  package func adding(months: Int) throws(CalendarError) -> CivilDate {
    let (year, month, day) = components
    let (total, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
    guard !overflow, total >= 12, total < 120_000 else { throw .outOfRange }
    let (newYear, newMonth) = (total / 12, total % 12 + 1)
    return CivilDate(
      unchecked: newYear, newMonth, min(day, Self.days(inMonth: newMonth, of: newYear)))
  }

  /// Returns the same day that many years later (earlier where negative); 29 February becomes the
  /// 28th in a year that has no 29th.
  ///
  /// - Throws: `.outOfRange` where that leaves the years 1…9999.
  package func adding(years: Int) throws(CalendarError) -> CivilDate {
    let (months, overflow) = years.multipliedReportingOverflow(by: 12)
    guard !overflow else { throw .outOfRange }
    return try adding(months: months)
  }

  /// The calendar days after this day up to and with `other`; negative where `other` is earlier.
  package func days(through other: CivilDate) -> Int {
    Int(other.dayNumber) - Int(dayNumber)
  }
}

// MARK: - Text

extension CivilDate: CustomStringConvertible, LosslessStringConvertible {
  /// Reads `YYYY-MM-DD` and nothing else; `nil` also for a day that does not exist.
  package init?(_ text: String) { self.init(text[...]) }

  /// Reads a stretch of a longer text, as `init(_ text: String)` does.
  package init?(_ text: Substring) {
    let bytes = text.utf8
    guard bytes.count == 10 else { return nil }
    var fields = (0, 0, 0)
    for (place, byte) in bytes.enumerated() {
      if place == 4 || place == 7 {
        guard byte == UInt8(ascii: "-") else { return nil }
        continue
      }
      guard case UInt8(ascii: "0")...UInt8(ascii: "9") = byte else { return nil }
      let digit = Int(byte - UInt8(ascii: "0"))
      switch place {
      case 0..<4: fields.0 = fields.0 * 10 + digit
      case 5..<7: fields.1 = fields.1 * 10 + digit
      default: fields.2 = fields.2 * 10 + digit
      }
    }
    self.init(year: fields.0, month: fields.1, day: fields.2)
  }

  /// `YYYY-MM-DD`
  package var description: String {
    let (year, month, day) = components
    return "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
  }
}

/// A number with zeros before it, as dates write it.
func padded(_ number: Int, to width: Int) -> String {
  let digits = String(number.magnitude)
  let zeros = String(repeating: "0", count: max(0, width - digits.utf8.count))
  return (number < 0 ? "-" : "") + zeros + digits
}
