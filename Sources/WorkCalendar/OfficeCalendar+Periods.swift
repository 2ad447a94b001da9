extension OfficeCalendar {
  /// Returns `date + period`: plain, never rolled to a working day.
  ///
  /// A negative period counts back. Only working days need a published schedule.
  ///
  /// - Throws: `.notCovered`, `.outOfRange`; `.hoursNeedTime` for a period of hours, which is added
  ///   to a point in time (`Period.seconds`).
  package func adding(
    _ period: Period, to date: CivilDate
  ) throws(CalendarError) -> CivilDate {
    try adding(Int(period.count), period.unit, to: date)
  }

  /// Returns `date - period`: plain, never rolled. Errors as for `adding`.
  package func subtracting(
    _ period: Period, from date: CivilDate
  ) throws(CalendarError) -> CivilDate {
    try adding(-Int(period.count), period.unit, to: date)
  }

  /// Returns `due(date, period)`: the last day of a period that starts with an event on `date`,
  /// the day of the event not counted, rolled to the next working day where it is a calendar
  /// period that ends on a day off.
  ///
  /// - Parameter rolls: `false` for a period that ends on its day whatever day that is; then only
  ///   working days need a published schedule.
  /// - Throws: as `adding`; `.notCovered` also where the day it ends on, or the one it rolls to, is
  ///   not covered.
  package func due(
    _ period: Period, after date: CivilDate, rolls: Bool = true
  ) throws(CalendarError) -> CivilDate {
    let end = try adding(period, to: date)
    return rolls && period.isCalendarPeriod ? try rolledForward(end) : end
  }

  private func adding(
    _ count: Int, _ unit: Period.Unit, to date: CivilDate
  ) throws(CalendarError) -> CivilDate {
    switch unit {
    case .workdays:
      count >= 0
        ? try deadline(workingDays: count, after: date) : try day(workingDays: -count, before: date)
    case .days: try date.adding(days: count)
    case .months: try date.adding(months: count)
    case .years: try date.adding(years: count)
    case .hours: throw .hoursNeedTime
    }
  }
}
