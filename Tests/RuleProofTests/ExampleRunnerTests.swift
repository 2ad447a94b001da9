import Findings
import RuleCompiler
import RuleProof
import SourceText
import Testing

@Suite struct ExampleRunnerTests {
  private func outcomes(_ examples: String, that condition: String = "decision.reasoned")
    -> [ExampleOutcome]
  {
    let files = [
      SourceFile(path: "records/sample.yaml", text: Self.schema),
      SourceFile(path: "records/sample.examples/ordinary.yaml", text: Self.record),
      SourceFile(path: "instruments.yaml", text: Self.instruments),
      SourceFile(
        path: "sample/decision/reasoned.yaml",
        text: Self.rule(that: condition) + "examples:\n" + examples),
    ]
    let loaded = RulebookLoader.compile(RulebookSource(reading: files), folder: "Rules")
    return ExampleRunner(loaded).run()
  }

  @Test(
    "an example passes where rule and named checks come to what it says",
    arguments: [
      ("outcome: satisfied", true), ("outcome: violated", false),
      ("outcome: violated, with: { decision.reasoned: false }", true),
      ("outcome: violated, with: { decision.reasoned: false }, check: given", true),
      ("outcome: violated, with: { decision.reasoned: false }, check: told", false),
      ("outcome: undetermined, unrecorded: [decision.reasoned]", true),
      ("outcome: not-applicable, with: { decision.made_on: 2019-12-31 }", true),
      ("outcome: pending, without: [decision.told_on], as_of: 2024-03-08, check: told", true),
      ("outcome: violated, without: [decision.told_on], as_of: 2024-03-09, check: told", true),
      ("outcome: violated, without: [decision.told_on]", true),
    ])
  func passing(example: String, isPassed: Bool) {
    let found = outcomes("  - { base: ordinary, \(example) }\n")
    #expect(found.map(\.isPassed) == [isPassed])
    #expect(found.flatMap(\.problems) == [])
  }

  @Test(
    "an example that cannot be run has failed and says why",
    arguments: [
      ("outcome: satisfied, with: { decision.reasoned: perhaps }", "wrong-type"),
      ("outcome: satisfied, with: { decision.made_on.year: 1 }", "path-not-in-base"),
      ("outcome: satisfied, with: { decision.nothing: 1 }", "unknown-field"),
    ])
  func failing(example: String, code: String) {
    let found = outcomes("  - { base: ordinary, \(example) }\n")
    #expect(found.map(\.isPassed) == [false])
    #expect(found[0].actual == nil)
    #expect(found[0].problems.map(\.code) == [code])
  }

  @Test func `a rule that does not compile fails its examples`() {
    let found = outcomes("  - { base: ordinary, outcome: satisfied }\n", that: "decision.made_on")
    #expect(found.map(\.isPassed) == [false])
    #expect(found.flatMap(\.problems).map(\.code) == ["rule-not-compiled"])
  }

  private static let schema = """
    kind: sample
    zh: 样例
    en: Sample
    sections:
      - name: decision
        zh: 决定
        en: Decision
        shape: record
        expect: always
        fields:
          - { name: made_on, zh: 决定日期, en: Made on, type: date, expect: always }
          - { name: told_on, zh: 告知日期, en: Told on, type: date, expect: always }
          - { name: reasoned, zh: 说明理由, en: Reasoned, type: boolean, expect: always }

    """
  private static let record = """
    kind: sample
    decision: { made_on: 2024-03-01, told_on: 2024-03-05, reasoned: true }

    """
  private static let instruments = """
    - { id: sample-law, name: { zh: 样例法, en: Sample Law }, number: null, issuer: 样例机关, from: 2020-01-01 }

    """
  private static func rule(that condition: String) -> String {
    """
    id: sample.decision.reasoned
    title: { zh: 说明理由, en: Reasons are given }
    cites:
      - { instrument: sample-law, article: 第二条 }
    effective: { basis: decision.made_on, from: 2020-01-01 }
    severity: minor
    kind: violation
    require:
      - { id: given, that: \(condition) }
      - id: told
        deadline: { from: decision.made_on, within: days(7), act: decision.told_on, roll: false }
    message: { zh: 没有说明理由。, en: No reasons are given. }
    remedy: { zh: 补充理由。, en: Give the reasons. }

    """
  }
}
