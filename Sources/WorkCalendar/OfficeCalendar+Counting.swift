extension OfficeCalendar {
  /// Returns the last day on which an act due within `count` working days is in time: the n-th
  /// working day after `event`, the day of the event not counted.
  ///
  /// - Parameter count: Working days, 0 or more; 0 gives the day itself, open or not.
  /// - Throws: `.notCovered` with the first day needed that no schedule covers.
  /// - Complexity: O(1) in the days counted.
  package func deadline(
    workingDays count: Int, after event: CivilDate
  ) throws(CalendarError) -> CivilDate {
    precondition(count >= 0, "working days are counted forward here")
    guard count > 0 else { return event }
    guard let stretch = stretch(of: event.next) else { throw .notCovered(event.next) }
    let before = Int(stretch.openBefore[Int(event.next.dayNumber - stretch.first)])
    let (number, overflow) = before.addingReportingOverflow(count - 1)
    guard !overflow, number < stretch.openDays.count else {
      throw .notCovered(CivilDate(dayNumber: stretch.end))
    }
    return CivilDate(dayNumber: stretch.openDays[number])
  }

  /// Returns the n-th working day before `day`, the day itself not counted.
  ///
  /// - Parameter count: Working days, 0 or more; 0 gives the day itself, open or not.
  /// - Throws: `.notCovered` with the first day needed, going back, that no schedule covers.
  package func day(
    workingDays count: Int, before day: CivilDate
  ) throws(CalendarError) -> CivilDate {
    precondition(count >= 0, "working days are counted backward here")
    guard count > 0 else { return day }
    guard let stretch = stretch(of: day.previous) else { throw .notCovered(day.previous) }
    let number = Int(stretch.openBefore[Int(day.dayNumber - stretch.first)]) - count
    guard number >= 0 else { throw .notCovered(CivilDate(dayNumber: stretch.first - 1)) }
    return CivilDate(dayNumber: stretch.openDays[number])
  }

  /// Counts the working days after `start` up to and with `end`; negative where `end` is earlier,
  /// so that the two may be exchanged.
  ///
  /// - Throws: `.notCovered` with the first day among them that no schedule covers.
  package func workdays(
    after start: CivilDate, through end: CivilDate
  ) throws(CalendarError) -> Int {
    guard start != end else { return 0 }
    guard start < end else { return -(try workdays(after: end, through: start)) }
    guard let stretch = stretch(of: start.next) else { throw .notCovered(start.next) }
    guard end.dayNumber < stretch.end else {
      throw .notCovered(CivilDate(dayNumber: stretch.end))
    }
    return Int(stretch.openBefore[Int(end.dayNumber - stretch.first) + 1])
      - Int(stretch.openBefore[Int(start.dayNumber - stretch.first) + 1])
  }

  /// Counts the calendar days after `start` up to and with `end`; negative where `end` is earlier.
  /// Needs no schedule.
  package static func days(after start: CivilDate, through end: CivilDate) -> Int {
    start.days(through: end)
  }

  /// Returns the day itself where it is a working day, and the next working day otherwise.
  ///
  /// - Throws: `.notCovered` with the first day from `day` on that no schedule covers.
  package func rolledForward(_ day: CivilDate) throws(CalendarError) -> CivilDate {
    try isWorkday(day) ? day : deadline(workingDays: 1, after: day)
  }
}
