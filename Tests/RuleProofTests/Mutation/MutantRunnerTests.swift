import Findings
import RuleCompiler
import RuleProof
import SourceText
import Testing

@Suite struct MutantRunnerTests {
  private static let condition = "decision.pages >= 3"
  private static let examples = [
    "- { base: ordinary, outcome: satisfied }",
    "- { base: ordinary, outcome: violated, with: { decision.pages: 1 } }",
    "- { base: ordinary, outcome: not-applicable, with: { decision.made_on: 2019-12-31 } }",
    "- { base: ordinary, outcome: satisfied, with: { decision.made_on: 2020-01-01 } }",
  ]

  @Test func `a mutant that an example tells from the rule is killed, and another survives`() {
    let result = SmallRulebook(that: Self.condition, examples: Self.examples)
      .measured(searches: false)
    #expect(result.isMeasured)
    // The three pages of the base record tell `>` and 4; nothing has two pages.
    #expect(result.survivors.map(\.key) == ["that: `3` → `2`"])
    #expect(result.made == 6)
    #expect(result.killed == 5)
    #expect(result.keys.count == 6)
    #expect(result.survivors.map(\.search) == [.notDone])
    #expect(result.survivors[0].before == ["decision.pages >= 3"])
    #expect(result.survivors[0].after == ["decision.pages >= 2"])
    #expect(result.survivors[0].place?.file == "Rules/sample/decision/rule.yaml")
  }

  @Test func `the search finds an example, and the example kills`() throws {
    let result = SmallRulebook(that: Self.condition, examples: Self.examples).measured()
    guard case .found(let example)? = result.survivors.first?.search else {
      Issue.record("nothing was found")
      return
    }
    #expect(example.text == "- { base: ordinary, outcome: violated, with: { decision.pages: 2 } }")
    #expect(example.mutant == .satisfied)
    let mended = SmallRulebook(that: Self.condition, examples: Self.examples + [example.text])
      .measured()
    #expect(mended.survivors == [])
    #expect(mended.killed == mended.made)
  }

  /// Conditions of which the base record alone says little, with facts of each sort.
  @Test(
    "every example that is found can be pasted, and kills",
    arguments: [
      "decision.fine > money(\"5000\") || decision.reasoned == true && decision.sealed == true",
      "decision.told_on <= decision.made_on + days(7)",
      "officers.all(o, o.until > decision.made_on) && size(officers) >= 2",
      "all_licensed && case.procedure in [\"ordinary\", \"simple\"]",
      "!has(decision.note_on) || decision.note_on > notice.told_on",
    ])
  func pasting(condition: String) throws {
    let examples = ["- { base: ordinary, outcome: satisfied }"]
    let first = SmallRulebook(that: condition, examples: examples).measured()
    let found = first.survivors.compactMap { survivor -> String? in
      if case .found(let example) = survivor.search { example.text } else { nil }
    }
    #expect(!found.isEmpty)
    let pasted = SmallRulebook(that: condition, examples: examples + Set(found).sorted())
    #expect(ExampleRunner(pasted.loaded).run().filter { !$0.isPassed } == [])
    let second = pasted.measured(searches: false)
    #expect(
      second.survivors.map(\.key)
        == first.survivors.filter {
          if case .found = $0.search { false } else { true }
        }.map(\.key))
  }

  @Test func `what no record tells apart is possibly equivalent`() throws {
    let result = SmallRulebook(
      that: "decision.pages >= 3 || decision.pages >= 3", examples: Self.examples
    ).measured()
    let dropped = try #require(
      result.survivors.first { $0.key == "that: drop `decision.pages >= 3` of `||`" })
    guard case .nothing(let records) = dropped.search else {
      Issue.record("found \(dropped.search)")
      return
    }
    #expect(records > 10)
  }

  @Test func `a difference that no example can state is told as such`() {
    // The signal comes to something else than the rule, whatever it is.
    let result = SmallRulebook(
      """
      require:
        - { id: must, when: decision.pages > 100, that: decision.reasoned == true }
        - { id: look, kind: signal, that: decision.sealed == true }
      examples:
        - { base: ordinary, outcome: not-applicable }
        - { base: ordinary, outcome: violated, with: { decision.pages: 101, decision.reasoned: false } }
        - { base: ordinary, outcome: satisfied, with: { decision.pages: 101 } }
      """
    ).measured()
    let unseen = result.survivors.filter {
      if case .unstatable = $0.search { true } else { false }
    }
    #expect(unseen.filter { !$0.key.hasPrefix("check look: ") } == [])
    #expect(result.survivors.contains { $0.key.hasPrefix("check look: ") })
  }

  @Test func `mutants that do not compile are not counted`() {
    // Without the guard the rule would not compile.
    let result = SmallRulebook(
      that: "has(decision.note_on) && decision.note_on > decision.made_on",
      examples: ["- { base: ordinary, outcome: violated }"]
    ).measured(searches: false)
    #expect(result.invalid > 0)
    #expect(!result.keys.contains("that: drop `has(decision.note_on)` of `&&`"))
  }

  @Test func `a rule with failing examples, or with errors, is not measured`() {
    let failing = SmallRulebook(
      that: Self.condition, examples: Self.examples + ["- { base: ordinary, outcome: violated }"]
    ).measured()
    #expect(failing.failingExamples == [5])
    #expect(!failing.isMeasured)
    #expect(failing.made == 0)
    let broken = SmallRulebook(that: "decision.nothing > 3", examples: Self.examples).measured()
    #expect(!broken.isCompiled)
  }

  @Test func `several workers give what one gives`() async {
    let loaded = SmallRulebook(that: Self.condition, examples: Self.examples).loaded
    let rules = Array(repeating: loaded.source.rules[0], count: 5)
    var counts: [Int] = []
    let results = await MutantRunner(loaded).run(rules, jobs: 3) { counts.append($0) }
    #expect(results == Array(repeating: MutantRunner(loaded).run(rules[0]), count: 5))
    #expect(counts == [1, 2, 3, 4, 5])
  }

  @Test func `exceptions are accepted with their reason, and those without need are told`() {
    let proof = """
      mutation:
        - { rule: sample.decision.rule, mutant: "that: `3` → `2`", reason: { zh: 无法区分, en: Nothing tells } }
        - { rule: sample.decision.rule, mutant: "that: `3` → `4`", reason: { zh: 无法区分, en: Nothing tells } }
        - { rule: sample.decision.rule, mutant: "that: `3` → `5`", reason: { zh: 无法区分, en: Nothing tells } }
      """
    let rulebook = SmallRulebook(that: Self.condition, examples: Self.examples, proof: proof)
    let measured = rulebook.measured()
    #expect(measured.survivors.map(\.search) == [.notDone])
    let (report, leftOver) = MutationReport.excusing([measured], by: rulebook.loaded.source.proof)
    #expect(report.rules[0].survivors == [])
    #expect(report.rules[0].accepted.map(\.reason?.en) == ["Nothing tells"])
    #expect(report.score == 100)
    #expect(leftOver.map(\.diagnostic.code) == ["unneeded-exception", "exception-of-nothing"])
  }
}
