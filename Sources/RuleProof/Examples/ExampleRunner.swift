internal import CaseRecords
internal import Findings
package import RuleCompiler
internal import RuleEvaluator
internal import SourceText
package import WorkCalendar

/// Runs the examples that rules bring along.
///
/// An example is a base record with a patch. The patched record is read as any record is, and the
/// rule reviews it on the example's day. One that cannot be patched or read has failed.
package struct ExampleRunner: Sendable {
  /// The day of the review for examples that name none: their outcome should not depend on it.
  package static let standardDay = CivilDate(year: 2026, month: 6, day: 30) ?? .epoch

  private let loaded: LoadedRules

  package init(_ loaded: LoadedRules) { self.loaded = loaded }

  /// Runs the examples of every rule, or of those with some ids, in the order of the rule files.
  ///
  /// A rule that does not compile fails all its examples.
  package func run(rules ids: Set<String>? = nil) -> [ExampleOutcome] {
    loaded.source.rules.filter { ids?.contains($0.id.text) ?? true }.flatMap(run)
  }

  /// What is wrong with the base records themselves: examples start from records that can be read.
  package func baseProblems() -> [FileDiagnostic] {
    loaded.source.kinds.flatMap { kind -> [FileDiagnostic] in
      guard let rulebook = rulebook(of: kind.name) else { return [] }
      let reader = RecordReader(schema: rulebook.schema)
      return kind.bases.flatMap { base in
        reader.read(base.record).diagnostics.map {
          FileDiagnostic(file: base.file, diagnostic: $0)
        }
      }
    }
  }

  /// What an author should know of examples that run all the same: a patch that takes out what is
  /// not there.
  package func patchWarnings() -> [FileDiagnostic] {
    loaded.source.rules.flatMap { rule -> [FileDiagnostic] in
      let bases = loaded.source.kinds.first { $0.name == rule.recordKind }?.bases ?? []
      return rule.examples.flatMap { example -> [FileDiagnostic] in
        let base = bases.first { $0.name == example.base.text }
        let found = base?.applying(example).diagnostics ?? []
        return found.filter { $0.severity == .warning }.map {
          FileDiagnostic(file: rule.file, diagnostic: $0)
        }
      }
    }
  }

  private func run(_ rule: RuleSource) -> [ExampleOutcome] {
    let rulebook = rulebook(of: rule.recordKind).flatMap {
      $0.rule(rule.id.text)?.id == rule.id.text ? $0 : nil
    }
    return rule.examples.enumerated().map { index, example in
      var outcome = ExampleOutcome(
        rule: rule.id.text, number: index + 1, base: example.base.text, note: example.note,
        expected: example.outcome, file: rule.file, range: example.range)
      if let rulebook {
        run(example, of: rule, rulebook, into: &outcome)
      } else {
        outcome.problems = [.ruleNotCompiled(rule.id.text, at: example.range)]
      }
      return outcome
    }
  }

  private func run(
    _ example: ExampleSource, of rule: RuleSource, _ rulebook: Rulebook,
    into outcome: inout ExampleOutcome
  ) {
    let reading = ExampleReading(example, of: rule, rulebook, in: loaded)
    outcome.problems = reading.problems
    guard let record = reading.record else { return }
    let evaluator = RecordEvaluator(rulebook: rulebook, asOf: example.asOf ?? Self.standardDay)
    outcome.actual = evaluator.review(record, rule: rule.id.text)?.outcome
    if example.checks.isEmpty, outcome.isPassed { return }
    let explanation = evaluator.explain(record, rule: rule.id.text, source: reading.baseFile)
    defer { if !outcome.isPassed { outcome.explanation = explanation } }
    let results = explanation?.derivations.flatMap(\.checks) ?? []
    outcome.checks = example.checks.map { name in
      ExampleOutcome.Check(
        id: name.text, expected: example.outcome,
        actual: results.filter { $0.id == name.text }.map(\.outcome).max())
    }
  }

  private func rulebook(of kind: String) -> Rulebook? {
    loaded.rulebooks.first { $0.schema.kind == kind }
  }
}
