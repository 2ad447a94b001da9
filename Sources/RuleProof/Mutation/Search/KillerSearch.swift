import CaseRecords
import Findings
import RuleCompiler
import RuleEvaluator
import SourceText
import WorkCalendar
import YAML

/// Looks for small records on which a mutant and its rule come to different results.
///
/// It starts from the rule's examples and changes one fact that the rule reads, then two of which one
/// is what the mutant is about, to the values at which the rule may turn. Records are kept for the
/// other mutants of the rule. The search is bounded: where it finds nothing the two may be the same,
/// or the record is further away.
struct KillerSearch {
  /// What is tried for one mutant at most.
  struct Limits {
    /// Examples to start from, and as many with an element more in a list that has none.
    var seeds = 12
    var grownSeeds = 6
    var singles = 1_500
    var pairs = 900
    /// Records of pairs that are kept.
    var kept = 3_000
  }

  private struct Seed {
    var trial: MutationSubject.Trial
    var record: Node
    var base: Node
    var changes: [ChangeMaker.Change] = []
    /// How many parts the patch of the example has.
    var size: Int { trial.example.size }
  }

  /// One change to a seed, or two.
  private struct Candidate: Hashable {
    var seed: Int
    var first: Int
    var second: Int?
  }

  private let subject: MutationSubject
  private let limits: Limits
  private let maker: ChangeMaker
  private var seeds: [Seed] = []
  private var singles: [Candidate] = []
  /// Candidates that have killed a mutant: few examples should kill many.
  private var killers: [Candidate] = []
  /// The trials of the candidates made so far; an entry is `nil` where the record cannot be made.
  private var trials: [Candidate: MutationSubject.Trial?] = [:]

  init(
    _ subject: MutationSubject, examples: [MutationSubject.Trial],
    definitions: [DefinitionSource], limits: Limits = Limits()
  ) {
    self.subject = subject
    self.limits = limits
    let schema = subject.rulebook.schema
    let expressions = CompiledExpressions(subject.compiled)
    maker = ChangeMaker(
      schema: schema,
      facts: FactFinder.facts(of: subject.source, schema: schema, definitions: definitions),
      boundaries: RuleBoundaries(subject.source, expressions, subject.rulebook.parameters),
      calendar: subject.rulebook.calendar,
      parameters: expressions.parameters(of: subject.rulebook))
    chooseSeeds(examples)
    growSeeds()
    makeSingles()
  }

  // MARK: Search

  /// Looks for an example that kills a mutant.
  ///
  /// - Parameter facts: What the mutant is about; empty for the rule as a whole.
  mutating func search(
    for mutant: CompiledMutant, touching facts: Set<FactPattern>
  ) -> SurvivingMutant.Search {
    var (tried, unstatable): (Int, KillingExample?) = (0, nil)
    for candidate in killers + inOrder(of: facts) + pairs(touching: facts) {
      guard let trial = trial(candidate), trial.verdict.outcome != .error else { continue }
      tried += 1
      let verdict = subject.verdict(of: mutant, on: trial)
      if verdict == trial.verdict { continue }
      if let example = Self.difference(trial, verdict) {
        if killers.contains(candidate) { return .found(example) }
        let (simple, shorter) = simpler(candidate, mutant) ?? (candidate, example)
        killers.append(simple)
        return .found(shorter)
      }
      unstatable = unstatable ?? Self.unstatable(trial, verdict)
    }
    return unstatable.map { .unstatable($0) } ?? .nothing(records: tried)
  }

  /// The same changes to an example with a shorter patch, where they kill there too.
  private mutating func simpler(
    _ candidate: Candidate, _ mutant: CompiledMutant
  ) -> (Candidate, KillingExample)? {
    let seed = seeds[candidate.seed]
    let order = seeds.indices.filter { seeds[$0].size < seed.size }.sorted {
      (seeds[$0].size, $0) < (seeds[$1].size, $1)
    }
    for number in order {
      func place(_ change: Int) -> Int? {
        seeds[number].changes.firstIndex { $0.change == seed.changes[change].change }
      }
      guard let first = place(candidate.first) else { continue }
      let second = candidate.second.flatMap(place)
      guard (second == nil) == (candidate.second == nil) else { continue }
      let other = Candidate(seed: number, first: first, second: second)
      guard let trial = trial(other), trial.verdict.outcome != .error,
        let example = Self.difference(trial, subject.verdict(of: mutant, on: trial))
      else { continue }
      return (other, example)
    }
    return nil
  }

  /// What an example can state that tells the rule from the mutant: its outcome, or that of a check
  /// which comes to the same outcome as the rule.
  private static func difference(
    _ trial: MutationSubject.Trial, _ mutant: RuleVerdict
  ) -> KillingExample? {
    var example = plain(trial)
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

  /// A difference to a check that comes to something else than the rule.
  private static func unstatable(
    _ trial: MutationSubject.Trial, _ mutant: RuleVerdict
  ) -> KillingExample? {
    let told = trial.verdict.checks.filter { id, outcome in mutant.checks[id] != outcome }
    guard let id = told.keys.min(), let outcome = told[id] else { return nil }
    return KillingExample(
      text: plain(trial).flowText, original: outcome, mutant: mutant.checks[id] ?? .notApplicable,
      check: id)
  }

  /// The example of a trial, stating what the rule comes to and nothing else.
  private static func plain(_ trial: MutationSubject.Trial) -> ExampleSource {
    var example = trial.example
    example.checks = []
    example.note = nil
    example.outcome = trial.verdict.outcome
    return example
  }

  // MARK: Candidates

  private mutating func trial(_ candidate: Candidate) -> MutationSubject.Trial? {
    if let known = trials[candidate] { return known }
    let seed = seeds[candidate.seed]
    var example: ExampleSource? = seed.trial.example
    for number in [candidate.first, candidate.second].compactMap(\.self) {
      example = example?.changed(
        by: seed.changes[number].change, in: seed.record, base: seed.base)
    }
    let trial = example.flatMap { subject.trial(of: $0) }
    if candidate.second == nil || trials.count < limits.singles + limits.kept {
      trials[candidate] = .some(trial)
    }
    return trial
  }

  /// The single changes, first those of what the mutant is about.
  private func inOrder(of facts: Set<FactPattern>) -> [Candidate] {
    guard !facts.isEmpty else { return singles }
    return singles.filter { isAbout(facts, $0.seed, $0.first) }
      + singles.filter { !isAbout(facts, $0.seed, $0.first) }
  }

  /// True for a change to one of the facts, or to what parameters or the day of the review depend on.
  private func isAbout(_ facts: Set<FactPattern>, _ seed: Int, _ change: Int) -> Bool {
    guard let pattern = seeds[seed].changes[change].pattern else { return true }
    return facts.isEmpty || facts.contains(pattern)
  }

  /// Pairs of changes to different facts, one of them or both to what the mutant is about; spread
  /// evenly over all that there are.
  private func pairs(touching facts: Set<FactPattern>) -> [Candidate] {
    let both = spread(limits.pairs / 2, isAboutBoth: true, facts)
    return both + spread(limits.pairs - both.count, isAboutBoth: false, facts)
  }

  private func spread(
    _ limit: Int, isAboutBoth: Bool, _ facts: Set<FactPattern>
  ) -> [Candidate] {
    // The seeds' lists are long, and most of their pairs are not wanted: number the wanted ones first.
    var lists: [(about: [Int], others: [Int])] = []
    var all = 0
    for (number, seed) in seeds.enumerated() {
      let about = seed.changes.indices.filter { isAbout(facts, number, $0) }
      let others = isAboutBoth ? [] : seed.changes.indices.filter { !isAbout(facts, number, $0) }
      lists.append((about, others))
      all += isAboutBoth ? about.count * (about.count - 1) / 2 : about.count * others.count
    }
    guard all > 0, limit > 0 else { return [] }
    let step = max(1, all / limit)
    var (pairs, count): ([Candidate], Int) = ([], 0)
    for (number, (about, others)) in lists.enumerated() {
      let changes = seeds[number].changes
      for (index, first) in about.enumerated() {
        for second in isAboutBoth ? Array(about[(index + 1)...]) : others {
          count += 1
          guard count % step == 0, pairs.count < limit else { continue }
          let (a, b) = (changes[first].change.path, changes[second].change.path)
          if a != b { pairs.append(Candidate(seed: number, first: first, second: second)) }
        }
      }
    }
    return pairs
  }

  // MARK: Seeds

  /// Examples of different outcomes by turns, so that each is there among the first; of one outcome
  /// those with the shorter patch first.
  private mutating func chooseSeeds(_ examples: [MutationSubject.Trial]) {
    var queues = Outcome.allCases.map { outcome in
      examples.filter { $0.verdict.outcome == outcome }.enumerated().sorted {
        ($0.element.example.size, $0.offset) < ($1.element.example.size, $1.offset)
      }.map(\.element)[...]
    }
    while seeds.count < limits.seeds, queues.contains(where: { !$0.isEmpty }) {
      for index in queues.indices where seeds.count < limits.seeds {
        guard let trial = queues[index].popFirst() else { continue }
        if let seed = seed(trial) { seeds.append(seed) }
      }
    }
  }

  private func seed(_ trial: MutationSubject.Trial) -> Seed? {
    subject.bases.first { $0.name == trial.example.base.text }.map { base in
      let record = base.applying(trial.example).record
      return Seed(
        trial: trial, record: record, base: base.record,
        changes: maker.changes(of: record, due: trial.verdict.dueDays))
    }
  }

  /// Adds seeds in which a list that is empty in the first ones has an element, so that its facts can
  /// be changed too.
  private mutating func growSeeds() {
    var grown: [Seed] = []
    for seed in seeds.prefix(3) {
      var lists: Set<FactPath> = []
      for change in seed.changes where grown.count < limits.grownSeeds {
        guard case .append = change.change.kind, let path = change.change.path,
          (seed.record.value(at: path)?.sequence ?? []).isEmpty, lists.insert(path).inserted,
          let example = seed.trial.example.changed(
            by: change.change, in: seed.record, base: seed.base),
          let trial = subject.trial(of: example), let more = self.seed(trial)
        else { continue }
        grown.append(more)
      }
    }
    seeds += grown
  }

  /// One change after the other of each seed by turns.
  private mutating func makeSingles() {
    var place = 0
    while singles.count < limits.singles,
      seeds.contains(where: { place < $0.changes.count })
    {
      for (number, seed) in seeds.enumerated() where place < seed.changes.count {
        singles.append(Candidate(seed: number, first: place, second: nil))
      }
      place += 1
    }
  }
}

extension ExampleSource {
  /// How many parts the patch has.
  fileprivate var size: Int { with.count + without.count + unrecorded.count + complete.count }
}

extension CompiledExpressions {
  /// The parameters that the rule reads.
  fileprivate func parameters(of rulebook: Rulebook) -> [ParameterSource] {
    let names = parameterNames
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
