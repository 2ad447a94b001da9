import Testing

@testable import WorkCalendar

@Suite struct ImpreciseDateTests {
  @Test(
    "gives the first and the last day it may be, and its text back",
    arguments: [
      ("2018", "2018-01-01", "2018-12-31"),
      ("2017-10", "2017-10-01", "2017-10-31"),
      ("2024-02", "2024-02-01", "2024-02-29"),
      ("2017-10-03", "2017-10-03", "2017-10-03"),
      ("2017-10/2017-12", "2017-10-01", "2017-12-31"),
      ("2017-10-03/2017-11", "2017-10-03", "2017-11-30"),
      ("2016/2017-11-05", "2016-01-01", "2017-11-05"),
      ("2017-10/2017", "2017-10-01", "2017-12-31"),
      ("../2020-05-01", nil, "2020-05-01"),
      ("../2020", nil, "2020-12-31"),
      ("2020-05-01/..", "2020-05-01", nil),
      ("2020-05/..", "2020-05-01", nil),
    ] as [(String, String?, String?)])
  func bounds(text: String, earliest: String?, latest: String?) throws {
    let date = try ImpreciseDate(parsing: text)
    #expect(date.earliest?.description == earliest)
    #expect(date.latest?.description == latest)
    #expect(date.description == text)
  }

  @Test(
    "says why a text is none",
    arguments: [
      ("", .form), ("18", .form), ("2018-1", .form), ("2018-", .form), ("2018/", .form),
      ("/2018", .form), ("2018/2019/2020", .form), ("2018-01-01-01", .form), ("2018~", .form),
      ("2018 ", .form), ("..", .form), ("２０１８", .form), ("-2018", .form),
      ("2018-13", .noSuchMonthOrYear), ("2018-00", .noSuchMonthOrYear),
      ("2018-21", .noSuchMonthOrYear), ("0000", .noSuchMonthOrYear),
      ("2018-13-01", .noSuchMonthOrYear), ("2018-02-30", .noSuchDay), ("2018-02-00", .noSuchDay),
      ("2018-05/2018-03", .reversed), ("2018-05-02/2018-05-01", .reversed),
      ("../..", .openOnBothSides),
    ] as [(String, ImpreciseDate.Problem)])
  func refused(text: String, problem: ImpreciseDate.Problem) {
    #expect(throws: problem) { try ImpreciseDate(parsing: text) }
  }

  @Test func `only a plain day, or a stretch of one day, is exact`() throws {
    #expect(try ImpreciseDate(parsing: "2018-05-01").exactDay == day("2018-05-01"))
    #expect(try ImpreciseDate(parsing: "2018-05-01/2018-05-01").exactDay == day("2018-05-01"))
    #expect(try ImpreciseDate(parsing: "2018-05").exactDay == nil)
    #expect(try ImpreciseDate(parsing: "../2018-05-01").exactDay == nil)
  }

  @Test func `parts that no text could write are refused`() {
    #expect(throws: ImpreciseDate.Problem.noSuchMonthOrYear) {
      try ImpreciseDate(.interval(from: .year(2018), through: .month(year: 2018, month: 13)))
    }
    #expect(throws: ImpreciseDate.Problem.noSuchMonthOrYear) {
      try ImpreciseDate(.part(.day(CivilDate.last.next)))
    }
  }
}
