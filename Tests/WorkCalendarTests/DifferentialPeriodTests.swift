import Foundation
import Testing

@testable import WorkCalendar

/// Random periods of working days without stops, written down for a comparison with a calendar that
/// somebody else made: `scripts/differential-calendar`.
@Suite struct DifferentialPeriodTests {
  /// The file that the environment names.
  static let path = ProcessInfo.processInfo.environment["DIFFERENTIAL_PERIODS"]
  static let count = 10_000

  /// `start`, number of working days, due day, with tabs between.
  static func lines() throws -> [String] {
    let calendar = try StatutoryDays.calendar()
    let first = try day("2010-01-01")
    // The longest period from the last of them ends in 2026.
    let days = first.days(through: try day("2026-06-30"))
    var random = SeededGenerator(seed: 2026)
    return try (0..<count).map { _ in
      let start = try first.adding(days: .random(in: 0...days, using: &random))
      let length = Int32.random(in: 1...90, using: &random)
      let due = try DeadlineClock(
        start: start, period: Period(count: length, unit: .workdays)
      ).run(on: calendar).due
      return "\(start)\t\(length)\t\(due)"
    }
  }

  @Test(.enabled(if: path != nil, "no file is named")) func `periods are written down`() throws {
    let path = try #require(Self.path)
    try (Self.lines().joined(separator: "\n") + "\n").write(
      toFile: path, atomically: true, encoding: .utf8)
  }

  @Test func `every one of them ends within the published schedules`() throws {
    let lines = try Self.lines()
    #expect(lines.count == Self.count)
    #expect(Set(lines).count > Self.count * 9 / 10)
  }
}
