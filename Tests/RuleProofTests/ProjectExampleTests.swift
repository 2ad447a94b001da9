import Findings
import RuleCompiler
import RuleProof
import Testing

/// The examples that the project's rules bring along.
@Suite struct ProjectExampleTests {
  static let outcomes = ExampleRunner(ProjectRules.loaded).run()

  @Test func `the rules folder is sound`() {
    #expect(ProjectRules.loaded.diagnostics == [])
    #expect(ExampleRunner(ProjectRules.loaded).baseProblems() == [])
  }

  @Test(arguments: outcomes)
  func `an example comes to what it says`(outcome: ExampleOutcome) {
    #expect(
      outcome.isPassed,
      "\(outcome.actual?.rawValue ?? "none"), \(outcome.checks), \(outcome.problems)")
  }

  @Test func `there are enough of them, of every outcome but an error`() {
    #expect(Self.outcomes.count >= 75)
    #expect(Set(Self.outcomes.map(\.rule)).count >= 18)
    #expect(
      Set(Self.outcomes.map(\.expected)) == Set(Outcome.allCases).subtracting([.error]))
    let rules = Set(ProjectRules.loaded.source.rules.map(\.id.text))
    #expect(Set(Self.outcomes.map(\.rule)) == rules, "each rule has examples")
  }
}

extension ExampleOutcome: CustomTestStringConvertible {
  public var testDescription: String { "\(rule) \(number)" }
}
