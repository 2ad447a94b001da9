/// Which days offices are open, as the yearly schedules of the State Council publish it.
///
/// A weekend is off but for make-up days, any other weekday is open but for holidays. Of a day in a
/// year without a published schedule the calendar knows nothing, not even that a Sunday is off.
package struct OfficeCalendar: Sendable {
  /// What the schedule makes of one day.
  package enum DayKind: Hashable, Sendable {
    case workday
    /// A Saturday or Sunday on which offices work; the occasion is the one it makes up for.
    case makeUpDay(Occasion?)
    case weekend
    case holiday(Occasion?)

    /// True for the days that count as working days.
    package var isOpen: Bool {
      switch self {
      case .workday, .makeUpDay: true
      case .weekend, .holiday: false
      }
    }
  }

  /// Days without a gap whose schedule is published.
  struct Stretch: Sendable {
    var first: Int32
    // Invariant: `openBefore[i]` open days lie before day `first + i`; one entry more than days.
    var openBefore: ContiguousArray<Int32>
    // Invariant: the day numbers of the open days, ascending; as many as `openBefore` ends with.
    var openDays: ContiguousArray<Int32>

    /// The first day after the stretch.
    var end: Int32 { first + Int32(openBefore.count) - 1 }

    func isOpen(_ day: Int32) -> Bool {
      let place = Int(day - first)
      return openBefore[place + 1] > openBefore[place]
    }
  }

  // Invariant: ascending, and never one right after another.
  let stretches: [Stretch]
  // The days that a schedule names, by day number.
  let named: [Int32: Entry]

  /// The years with a published schedule, ascending; empty for a calendar made from days alone.
  package let publishedYears: [Int]
  /// Where the schedule of a year is published, by year.
  package let sources: [Int: String]

  init(
    stretches: [Stretch], named: [Int32: Entry] = [:], publishedYears: [Int] = [],
    sources: [Int: String] = [:]
  ) {
    self.stretches = stretches
    self.named = named
    self.publishedYears = publishedYears
    self.sources = sources
  }
}

extension OfficeCalendar {
  /// A calendar that covers no day.
  package static let empty = OfficeCalendar(stretches: [])

  /// A calendar of a few days, for tests: `●` open, `○` closed, one day each from `firstDay` on,
  /// whatever day of the week it is.
  package init(firstDay: CivilDate, open: String) {
    self.init(stretches: [
      Stretch(first: firstDay.dayNumber) { calendar in
        for mark in open.unicodeScalars {
          precondition(mark == "●" || mark == "○", "a day is either ● (open) or ○ (closed)")
          calendar(mark == "●")
        }
      }
    ])
  }

  /// True where the schedule of the day is published.
  package func covers(_ day: CivilDate) -> Bool { stretch(of: day) != nil }

  /// Tells whether offices are open.
  ///
  /// - Throws: `.notCovered` with the day where its schedule is not published.
  package func isWorkday(_ day: CivilDate) throws(CalendarError) -> Bool {
    guard let stretch = stretch(of: day) else { throw .notCovered(day) }
    return stretch.isOpen(day.dayNumber)
  }

  /// Tells what the schedule makes of a day, with the occasion, for explaining a count.
  ///
  /// - Throws: `.notCovered` with the day where its schedule is not published.
  package func kind(of day: CivilDate) throws(CalendarError) -> DayKind {
    let isOpen = try isWorkday(day)
    if let entry = named[day.dayNumber] {
      return isOpen ? .makeUpDay(entry.occasion) : .holiday(entry.occasion)
    }
    // In a calendar made from days alone a weekday may be off, and a weekend open.
    if isOpen { return day.isWeekend ? .makeUpDay(nil) : .workday }
    return day.isWeekend ? .weekend : .holiday(nil)
  }

  func stretch(of day: CivilDate) -> Stretch? {
    stretches.first { $0.first <= day.dayNumber && day.dayNumber < $0.end }
  }
}

extension OfficeCalendar.Stretch {
  /// Builds a stretch from its first day on; `days` calls back once a day, telling if it is open.
  init(first: Int32, days: ((Bool) -> Void) -> Void) {
    self.first = first
    var openBefore: ContiguousArray<Int32> = [0]
    var openDays: ContiguousArray<Int32> = []
    days { isOpen in
      if isOpen { openDays.append(first + Int32(openBefore.count) - 1) }
      openBefore.append(Int32(openDays.count))
    }
    self.openBefore = openBefore
    self.openDays = openDays
  }
}
