import Testing

@testable import CEL

/// Equality in a check that says what absence means, and what a trace notes of it.
@Suite struct PartialEqualityTests {
  @Test func `an absent fact makes equality and membership absent, but against a literal null`() {
    var record = MadeUpRecord()
    record.environment.equalityIsTotal = false
    record.expect([
      ("case.gone == 1", "A(case.gone)"), ("1 == case.gone", "A(case.gone)"),
      ("case.gone != 1", "A(case.gone)"), ("case.gone == case.lost", "A(case.gone case.lost)"),
      ("case.gone in [1, 2]", "A(case.gone)"), ("!(case.gone in [1, 2])", "A(case.gone)"),
      ("2 in [1, case.gone]", "A(case.gone)"), ("1 in [1, case.gone]", "true"),
      ("case.gone == null", "true"), ("null != case.gone", "false"), ("dyn(null) in [1]", "false"),
      ("case.gone == case.dim", "A(case.gone)"), ("case.one == 1", "true"),
      ("case.dim == 1", "U(case.dim)"), ("case.gone == 1 / case.zero", "fault(divide-by-zero)"),
    ])
  }

  @Test(
    "a trace names the absent facts that made an equality false",
    arguments: [
      ("case.gone == 1", ["case.gone"]), ("case.gone == case.one", ["case.gone"]),
      ("case.gone != 1", []), ("case.gone == null", []), ("case.gone in [1]", ["case.gone"]),
      ("2 in [1, case.lost]", ["case.lost"]), ("1 in [1, case.lost]", []),
    ])
  func trace(expression: String, absent: [String]) throws {
    let record = MadeUpRecord()
    let program = try #require(Program.compile(expression, in: record.environment).program)
    var frame = record.frame(for: program)
    let tracer = Tracer()
    frame.tracer = tracer
    _ = program.evaluateTraced(&frame)
    #expect(tracer.absentInEquality == absent)
  }

  @Test func `a trace has the facts once and every part with its depth`() throws {
    let record = MadeUpRecord()
    let program = try #require(
      Program.compile("case.one + case.one * 2 > 2", in: record.environment).program)
    var frame = record.frame(for: program)
    let tracer = Tracer()
    frame.tracer = tracer
    _ = program.evaluateTraced(&frame)
    #expect(tracer.facts == ["case.one"])
    let steps = tracer.steps.map { "\($0.depth) \($0.expression) = \(ValueText.debug($0.value))" }
    #expect(
      steps == [
        "3 case = case", "2 case.one = 1", "4 case = case", "3 case.one = 1",
        "2 case.one * 2 = 2", "1 case.one + case.one * 2 = 3",
        "0 case.one + case.one * 2 > 2 = true",
      ])
  }
}
