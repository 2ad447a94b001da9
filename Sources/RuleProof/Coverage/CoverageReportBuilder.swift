internal import CEL
internal import Findings
internal import RuleCompiler
internal import SourceText
internal import YAML

/// Makes the report of what a ledger holds.
struct CoverageReportBuilder {
  let rules: LoadedRules
  let ledger: CoverageLedger
  var exceptions: ProofExceptions
  /// The conditions of everything that was reported on, for what exceptions name.
  private(set) var measured: [ProofSource.Subject: [String]] = [:]
  private let files: [String: SourceFile]
  private let definitions: NamedExpressions

  init(rules: LoadedRules, ledger: CoverageLedger, exceptions: ProofExceptions) {
    self.rules = rules
    self.ledger = ledger
    self.exceptions = exceptions
    definitions = NamedExpressions(rules.rulebooks)
    files = Dictionary(
      rules.source.files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
  }

  mutating func group(_ inventory: CoverageMeter.Inventory, examples: Int) -> CoverageGroup {
    let subject: ProofSource.Subject
    let (title, file, range): (BilingualText, String, ByteRange)
    switch inventory.subject {
    case .rule(let rule):
      subject = .rule(rule.id)
      (title, file, range) = (rule.summary.title, rule.source.file, rule.source.id.range)
    case .definition(let definition):
      let source = definition.source
      let name = source.name.text
      subject = .definition(name)
      (title, file, range) = (
        source.label ?? BilingualText(zh: name, en: name), source.file, source.name.range
      )
    case .field(let path, let label, let name, let place):
      subject = .field(path)
      (title, file, range) = (label, name, place)
    }
    var group = CoverageGroup(
      kind: inventory.kind, name: inventory.name, title: title, file: path(file),
      place: place(range, file))
    group.examples = examples
    group.range = lines(of: inventory.subject, file)
    if case .rule(let rule) = inventory.subject { group.outcomes = outcomes(of: rule) }
    var names = definitions
    if case .rule(let rule) = inventory.subject { names = names.adding(rule) }
    group.decisions = inventory.decisions.compactMap { listed in
      var coverage = decision(listed, of: subject, file)
      coverage?.names = names.meanings(of: listed.names).map {
        NamedExpression(name: $0.name, text: $0.text)
      }
      return coverage
    }
    measured[subject] = group.decisions.flatMap(\.conditions).map(\.text)
    return group
  }

  private func path(_ file: String) -> String { "\(rules.folder)/\(file)" }

  private func place(_ range: ByteRange, _ file: String) -> Place? {
    files[file].map { Place(of: range, in: $0, called: path(file)) }
  }

  /// The whole lines that something is written on; a rule without its examples.
  private func lines(of subject: CoverageMeter.Inventory.Subject, _ file: String) -> ByteRange {
    guard let bytes = files[file]?.bytes else { return .none }
    var (start, end) =
      switch subject {
      case .rule(let rule): (Int(rule.source.range.start), Int(rule.source.range.end))
      case .definition(let definition):
        (Int(definition.source.range.start), Int(definition.source.range.end))
      case .field(_, _, _, let range): (Int(range.start), Int(range.end))
      }
    if case .rule(let rule) = subject, let example = rule.source.examples.first {
      end = Int(example.range.start)
      while end > start, bytes[end - 1] != 0x0A { end -= 1 }
      // The line with the key.
      if end > start { end -= 1 }
      while end > start, bytes[end - 1] != 0x0A { end -= 1 }
    }
    while start > 0, bytes[start - 1] != 0x0A { start -= 1 }
    while end < bytes.count, end > 0, bytes[end - 1] != 0x0A { end += 1 }
    return ByteRange(start, max(start, end))
  }

  // MARK: Outcomes

  private mutating func outcomes(of rule: CompiledRule) -> [OutcomeCoverage] {
    guard rule.source.kind != .indicator else { return [] }
    let ofRule = place(rule.source.id.range, rule.source.file)
    var found = rule.possibleOutcomes.map { possible in
      var coverage = outcome(rule.id, nil, possible)
      coverage.place = ofRule
      return coverage
    }
    for check in rule.checkIDs {
      for possible in [Outcome.violated, .satisfied] {
        var coverage = outcome(rule.id, check.text, possible)
        coverage.place = place(check.range, rule.source.file)
        found.append(coverage)
      }
    }
    return found
  }

  private mutating func outcome(
    _ rule: String, _ check: String?, _ outcome: Outcome
  ) -> OutcomeCoverage {
    func witness(_ outcome: Outcome) -> CoverageWitness? {
      ledger.witness(of: .init(rule: rule, check: check, outcome: outcome))
    }
    if let witness = witness(outcome) {
      return OutcomeCoverage(check: check, outcome: outcome, state: .shown(witness))
    }
    if let reason = exceptions.reason(forOutcome: outcome, of: rule, check: check) {
      return OutcomeCoverage(check: check, outcome: outcome, state: .excused(reason))
    }
    var missing = OutcomeCoverage(check: check, outcome: outcome, state: .missing)
    for other in outcome.neighbours {
      guard let nearest = witness(other) else { continue }
      (missing.nearest, missing.nearestOutcome) = (nearest, other)
      break
    }
    return missing
  }

  // MARK: Decisions

  /// `nil` where no condition of it can be one or the other.
  private mutating func decision(
    _ listed: ListedDecision, of subject: ProofSource.Subject, _ file: String
  ) -> DecisionCoverage? {
    let decision = listed.decision
    guard decision.conditions.contains(where: { !$0.isFixed }) else { return nil }
    let map = listed.expression.node.scalar.flatMap { scalar in
      files[file].map {
        ScalarSourceMap(scalar, range: listed.expression.range, source: $0.bytes)
      }
    }
    func placed(_ range: ByteRange) -> Place? {
      place(map?.range(of: range) ?? listed.expression.range, file)
    }
    let evaluations = ledger.evaluations(of: listed)
    var coverage = DecisionCoverage(
      key: listed.key, check: listed.check, name: listed.name, text: listed.text(),
      isPart: decision.role != .whole, place: placed(listed.range),
      isReached: !evaluations.isEmpty)
    let gaps = GapFinder(
      decision, evaluations: evaluations, witnesses: ledger.witnesses)
    for (number, condition) in decision.conditions.enumerated() where !condition.isFixed {
      let sides = [true, false].map { side -> SideCoverage in
        if let witness = gaps.witness(of: number, side) {
          return SideCoverage(side: side, state: .shown(witness))
        }
        if let reason = exceptions.reason(
          forSide: side, of: condition.text, in: subject, check: listed.check)
        {
          return SideCoverage(side: side, state: .excused(reason))
        }
        return SideCoverage(side: side, state: .missing, gap: gaps.gap(of: number, side))
      }
      coverage.conditions.append(
        ConditionCoverage(
          text: condition.text, places: listed.ranges[number].compactMap(placed), sides: sides))
    }
    return coverage
  }
}

extension CompiledRule {
  /// What the rule as a whole can come to: the four that every rule can, and `pending` where an act
  /// that is not on file leaves a term open.
  fileprivate var possibleOutcomes: [Outcome] {
    let hasTerm = versions.contains { version in
      version.checks.contains { check in
        if case .deadline(let deadline) = check.requirement { !deadline.isWait } else { false }
      }
    }
    return [.violated, .satisfied, .notApplicable, .undetermined] + (hasTerm ? [.pending] : [])
  }

  /// The ids of its checks over all versions, each once.
  fileprivate var checkIDs: [NameSource] {
    var seen: Set<String> = []
    return versions.flatMap(\.checks).compactMap(\.source.id).filter {
      seen.insert($0.text).inserted
    }
  }
}

extension Outcome {
  /// The outcomes from which this one is nearest, the nearest first.
  fileprivate var neighbours: [Outcome] {
    switch self {
    case .violated, .undetermined: [.satisfied, .pending, .violated, .undetermined, .notApplicable]
    case .satisfied: [.violated, .pending, .undetermined, .notApplicable]
    case .pending: [.satisfied, .violated, .undetermined, .notApplicable]
    case .notApplicable, .error: [.satisfied, .violated, .pending, .undetermined]
    }
  }
}
