import Testing

@testable import WorkCalendar

@Suite struct CivilDateTests {
  @Test(
    "knows day numbers and weekdays",
    arguments: [
      ("1970-01-01", 0, 4), ("2000-02-29", 11016, 2), ("2024-09-30", 19996, 1),
      ("1969-12-31", -1, 3), ("0001-01-01", -719_162, 1), ("9999-12-31", 2_932_896, 5),
      ("2024-06-22", 19896, 6), ("2024-06-23", 19897, 7),
    ])
  func numbers(text: String, number: Int32, weekday: Int) throws {
    let date = try day(text)
    #expect(date.dayNumber == number)
    #expect(date.weekday == weekday)
    #expect(date.description == text)
  }

  @Test func `every day of five centuries has parts that make it again, one day after another`()
    throws
  {
    var (date, last) = (try day("1599-12-31"), try day("2101-01-01"))
    var (year, month, dayOfMonth) = date.components
    while date < last {
      dayOfMonth += 1
      if dayOfMonth > CivilDate.days(inMonth: month, of: year) {
        (month, dayOfMonth) = (month + 1, 1)
      }
      if month > 12 { (year, month) = (year + 1, 1) }
      date = date.next
      guard date.components == (year, month, dayOfMonth),
        CivilDate(year: year, month: month, day: dayOfMonth) == date
      else {
        Issue.record("day \(date.dayNumber) is \(date), not \(year)-\(month)-\(dayOfMonth)")
        return
      }
    }
    #expect(date == last)
    last = last.previous
    #expect(last.components == (2100, 12, 31))
  }

  @Test(
    "refuses what is no date",
    arguments: [
      "", "2024-9-30", "2024-09-3", "2024/09/30", "2024-02-30", "2023-02-29", "1900-02-29",
      "2024-13-01", "2024-00-10", "2024-01-00", "0000-01-01", " 2024-09-30", "2024-09-30 ",
      "2024-09-30T00:00:00Z", "20240930", "２０２４-09-30", "+024-09-30", "2024-09", "2024年09月30日",
    ])
  func refused(text: String) {
    #expect(CivilDate(text) == nil)
  }

  @Test(
    "months keep the day number or take the month's last day",
    arguments: [
      ("2024-01-31", 1, "2024-02-29"), ("2023-01-31", 1, "2023-02-28"),
      ("2024-03-31", -1, "2024-02-29"), ("2024-04-30", -1, "2024-03-30"),
      ("2024-11-30", 3, "2025-02-28"), ("2024-12-15", 1, "2025-01-15"),
      ("2024-01-15", -1, "2023-12-15"), ("2024-01-15", -13, "2022-12-15"),
      ("2024-05-31", 0, "2024-05-31"), ("0001-01-31", 1, "0001-02-28"),
    ])
  func months(from: String, months: Int, to: String) throws {
    #expect(try day(from).adding(months: months).description == to)
  }

  @Test(
    "years turn the leap day into the 28th",
    arguments: [
      ("2024-02-29", 1, "2025-02-28"), ("2024-02-29", 4, "2028-02-29"),
      ("2024-02-29", -100, "1924-02-29"), ("2000-02-29", -100, "1900-02-28"),
      ("2022-08-17", 2, "2024-08-17"),
    ])
  func years(from: String, years: Int, to: String) throws {
    #expect(try day(from).adding(years: years).description == to)
  }

  @Test func `arithmetic that leaves the years 1 to 9999 is an error`() throws {
    #expect(throws: CalendarError.outOfRange) { try CivilDate.last.adding(days: 1) }
    #expect(throws: CalendarError.outOfRange) { try CivilDate.first.adding(days: -1) }
    #expect(throws: CalendarError.outOfRange) { try CivilDate.epoch.adding(days: .max) }
    #expect(throws: CalendarError.outOfRange) { try CivilDate.last.adding(months: 1) }
    #expect(throws: CalendarError.outOfRange) { try CivilDate.first.adding(months: -1) }
    #expect(throws: CalendarError.outOfRange) { try CivilDate.epoch.adding(months: .max) }
    #expect(throws: CalendarError.outOfRange) { try CivilDate.epoch.adding(years: .max) }
    #expect(throws: CalendarError.outOfRange) { try CivilDate.epoch.adding(years: .min) }
    #expect(try CivilDate.first.adding(years: 9998).description == "9999-01-01")
    #expect(try CivilDate.last.adding(days: -3_652_058) == CivilDate.first)
  }
}
