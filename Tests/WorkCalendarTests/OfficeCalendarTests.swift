import Foundation
import Testing

@testable import WorkCalendar

@Suite struct OfficeCalendarTests {
  private let newYear = OfficeCalendar.Occasion(zh: "元旦", en: "New Year's Day")

  @Test func `a weekend is off but for make-up days, a weekday open but for holidays`() throws {
    let calendar = try OfficeCalendar(
      entries: [
        .init(date: day("2024-01-01"), kind: .holiday, occasion: newYear),
        .init(date: day("2024-01-06"), kind: .workday, occasion: newYear),
        .init(date: day("2024-01-14"), kind: .holiday),
      ], publishedYears: [2024])
    #expect(try calendar.kind(of: day("2024-01-01")) == .holiday(newYear))
    #expect(try calendar.kind(of: day("2024-01-02")) == .workday)
    #expect(try calendar.kind(of: day("2024-01-06")) == .makeUpDay(newYear))
    #expect(try calendar.kind(of: day("2024-01-07")) == .weekend)
    #expect(try calendar.kind(of: day("2024-01-14")) == .holiday(nil))
    #expect(try calendar.isWorkday(day("2024-01-06")))
    #expect(try !calendar.isWorkday(day("2024-01-01")))
  }

  @Test func `years between published ones are not covered`() throws {
    let calendar = try OfficeCalendar(entries: [], publishedYears: [2026, 2023, 2024])
    #expect(calendar.publishedYears == [2023, 2024, 2026])
    #expect(calendar.stretches.count == 2)
    #expect(try calendar.covers(day("2023-01-01")) && calendar.covers(day("2024-12-31")))
    #expect(try !calendar.covers(day("2025-01-01")) && !calendar.covers(day("2025-12-31")))
    #expect(try calendar.covers(day("2026-01-01")) && !calendar.covers(day("2027-01-01")))
    let missing = CalendarError.notCovered(try day("2025-01-01"))
    #expect(throws: missing) { try calendar.isWorkday(day("2025-01-01")) }
    #expect(throws: missing) { try calendar.rolledForward(day("2025-01-01")) }
    #expect(throws: missing) {
      try calendar.workdays(after: day("2024-12-30"), through: day("2026-01-05"))
    }
    #expect(throws: missing) { try calendar.deadline(workingDays: 1, after: day("2024-12-31")) }
    #expect(throws: CalendarError.notCovered(try day("2025-12-31"))) {
      try calendar.day(workingDays: 1, before: day("2026-01-01"))
    }
    #expect(missing.missingYear == 2025)
  }

  @Test func `a calendar without years covers nothing`() throws {
    #expect(throws: CalendarError.notCovered(.epoch)) { try OfficeCalendar.empty.isWorkday(.epoch) }
    #expect(try OfficeCalendar([]).publishedYears.isEmpty)
  }

  @Test func `faults of the schedules are all told`() throws {
    typealias Entry = OfficeCalendar.Entry
    let years = [
      OfficeCalendar.PublishedYear(
        year: 2024, source: "notice",
        entries: [
          Entry(date: try day("2024-01-01"), kind: .holiday),
          Entry(date: try day("2025-01-01"), kind: .holiday),
          Entry(date: try day("2024-01-02"), kind: .workday),
          Entry(date: try day("2024-01-01"), kind: .workday),
        ]),
      OfficeCalendar.PublishedYear(year: 2024, source: "notice", entries: []),
      OfficeCalendar.PublishedYear(year: 0, source: "notice", entries: []),
    ]
    #expect(
      OfficeCalendar.problems(in: years) == [
        .dayOutsideItsYear(try day("2025-01-01")), .makeUpDayOnWeekday(try day("2024-01-02")),
        .dayTwice(try day("2024-01-01")), .makeUpDayOnWeekday(try day("2024-01-01")),
        .yearTwice(2024), .yearOutOfRange(0),
      ])
    #expect(throws: OfficeCalendar.ScheduleProblem.dayOutsideItsYear(try day("2025-01-01"))) {
      try OfficeCalendar(years)
    }
    #expect(throws: OfficeCalendar.ScheduleProblem.dayOutsideItsYear(try day("2024-01-01"))) {
      try OfficeCalendar(
        entries: [Entry(date: try day("2024-01-01"), kind: .holiday)], publishedYears: [2023])
    }
  }

  @Test func `counting agrees with walking from day to day`() throws {
    let calendar = try StatutoryDays.calendar()
    var random = SeededGenerator(seed: 2024)
    let (first, last) = (try day("2004-02-01").dayNumber, try day("2026-11-30").dayNumber)
    for _ in 0..<300 {
      let start = CivilDate(dayNumber: .random(in: first...last, using: &random))
      let end = CivilDate(
        dayNumber: min(start.dayNumber + .random(in: 0...400, using: &random), last))
      var (walked, open) = (start, 0)
      while walked < end {
        walked = walked.next
        if try calendar.isWorkday(walked) { open += 1 }
      }
      #expect(try calendar.workdays(after: start, through: end) == open)
      #expect(try calendar.workdays(after: end, through: start) == -open)
      if open > 0 {
        let due = try calendar.deadline(workingDays: open, after: start)
        #expect(try due <= end && calendar.isWorkday(due))
        #expect(try calendar.workdays(after: start, through: due) == open)
        let back = try calendar.day(workingDays: open, before: end.next)
        #expect(try back > start && calendar.isWorkday(back))
        #expect(try calendar.workdays(after: back, through: end) == open - 1)
      }
    }
  }
}

@Suite struct StatutoryDaysTests {
  @Test func `the rules folder has the years 2004 to 2026, each with its notice`() throws {
    let years = try StatutoryDays.years()
    #expect(years.map(\.year) == Array(2004...2026))
    #expect(years.allSatisfy { $0.source.contains("\($0.year)年部分节假日安排的通知") })
    #expect(OfficeCalendar.problems(in: years).isEmpty)
  }

  @Test(.enabled(if: StatutoryDays.shared != nil))
  func `it has the days of the shared table and no others`() throws {
    let table = try #require(StatutoryDays.shared).appending(path: "data/cn-statutory-days.csv")
    let rows = try String(contentsOf: table, encoding: .utf8)
      .split(whereSeparator: \.isNewline).dropFirst().sorted()
    let ours = try StatutoryDays.years().flatMap(\.entries).map {
      "\($0.date),\($0.kind.rawValue),\($0.occasion?.en ?? ""),\($0.occasion?.zh ?? "")"
    }.sorted()
    #expect(ours == rows.map { String($0) })
  }

  @Test(
    "a few days that people remember",
    arguments: [
      ("2020-01-31", false), ("2020-02-01", false), ("2020-02-03", true), ("2015-09-03", false),
      ("2015-09-06", true), ("2019-05-05", true), ("2024-02-09", true), ("2024-09-29", true),
      ("2006-12-31", true), ("2026-12-31", true),
    ])
  func remembered(text: String, isOpen: Bool) throws {
    #expect(try StatutoryDays.calendar().isWorkday(day(text)) == isOpen)
  }
}
