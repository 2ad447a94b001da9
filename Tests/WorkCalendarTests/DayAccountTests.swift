import Testing

@testable import WorkCalendar

@Suite struct DayAccountTests {
  let calendar: OfficeCalendar
  init() throws { calendar = try StatutoryDays.calendar() }

  private func lines(_ clock: DeadlineClock) throws -> [String] {
    let term = try clock.run(on: calendar)
    return try term.stages.flatMap { stage in
      let spans = try clock.account(of: stage, on: calendar)
      if case .refused = stage.cause {
        #expect(spans.isEmpty)
      } else {
        #expect(spans.filter(\.reason.counts).map(\.days).reduce(0, +) == stage.count)
      }
      return spans.map { "\($0.first)…\($0.last) \($0.days) \(Self.word($0.reason))" }
    }
  }

  private static func word(_ reason: DaySpan.Reason) -> String {
    switch reason {
    case .counted: "counted"
    case .makeUpDay(let occasion): "make-up \(occasion?.en ?? "?")"
    case .stopped(let place): "stop \(place)"
    case .weekend: "weekend"
    case .holiday(let occasion): "holiday \(occasion?.en ?? "?")"
    case .rolled: "rolled"
    }
  }

  @Test func `working days are told with make-up days, weekends and holidays`() throws {
    let clock = DeadlineClock(
      start: try day("2024-09-27"), period: Period(count: 7, unit: .workdays))
    #expect(
      try lines(clock) == [
        "2024-09-28…2024-09-28 1 weekend",
        "2024-09-29…2024-09-29 1 make-up National Day",
        "2024-09-30…2024-09-30 1 counted",
        "2024-10-01…2024-10-07 7 holiday National Day",
        "2024-10-08…2024-10-11 4 counted",
        "2024-10-12…2024-10-12 1 make-up National Day",
      ])
  }

  @Test func `calendar days are told with stops, extension and rolling`() throws {
    let clock = DeadlineClock(
      start: try day("2025-03-03"), period: Period(count: 30, unit: .days),
      stops: [
        .init(first: try day("2025-03-17"), last: try day("2025-03-28")),
        .init(first: try day("2025-03-10"), last: try day("2025-03-24")),
      ],
      extensions: [
        .init(.by(Period(count: 12, unit: .days)), approval: .on(try day("2025-04-18"))),
        .init(.by(Period(count: 9, unit: .days)), approval: .on(try day("2025-05-20"))),
      ])
    #expect(
      try lines(clock) == [
        "2025-03-04…2025-03-10 7 counted", "2025-03-11…2025-03-17 7 stop 1",
        "2025-03-18…2025-03-28 11 stop 0", "2025-03-29…2025-04-20 23 counted",
        "2025-04-21…2025-04-21 1 rolled", "2025-04-21…2025-05-02 12 counted",
        "2025-05-03…2025-05-06 4 rolled",
      ])
  }
}
