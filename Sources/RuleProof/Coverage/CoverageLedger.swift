internal import CEL
internal import Findings

/// What was seen while records were reviewed, each with the first record that showed it.
struct CoverageLedger {
  /// Every record that was reviewed; others name it by its number here.
  private(set) var witnesses: [CoverageWitness] = []
  private var evaluations: [DecisionObserver.Key: [Evaluation]] = [:]
  private var known: [DecisionObserver.Key: Set<[ConditionState]>] = [:]
  private var outcomes: [OutcomeKey: Int] = [:]

  /// What the conditions of a decision came to.
  struct Evaluation: Hashable {
    var states: [ConditionState]
    var witness: Int
  }

  struct OutcomeKey: Hashable {
    var rule: String
    /// `nil` for the rule as a whole.
    var check: String?
    var outcome: Outcome
  }

  /// Opens the page of a record.
  mutating func begin(_ witness: CoverageWitness) { witnesses.append(witness) }

  /// Notes what a review of the record said.
  mutating func note(_ result: RuleResult) {
    note(OutcomeKey(rule: result.rule, check: nil, outcome: result.outcome))
    for check in result.checks {
      guard let id = check.check else { continue }
      note(OutcomeKey(rule: result.rule, check: id, outcome: check.outcome))
    }
  }

  private mutating func note(_ key: OutcomeKey) {
    if outcomes[key] == nil { outcomes[key] = witnesses.count - 1 }
  }

  /// Notes what the conditions of a decision came to in the record.
  mutating func note(_ key: DecisionObserver.Key, _ evaluations: [[ConditionState]]) {
    for states in evaluations where known[key, default: []].insert(states).inserted {
      self.evaluations[key, default: []].append(
        Evaluation(states: states, witness: witnesses.count - 1))
    }
  }

  /// What a decision was seen to come to, in the order of the records.
  func evaluations(of decision: ListedDecision) -> [Evaluation] {
    guard decision.observed.count > 1 else {
      return decision.observed.first.flatMap { evaluations[$0] } ?? []
    }
    var seen: Set<[ConditionState]> = []
    return decision.observed.flatMap { evaluations[$0] ?? [] }
      .sorted { $0.witness < $1.witness }
      .filter { seen.insert($0.states).inserted }
  }

  func witness(of key: OutcomeKey) -> CoverageWitness? { outcomes[key].map { witnesses[$0] } }
}
