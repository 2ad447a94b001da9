extension DeadlineClock {
  /// How many extensions with an unknown approval are tried in every order; with more of them the
  /// longest term is left open, which is never wrong.
  package static let approvalsTried = 4

  /// Works out the due day.
  ///
  /// The union of the stops, cut to the running period, is not counted. Months and years have as
  /// many days as they would have without stops. Extensions are taken in the order of their
  /// approval, whatever order they are listed in, because each is held against the due day as it
  /// stood then. A day set by an extension is put off by the counted days of stops after its
  /// approval.
  ///
  /// Source: semantics §5.
  ///
  /// - Throws: `.notCovered` with the first day needed that no schedule covers; a term of calendar
  ///   days that does not roll needs none. `.hoursNeedTime`, `.negativePeriod`, `.outOfRange`.
  package func run(on calendar: OfficeCalendar) throws(CalendarError) -> Term {
    let counter = DayCounter(calendar: calendar, countsWorkdaysOnly: period.unit == .workdays)
    var runner = Runner(clock: self, stopped: StoppedDays(stops), counter: counter)
    let base = try runner.base()

    var known: [(place: Int, approvedOn: CivilDate)] = []
    var unknown: [Int] = []
    for (place, more) in extensions.enumerated() {
      switch more.approval {
      case .on(let day): known.append((place, day))
      case .unknown: unknown.append(place)
      }
    }
    known.sort { ($0.approvedOn, $0.place) < ($1.approvedOn, $1.place) }

    let tried = unknown.count <= Self.approvalsTried ? unknown : []
    try runner.take(known: known[...], unknown: tried, after: [base])
    guard let shortest = runner.shortest, let longest = runner.longest else {
      preconditionFailure("a run ends at least once")
    }
    let isOpenEnded = runner.isOpenEnded || tried.count < unknown.count
    return Term(
      base: base.end, shortest: shortest.end, longest: isOpenEnded ? nil : longest,
      stages: shortest.stages)
  }
}

/// Tries every order in which extensions may have counted, and keeps the extremes.
private struct Runner {
  let clock: DeadlineClock
  let stopped: StoppedDays
  let counter: DayCounter

  var shortest: (end: Term.End, stages: [Term.Stage])?
  var longest: Term.End?
  var isOpenEnded = false

  init(clock: DeadlineClock, stopped: StoppedDays, counter: DayCounter) {
    self.clock = clock
    self.stopped = stopped
    self.counter = counter
  }

  func base() throws(CalendarError) -> Term.Stage {
    try stage(.period(clock.period), period: clock.period, from: clock.start)
  }

  /// - Parameters:
  ///   - known: Extensions still to come whose approval is dated, in that order.
  ///   - unknown: Those that may come now, later or never.
  ///   - stages: What has happened so far; never empty.
  mutating func take(
    known: ArraySlice<(place: Int, approvedOn: CivilDate)>, unknown: [Int],
    after stages: [Term.Stage]
  ) throws(CalendarError) {
    guard let end = stages.last?.end else { return }
    if let (place, approvedOn) = known.first {
      let stage: Term.Stage
      if approvedOn <= end.rolled {
        stage = try extended(place, approvedOn: approvedOn, after: end)
      } else {
        stage = Term.Stage(cause: .refused(place), start: end.unrolled, count: 0, end: end)
      }
      try take(known: known.dropFirst(), unknown: unknown, after: stages + [stage])
    } else {
      finish(stages, at: end)
    }
    for place in unknown {
      for day in approvalsToTry(for: place) {
        let stage = try extended(place, approvedOn: day, after: end)
        try take(known: known, unknown: unknown.filter { $0 != place }, after: stages + [stage])
      }
    }
  }

  /// The days of approval that make the most and the least of an extension: the earlier it was, the
  /// more days of stops came after it, which only a day that was set has to do with.
  private func approvalsToTry(for place: Int) -> [CivilDate] {
    switch clock.extensions[place].length {
    case .by: [clock.start]
    case .until(let day): clock.stops.isEmpty ? [clock.start] : [clock.start, day]
    }
  }

  private mutating func finish(_ stages: [Term.Stage], at end: Term.End) {
    if shortest.map({ end < $0.end }) ?? true { shortest = (end, stages) }
    if longest.map({ $0 < end }) ?? true { longest = end }
    if clock.stops.contains(where: { $0.mayReach(end.unrolled) }) { isOpenEnded = true }
  }

  private func extended(
    _ place: Int, approvedOn: CivilDate, after end: Term.End
  ) throws(CalendarError) -> Term.Stage {
    switch clock.extensions[place].length {
    case .by(let period):
      return try stage(.extended(place, by: period), period: period, from: end.unrolled)
    case .until(let day):
      let count =
        approvedOn < day
        ? try stopped.count(after: approvedOn, through: day, countedBy: counter) : 0
      return try stage(.set(place, until: day), count: count, from: day, countedBy: counter)
    }
  }

  private func stage(
    _ cause: Term.Stage.Cause, period: Period, from start: CivilDate
  ) throws(CalendarError) -> Term.Stage {
    guard period.count >= 0 else { throw .negativePeriod }
    let count =
      switch period.unit {
      case .workdays, .days: Int(period.count)
      // As many days as without stops.
      case .months: start.days(through: try start.adding(months: Int(period.count)))
      case .years: start.days(through: try start.adding(years: Int(period.count)))
      case .hours: throw CalendarError.hoursNeedTime
      }
    let counter = DayCounter(
      calendar: counter.calendar, countsWorkdaysOnly: period.unit == .workdays)
    return try stage(cause, count: count, from: start, countedBy: counter)
  }

  private func stage(
    _ cause: Term.Stage.Cause, count: Int, from start: CivilDate, countedBy counter: DayCounter
  ) throws(CalendarError) -> Term.Stage {
    let unrolled = try stopped.day(count, after: start, countedBy: counter)
    // Working days end on one. A term of no working days stays where it is; a day that was set
    // rolls in every term.
    let rolls =
      switch cause {
      case .period(let period), .extended(_, let period): clock.rolls && period.isCalendarPeriod
      case .set: clock.rolls
      case .refused: false
      }
    let rolled = rolls ? try counter.calendar.rolledForward(unrolled) : unrolled
    return Term.Stage(
      cause: cause, start: start, count: count, end: Term.End(unrolled: unrolled, rolled: rolled))
  }
}
