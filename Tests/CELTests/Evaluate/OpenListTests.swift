import Testing

@testable import CEL

/// Lists that may have more elements, and values known as a range (semantics §1).
@Suite struct OpenListTests {
  let record = MadeUpRecord()

  @Test func `what is found in an open list is there, what is not may be`() {
    record.expect([
      ("has(case.open)", "true"), ("has(case.nobody)", "U(case.nobody)"),
      ("9 in case.open", "true"), ("5 in case.open", "U(case.open)"),
      ("case.open.exists(n, n > 5)", "true"), ("case.open.exists(n, n > 10)", "U(case.open)"),
      ("case.open.all(n, n > 5)", "false"), ("case.open.all(n, n > 0)", "U(case.open)"),
      ("case.open.exists_one(n, n > 0)", "false"),
      ("case.open.exists_one(n, n > 5)", "U(case.open)"),
      ("case.open[1]", "9"), ("case.open[2]", "U(case.open)"),
      ("case.open[-1]", "fault(invalid-argument)"),
      ("sum(case.open) > 0", "U(case.open)"),
    ])
  }

  @Test func `its size is at least what is known`() {
    record.expect([
      ("size(case.open) >= 2", "true"), ("size(case.open) > 1", "true"),
      ("size(case.open) != 1", "true"), ("size(case.open) < 2", "false"),
      ("size(case.open) == 2", "U(case.open)"), ("size(case.open) >= 3", "U(case.open)"),
      ("size(case.open) <= 2", "U(case.open)"), ("size(case.open) == 1", "false"),
      ("size(case.open) + 1 > 2", "true"), ("10 - size(case.open) <= 8", "true"),
      ("case.nobody.size() >= 0", "true"),
    ])
  }

  @Test func `what is made of an open list is open`() {
    record.expect([
      ("size(case.open.filter(n, n > 5)) >= 1", "true"),
      ("size(case.open.filter(n, n > 5)) == 1", "U(case.open)"),
      ("size(case.open.map(n, n + 1)) == 2", "U(case.open)"),
      ("10 in case.open.map(n, n + 1)", "true"), ("size(case.open + [1]) >= 3", "true"),
      ("size([1] + case.open) == 3", "U(case.open)"), ("case.open == [1, 9]", "U(case.open)"),
      ("case.open == [1]", "false"), ("case.open == [2, 9]", "false"),
      ("[case.open] == [[2, 9, 3]]", "false"),
    ])
  }

  @Test func `a comparison of an imprecise date is decided where all its days agree`() {
    record.expect([
      ("case.october < case.day", "true"), ("case.day < case.october", "false"),
      ("case.october <= date(\"2017-10-31\")", "true"),
      ("case.october < date(\"2017-10-31\")", "U(case.october)"),
      ("case.october >= date(\"2017-10-01\")", "true"),
      ("case.october > date(\"2017-10-31\")", "false"),
      ("case.october == date(\"2017-11-01\")", "false"),
      ("case.october == date(\"2017-10-15\")", "U(case.october)"),
      ("case.october != case.day", "true"), ("case.october <= case.october", "U(case.october)"),
      ("case.before < case.day", "true"), ("case.before > date(\"2010-01-01\")", "U(case.before)"),
      ("case.before > date(\"2020-05-01\")", "false"),
      ("case.october > case.before", "U(case.october case.before)"),
      ("case.october in [case.day]", "false"),
      ("case.gone > 0 || case.october > case.day", "A(case.gone)"),
      ("case.october.year() == 2017", "U(case.october)"),
      ("case.october < case.hearing.held_on", "A(case.hearing.held_on)"),
    ])
  }

  @Test func `arithmetic moves both ends`() {
    record.expect([
      ("case.october + days(31) >= date(\"2017-11-01\")", "true"),
      ("case.october - days(1) < date(\"2017-10-31\")", "true"),
      ("case.october + months(1) > date(\"2017-10-31\")", "true"),
      ("daysBetween(case.october, date(\"2017-11-01\")) >= 1", "true"),
      ("daysBetween(case.october, date(\"2017-11-01\")) > 31", "false"),
      ("daysBetween(case.october, date(\"2017-11-01\")) == 7", "U(case.october)"),
      ("daysBetween(case.before, case.day) > 1000", "true"),
      ("date(case.october) < case.day", "true"),
    ])
  }

  @Test func `the latest of several is as precise as they make it`() {
    record.expect([
      ("latest([case.october, case.day]) == case.day", "true"),
      ("latest([case.october, case.before]) <= date(\"2020-05-01\")", "true"),
      ("latest([case.october, case.before]) >= date(\"2017-10-01\")", "true"),
      ("earliest([case.october, case.day]) < case.day", "true"),
      ("earliest([case.before, case.october]) <= date(\"2017-10-31\")", "true"),
      (
        "earliest([case.before, case.october]) < date(\"2017-10-02\")",
        "U(case.before case.october)"
      ),
    ])
  }
}
