internal import CEL
internal import Findings

/// Finds what shows the conditions of one decision, and what is missing where nothing does.
struct GapFinder {
  private let decision: Decision
  private let evaluations: [CoverageLedger.Evaluation]
  private let witnesses: [CoverageWitness]
  private let masking: MaskingAnalysis

  init(
    _ decision: Decision, evaluations: [CoverageLedger.Evaluation],
    witnesses: [CoverageWitness]
  ) {
    self.decision = decision
    self.evaluations = evaluations
    self.witnesses = witnesses
    masking = MaskingAnalysis(decision)
  }

  /// The first record in which a condition came to a side and decided.
  func witness(of number: Int, _ side: Bool) -> CoverageWitness? {
    let state = ConditionState(side)
    return evaluations.first {
      $0.states[number] == state && masking.decides(number, in: $0.states)
    }.map { witnesses[$0.witness] }
  }

  /// What is missing of a side that nothing shows.
  func gap(of number: Int, _ side: Bool) -> CoverageGap {
    let ways = masking.ways(toDecide: number, on: side)
    var gap = CoverageGap(problem: problem(of: number, side))
    guard let least = ways.first else {
      if decision.conditions.count <= MaskingAnalysis.mostConditions {
        gap.problem = .decidesNothing
        gap.implied = decision.implied(by: number, side).sorted { $0.key < $1.key }.map {
          .init(
            condition: decision.conditions[$0.key].text, value: ConditionReading($0.value))
        }
      }
      return gap
    }
    guard let (evaluation, way) = nearest(to: ways) else {
      gap.needs = needs(of: least)
      return gap
    }
    gap.needs = needs(of: way)
    gap.nearest = CoverageGap.Nearest(
      witness: witnesses[evaluation.witness],
      readings: zip(decision.conditions, evaluation.states).map {
        .init(condition: $0.text, value: ConditionReading($1))
      },
      changes: way.needs.filter { evaluation.states[$0.number] != ConditionState($0.value) }
        .map { .init(condition: decision.conditions[$0.number].text, value: $0.value) })
    return gap
  }

  private func problem(of number: Int, _ side: Bool) -> CoverageGap.Problem {
    if evaluations.isEmpty { return .neverReached }
    let state = ConditionState(side)
    let isTaken = evaluations.contains { $0.states[number] == state }
    return switch (isTaken, side) {
    case (false, true): .neverTrue
    case (false, false): .neverFalse
    case (true, true): .trueNotDecided
    case (true, false): .falseNotDecided
    }
  }

  /// The evaluation and the way to which the fewest conditions have to change; the earliest of
  /// several.
  private func nearest(
    to ways: [MaskingAnalysis.Assignment]
  ) -> (CoverageLedger.Evaluation, MaskingAnalysis.Assignment)? {
    var best: (CoverageLedger.Evaluation, MaskingAnalysis.Assignment)?
    var least = Int.max
    for evaluation in evaluations {
      var (isTrue, isFalse): (UInt64, UInt64) = (0, 0)
      for (number, state) in evaluation.states.enumerated() {
        if state == .yes { isTrue |= 1 << UInt64(number) }
        if state == .no { isFalse |= 1 << UInt64(number) }
      }
      for way in ways {
        let agreeing = (isTrue & way.values) | (isFalse & ~way.values)
        let changes = (way.care & ~agreeing).nonzeroBitCount
        if changes < least { (best, least) = ((evaluation, way), changes) }
      }
    }
    return best
  }

  private func needs(of way: MaskingAnalysis.Assignment) -> [CoverageGap.Need] {
    way.needs.map { .init(condition: decision.conditions[$0.number].text, value: $0.value) }
  }
}

extension ConditionReading {
  init(_ state: ConditionState) {
    switch state {
    case .yes: self = .true
    case .no: self = .false
    case .unknown: self = .unknown
    case .absent: self = .absent
    case .fault: self = .fault
    }
  }
}
