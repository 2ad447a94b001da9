/// The days of stops, together: ranges in ascending order that neither touch nor overlap.
struct StoppedDays {
  let ranges: [ClosedRange<CivilDate>]

  /// - Parameter stops: A stop without an end leaves out only what it is sure to: its first day
  ///   where that is left out at all.
  init(_ stops: [DeadlineClock.Stop]) {
    var ranges: [ClosedRange<CivilDate>] = []
    for range in stops.compactMap(\.sureDays).sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = ranges.last, range.lowerBound <= last.upperBound.next {
        ranges[ranges.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
      } else {
        ranges.append(range)
      }
    }
    self.ranges = ranges
  }

  /// The day that is the `count`-th counted one after `start` and not in any stop.
  ///
  /// - Parameter count: 0 or more; 0 gives `start` itself.
  func day(
    _ count: Int, after start: CivilDate, countedBy counter: DayCounter
  ) throws(CalendarError) -> CivilDate {
    guard count > 0 else { return start }
    var (position, left) = (start, count)
    for range in ranges where range.upperBound > position {
      if range.lowerBound > position.next {
        let lastBefore = range.lowerBound.previous
        do throws(CalendarError) {
          let day = try counter.day(left, after: position)
          if day <= lastBefore { return day }
        } catch .notCovered(let missing) where missing > lastBefore {
          // The stop leaves out days that nobody has to know; go on behind it.
        }
        left -= try counter.count(after: position, through: lastBefore)
      }
      position = range.upperBound
    }
    return try counter.day(left, after: position)
  }

  /// How many counted days of stops lie after `start` up to and with `end`.
  func count(
    after start: CivilDate, through end: CivilDate, countedBy counter: DayCounter
  ) throws(CalendarError) -> Int {
    var total = 0
    for range in ranges where range.upperBound > start && range.lowerBound <= end {
      let from = max(range.lowerBound.previous, start)
      total += try counter.count(after: from, through: min(range.upperBound, end))
    }
    return total
  }
}

/// Counts days of one kind: working days, or every day.
struct DayCounter {
  let calendar: OfficeCalendar
  let countsWorkdaysOnly: Bool

  func day(_ count: Int, after start: CivilDate) throws(CalendarError) -> CivilDate {
    countsWorkdaysOnly
      ? try calendar.deadline(workingDays: count, after: start) : try start.adding(days: count)
  }

  func count(after start: CivilDate, through end: CivilDate) throws(CalendarError) -> Int {
    countsWorkdaysOnly
      ? try calendar.workdays(after: start, through: end) : start.days(through: end)
  }
}

extension DeadlineClock.Stop {
  /// The days that the stop is sure to leave out; `nil` where there are none.
  var sureDays: ClosedRange<CivilDate>? {
    guard let last else { return leavesOut == .both ? first...first : nil }
    let from = leavesOut == .both ? first : first.next
    let through = leavesOut == .neither ? last.previous : last
    return from <= through ? from...through : nil
  }

  /// True where the stop has no end and may leave out days up to and with `day`.
  func mayReach(_ day: CivilDate) -> Bool { last == nil && first < day }
}

extension CivilDate {
  /// The calendar days after this day up to and with `end`, less those that stops leave out: the
  /// library's `days_outside`. 0 where `end` is not later.
  ///
  /// - Parameter stops: Days of several are taken off once. One without an end takes off only the days
  ///   it is sure to.
  package func days(through end: CivilDate, outside stops: [DeadlineClock.Stop]) -> Int {
    guard self < end else { return 0 }
    var days = days(through: end)
    for range in StoppedDays(stops).ranges
    where range.upperBound > self && range.lowerBound <= end {
      days -= max(range.lowerBound.previous, self).days(through: min(range.upperBound, end))
    }
    return days
  }
}
