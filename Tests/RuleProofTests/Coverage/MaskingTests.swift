import Findings
import RuleCompiler
import RuleProof
import SourceText
import Testing

/// Which examples show which side of which condition.
@Suite struct MaskingTests {
  private static let both = "outcome: satisfied"
  private static let notA = "outcome: violated, with: { decision.a: false }"
  private static let notB = "outcome: violated, with: { decision.b: false }"
  private static let neither =
    "outcome: violated, with: { decision.a: false, decision.b: false }"

  @Test(
    "of a && b each decides while the other is true",
    arguments: [
      ([both], ["decision.a: true never-false", "decision.b: true never-false"]),
      ([both, notA], ["decision.a: true false", "decision.b: true never-false"]),
      ([both, notA, notB], ["decision.a: true false", "decision.b: true false"]),
      (
        [both, neither],
        ["decision.a: true false-not-decided", "decision.b: true false-not-decided"]
      ),
      (
        [notA, neither],
        ["decision.a: never-true false", "decision.b: true-not-decided false-not-decided"]
      ),
    ])
  func conjunction(examples: [String], conditions: [String]) {
    #expect(
      CoverageFixture(that: "decision.a && decision.b", examples).conditions() == conditions)
  }

  @Test func `of a || b each decides while the other is false, and is seen behind a true one`() {
    let notA = "outcome: satisfied, with: { decision.a: false }"
    let neither = "outcome: violated, with: { decision.a: false, decision.b: false }"
    let fixture = { (examples: [String]) in
      CoverageFixture(that: "decision.a || decision.b", examples).conditions()
    }
    // In the second example b is true behind a true a: it is looked at, and decides nothing.
    #expect(
      fixture([neither, "outcome: satisfied"])
        == ["decision.a: true-not-decided false", "decision.b: true-not-decided false"])
    #expect(
      fixture([neither, notA]) == ["decision.a: never-true false", "decision.b: true false"])
  }

  @Test func `! turns a condition round and is none itself`() {
    #expect(
      CoverageFixture(
        that: "!(decision.a || !decision.b)", ["outcome: violated"]
      ).conditions() == [
        "decision.a: true never-false", "decision.b: true-not-decided never-false",
      ])
  }

  @Test func `of c ? x : y only the branch that is taken decides`() {
    let fixture = CoverageFixture(
      that: "decision.c ? decision.a : decision.b",
      [
        "outcome: satisfied, with: { decision.b: false }",
        "outcome: violated, with: { decision.c: false, decision.b: false }",
      ])
    #expect(
      fixture.conditions() == [
        "decision.c: true false", "decision.a: true never-false",
        "decision.b: never-true false",
      ])
  }

  @Test func `conditions with the same text are one, and flip together`() {
    // Were only one `decision.a` flipped, the decision would stay what it is.
    let fixture = CoverageFixture(
      that: "decision.a && decision.b || decision.a && decision.c",
      ["outcome: satisfied", "outcome: violated, with: { decision.a: false }"])
    #expect(
      fixture.conditions() == [
        "decision.a: true false", "decision.b: true-not-decided never-false",
        "decision.c: true-not-decided never-false",
      ])
    let places = fixture.measured().report.groups[0].decisions[0].conditions[0].places
    #expect(places.map(\.column) == [14, 42])
  }

  @Test func `a literal and what is the same for every record are left out`() {
    let fixture = CoverageFixture(
      that: "decision.a && (1 == 1 || true || decision.kind == decision.kind)",
      ["outcome: satisfied"])
    #expect(fixture.conditions() == ["decision.a: true never-false"])
  }

  // MARK: Facts that are not there

  @Test func `a guard decides between true and absent`() {
    let fixture = CoverageFixture(
      checks: ["{ that: 'has(decision.amount) && decision.amount > 3', absent: violated }"],
      [
        "outcome: satisfied, with: { decision.amount: 4 }",
        "outcome: violated, without: [decision.amount]",
      ])
    // Without the amount, `amount > 3` is neither true nor false.
    #expect(
      fixture.conditions() == [
        "has(decision.amount): true false", "decision.amount > 3: true never-false",
      ])
  }

  @Test func `an unknown condition is on no side, and lets the other decide`() {
    let fixture = CoverageFixture(
      that: "decision.a && decision.b",
      [
        "outcome: undetermined, unrecorded: [decision.a]",
        "outcome: violated, with: { decision.b: false }, unrecorded: [decision.a]",
      ])
    #expect(
      fixture.conditions() == ["decision.a: never-true never-false", "decision.b: true false"])
  }

  // MARK: Macros and names

  @Test func `a macro is a condition outside and a decision inside, of every element`() {
    let fixture = CoverageFixture(
      that: "decision.a && officers.exists(o, o.licensed && o.name == \"y\")",
      ["outcome: satisfied, with: { \"officers[0].licensed\": false }"])
    // The first element decides nothing of `licensed`: its name is another. The second is true.
    #expect(
      fixture.conditions() == [
        "decision.a: true never-false",
        "officers.exists(o, o.licensed && o.name == \"y\"): true never-false",
        "o.licensed: true false-not-decided", "o.name == \"y\": true false-not-decided",
      ])
  }

  @Test func `elements behind the one that decides are looked at too`() {
    let fixture = CoverageFixture(
      that: "officers.exists(o, o.licensed)",
      ["outcome: satisfied, with: { \"officers[1].licensed\": false }"])
    #expect(
      fixture.conditions() == [
        "officers.exists(o, o.licensed): true never-false", "o.licensed: true false",
      ])
  }

  @Test func `predicates, choices and connectives in other expressions are decisions`() {
    let fixture = CoverageFixture(
      that:
        "size(officers.filter(o, o.licensed)) > (decision.a && decision.b ? 1 : 2) || [decision.b, !decision.c].size() == 3",
      ["outcome: satisfied"])
    #expect(
      fixture.conditions() == [
        "size(officers.filter(o, o.licensed)) > (decision.a && decision.b ? 1 : 2): true never-false",
        "[decision.b, !decision.c].size() == 3: never-true false-not-decided",
        "o.licensed: true never-false", "decision.a: true never-false",
        "decision.b: true never-false", "decision.c: true never-false",
      ])
  }

  @Test func `the body of a cel.bind is the decision`() {
    let fixture = CoverageFixture(
      that: "cel.bind(x, decision.a, x || decision.b)",
      ["outcome: satisfied, with: { decision.b: false }"])
    #expect(
      fixture.conditions() == ["x: true never-false", "decision.b: never-true false-not-decided"])
  }

  @Test func `a let is a decision of its own where it is a boolean`() {
    var fixture = CoverageFixture(
      that: "both && decision.c",
      ["outcome: satisfied", "outcome: violated, with: { decision.a: false }"])
    fixture.lets = ["both: decision.a && decision.b", "doubled: decision.amount * 2"]
    #expect(
      fixture.conditions() == [
        "decision.a: true false", "decision.b: true never-false", "both: true false",
        "decision.c: true never-false",
      ])
  }

  @Test func `a definition is counted once, over the rules that use it`() {
    var fixture = CoverageFixture(that: "both", ["outcome: satisfied"])
    fixture.definitions = ["both: { type: boolean, is: decision.a && decision.b }"]
    fixture.other = (
      "both || decision.c",
      ["outcome: violated, with: { decision.a: false, decision.c: false }"]
    )
    #expect(
      fixture.conditions(of: 0) == ["both: never-true false", "decision.c: never-true false"])
    #expect(fixture.conditions(of: 1) == ["both: true never-false"])
    #expect(
      fixture.conditions(of: 2) == ["decision.a: true false", "decision.b: true never-false"])
    #expect(fixture.measured().report.groups.map(\.kind) == [.rule, .rule, .definition])
    #expect(fixture.measured().report.groups.map(\.decisions.count) == [1, 1, 1])
  }

  @Test func `a definition with arguments is observed where it is called`() {
    var fixture = CoverageFixture(
      that: "officers.all(o, trusted(o.name))",
      ["outcome: violated, with: { \"officers[1].licensed\": false }"])
    fixture.definitions = [
      "trusted: { args: { n: text }, type: boolean, is: 'officers.exists(o, o.name == n && o.licensed)' }"
    ]
    #expect(
      fixture.conditions(of: 1) == [
        "officers.exists(o, o.name == n && o.licensed): true false",
        "o.name == n: true false", "o.licensed: true false",
      ])
  }
}
