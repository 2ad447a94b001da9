/// Days in a row that a term treats alike.
package struct DaySpan: Hashable, Sendable {
  package enum Reason: Hashable, Sendable {
    /// Counted towards the term.
    case counted
    /// Counted: a weekend day on which offices work. Only in counts of working days.
    case makeUpDay(OfficeCalendar.Occasion?)
    /// Not counted: a stop, by its place in the clock, from 0. Where several hold, the first; days
    /// off within it are among its days.
    case stopped(Int)
    /// Not counted: Saturday or Sunday. Only in counts of working days.
    case weekend
    /// Not counted: a holiday. Only in counts of working days.
    case holiday(OfficeCalendar.Occasion?)
    /// After the last counted day, which is a day off, up to and with the working day that the term
    /// runs on to.
    case rolled
  }

  package var first: CivilDate
  package var last: CivilDate
  package var reason: Reason

  package init(first: CivilDate, last: CivilDate, reason: Reason) {
    self.first = first
    self.last = last
    self.reason = reason
  }

  /// How many days, 1 or more.
  package var days: Int { first.days(through: last) + 1 }
}

extension DeadlineClock {
  /// Tells day by day how a stage of this clock's term was counted, from the day after its start
  /// through its rolled end, alike days together; empty for a refused extension.
  ///
  /// The counted days of a stage add up to its `count`.
  ///
  /// - Throws: `.notCovered` as `run(on:)` does.
  package func account(
    of stage: Term.Stage, on calendar: OfficeCalendar
  ) throws(CalendarError) -> [DaySpan] {
    let countsWorkdaysOnly: Bool
    switch stage.cause {
    case .period(let period), .extended(_, let period):
      countsWorkdaysOnly = period.unit == .workdays
    case .set: countsWorkdaysOnly = period.unit == .workdays
    case .refused: return []
    }
    let stopped = stops.map(\.sureDays)
    var spans: [DaySpan] = []
    var day = stage.start
    while day < stage.end.rolled {
      day = day.next
      let reason: DaySpan.Reason
      if day > stage.end.unrolled {
        reason = .rolled
      } else if let place = stopped.firstIndex(where: { $0?.contains(day) ?? false }) {
        reason = .stopped(place)
      } else if countsWorkdaysOnly {
        reason = DaySpan.Reason(try calendar.kind(of: day))
      } else {
        reason = .counted
      }
      if let last = spans.last, last.reason == reason {
        spans[spans.count - 1].last = day
      } else {
        spans.append(DaySpan(first: day, last: day, reason: reason))
      }
    }
    return spans
  }
}

extension DaySpan.Reason {
  fileprivate init(_ kind: OfficeCalendar.DayKind) {
    self =
      switch kind {
      case .workday: .counted
      case .makeUpDay(let occasion): .makeUpDay(occasion)
      case .weekend: .weekend
      case .holiday(let occasion): .holiday(occasion)
      }
  }

  /// True for the days that make up the term.
  package var counts: Bool {
    switch self {
    case .counted, .makeUpDay: true
    case .stopped, .weekend, .holiday, .rolled: false
    }
  }
}
