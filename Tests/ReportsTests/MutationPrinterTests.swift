import Findings
import Reports
import SourceText
import TestSupport
import Testing

@Suite struct MutationPrinterTests {
  private let file = SourceFile(
    path: "Rules/penalty/hearing/held.yaml",
    text: "applies: case.outcome == \"penalised\"\nrequire:\n  - that: size(officers) >= 2\n")

  private var report: MutationReport {
    var clean = RuleMutation(rule: "penalty.hearing.asked")
    (clean.made, clean.killed, clean.invalid) = (4, 4, 1)
    clean.families = [.init(family: .comparison, made: 4, killed: 4)]
    var held = RuleMutation(rule: "penalty.hearing.held")
    (held.made, held.killed) = (8, 3)
    held.families = [
      .init(family: .comparison, made: 4, killed: 3), .init(family: .number, made: 4, killed: 0),
    ]
    held.survivors = [
      survivor(
        "that: `>=` → `>`", .comparison,
        .found(
          KillingExample(
            text: "- { base: ordinary, outcome: satisfied, without: [\"officers[1]\"] }",
            original: .satisfied, mutant: .violated))),
      survivor("that: `2` → `1`", .number, .nothing(records: 1945)),
      survivor(
        "that: `2` → `3`", .number,
        .unstatable(
          KillingExample(
            text: "- { base: ordinary, outcome: not-applicable }", original: .violated,
            mutant: .satisfied, check: "officers"))),
      survivor("applies: always true", .number, .notDone),
    ]
    held.survivors[3].after = []
    var accepted = survivor("that: `2` → `0`", .number, .notDone)
    accepted.reason = BilingualText(zh: "人数不会少于一", en: "There is always one")
    held.accepted = [accepted]
    var failing = RuleMutation(rule: "penalty.hearing.failing")
    failing.failingExamples = [2, 5]
    var broken = RuleMutation(rule: "penalty.hearing.broken")
    broken.isCompiled = false
    return MutationReport(rules: [clean, held, failing, broken])
  }

  private func survivor(
    _ key: String, _ family: MutationFamily, _ search: SurvivingMutant.Search
  ) -> SurvivingMutant {
    SurvivingMutant(
      key: key, family: family, place: Fixture.place(of: ">=", in: file),
      before: ["- that: size(officers) >= 2"], after: ["- that: size(officers) > 2"],
      search: search)
  }

  @Test("tells survivors with their lines and scores", arguments: Language.allCases)
  func text(language: Language) {
    var text = ""
    MutationPrinter { text += $0 }.printText(report, language: language, colour: false)
    expectGolden(text, named: "mutation.\(language.rawValue).txt")
  }

  @Test func `tells survivors as JSON`() {
    var text = ""
    MutationPrinter { text += $0 }.printJSON(report)
    expectGolden(text, named: "mutation.json")
  }

  @Test func `only all killed is a hundred per cent`() {
    var rule = RuleMutation(rule: "penalty.hearing.held")
    (rule.made, rule.killed) = (30_000, 29_999)
    var text = ""
    MutationPrinter { text += $0 }
      .printText(MutationReport(rules: [rule]), language: .en, colour: false)
    #expect(text.contains(" 99.99%"))
  }
}
