import Foundation
import Testing

@testable import WorkCalendar

/// The clock against the plainest reading of semantics §5: walk from day to day and look.
@Suite struct ClockSimulationTests {
  /// How many clocks are tried: `CLOCKS` of the environment, else this many.
  static let count =
    ProcessInfo.processInfo.environment["CLOCKS"].flatMap { Int($0) } ?? 100_000
  static let seeds = 8

  @Test(arguments: 1...UInt64(ClockSimulationTests.seeds))
  func `a clock agrees with walking from day to day`(seed: UInt64) throws {
    let calendar = try StatutoryDays.calendar()
    var random = SeededGenerator(seed: seed)
    let count = Self.count / Self.seeds
    var beyond = 0
    for number in 0..<count {
      let clock = try Self.clock(using: &random)
      let walked: CivilDate
      do {
        walked = try Self.walk(clock, on: calendar)
      } catch {
        // What ends after the last published schedule ends nowhere for both.
        #expect(throws: CalendarError.self, "\(clock)") { try clock.run(on: calendar) }
        beyond += 1
        continue
      }
      let term = try clock.run(on: calendar)
      // No macro for what is right a hundred thousand times.
      if term.due != walked || !term.isDecided {
        Issue.record("\(clock) ends on \(term.due), walking on \(walked)")
      }
      for stage in term.stages where number % 16 == 0 {
        let spans = try clock.account(of: stage, on: calendar)
        if case .refused = stage.cause { continue }
        #expect(spans.filter(\.reason.counts).map(\.days).reduce(0, +) == stage.count, "\(clock)")
      }
    }
    #expect(beyond < count / 10)
  }

  private static func clock(using random: inout SeededGenerator) throws -> DeadlineClock {
    // Into 2026, the last year with a schedule.
    let start = try day("2010-01-01").adding(days: .random(in: 0...6000, using: &random))
    let unit: Period.Unit =
      [.workdays, .days, .months, .years].randomElement(using: &random) ?? .days
    let most: Int32 =
      switch unit {
      case .months: 6
      case .years: 2
      default: 90
      }
    let count = Int32.random(in: 1...most, using: &random)
    let stops = try (0..<Int.random(in: 0...4, using: &random)).map { _ in
      let first = try start.adding(days: .random(in: -20...150, using: &random))
      return DeadlineClock.Stop(
        first: first, last: try first.adding(days: .random(in: -2...40, using: &random)),
        leavesOut: DeadlineClock.Stop.Ends.allCases.randomElement(using: &random) ?? .last)
    }
    let extensions = try (0..<Int.random(in: 0...2, using: &random)).map { _ in
      let approvedOn = try start.adding(days: .random(in: 0...200, using: &random))
      let length: DeadlineClock.Extension.Length =
        Bool.random(using: &random)
        ? .by(
          Period(
            count: .random(in: 1...40, using: &random), unit: unit == .workdays ? .workdays : .days)
        )
        : .until(try approvedOn.adding(days: .random(in: 1...90, using: &random)))
      return DeadlineClock.Extension(length, approval: .on(approvedOn))
    }
    return DeadlineClock(
      start: start, period: Period(count: count, unit: unit), stops: stops,
      extensions: extensions, rolls: Bool.random(using: &random))
  }

  private static func isStopped(_ day: CivilDate, by stop: DeadlineClock.Stop) -> Bool {
    guard let last = stop.last else { return false }
    return switch stop.leavesOut {
    case .last: stop.first < day && day <= last
    case .both: stop.first <= day && day <= last
    case .neither: stop.first < day && day < last
    }
  }

  private static func walk(
    _ clock: DeadlineClock, on calendar: OfficeCalendar
  ) throws -> CivilDate {
    let onlyWorkdays = clock.period.unit == .workdays
    func isKind(_ day: CivilDate) throws -> Bool {
      onlyWorkdays ? try calendar.isWorkday(day) : true
    }
    func isStopped(_ day: CivilDate) -> Bool {
      clock.stops.contains { Self.isStopped(day, by: $0) }
    }
    func run(_ count: Int, from start: CivilDate) throws -> CivilDate {
      var (day, left) = (start, count)
      while left > 0 {
        day = day.next
        if try !isStopped(day) && isKind(day) { left -= 1 }
      }
      return day
    }
    func rolled(_ start: CivilDate, _ rolls: Bool) throws -> CivilDate {
      var day = start
      while try rolls && !calendar.isWorkday(day) { day = day.next }
      return day
    }
    var count = Int(clock.period.count)
    switch clock.period.unit {
    case .months: count = clock.start.days(through: try clock.start.adding(months: count))
    case .years: count = clock.start.days(through: try clock.start.adding(years: count))
    default: break
    }
    var unrolled = try run(count, from: clock.start)
    var due = try rolled(unrolled, clock.rolls && !onlyWorkdays)
    let ordered = clock.extensions.enumerated().sorted {
      guard case .on(let a) = $0.element.approval, case .on(let b) = $1.element.approval else {
        return false
      }
      return (a, $0.offset) < (b, $1.offset)
    }
    for (_, more) in ordered {
      guard case .on(let approvedOn) = more.approval, approvedOn <= due else { continue }
      switch more.length {
      case .by(let period):
        unrolled = try run(Int(period.count), from: unrolled)
        due = try rolled(unrolled, clock.rolls && !onlyWorkdays)
      case .until(let day):
        var (walked, added) = (approvedOn, 0)
        while walked < day {
          walked = walked.next
          if try isStopped(walked) && isKind(walked) { added += 1 }
        }
        unrolled = try run(added, from: day)
        due = try rolled(unrolled, clock.rolls)
      }
    }
    return due
  }
}
