import Findings
import RuleProof
import Testing

@Suite struct RuleMutantTests {
  private func keys(_ rulebook: SmallRulebook, _ families: MutationFamily...) throws -> [String] {
    try rulebook.mutants().filter { families.contains($0.family) }.map(\.key)
  }

  @Test func `conditions and checks are dropped, and kinds turned where another check stands by`()
    throws
  {
    let rulebook = SmallRulebook(
      """
      applies: case.procedure != "simple"
      require:
        - { id: one, when: decision.pages > 1, that: decision.reasoned == true }
        - { id: two, each: officers, as: o, where: o.licensed == true, that: o.until > o.from, kind: signal }
      """)
    #expect(
      try keys(rulebook, .condition, .check, .kind) == [
        "applies: always true",
        "check one: when: always true",
        "check one: kind: `violation` → `signal`",
        "check one: drop the check",
        "check two: where: always true",
        "check two: kind: `signal` → `violation`",
        "check two: drop the check",
      ])
  }

  @Test func `a check alone keeps its kind, and no severity is changed`() throws {
    let rulebook = SmallRulebook(that: "decision.reasoned == true")
    #expect(try keys(rulebook, .kind, .check) == [])
    #expect(try !rulebook.mutants().contains { $0.key.contains("severity") })
  }

  @Test func `what an absent fact means`() throws {
    let rulebook = SmallRulebook(
      "require:\n  - { that: decision.note_on > decision.made_on, absent: not-applicable }")
    #expect(
      try keys(rulebook, .absent) == [
        "absent: `not-applicable` → `undetermined`", "absent: drop `absent: not-applicable`",
      ])
  }

  @Test func `the days of a rule move, and the day between two versions for both`() throws {
    let one = SmallRulebook(
      "require:\n  - that: decision.reasoned == true",
      effective:
        "effective: { basis: [decision.made_on, as_of], from: 2020-01-01, until: 2030-12-31 }")
    #expect(
      try keys(one, .inForce, .basis) == [
        "effective.from: `2020-01-01` → `2019-12-31`",
        "effective.from: `2020-01-01` → `2020-01-02`",
        "effective.until: `2030-12-31` → `2030-12-30`",
        "effective.until: `2030-12-31` → `2031-01-01`",
        "effective.basis: `decision.made_on` and `as_of` swapped",
      ])
    let two = SmallRulebook(
      "require:\n  - that: decision.reasoned == true",
      effective: """
        versions:
          - { effective: { basis: decision.made_on, from: 2020-01-01, until: 2021-12-31 } }
          - { effective: { basis: decision.made_on, from: 2022-01-01 }, applies: decision.pages > 1 }
        """)
    #expect(
      try keys(two, .inForce) == [
        "version 2020-01-01: effective.from: `2020-01-01` → `2019-12-31`",
        "version 2020-01-01: effective.from: `2020-01-01` → `2020-01-02`",
        "version 2022-01-01: effective.from: `2022-01-01` → `2021-12-31`, and the version before it to the day before",
        "version 2022-01-01: effective.from: `2022-01-01` → `2022-01-02`, and the version before it to the day before",
      ])
    #expect(try keys(two, .condition) == ["version 2022-01-01: applies: always true"])
  }

  @Test func `stops, extensions and the keys of a deadline`() throws {
    let rulebook = SmallRulebook(
      """
      deadline:
        from: decision.made_on
        within: params.term
        act: decision.told_on
        excluding:
          - { each: officers, as: o, where: o.licensed == true, from: o.from, until: o.until, count: both }
        extended_by:
          - { until: decision.note_on, approved_on: case.filed_on, where: decision.sealed == true }
        roll: false
      """)
    #expect(
      try keys(rulebook, .clock, .condition) == [
        "deadline.excluding 1: drop the stop",
        "deadline.excluding 1: where: always true",
        "deadline.excluding 1: count: `both` → `last`",
        "deadline.extended_by 1: drop the extension",
        "deadline.extended_by 1: where: always true",
        "deadline.roll: `false` → `true`",
      ])
    #expect(
      try keys(rulebook, .period, .unit) == [
        "params.term: one less", "params.term: one more",
        "params.term: `workdays` for `days` and back",
      ])
  }

  @Test func `exceptions, and values of parameters`() throws {
    let rulebook = SmallRulebook(
      """
      require:
        - { id: one, that: decision.fine <= params.most || !params.strict }
      except:
        - { when: case.procedure == "simple", items: [one], cites: [ { instrument: sample-law, article: 第三条 } ], reading: 特别规定。 }
      """)
    #expect(try keys(rulebook, .exception) == ["except 1: drop the exception"])
    #expect(
      try keys(rulebook, .amount, .truth) == [
        "params.most: 0.01 less", "params.most: 0.01 more",
        "params.strict: `true` for `false` and back",
      ])
  }
}
