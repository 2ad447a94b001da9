import CEL
import Findings
import RuleCompiler
import RuleProof
import SourceText
import Testing

/// What is asked, what excuses it, and what is said of a gap.
@Suite struct CoverageTests {
  // MARK: What is reached

  @Test func `that is only asked where applies and when are true`() {
    var fixture = CoverageFixture(
      checks: ["{ id: one, when: decision.b, that: decision.c }", "{ id: two, that: decision.c }"],
      [
        "outcome: not-applicable, with: { decision.a: false, decision.c: false }",
        "outcome: satisfied, with: { decision.b: false }",
      ])
    fixture.applies = "decision.a"
    #expect(
      fixture.conditions() == [
        "decision.a: true false", "decision.b: never-true false",
        "decision.c: never-reached never-reached", "decision.c: true never-false",
      ])
  }

  @Test func `where, except, stops and their like are decisions`() {
    var fixture = CoverageFixture(
      checks: [
        "{ id: one, each: officers, as: o, where: o.licensed, that: o.name != \"z\" }",
        "{ id: two, deadline: { from: decision.made_on, within: 'decision.a ? days(3) : days(4)', act: decision.made_on, roll: false, excluding: [ { when: decision.b, from: decision.made_on, until: decision.made_on } ] } }",
      ], ["outcome: satisfied, with: { \"officers[0].licensed\": false }"])
    fixture.more = """
      except:
        - { when: '!decision.c', items: [two], cites: [ { instrument: sample-law, article: 第三条 } ], reading: none }

      """
    let decisions = fixture.measured().report.groups[0].decisions
    #expect(
      decisions.map { "\($0.check ?? "") \($0.key)" } == [
        " except", "one where", "one that", "two within", "two excluding",
      ])
    #expect(
      fixture.conditions() == [
        "decision.c: true never-false", "o.licensed: true false",
        "o.name != \"z\": true never-false",
        "decision.a: true never-false", "decision.b: true never-false",
      ])
  }

  @Test func `an expression that versions share is one`() {
    var fixture = CoverageFixture(
      that: "decision.a && decision.b",
      [
        "outcome: satisfied, with: { decision.made_on: 2019-01-01 }",
        "outcome: violated, with: { decision.a: false }",
      ])
    fixture.effective = ""
    fixture.more = """
      versions:
        - { effective: { basis: decision.made_on, from: 2018-01-01, until: 2019-12-31 } }
        - { effective: { basis: decision.made_on, from: 2020-01-01 } }

      """
    #expect(fixture.conditions() == ["decision.a: true false", "decision.b: true never-false"])
  }

  @Test func `conditions of a schema are measured where they are asked for`() {
    let fixture = CoverageFixture(
      that: "decision.c == true && decision.c",
      ["outcome: violated, without: [decision.c]"])
    #expect(fixture.measured().report.groups.map(\.kind) == [.rule])
    let fields = fixture.measured(["expect."]).report
    #expect(fields.groups.map(\.name) == ["decision.c"])
    let strict = CoverageFixture(
      that: "decision.c && decision.a", ["outcome: violated, without: [decision.c]"])
    #expect(strict.conditions(["expect.decision"]) == ["decision.b: true never-false"])
  }

  // MARK: Outcomes

  @Test func `a rule has four outcomes, a term a fifth, a check two`() {
    let fixture = CoverageFixture(
      checks: [
        "{ id: one, that: decision.a }",
        "{ id: two, deadline: { from: decision.made_on, within: days(3), act: decision.made_on, roll: false } }",
      ], ["outcome: satisfied", "outcome: violated, with: { decision.a: false }"])
    let outcomes = fixture.measured().report.groups[0].outcomes
    #expect(
      outcomes.map { "\($0.check ?? "rule") \($0.outcome.rawValue)" } == [
        "rule violated", "rule satisfied", "rule not-applicable", "rule undetermined",
        "rule pending", "one violated", "one satisfied", "two violated", "two satisfied",
      ])
    #expect(
      outcomes.filter { $0.state == .missing }.map {
        "\($0.check ?? "rule") \($0.outcome.rawValue)"
      }
        == ["rule not-applicable", "rule undetermined", "rule pending", "two violated"])
    let last = outcomes[7]
    #expect(last.nearest?.number == 1 && last.nearestOutcome == .satisfied)
    #expect(outcomes.map { $0.place?.line } == [1, 1, 1, 1, 1, 9, 9, 10, 10])
  }

  @Test func `percent counts outcomes and sides, and not what is excused`() {
    var fixture = CoverageFixture(that: "decision.a && decision.b", ["outcome: satisfied"])
    // Of 4 outcomes 1, of 4 sides 2.
    #expect(fixture.measured().report.tally.permille == 375)
    fixture.proof = """
      coverage:
        - { rule: sample.decision.tested, outcome: not-applicable, reason: { zh: 理由, en: why } }
        - { rule: sample.decision.tested, condition: decision.b, side: false, reason: { zh: 理由, en: why } }

      """
    let (report, warnings) = fixture.measured()
    #expect(report.tally.permille == 500)
    #expect(report.tally.excused == 2)
    #expect(report.tally.coveredConditions == 1)
    #expect(warnings == [])
  }

  @Test func `an exception that is not needed, or names nothing, is a warning at its place`() {
    var fixture = CoverageFixture(that: "decision.a && decision.b", ["outcome: satisfied"])
    fixture.proof = """
      coverage:
        - { rule: sample.decision.tested, outcome: satisfied, reason: { zh: 理由, en: why } }
        - { rule: sample.decision.tested, condition: decision.a, side: true, reason: { zh: 理由, en: why } }
        - { rule: sample.decision.tested, condition: decision.x, reason: { zh: 理由, en: why } }
        - { field: decision.x, condition: decision.b, reason: { zh: 理由, en: why } }

      """
    let (_, warnings) = fixture.measured()
    #expect(
      warnings.map(\.diagnostic.code) == [
        "unneeded-exception", "unneeded-exception", "exception-of-nothing",
        "exception-of-nothing",
      ])
    #expect(warnings.allSatisfy { $0.file == "proof.yaml" && $0.diagnostic.range != .none })
    #expect(warnings[2].diagnostic.help?.en == "Did you mean `decision.a`?")
  }

  // MARK: Gaps

  private func gap(_ condition: String, _ side: Bool, in fixture: CoverageFixture) -> CoverageGap? {
    fixture.measured().report.groups[0].decisions.flatMap(\.conditions)
      .first { $0.text == condition }?.sides.first { $0.side == side }?.gap
  }

  @Test func `a gap names what is needed, and the example to which the least is missing`() {
    let fixture = CoverageFixture(
      that: "decision.a && (decision.b || decision.c)",
      [
        "outcome: violated, with: { decision.a: false, decision.b: false, decision.c: false }",
        "outcome: satisfied, with: { decision.c: false }",
      ])
    let found = gap("decision.c", true, in: fixture)
    #expect(found?.problem == .neverTrue)
    #expect(
      found?.needs == [
        .init(condition: "decision.a", value: true), .init(condition: "decision.b", value: false),
        .init(condition: "decision.c", value: true),
      ])
    #expect(found?.nearest?.witness.number == 1 || found?.nearest?.witness.number == 2)
    #expect(found?.nearest?.changes.count == 2)
    let other = gap("decision.c", false, in: fixture)
    #expect(other?.problem == .falseNotDecided)
    #expect(other?.nearest?.changes.count == 1)
    #expect(other?.nearest?.witness.text?.contains("base: ordinary") == true)
    #expect(other?.nearest?.witness.place?.file == "Rules/sample/decision/tested.yaml")
  }

  @Test func `a condition stands where its file has it`() {
    let fixture = CoverageFixture(
      checks: ["{ that: 'decision.a\n      && decision.b' }"], ["outcome: satisfied"])
    let conditions = fixture.measured().report.groups[0].decisions[0].conditions
    #expect(conditions.map { $0.places.map(\.line) } == [[9], [10]])
    #expect(conditions[1].places.map(\.column) == [10])
  }

  @Test(
    "what cannot decide is told, and why",
    arguments: [
      // Where the kind is not on file, it is not `fine` either.
      (
        "has(decision.kind) && decision.kind == \"fine\"", "has(decision.kind)", false,
        ["decision.kind == \"fine\" false"]
      ),
      ("decision.a || decision.a && decision.b", "decision.b", true, []),
      (
        "decision.kind != \"fine\" && decision.kind in [\"other\", \"more\"]",
        "decision.kind != \"fine\"", false, ["decision.kind in [\"other\", \"more\"] false"]
      ),
    ])
  func decidesNothing(condition: String, part: String, side: Bool, implied: [String]) {
    let found = gap(part, side, in: CoverageFixture(that: condition))
    #expect(found?.problem == .decidesNothing)
    #expect(found?.implied.map { "\($0.condition) \($0.value.rawValue)" } == implied)
  }

  @Test func `a decision tells what its names stand for, and the names in those`() {
    var fixture = CoverageFixture(that: "one && decision.c", ["outcome: satisfied"])
    fixture.lets = ["two: decision.a && listed(decision.kind)", "one: two || decision.b"]
    fixture.definitions = [
      "listed: { args: { k: text }, type: boolean, is: 'k == \"fine\"' }",
      "other: { type: boolean, is: decision.b }",
    ]
    let decisions = fixture.measured().report.groups[0].decisions
    #expect(decisions.last?.names.map(\.name) == ["one", "two", "listed"])
    #expect(decisions.last?.names.last?.text == "k == \"fine\"")
  }

  @Test func `a guard needs no more than that its fact is missing`() {
    let fixture = CoverageFixture(
      checks: [
        "{ that: 'decision.a && has(decision.amount) && decision.amount > 3', absent: violated }"
      ], ["outcome: satisfied, with: { decision.amount: 4 }"])
    let found = gap("has(decision.amount)", false, in: fixture)
    #expect(
      found?.nearest?.changes == [.init(condition: "has(decision.amount)", value: false)])
    #expect(
      found?.needs == [
        .init(condition: "decision.a", value: true),
        .init(condition: "has(decision.amount)", value: false),
      ])
  }

  @Test func `a name that begins with the prefix is measured, others are not run`() {
    var fixture = CoverageFixture(that: "decision.a", ["outcome: satisfied"])
    fixture.other = ("decision.b", ["outcome: satisfied"])
    let (report, _) = fixture.measured(["sample.decision.o"])
    #expect(report.groups.map(\.name) == ["sample.decision.other"])
    #expect(report.examples == 1)
  }
}
