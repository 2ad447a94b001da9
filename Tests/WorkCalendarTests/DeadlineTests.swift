import Testing

@testable import WorkCalendar

@Suite struct DeadlineTests {
  let calendar = OfficeCalendar(firstDay: .epoch, open: "●●○○●●●●●○")  // ● open, ○ closed

  @Test("skips closed days", arguments: [(days: 1, due: 1), (days: 2, due: 4), (days: 3, due: 5)])
  func counting(days: Int, due: Int32) throws {
    #expect(try calendar.deadline(workingDays: days, after: .epoch).dayNumber == due)
  }

  @Test func `a day outside the schedule is an error, not a guess`() {
    #expect(throws: CalendarError.notCovered(CivilDate(dayNumber: 10))) {
      try calendar.deadline(workingDays: 8, after: .epoch)
    }
  }

  @Test func `the event may be the day before the schedule begins`() throws {
    let before = CivilDate.epoch.previous
    #expect(try calendar.deadline(workingDays: 2, after: before).dayNumber == 1)
    #expect(try calendar.workdays(after: before, through: CivilDate(dayNumber: 9)) == 7)
  }

  @Test func `no working days end on the day itself, open or not`() throws {
    #expect(try calendar.deadline(workingDays: 0, after: CivilDate(dayNumber: 2)).dayNumber == 2)
    #expect(try calendar.day(workingDays: 0, before: CivilDate(dayNumber: 2)).dayNumber == 2)
  }

  @Test(
    "counts back", arguments: [(days: 1, day: 8), (days: 5, day: 4), (days: 6, day: 1)])
  func backward(days: Int, day: Int32) throws {
    let found = try calendar.day(workingDays: days, before: CivilDate(dayNumber: 10))
    #expect(found.dayNumber == day)
  }
}

@Suite struct PeriodTests {
  let calendar = OfficeCalendar(firstDay: .epoch, open: "●●○○●●●●●○")

  @Test(
    "adds and takes away without rolling, and rolls what is due",
    arguments: [
      (.days, 2, 2, 4), (.days, 1, 1, 1), (.workdays, 2, 4, 4), (.days, 0, 0, 0),
      (.workdays, 0, 0, 0),
    ] as [(Period.Unit, Int32, Int32, Int32)])
  func forward(unit: Period.Unit, count: Int32, sum: Int32, due: Int32) throws {
    let period = Period(count: count, unit: unit)
    #expect(try calendar.adding(period, to: .epoch).dayNumber == sum)
    #expect(try calendar.due(period, after: .epoch).dayNumber == due)
    #expect(try calendar.due(period, after: .epoch, rolls: false).dayNumber == sum)
  }

  @Test func `a negative period counts back`() throws {
    let four = CivilDate(dayNumber: 4)
    #expect(try calendar.adding(Period(count: -1, unit: .workdays), to: four).dayNumber == 1)
    #expect(try calendar.subtracting(Period(count: 1, unit: .workdays), from: four).dayNumber == 1)
    #expect(try calendar.subtracting(Period(count: -1, unit: .workdays), from: four).dayNumber == 5)
    #expect(throws: CalendarError.outOfRange) {
      try calendar.subtracting(Period(count: .min, unit: .days), from: four)
    }
    #expect(try calendar.due(Period(count: -1, unit: .days), after: four).dayNumber == 4)
  }

  @Test func `plain calendar arithmetic needs no schedule, rolling does`() throws {
    let years = Period(count: 2, unit: .years)
    #expect(try OfficeCalendar.empty.adding(years, to: day("2026-06-06")) == day("2028-06-06"))
    let unrolled = try OfficeCalendar.empty.due(years, after: day("2026-06-06"), rolls: false)
    #expect(try unrolled == day("2028-06-06"))
    #expect(throws: CalendarError.notCovered(try day("2028-06-06"))) {
      try OfficeCalendar.empty.due(years, after: day("2026-06-06"))
    }
  }

  @Test func `hours are seconds, and need a time`() {
    #expect(Period(count: 48, unit: .hours).seconds == 172_800)
    #expect(Period(count: .max, unit: .hours).seconds == 7_730_941_129_200)
    #expect(Period(count: 2, unit: .days).seconds == nil)
    #expect(throws: CalendarError.hoursNeedTime) {
      try calendar.adding(Period(count: 48, unit: .hours), to: .epoch)
    }
  }

  @Test func `periods compare within one unit`() {
    let week = Period(count: 7, unit: .days)
    #expect(week.isShorter(than: Period(count: 8, unit: .days)) == true)
    #expect(week.isShorter(than: week) == false)
    #expect(week.isShorter(than: Period(count: 5, unit: .workdays)) == nil)
    #expect(Period(count: 12, unit: .months).isShorter(than: Period(count: 2, unit: .years)) == nil)
    #expect(week.description == "days(7)")
  }
}
