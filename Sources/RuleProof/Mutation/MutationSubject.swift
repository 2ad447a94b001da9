import CaseRecords
import Findings
import RuleCompiler
import RuleEvaluator
import SourceText
import WorkCalendar
import YAML

/// A rule with its examples made ready: what its mutants are held against.
struct MutationSubject {
  /// A record that an example is about, and what the rule says of it.
  struct Trial {
    var example: ExampleSource
    var record: PreparedRecord
    var asOf: CivilDate
    var verdict: RuleVerdict
  }

  let source: RuleSource
  let compiled: CompiledRule
  let rulebook: Rulebook
  let bases: [BaseRecordSource]
  let file: SourceFile
  private let reader: RecordReader

  init(
    _ source: RuleSource, _ compiled: CompiledRule, in rulebook: Rulebook,
    bases: [BaseRecordSource], file: SourceFile
  ) {
    self.source = source
    self.compiled = compiled
    self.rulebook = rulebook
    self.bases = bases
    self.file = file
    reader = RecordReader(schema: rulebook.schema)
  }

  /// Makes an example ready and asks the rule; `nil` where the example cannot be run.
  func trial(of example: ExampleSource) -> Trial? {
    guard let base = bases.first(where: { $0.name == example.base.text }) else { return nil }
    let patched = base.applying(example)
    guard !patched.diagnostics.contains(where: { $0.severity == .error }),
      let record = reader.read(patched.record).record
    else { return nil }
    let asOf = example.asOf ?? ExampleRunner.standardDay
    let evaluator = RecordEvaluator(rulebook: rulebook, asOf: asOf)
    let prepared = evaluator.prepare(record, for: compiled)
    return Trial(
      example: example, record: prepared, asOf: asOf,
      verdict: evaluator.verdict(of: compiled, on: prepared))
  }

  /// What a mutant says of a record.
  func verdict(of mutant: CompiledMutant, on trial: Trial) -> RuleVerdict {
    RecordEvaluator(rulebook: mutant.rulebook, asOf: trial.asOf)
      .verdict(of: mutant.rule, on: trial.record)
  }

  /// True where a verdict is what an example states: of the rule, and of the checks that it names.
  static func states(_ example: ExampleSource, _ verdict: RuleVerdict) -> Bool {
    verdict.outcome == example.outcome
      && example.checks.allSatisfy { verdict.checks[$0.text] == example.outcome }
  }

  /// Compiles a mutant; `nil` where it does not compile.
  func compile(_ mutant: Mutant) -> CompiledMutant? {
    let replaced: Rulebook?
    switch mutant.change {
    case .rule(let rule): replaced = rulebook.replacing(rule, file: file).rulebook
    case .parameter(let parameter):
      var parameters = rulebook.parameters.parameters
      guard let number = rulebook.parameters.number(of: parameter.name.text) else { return nil }
      parameters[number] = parameter
      replaced =
        rulebook.replacing(source, parameters: ParameterTable(parameters), file: file).rulebook
    }
    guard let replaced, let rule = replaced.rule(source.id.text) else { return nil }
    return CompiledMutant(rulebook: replaced, rule: rule)
  }
}

/// A mutant in the rulebook that holds it in the place of its rule.
struct CompiledMutant {
  let rulebook: Rulebook
  let rule: CompiledRule
}
