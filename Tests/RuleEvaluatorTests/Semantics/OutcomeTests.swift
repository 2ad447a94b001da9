import Findings
import Testing

/// Semantics §4.
@Suite struct OutcomeTests {
  static let record = """
    completeness: closed
    unrecorded: [case.lost]
    case: { n: 1, m: 0, flag: true, day: 2025-12-30, opt_on: 2024-05-06 }
    items: [{ k: a, v: 1 }, { k: b, v: 0 }, { k: c }]
    """

  func trial(_ rule: String, record: String = Self.record) -> RuleTrial {
    RuleTrial(rule: rule, record: record)
  }

  /// A check for each outcome, from the worst.
  static let checks: [(outcome: String, check: String)] = [
    ("error", "that: 1 / case.m > 0"), ("violated", "that: case.n > 1"),
    ("undetermined", "that: case.lost > 1"),
    ("pending", "deadline: { from: case.day, within: days(9), act: case.later }"),
    ("satisfied", "that: case.n > 0"), ("not-applicable", "when: case.n > 1, that: case.n > 0"),
  ]

  @Test(arguments: Self.pairs)
  func
    `a rule takes the worst of its checks: error, violated, undetermined, pending, satisfied, not-applicable`(
      worse: Int, better: Int
    )
  {
    let (one, other) = (Self.checks[worse], Self.checks[better])
    let rule = "require: [{ id: a, \(other.check) }, { id: b, \(one.check) }]"
    #expect(trial(rule).outcome == one.outcome)
  }

  static let pairs = (0..<6).flatMap { worse in (worse..<6).map { (worse, $0) } }

  @Test func `a check over elements takes the worst of them`() {
    let rule = "require: [{ each: items, as: i, that: 1 / i.v > 0 }]"
    #expect(trial(rule).findings == ["- items[1] error", "- items[2] violated"])
    #expect(trial(rule).outcome == "error")
  }

  @Test func `order of work: version, let (lazy), applies, except, checks`() {
    // A fault in what is not reached makes no error.
    let fault = "1 / case.m > 0"
    #expect(
      trial(
        "effective: { basis: case.opt_on, from: 2025-01-01 }\napplies: \(fault)\nrequire: [{ that: case.n > 0 }]"
      ).outcome == "not-applicable")
    #expect(
      trial(
        "applies: case.n > 1\nexcept: [{ when: \(fault), items: [a] }]\nrequire: [{ id: a, that: case.n > 0 }]"
      )
      .outcome == "not-applicable")
    #expect(
      trial("except: [{ when: case.n > 0, items: [a] }]\nrequire: [{ id: a, that: \(fault) }]")
        .outcome
        == "not-applicable")
    #expect(
      trial("let: { x: \(fault) }\nrequire: [{ that: case.n > 0 || x }]").outcome == "satisfied")
    #expect(trial("let: { x: \(fault) }\nrequire: [{ that: case.n > 1 || x }]").outcome == "error")
  }

  @Test func `an empty each, or a where false for all, is not-applicable`() {
    let none = "case: { n: 1 }"
    #expect(
      trial("require: [{ each: items, as: i, that: i.v > 0 }]", record: none).outcome
        == "not-applicable")
    #expect(
      trial("require: [{ each: items, as: i, where: i.k == \"z\", that: i.v > 0 }]").outcome
        == "not-applicable")
  }

  @Test func `and says which absent fact made where false`() {
    let trial = trial("require: [{ each: items, as: i, where: i.v == 5, that: i.v > 0 }]")
    #expect(trial.outcome == "not-applicable")
    #expect(trial.missing == ["items[2].v"])
  }

  @Test func `an open list has one element more, undetermined, that names the list`() {
    let open = "completeness: open\n" + Self.record.replacing("completeness: closed\n", with: "")
    let trial = trial(
      "require: [{ each: items, as: i, where: has(i.v) && i.v > 0, that: i.v > 0 }]", record: open)
    #expect(trial.findings.last == "- items[] undetermined")
    #expect(trial.missing.contains("items"))
    #expect(trial.outcome == "undetermined")
  }

  @Test func `checks of kind signal make findings but no outcome, unless the rule has no others`() {
    let signal = "{ id: s, kind: signal, that: case.n > 1 }"
    let both = trial("require: [\(signal), { id: a, that: case.n > 0 }]")
    #expect(both.outcome == "satisfied")
    #expect(both.findings == ["s violated"])
    #expect(trial("require: [\(signal)]").outcome == "violated")
    #expect(
      trial("require: [\(signal), { id: a, when: case.n > 1, that: case.n > 0 }]").outcome
        == "not-applicable")
  }
}
