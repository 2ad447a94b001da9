import SourceText
import Testing

@testable import CEL

/// What the decisions of an expression are, and what an observer is told of them.
@Suite struct DecisionTests {
  private func table(_ expression: String, isTotal: Bool = true) throws -> DecisionTable {
    var environment = MadeUpRecord().environment
    environment.observesDecisions = true
    environment.equalityIsTotal = isTotal
    let (program, _, _) = Program.compile(expression, in: environment)
    return try #require(program?.decisions)
  }

  @Test(
    "conditions are what connectives join, over macros and binds",
    arguments: [
      ("case.sure", ["case.sure"]),
      ("case.sure && (case.never || !case.flag)", ["case.sure | case.never | case.flag"]),
      ("case.one > 0 && case.one  >  0", ["case.one > 0"]),
      ("case.sure && case.never && case.sure", ["case.sure | case.never"]),
      ("case.sure ? case.never : case.flag", ["case.sure | case.never | case.flag"]),
      ("(case.sure ? 1 : 2) > case.one", ["(case.sure ? 1 : 2) > case.one", "case.sure"]),
      (
        "case.nine.exists(n, n > 1 && n < 5)",
        ["case.nine.exists(n, n > 1 && n < 5)", "n > 1 | n < 5"]
      ),
      (
        "case.nine.map(n, n > 1 || n < 5, n)[0] == 1",
        ["case.nine.map(n, n > 1 || n < 5, n)[0] == 1", "n > 1 | n < 5"]
      ),
      ("cel.bind(x, case.sure, x && case.never)", ["x | case.never"]),
      (
        "case.sure && cel.bind(x, case.one, x > 0)",
        ["case.sure | cel.bind(x, case.one, x > 0)", "x > 0"]
      ),
      ("case.one + 1", []),
    ])
  func conditions(expression: String, decisions: [String]) throws {
    let found = try table(expression).decisions.map { decision in
      decision.conditions.map(\.text).joined(separator: " | ")
    }
    #expect(found == decisions)
  }

  @Test func `what does not change is fixed`() throws {
    let decision = try table("true || 1 == 1 || case.one == case.one || case.one == 1").decisions[0]
    #expect(decision.conditions.map(\.isFixed) == [true, true, true, false])
  }

  @Test(
    "a condition makes of others what follows from its text",
    arguments: [
      ("has(case.gone) && case.gone > 1", false, "absent"),
      ("has(case.gone) && case.gone + 1 > case.one", false, "absent"),
      ("has(case.gone) && case.gone == 1", false, "no"),
      ("has(case.gone) && case.gone != 1", false, "yes"),
      ("has(case.gone) && case.gone in [1, 2]", false, "no"),
      ("has(case.hearing) && has(case.hearing.held_on)", false, "no"),
      ("has(case.nine) && case.nine.exists(n, n > 1)", false, "no"),
      ("has(case.nine) && case.nine.all(n, n > 1)", false, "yes"),
      ("has(case.flag) && case.flag", false, "absent"),
      ("case.gone == null || case.gone > 1", true, "absent"),
      ("case.gone != null && case.gone > 1", false, "absent"),
      ("has(case.gone) && case.gone > 1", true, "-"),
      ("has(case.gone) && case.gone == case.lost", false, "-"),
      ("has(case.gone) && case.one == 1", false, "-"),
      ("case.one == 1 || case.one == 2", true, "no"),
      ("case.one == 1 || case.one != 1", true, "no"),
      ("case.one == 1 || case.one != 1", false, "yes"),
      ("case.one != 1 || case.one in [1, 2]", false, "yes"),
      ("case.one in [1, 2] || case.one == 3", true, "no"),
      ("case.one in [1, 2] || case.one == 2", false, "no"),
      ("case.one in [1, 2] || case.one == 2", true, "-"),
      ("case.one == 1 || has(case.one)", true, "yes"),
    ])
  func implications(expression: String, side: Bool, state: String) throws {
    let implied = try table(expression).decisions[0].implied(by: 0, side)[1]
    #expect(implied.map { "\($0)" } ?? "-" == state)
  }

  @Test func `where a check says what absence means, equality is absent too`() throws {
    let decision = try table("has(case.gone) && case.gone == 1", isTotal: false).decisions[0]
    #expect(decision.implied(by: 0, false) == [1: .absent])
  }

  @Test func `the observer is told of every condition, once of equal evaluations`() throws {
    var record = MadeUpRecord()
    record.environment.observesDecisions = true
    let source = "case.never && case.gone > 0 && case.dim > 0 && 1 / case.zero > 0 && case.sure"
    let (program, _, _) = Program.compile(source, in: record.environment)
    let found = try #require(program)
    var frame = record.frame(for: found)
    let observer = DecisionObserver()
    frame.observer = observer
    _ = found.evaluate(&frame)
    _ = found.evaluate(&frame)
    let key = DecisionObserver.Key(try #require(found.decisions), 0)
    #expect(observer.seen == [key: [[.no, .absent, .unknown, .fault, .yes]]])
    frame.withholdsUnverified = true
    observer.clear()
    _ = found.evaluate(&frame)
    #expect(observer.seen.isEmpty)
  }

  @Test func `states combine as values do`() throws {
    let decision = try table("a && !b || (c ? a : b)".replacingNames).decisions[0]
    let all = ConditionState.allCases
    for a in all {
      for b in all {
        for c in all {
          let states = [a, b, c]
          let values = ContiguousArray(states.map(\.sample))
          #expect(
            ConditionState(decision.shape.value(values)) == decision.shape.state(states),
            "\(states)")
        }
      }
    }
  }
}

extension String {
  /// Short names for three conditions.
  fileprivate var replacingNames: String {
    map { ["a": "case.sure", "b": "case.never", "c": "case.flag"][$0] ?? String($0) }.joined()
  }
}

extension ConditionState {
  fileprivate var sample: Value {
    switch self {
    case .yes: .bool(true)
    case .no: .bool(false)
    case .unknown: .unknown(Trail(["u"]))
    case .absent: .absent(Trail(["a"]))
    case .fault: .fault(Fault(code: "f", detail: ""))
    }
  }
}
