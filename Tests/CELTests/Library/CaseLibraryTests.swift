import Testing
import WorkCalendar

@testable import CEL

/// The library beside CEL's own (semantics §8).
@Suite struct CaseLibraryTests {
  let record = MadeUpRecord(calendar: .autumn)

  @Test func `dates`() {
    record.expect([
      ("date(\"2024-09-30\") == case.day", "true"), ("date(case.day) == case.day", "true"),
      // 16:00 in Greenwich is midnight in Shanghai.
      ("date(case.at)", "2024-10-01"), ("case.at.getHours()", "0"), ("case.at.getDate()", "1"),
      ("case.at.getHours(\"UTC\")", "16"), ("case.day.year()", "2024"), ("case.day.month()", "9"),
      ("case.day.day()", "30"), ("date(case.text)", "fault(invalid-argument)"),
      ("case.day < date(\"2024-10-01\")", "true"), ("string(case.day)", "\"2024-09-30\""),
      ("date(case.word)", "A(case.word)"),
    ])
  }

  @Test func `plain addition never rolls to a working day`() {
    record.expect([
      ("case.day + days(1)", "2024-10-01"), ("case.day - days(30)", "2024-08-31"),
      ("date(\"2024-01-31\") + months(1)", "2024-02-29"),
      ("date(\"2024-02-29\") + years(1)", "2025-02-28"),
      ("date(\"2024-02-29\") - years(4)", "2020-02-29"),
      ("date(\"2024-09-27\") + workdays(3)", "2024-10-08"),
      ("date(\"2024-10-09\") - workdays(3)", "2024-09-29"),
      ("case.day + days(case.gone)", "A(case.gone)"),
      ("case.hearing.held_on + days(1)", "A(case.hearing.held_on)"),
      ("case.at + hours(24) - case.at == duration(\"24h\")", "true"),
      ("date(case.at + days(1))", "2024-10-02"), ("(case.at + days(1)).getHours()", "0"),
      ("case.day + hours(1)", "fault(invalid-argument)"),
      ("date(\"9999-12-31\") + days(1)", "fault(overflow)"),
      ("days(3000000000)", "fault(overflow)"),
    ])
  }

  @Test func `a due day rolls, and is unknown where only an unpublished year could tell`() {
    record.expect([
      ("due(case.day, days(1))", "2024-10-08"), ("due(case.day, days(9))", "2024-10-09"),
      ("due(case.day, workdays(2))", "2024-10-09"),
      ("due(date(\"2024-09-28\"), days(0))", "2024-09-29"),
      ("due(case.day, months(1))", "U(calendar.2024)"),
      ("due(case.day, years(7))", "U(calendar.2031)"),
      ("due(case.at, days(1))", "2024-10-08"),
      ("due(case.at, hours(1))", "fault(invalid-argument)"),
      ("due(case.day, years(8000))", "fault(overflow)"),
      ("case.day + workdays(200)", "U(calendar.2024)"),
    ])
  }

  @Test func `days between`() {
    record.expect([
      ("daysBetween(case.day, date(\"2024-10-12\"))", "12"),
      ("daysBetween(case.day, case.day)", "0"),
      ("daysBetween(date(\"2024-10-12\"), case.day)", "-12"),
      ("workdaysBetween(date(\"2024-09-27\"), date(\"2024-10-12\"))", "7"),
      ("workdaysBetween(date(\"2024-10-08\"), date(\"2024-10-08\"))", "0"),
      ("workdaysBetween(case.day, date(\"2025-01-01\"))", "U(calendar.2024)"),
      ("isWorkday(date(\"2024-09-29\"))", "true"), ("isWorkday(date(\"2024-10-01\"))", "false"),
      ("isWorkday(date(\"2031-05-06\"))", "U(calendar.2031)"),
      ("daysBetween(case.day, case.hearing.held_on)", "A(case.hearing.held_on)"),
    ])
  }

  @Test func `without a calendar working days are unknown, other days are not`() {
    MadeUpRecord().expect([
      ("isWorkday(case.day)", "U(calendar.2024)"), ("case.day + days(3)", "2024-10-03"),
      ("due(case.day, workdays(3))", "U(calendar.2024)"),
      ("daysBetween(case.day, case.day + months(2))", "61"),
    ])
  }

  @Test func `periods of one unit compare`() {
    record.expect([
      ("workdays(7) >= workdays(5)", "true"), ("days(10) < days(11)", "true"),
      ("months(1) == months(1)", "true"), ("years(1) != years(2)", "true"),
      ("days(30) == months(1)", "false"), ("days(30) < months(1)", "fault(no-such-overload)"),
    ])
  }

  @Test func `earliest and latest skip what is not on file`() {
    record.expect([
      ("earliest([case.hearing.held_on, case.day, date(\"2024-10-12\")])", "2024-09-30"),
      ("latest([case.day, case.hearing.held_on, date(\"2024-10-12\")])", "2024-10-12"),
      ("latest([case.hearing.held_on]) == null", "true"),
      ("earliest([case.day, case.inquiry.held_on])", "U(case.inquiry.held_on)"),
      ("latest([case.day].filter(d, d < date(\"2000-01-01\"))) == null", "true"),
    ])
  }

  @Test func `intervals`() {
    let march = "between(date(\"2024-03-01\"), date(\"2024-03-31\"))"
    func stop(_ from: Int, _ until: Int) -> String {
      "between(date(\"2024-03-01\") + days(\(from - 1)), date(\"2024-03-01\") + days(\(until - 1)))"
    }
    record.expect([
      ("days_outside(\(march), [])", "30"), ("days_outside(\(march), [\(stop(5, 10))])", "25"),
      ("days_outside(\(march), [\(stop(5, 10)), \(stop(8, 12))])", "23"),
      ("days_outside(\(march), [\(stop(20, 60))])", "19"),
      ("days_outside(\(march), [\(stop(-9, 0))])", "30"),
      ("days_outside(\(march), [between(case.hearing.held_on, case.day)])", "30"),
      (
        "days_outside(\(march), [between(case.trial.held_on - years(1), case.hearing.held_on)])",
        "0"
      ),
      ("days_outside(between(case.hearing.held_on, case.day), [])", "0"),
      ("days_outside(between(case.day, case.hearing.held_on), [])", "fault(invalid-argument)"),
      ("days_outside(between(case.inquiry.held_on, case.day), [])", "U(case.inquiry.held_on)"),
      ("days_outside(between(case.october, case.day), [])", "U(case.october)"),
      ("overlaps(\(march), \(stop(10, 50)))", "true"),
      ("overlaps(\(march), \(stop(40, 50)))", "false"),
      ("overlaps(\(march), between(case.hearing.held_on, case.day))", "false"),
      ("overlaps(\(march), between(date(\"2024-03-10\"), case.hearing.held_on))", "true"),
    ])
  }

  @Test(
    "covered, with gaps up to a tolerance",
    arguments: [
      ("60s", "true"), ("30s", "true"), ("29s", "false"), ("0s", "false"),
    ])
  func covered(tolerance: String, covered: String) {
    func time(_ text: String) -> String { "timestamp(\"2024-05-06T\(text)+08:00\")" }
    record.expect([
      (
        """
        covered(between(\(time("09:00:00")), \(time("10:00:00"))), [
          between(\(time("09:30:30")), \(time("10:00:00"))),
          between(\(time("08:59:00")), \(time("09:30:00")))
        ], duration("\(tolerance)"))
        """, covered
      )
    ])
  }

  @Test func `money is exact`() {
    record.expect([
      ("money(\"0.10\") + money(\"0.20\") == money(\"0.30\")", "true"), ("case.sum", "5000.00"),
      ("case.sum * decimal(\"0.03\")", "150.00"), ("case.sum * 3", "15000.00"),
      ("3 * case.sum", "15000.00"),
      ("money(\"3.33\") * decimal(\"0.333\") > money(\"1.10\")", "true"),
      ("case.sum == 5000", "true"), ("case.sum > 4999", "true"), ("5001 > case.sum", "true"),
      ("case.sum - 1", "4999.00"), ("10000 - case.sum", "5000.00"), ("-case.sum", "-5000.00"),
      ("money(decimal(\"1.5\"))", "1.50"), ("decimal(\"1.50\") == decimal(\"1.5\")", "true"),
      ("money(\"5,\" + \"000\")", "fault(invalid-argument)"),
      ("money(\"92233720368547758.07\") * 1000", "fault(overflow)"),
      ("money(9223372036854775807) + 1", "fault(overflow)"), ("case.unpaid > 0", "A(case.unpaid)"),
      ("string(case.sum)", "\"5000.00\""), ("string(decimal(\"1.50\"))", "\"1.5\""),
    ])
  }

  @Test func `sums`() {
    record.expect([
      ("sum([case.sum, money(\"0.50\")])", "5000.50"), ("sum([1, 2, 3])", "6"),
      ("sum([case.sum].filter(s, s > 9999))", "0.00"), ("sum(case.nine.filter(n, n > 99))", "0"),
      ("sum([case.sum, case.unpaid]) > 0", "A(case.unpaid)"),
      ("sum([decimal(\"0.1\"), decimal(\"0.2\")])", "0.3"),
      ("sum([9223372036854775807, 1])", "fault(overflow)"),
    ])
  }

  @Test func `thresholds include their amount or do not`() {
    func reaches(_ sum: String, _ inclusive: Bool) -> String {
      "reaches(money(\"\(sum)\"), {\"amount\": dyn(money(\"5000\")), \"inclusive\": dyn(\(inclusive))})"
    }
    record.expect([
      (reaches("5000", true), "true"), (reaches("5000", false), "false"),
      (reaches("4999.99", true), "false"), (reaches("5000.01", false), "true"),
      ("reaches(case.unpaid, {\"amount\": money(\"1\")})", "A(case.unpaid)"),
      ("reaches(case.sum, {\"amount\": money(\"1\")})", "fault(no-such-key)"),
    ])
  }

  @Test func `sums in capital characters`() {
    record.expect([
      ("same_amount(\"壹拾万捌仟元整\", money(\"108000\"))", "true"),
      ("same_amount(\"壹拾万捌仟元整\", money(\"108000.01\"))", "false"),
      ("same_amount(\"拾万多元\", money(\"100000\"))", "false"),
      ("same_amount(case.word, case.sum)", "A(case.word)"),
    ])
  }
}
