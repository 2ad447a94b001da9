import Findings
import Testing

/// Semantics §2, a test for each line of its table.
@Suite struct AlgebraTests {
  static let record = """
    completeness: closed
    unrecorded: [case.lost, case.told_on]
    case: { n: 1, m: 0, flag: true, word: 甲, day: 2024-05-06 }
    """
  /// One expression for each state.
  static let states: [String: String] = [
    "T": "case.n == 1", "F": "case.n == 2", "A": "case.gone > 0", "U": "case.lost > 0",
    "fault": "1 / case.m > 0",
  ]

  func state(_ that: String) -> String { RuleTrial.state(that, record: Self.record) }

  /// The state of an operator over two states, in both orders; a text where the order matters.
  func state(_ a: String, _ operation: String, _ b: String) throws -> String {
    let left = try #require(Self.states[a])
    let right = try #require(Self.states[b])
    let (one, other) = (
      state("(\(left)) \(operation) (\(right))"), state("(\(right)) \(operation) (\(left))")
    )
    return one == other ? one : "\(one) and \(other)"
  }

  @Test(arguments: AlgebraTests.states.keys.sorted())
  func `the states themselves`(name: String) throws {
    #expect(try state(#require(Self.states[name])) == name)
  }

  @Test(arguments: ["T", "F", "A", "U", "fault"])
  func `F && anything, T || anything (either side): F, T`(other: String) throws {
    #expect(try state("F", "&&", other) == "F")
    #expect(try state("T", "||", other) == "T")
  }

  @Test func `T && A, F || A; T && U, F || U: A; U`() throws {
    #expect(try state("T", "&&", "A") == "A")
    #expect(try state("F", "||", "A") == "A")
    #expect(try state("T", "&&", "U") == "U")
    #expect(try state("F", "||", "U") == "U")
  }

  @Test func `A && U, A || U: U, the unknown may still decide`() throws {
    #expect(try state("A", "&&", "U") == "U")
    #expect(try state("A", "||", "U") == "U")
  }

  @Test func `U && fault, U || fault; A && fault, A || fault: U; fault`() throws {
    #expect(try state("U", "&&", "fault") == "U")
    #expect(try state("U", "||", "fault") == "U")
    #expect(try state("A", "&&", "fault") == "fault")
    #expect(try state("A", "||", "fault") == "fault")
  }

  @Test(arguments: [
    ("case.gone == case.m2", "true"), ("case.gone == 3", "false"), ("case.gone != 3", "true"),
    ("case.gone in [3]", "false"), ("case.gone == null", "true"), ("3 == case.gone", "false"),
    ("!(case.gone in [3])", "true"),
  ])
  func `null == null, null == v, null != v, null in [v]: T, F, T, F, total on null`(
    that: String, truth: String
  ) {
    var trial = RuleTrial(that: that, record: Self.record)
    trial.schema = RuleTrial.schema.replacing(
      "- { name: gone,",
      with: "- { name: m2, type: integer, expect: always }\n      - { name: gone,")
    let expected = truth == "true" ? "satisfied" : "violated"
    #expect(trial.outcome == expected)
  }

  @Test(arguments: [
    ("case.gone > 0", ["case.gone"]), ("case.gone + case.opt > 0", ["case.gone", "case.opt"]),
    ("-case.gone > 0", ["case.gone"]), ("case.who.startsWith(\"a\")", ["case.who"]),
    ("size(case.who) > 0", ["case.who"]), ("case.later > case.day", ["case.later"]),
    ("daysBetween(case.day, case.later) > 0", ["case.later"]),
  ])
  func
    `any other operator or function on null, and null where a bool is due: A, naming every absent fact`(
      that: String, missing: [String]
    ) throws
  {
    #expect(state(that) == "A")
    let result = try RuleTrial(that: that, "absent: violated", record: Self.record).result()
    #expect(result.missing == missing)
  }

  @Test func `null where a bool is due is A`() {
    let record = Self.record.replacing("flag: true, ", with: "")
    #expect(RuleTrial.state("case.flag", record: record) == "A")
    #expect(RuleTrial.state("case.flag && case.n == 1", record: record) == "A")
    #expect(RuleTrial.state("case.flag ? true : true", record: record) == "A")
    #expect(RuleTrial.state("!case.flag", record: record) == "A")
  }

  @Test func `a strict operator over A and U is A: no value of the unknown could save it`() {
    #expect(state("case.gone + case.lost > 0") == "A")
    #expect(state("case.lost + case.gone > 0") == "A")
  }

  @Test func `a strict operator over a fault and A or U is a fault`() {
    #expect(state("case.gone + 1 / case.m > 0") == "fault")
    #expect(state("1 / case.m + case.lost > 0") == "fault")
  }

  @Test(arguments: [
    "case.lost == 3", "3 != case.lost", "case.lost in [3]", "has(case.lost)", "!(case.lost > 0)",
    "case.lost == null", "case.lost == case.lost",
  ])
  func `U == v, U in list, has(U), !U: U`(that: String) {
    #expect(state(that) == "U")
  }

  @Test func `c ? x : y with c A or U: A or U`() {
    #expect(state("(case.gone > 0) ? true : true") == "A")
    #expect(state("(case.lost > 0) ? true : true") == "U")
    #expect(state("(case.n == 1) ? true : case.gone > 0") == "T")
  }
}

/// Semantics §2, the lines about lists.
@Suite struct ListAlgebraTests {
  /// Elements by state: `v` is 1, 2, absent, unrecorded, or 0 to divide by.
  func record(_ elements: [String]) -> String {
    let items = elements.enumerated().map { number, state in
      let value = ["T": ", v: 1", "F": ", v: 2", "fault": ", v: 0"][state] ?? ""
      return "{ k: e\(number)\(value) }"
    }
    let lost = elements.indices.filter { elements[$0] == "U" }.map { "'items[\($0)].v'" }
    return """
      completeness: closed
      unrecorded: [\(lost.joined(separator: ", "))]
      items: [\(items.joined(separator: ", "))]
      """
  }

  /// `10 / v == 10`: true for 1, false for 2, a fault for 0.
  static let condition = "10 / x.v == 10"

  func state(_ macro: String, _ elements: [String]) -> String {
    RuleTrial.state("items.\(macro)(x, \(Self.condition))", record: record(elements))
  }

  @Test(arguments: [
    (["T", "A", "fault", "U", "F"], "F"), (["T", "A", "fault", "U"], "U"),
    (["T", "A", "fault"], "fault"), (["T", "A"], "A"), (["T", "T"], "T"), ([], "T"),
  ])
  func `all: some F; else U; else fault; else A; else T, in that order`(
    elements: [String], expected: String
  ) {
    #expect(state("all", elements) == expected)
    #expect(state("all", elements.reversed()) == expected)
  }

  @Test(arguments: [
    (["F", "A", "fault", "U", "T"], "T"), (["F", "A", "fault", "U"], "U"),
    (["F", "A", "fault"], "fault"), (["F", "A"], "A"), (["F", "F"], "F"), ([], "F"),
  ])
  func `exists: some T; else U; else fault; else A; else F`(elements: [String], expected: String) {
    #expect(state("exists", elements) == expected)
    #expect(state("exists", elements.reversed()) == expected)
  }

  @Test(arguments: [
    (["T", "A"], "A"), (["T", "U"], "U"), (["T", "A", "U"], "U"), (["T", "U", "fault"], "fault"),
    (["T", "A", "fault"], "fault"),
  ])
  func `map, filter, exists_one with a U or A element: lost whole, fault before U before A`(
    elements: [String], expected: String
  ) {
    for elements in [elements, elements.reversed()] {
      #expect(state("exists_one", elements) == expected)
      let record = record(elements)
      let filtered = "size(items.filter(x, \(Self.condition))) >= 0"
      #expect(RuleTrial.state(filtered, record: record) == expected)
      let mapped = "size(items.map(x, 10 / x.v + 1)) >= 0"
      #expect(RuleTrial.state(mapped, record: record) == expected)
    }
  }

  @Test func `where keeps the elements that a filter would lose`() {
    let trial = RuleTrial(
      rule: "require: [{ each: items, as: x, where: 'has(x.v) && x.v > 0', that: x.v == 1 }]",
      record: record(["T", "A", "F"]))
    #expect(trial.findings == ["- items[2] violated"])
  }
}

/// Semantics §2, what a result says of where its state came from.
@Suite struct TrailTests {
  static let record = """
    unrecorded: [case.lost, case.word]
    case: { n: 1 }
    """

  @Test func `a result carries the paths of its own state, from every operand`() throws {
    func missing(_ that: String) throws -> [String] {
      try RuleTrial(that: that, "absent: undetermined", record: Self.record).result().missing
    }
    #expect(try missing("case.lost > 0 && case.word == \"a\"") == ["case.lost", "case.word"])
    #expect(try missing("case.gone > 0 && case.opt > 0") == ["case.gone", "case.opt"])
    // The unknown one decides, and the absent one is not named.
    #expect(try missing("case.gone > 0 && case.lost > 0") == ["case.lost"])
    #expect(try missing("case.gone + case.lost > 0") == ["case.gone"])
  }
}
