import Testing

@testable import WorkCalendar

@Suite struct DeadlineClockTests {
  let calendar: OfficeCalendar
  init() throws { calendar = try StatutoryDays.calendar() }

  private func clock(
    _ start: String, _ count: Int32, _ unit: Period.Unit, stops: [DeadlineClock.Stop] = [],
    extensions: [DeadlineClock.Extension] = [], rolls: Bool = true
  ) throws -> DeadlineClock {
    DeadlineClock(
      start: try day(start), period: Period(count: count, unit: unit), stops: stops,
      extensions: extensions, rolls: rolls)
  }

  private func stop(
    _ first: String, _ last: String?, _ ends: DeadlineClock.Stop.Ends = .last
  ) throws -> DeadlineClock.Stop {
    DeadlineClock.Stop(first: try day(first), last: try last.map { try day($0) }, leavesOut: ends)
  }

  @Test func `base, unrolled and rolled due day are told apart`() throws {
    let term = try clock(
      "2025-02-03", 90, .days,
      extensions: [.init(.by(Period(count: 30, unit: .days)), approval: .on(day("2025-05-06")))]
    ).run(on: calendar)
    #expect(term.base == .init(unrolled: try day("2025-05-04"), rolled: try day("2025-05-06")))
    #expect(try term.due == day("2025-06-03"))
    #expect(try term.shortest.unrolled == day("2025-06-03"))
    #expect(term.isDecided && !term.isOpenEnded)
    #expect(term.stages.map(\.count) == [90, 30])
  }

  @Test func `months and years have as many days as without stops`() throws {
    // 31 January and a month is 29 February 2024: 29 days, of which the stop takes nine.
    let term = try clock(
      "2024-01-31", 1, .months, stops: [stop("2024-02-10", "2024-02-19")], rolls: false
    ).run(on: calendar)
    #expect(term.stages[0].count == 29)
    #expect(try term.due == day("2024-03-09"))
  }

  @Test func `extensions count in the order of their approval, not of the list`() throws {
    let first = DeadlineClock.Extension(
      .by(Period(count: 30, unit: .days)), approval: .on(try day("2025-05-06")))
    let second = DeadlineClock.Extension(
      .until(try day("2025-07-15")), approval: .on(try day("2025-06-04")))
    let term = try clock("2025-02-06", 90, .days, extensions: [second, first]).run(on: calendar)
    #expect(try term.due == day("2025-07-15"))
    #expect(
      term.stages.map(\.cause) == [
        .period(Period(count: 90, unit: .days)),
        .extended(1, by: Period(count: 30, unit: .days)),
        .set(0, until: try day("2025-07-15")),
      ])
  }

  @Test func `an extension approved too late is refused and says so`() throws {
    let late = DeadlineClock.Extension(
      .by(Period(count: 30, unit: .days)), approval: .on(try day("2025-05-08")))
    let term = try clock("2025-02-06", 90, .days, extensions: [late]).run(on: calendar)
    #expect(term.shortest == term.base)
    #expect(term.stages.map(\.cause).last == .refused(0))
  }

  @Test func `a day that was set rolls, and stops after the approval put it off`() throws {
    let until = DeadlineClock.Extension(
      .until(try day("2025-07-12")), approval: .on(try day("2025-05-06")))
    let plain = try clock("2025-02-06", 90, .days, extensions: [until]).run(on: calendar)
    #expect(
      plain.shortest == .init(unrolled: try day("2025-07-12"), rolled: try day("2025-07-14")))
    // Six days of the stop come after the approval.
    let stopped = try clock(
      "2025-02-06", 90, .days, stops: [stop("2025-05-01", "2025-05-12")], extensions: [until]
    ).run(on: calendar)
    #expect(try stopped.shortest.unrolled == day("2025-07-18"))
  }

  @Test func `a running stop leaves the shortest due day and no longest`() throws {
    let term = try clock("2025-03-03", 30, .days, stops: [stop("2025-03-10", nil)])
      .run(on: calendar)
    #expect(try term.due == day("2025-04-02"))
    #expect(term.isOpenEnded && term.latest == nil && !term.isDecided)
    // Where the first day is left out, it is left out for sure.
    let both = try clock("2025-03-03", 30, .days, stops: [stop("2025-03-10", nil, .both)])
      .run(on: calendar)
    #expect(try both.due == day("2025-04-03"))
    let onLastDay = try clock("2025-03-03", 30, .days, stops: [stop("2025-04-02", nil)])
      .run(on: calendar)
    #expect(!onLastDay.isOpenEnded)
    let dayBefore = try clock("2025-03-03", 30, .days, stops: [stop("2025-04-01", nil)])
      .run(on: calendar)
    #expect(dayBefore.isOpenEnded)
  }

  @Test func `unknown approvals give the shortest and the longest term`() throws {
    let thirty = DeadlineClock.Extension(.by(Period(count: 30, unit: .days)), approval: .unknown)
    // Dated after the base period, so it hangs on the unknown one.
    let until = DeadlineClock.Extension(
      .until(try day("2025-07-15")), approval: .on(try day("2025-06-04")))
    let one = try clock("2025-02-06", 90, .days, extensions: [thirty]).run(on: calendar)
    #expect(try one.due == day("2025-05-07") && one.latest == day("2025-06-06"))
    let two = try clock("2025-02-06", 90, .days, extensions: [until, thirty]).run(on: calendar)
    #expect(try two.due == day("2025-05-07") && two.latest == day("2025-07-15"))
    let three = try clock("2025-02-06", 90, .days, extensions: [thirty, thirty, until])
      .run(on: calendar)
    // One before 4 June, so that the dated one counts, and one after 15 July.
    #expect(try three.latest == day("2025-08-14"))
    let many = try clock(
      "2025-02-06", 90, .days, extensions: Array(repeating: thirty, count: 5)
    ).run(on: calendar)
    #expect(many.isOpenEnded)
    #expect(try many.due == day("2025-05-07"))
  }

  @Test func `only the days that decide need a published schedule`() throws {
    let last = try clock("2026-12-24", 5, .workdays).run(on: calendar)
    #expect(try last.due == day("2026-12-31"))
    #expect(throws: CalendarError.notCovered(try day("2027-01-01"))) {
      try clock("2026-12-24", 6, .workdays).run(on: calendar)
    }
    // The stop covers all the unknown days but those that have still to be counted.
    #expect(throws: CalendarError.notCovered(try day("2027-03-02"))) {
      try clock("2026-12-24", 6, .workdays, stops: [stop("2026-12-31", "2027-03-01")])
        .run(on: calendar)
    }
    #expect(throws: CalendarError.notCovered(try day("2027-02-22"))) {
      try clock("2026-12-24", 60, .days).run(on: calendar)
    }
    let unrolled = try clock("2026-12-24", 60, .days, rolls: false).run(on: calendar)
    #expect(try unrolled.due == day("2027-02-22"))
  }

  @Test func `hours and negative periods have no clock`() throws {
    #expect(throws: CalendarError.hoursNeedTime) {
      try clock("2025-02-06", 24, .hours).run(on: calendar)
    }
    #expect(throws: CalendarError.negativePeriod) {
      try clock("2025-02-06", -1, .days).run(on: calendar)
    }
    #expect(throws: CalendarError.outOfRange) {
      try clock("2025-02-06", .max, .days, rolls: false).run(on: calendar)
    }
  }

  @Test func `a term of no days ends on its day`() throws {
    #expect(try clock("2025-02-08", 0, .workdays).run(on: calendar).due == day("2025-02-08"))
    #expect(try clock("2025-02-15", 0, .days).run(on: calendar).due == day("2025-02-17"))
  }

  @Test func `days outside stops are counted like the stops of a clock`() throws {
    let (from, through) = (try day("2024-03-01"), try day("2024-03-31"))
    let five = try stop("2024-03-05", "2024-03-10")
    #expect(from.days(through: through, outside: [five]) == 25)
    #expect(
      try from.days(through: through, outside: [five, stop("2024-03-08", "2024-03-12")]) == 23)
    #expect(try from.days(through: through, outside: [stop("2024-02-01", "2024-03-03")]) == 28)
    #expect(try from.days(through: through, outside: [stop("2024-03-30", "2024-05-01")]) == 29)
    #expect(try from.days(through: through, outside: [stop("2024-02-01", "2024-05-01")]) == 0)
    #expect(through.days(through: from, outside: []) == 0)
  }
}
