internal import CEL
package import CaseRecords
package import Findings
package import RuleCompiler
internal import RuleEvaluator
internal import SourceText
package import WorkCalendar

/// Measures what examples and cases show of the rules.
///
/// The rules are compiled once more so that every condition is evaluated by itself, whatever stands
/// beside it; the outcomes are the same.
package struct CoverageMeter {
  /// The rules as they are observed. Records have to be read by their kinds.
  package let rules: LoadedRules
  let scope: CoverageScope
  private var ledger = CoverageLedger()
  private let inventories: [Inventory]
  /// Whose decisions a table holds.
  private var owners: [ObjectIdentifier: Int] = [:]
  private let observer = DecisionObserver()
  private(set) var examplesRun: [String: Int] = [:]
  private var failedExamples = 0
  private var cases = 0
  private let files: [String: SourceFile]

  /// What is measured together, with its decisions.
  struct Inventory {
    enum Subject {
      case rule(CompiledRule)
      case definition(CompiledDefinition)
      case field(path: String, label: BilingualText, file: String, range: ByteRange)
    }

    var subject: Subject
    var decisions: [ListedDecision]

    var kind: CoverageGroup.Kind {
      switch subject {
      case .rule: .rule
      case .definition: .definition
      case .field: .field
      }
    }

    var name: String {
      switch subject {
      case .rule(let rule): rule.id
      case .definition(let definition): definition.source.name.text
      case .field(let path, _, _, _): path
      }
    }
  }

  /// - Parameters:
  ///   - loaded: Rules that were read; they are compiled anew.
  ///   - scope: What the report is to be about.
  package init(_ loaded: LoadedRules, scope: CoverageScope = CoverageScope()) {
    let rules = RulebookLoader.compile(
      loaded.source, folder: loaded.folder, observesDecisions: true)
    self.rules = rules
    self.scope = scope
    files = Dictionary(
      rules.source.files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    inventories = Self.inventories(of: rules)
    for (number, inventory) in inventories.enumerated() {
      for key in inventory.decisions.flatMap(\.observed) { owners[key.table] = number }
    }
  }

  private static func inventories(of rules: LoadedRules) -> [Inventory] {
    var inventories = rules.rules.map {
      Inventory(subject: .rule($0), decisions: DecisionInventory($0).decisions)
    }
    for rulebook in rules.rulebooks {
      inventories += rulebook.definitions.map {
        Inventory(subject: .definition($0), decisions: DecisionInventory($0).decisions)
      }
    }
    for rulebook in rules.rulebooks {
      inventories += rulebook.expectedFields(in: rules).map { field in
        Inventory(
          subject: .field(
            path: field.path, label: field.label, file: field.file,
            range: field.expression.range),
          decisions: DecisionInventory(expected: field.expression, field.program).decisions)
      }
    }
    return inventories.filter {
      if case .rule = $0.subject { true } else { !$0.decisions.isEmpty }
    }
  }

  /// The full names of everything that can be asked for.
  package var names: [String] {
    inventories.map { CoverageScope.name(of: $0.name, $0.kind) }
  }

  // MARK: Records

  /// Runs the examples of the rules that the report is about; of all where it is about definitions or
  /// fields, which they share.
  package mutating func runExamples() {
    let isShared = inventories.contains { $0.kind != .rule && scope.includes($0.kind, $0.name) }
    for (number, inventory) in inventories.enumerated() {
      guard case .rule(let rule) = inventory.subject,
        isShared || scope.includes(.rule, rule.id),
        let rulebook = rules.rulebooks.first(where: { $0.schema.kind == rule.source.recordKind })
      else { continue }
      for (index, example) in rule.source.examples.enumerated() {
        run(example, index + 1, of: rule, rulebook, owner: number)
      }
    }
  }

  private mutating func run(
    _ example: ExampleSource, _ number: Int, of rule: CompiledRule, _ rulebook: Rulebook,
    owner: Int
  ) {
    examplesRun[rule.id, default: 0] += 1
    let reading = ExampleReading(example, of: rule.source, rulebook, in: rules)
    guard let record = reading.record else {
      failedExamples += 1
      return
    }
    let file = files[rule.source.file]
    var witness = CoverageWitness(
      rule: rule.id, number: number, name: example.base.text, note: example.note,
      place: file.map {
        Place(of: example.range, in: $0, called: "\(rules.folder)/\($0.path)")
      })
    witness.text = file?.text(in: example.range)
    ledger.begin(witness)
    let evaluator = RecordEvaluator(
      rulebook: rulebook, asOf: example.asOf ?? ExampleRunner.standardDay)
    observer.clear()
    let results = evaluator.review(record, rule: rule.id, observedBy: observer)
    for result in results {
      ledger.note(result)
      let checks = result.checks.filter { check in
        example.checks.contains { $0.text == check.check }
      }
      if result.outcome != example.outcome
        || checks.contains(where: { $0.outcome != example.outcome })
      {
        failedExamples += 1
      }
    }
    for (key, evaluations) in observer.seen {
      guard let found = owners[key.table] else { continue }
      // Rules whose terms this one reads have examples of their own.
      if found == owner || inventories[found].kind != .rule { ledger.note(key, evaluations) }
    }
  }

  /// Reviews a record, read by the kinds of `rules`.
  ///
  /// - Parameter path: What to call it.
  package mutating func review(_ record: CaseRecord, path: String, asOf: CivilDate) {
    guard let rulebook = rules.rulebook(for: record) else { return }
    cases += 1
    ledger.begin(
      CoverageWitness(rule: nil, number: nil, name: path, note: nil, place: nil))
    observer.clear()
    let evaluator = RecordEvaluator(rulebook: rulebook, asOf: asOf)
    for result in evaluator.review(record, observedBy: observer) { ledger.note(result) }
    for (key, evaluations) in observer.seen where owners[key.table] != nil {
      ledger.note(key, evaluations)
    }
  }

  // MARK: Report

  /// Returns what was shown, and what is left over in `proof.yaml`.
  package func report() -> (report: CoverageReport, warnings: [FileDiagnostic]) {
    var builder = CoverageReportBuilder(
      rules: rules, ledger: ledger, exceptions: ProofExceptions(rules.source.proof))
    var report = CoverageReport(
      groups: inventories.filter { scope.includes($0.kind, $0.name) }.map {
        builder.group($0, examples: examplesRun[$0.name] ?? 0)
      })
    report.examples = examplesRun.values.reduce(0, +)
    report.failedExamples = failedExamples
    report.cases = cases
    let fields = Set(inventories.filter { $0.kind == .field }.map(\.name))
    return (
      report,
      builder.exceptions.leftOverCoverage(known: builder.measured)
        + builder.exceptions.unknownFields(known: fields)
    )
  }
}

extension Rulebook {
  /// A field or section that the schema expects under a condition.
  fileprivate struct ExpectedField {
    var path: String
    var label: BilingualText
    var file: String
    var expression: ExpressionSource
    var program: Program
  }

  /// In the order of the schema.
  fileprivate func expectedFields(in rules: LoadedRules) -> [ExpectedField] {
    let file = rules.source.kinds.first { $0.name == schema.kind }?.schemaFile ?? ""
    var found: [ExpectedField] = []
    func add(
      _ path: String, _ label: BilingualText, _ expectation: Expectation, _ program: Program?
    ) {
      guard case .condition(let text, let node) = expectation, let program else { return }
      found.append(
        ExpectedField(
          path: path, label: label, file: file,
          expression: ExpressionSource(text: text, node: node), program: program))
    }
    func add(_ shape: ShapeSchema) {
      for (number, field) in shape.fields.enumerated() {
        let key = Expectations.Key(type: shape.type, field: number)
        add(
          "\(shape.name).\(field.name)", field.label, field.expectation,
          expectations.fields[key]?.program)
      }
    }
    for section in schema.sections {
      add(section.name, section.label, section.expectation, expectations.sections[section.name])
      add(section.shape)
    }
    for shape in schema.shapes { add(shape) }
    return found
  }
}
