import CaseRecords
import Findings
import RuleCompiler
import RuleEvaluator
import SourceText
import WorkCalendar
import YAML

/// Looks for small records on which a mutant and its rule come to different results.
///
/// It starts from the rule's examples and changes one fact that the rule reads, then two, to the
/// values at which the rule may turn. Records are made once for all mutants of a rule. The search is
/// bounded: where it finds nothing the two may be the same, or the record is further away.
struct KillerSearch {
  /// What is tried for one mutant at most, and kept for one rule.
  struct Limits {
    var seeds = 12
    var singles = 1_200
    var pairs = 1_200
  }

  private struct Candidate {
    var seed: Int
    var changes: [ChangeMaker.Change]
  }

  private let subject: MutationSubject
  private let limits: Limits
  private let maker: ChangeMaker
  private let definitions: [DefinitionSource]
  private var seeds: [(trial: MutationSubject.Trial, record: Node, base: Node)] = []
  private var candidates: [Candidate] = []
  /// Candidates that have killed a mutant: few examples should kill many.
  private var killers: [Int] = []
  /// The trials of the candidates made so far; an entry is `nil` where the record cannot be made.
  private var trials: [Int: MutationSubject.Trial?] = [:]

  init(
    _ subject: MutationSubject, examples: [MutationSubject.Trial],
    definitions: [DefinitionSource], limits: Limits = Limits()
  ) {
    self.subject = subject
    self.limits = limits
    self.definitions = definitions
    let schema = subject.rulebook.schema
    let expressions = CompiledExpressions(subject.compiled)
    maker = ChangeMaker(
      schema: schema,
      facts: FactFinder.facts(of: subject.source, schema: schema, definitions: definitions),
      boundaries: RuleBoundaries(subject.source, expressions, subject.rulebook.parameters),
      calendar: subject.rulebook.calendar, parameters: subject.parametersRead(expressions))
    chooseSeeds(examples)
    makeCandidates()
  }

  // MARK: Search

  /// Looks for an example that kills a mutant.
  mutating func search(for mutant: CompiledMutant, touching facts: Set<FactPattern>)
    -> SurvivingMutant.Search
  {
    var tried = 0
    for number in killers + order(by: facts) {
      guard let trial = trial(number), trial.verdict.outcome != .error else { continue }
      tried += 1
      let verdict = subject.verdict(of: mutant, on: trial)
      guard let example = Self.difference(trial, verdict) else { continue }
      if !killers.contains(number) { killers.append(number) }
      return .found(example)
    }
    return .nothing(records: tried)
  }

  /// First the records that change what the mutant is about.
  private func order(by facts: Set<FactPattern>) -> [Int] {
    guard !facts.isEmpty else { return Array(candidates.indices) }
    func distance(_ candidate: Candidate) -> Int {
      candidate.changes.count { change in
        !(change.pattern.map { facts.contains($0) } ?? true)
      }
    }
    return candidates.indices.sorted {
      let (a, b) = (candidates[$0], candidates[$1])
      return (a.changes.count, distance(a), $0) < (b.changes.count, distance(b), $1)
    }
  }

  /// What an example can state that tells the rule from the mutant: its outcome, or that of a check
  /// which comes to the same outcome as the rule.
  private static func difference(
    _ trial: MutationSubject.Trial, _ mutant: RuleVerdict
  ) -> KillingExample? {
    var example = trial.example
    example.checks = []
    example.note = nil
    example.outcome = trial.verdict.outcome
    if mutant.outcome != trial.verdict.outcome {
      return KillingExample(
        text: example.flowText, original: trial.verdict.outcome, mutant: mutant.outcome)
    }
    let told = trial.verdict.checks.filter { id, outcome in
      outcome == trial.verdict.outcome && mutant.checks[id] != outcome
    }
    guard let id = told.keys.min() else { return nil }
    example.checks = [NameSource(text: id, range: .none)]
    return KillingExample(
      text: example.flowText, original: trial.verdict.outcome,
      mutant: mutant.checks[id] ?? .notApplicable, check: id)
  }

  private mutating func trial(_ number: Int) -> MutationSubject.Trial? {
    if let known = trials[number] { return known }
    let candidate = candidates[number]
    var example: ExampleSource? = seeds[candidate.seed].trial.example
    let (record, base) = (seeds[candidate.seed].record, seeds[candidate.seed].base)
    for change in candidate.changes {
      example = example?.changed(by: change.change, in: record, base: base)
    }
    let trial = example.flatMap { subject.trial(of: $0) }
    trials[number] = .some(trial)
    return trial
  }

  // MARK: Candidates

  /// Examples of different outcomes by turns, so that each is there among the first.
  private mutating func chooseSeeds(_ examples: [MutationSubject.Trial]) {
    var queues = Outcome.allCases.map { outcome in
      examples.filter { $0.verdict.outcome == outcome }[...]
    }
    while seeds.count < limits.seeds, queues.contains(where: { !$0.isEmpty }) {
      for index in queues.indices where seeds.count < limits.seeds {
        guard let trial = queues[index].popFirst(),
          let base = subject.bases.first(where: { $0.name == trial.example.base.text })
        else { continue }
        seeds.append((trial, base.applying(trial.example).record, base.record))
      }
    }
  }

  private mutating func makeCandidates() {
    let changes = seeds.map { maker.changes(of: $0.record, due: $0.trial.verdict.dueDays) }
    var singles: [Candidate] = []
    var place = 0
    while singles.count < limits.singles, changes.contains(where: { place < $0.count }) {
      for (seed, list) in changes.enumerated() where place < list.count {
        singles.append(Candidate(seed: seed, changes: [list[place]]))
      }
      place += 1
    }
    candidates = singles + pairs(of: changes)
  }

  /// Pairs of changes to different facts, spread evenly over all that there are.
  private func pairs(of changes: [[ChangeMaker.Change]]) -> [Candidate] {
    let all = changes.reduce(0) { $0 + $1.count * ($1.count - 1) / 2 }
    guard all > 0 else { return [] }
    let step = max(1, all / limits.pairs)
    var (pairs, count): ([Candidate], Int) = ([], 0)
    for (seed, list) in changes.enumerated() {
      for (index, first) in list.enumerated() {
        for second in list[(index + 1)...] where first.change.path != second.change.path {
          count += 1
          if count % step == 0, pairs.count < limits.pairs {
            pairs.append(Candidate(seed: seed, changes: [first, second]))
          }
        }
      }
    }
    return pairs
  }
}

extension MutationSubject {
  /// The parameters that the rule reads.
  fileprivate func parametersRead(_ expressions: CompiledExpressions) -> [ParameterSource] {
    let names = expressions.parameterNames
    return rulebook.parameters.parameters.filter { names.contains($0.name.text) }
  }
}

extension Mutant {
  /// The facts that the change is about; empty where it is about the rule as a whole.
  func facts(in subject: MutationSubject, definitions: [DefinitionSource]) -> Set<FactPattern> {
    expressions.reduce(into: []) { facts, text in
      facts.formUnion(
        FactFinder.facts(
          in: text, of: subject.source, schema: subject.rulebook.schema,
          definitions: definitions))
    }
  }
}
