package import WorkCalendar

/// Dates and periods against the legal calendar; a year that is not published makes the answer
/// unknown and is named as `calendar.YEAR`.
package struct DayArithmetic: Sendable {
  package let calendar: OfficeCalendar?

  package init(calendar: OfficeCalendar?) { self.calendar = calendar }

  /// Plain `d + period` and `d - period`: never rolls (semantics §5).
  func moving(_ value: Value, by period: Period, backward: Bool) -> Value {
    switch value {
    case .date(let date):
      return guarded { calendar throws(CalendarError) in
        .date(
          backward
            ? try calendar.subtracting(period, from: date) : try calendar.adding(period, to: date))
      }
    case .timestamp(let time) where period.unit == .hours:
      let hours = Int64(period.count) * (backward ? -3600 : 3600)
      return Operators.timestamp(time.adding(Duration(seconds: hours, nanoseconds: 0)))
    case .timestamp(let time):
      let moved = moving(.date(time.shanghaiDate), by: period, backward: backward)
      guard case .date(let day) = moved else { return moved }
      // The same time of day in Shanghai.
      let passed = time.subtracting(.startOfDayInShanghai(time.shanghaiDate))
      return Operators.timestamp(
        passed.flatMap { Timestamp.startOfDayInShanghai(day).adding($0) })
    case .range(let range):
      return Operators.ranges(.range(range), .period(period)) { end, _ in
        moving(end, by: period, backward: backward)
      }
    default: return .noOverload(backward ? Operator.subtract : Operator.add, value, .period(period))
    }
  }

  /// `due(d, period)`: the last day of a period, rolled to a working day for calendar periods. Hours
  /// have no last day.
  func due(_ value: Value, _ period: Period) -> Value {
    switch value {
    case .date(let date):
      guarded { calendar throws(CalendarError) in .date(try calendar.due(period, after: date)) }
    case .timestamp(let time): due(.date(time.shanghaiDate), period)
    case .range(let range):
      Operators.ranges(.range(range), .period(period)) { end, _ in due(end, period) }
    default: .noOverload("due", value, .period(period))
    }
  }

  func daysBetween(_ a: Value, _ b: Value) -> Value {
    switch (a, b) {
    case (.date(let from), .date(let to)): .int(Int64(to.dayNumber - from.dayNumber))
    case (.range, _), (_, .range):
      Operators.ranges(b, a, secondIsReversed: true) { daysBetween($1, $0) }
    default: .noOverload("daysBetween", a, b)
    }
  }

  func workdaysBetween(_ a: Value, _ b: Value) -> Value {
    switch (a, b) {
    case (.date(let from), .date(let to)):
      guarded { calendar throws(CalendarError) in
        .int(Int64(try calendar.workdays(after: from, through: to)))
      }
    case (.range, _), (_, .range):
      Operators.ranges(b, a, secondIsReversed: true) { workdaysBetween($1, $0) }
    default: .noOverload("workdaysBetween", a, b)
    }
  }

  func isWorkday(_ value: Value) -> Value {
    guard case .date(let date) = value else { return .noOverload("isWorkday", value) }
    return guarded { calendar throws(CalendarError) in .bool(try calendar.isWorkday(date)) }
  }

  /// Runs a question to the calendar; what it does not cover is unknown.
  private func guarded(
    _ question: (OfficeCalendar) throws(CalendarError) -> Value
  ) -> Value {
    do {
      return try question(calendar ?? .empty)
    } catch {
      return Self.unknown(error)
    }
  }

  /// The state of what only an unpublished year could tell.
  package static func unknown(_ error: CalendarError) -> Value {
    switch error {
    case .notCovered(let day): .unknown(Trail(["calendar.\(day.year)"]))
    case .hoursNeedTime:
      .fault("invalid-argument", "hours are added to a time with `+`, and have no due day")
    default: .fault("overflow", "date out of range")
    }
  }
}
