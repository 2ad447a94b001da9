package import CEL
package import CaseRecords
package import Findings
package import RuleCompiler
package import WorkCalendar

/// Reviews records against a rulebook, one at a time. Holds nothing of a record between two.
package struct RecordEvaluator: Sendable {
  package let rulebook: Rulebook
  /// The day of the review.
  package let asOf: CivilDate
  /// True to tell what every check came to and the terms that it counted, as scores and audits need.
  package let keepsChecks: Bool
  /// True to leave personal data in findings as it is recorded.
  package let showsPersonalData: Bool

  package init(
    rulebook: Rulebook, asOf: CivilDate, keepsChecks: Bool = false,
    showsPersonalData: Bool = false
  ) {
    self.showsPersonalData = showsPersonalData
    self.rulebook = rulebook
    self.asOf = asOf
    self.keepsChecks = keepsChecks
  }

  /// Returns what each rule says, by rule id.
  package func review(_ record: CaseRecord) -> [RuleResult] {
    var profile: ReviewProfile?
    return review(record, &profile)
  }

  /// Returns what each rule says, by rule id, and notes the time of each where there is a profile.
  func review(_ record: CaseRecord, _ profile: inout ReviewProfile?) -> [RuleResult] {
    var frame = frame(for: record)
    let context = context(for: record)
    var results = OrderedResults(count: rulebook.rules.count)
    var start = profile.map { _ in ContinuousClock.now }
    for number in rulebook.evaluationOrder {
      let rule = rulebook.rules[number]
      results.add(result(of: evaluate(rule, in: context, &frame)), at: number)
      if let before = start {
        let now = ContinuousClock.now
        profile?.note(rule.id, now - before)
        start = now
      }
    }
    return results.inOrder
  }

  /// Returns what one rule says; rules whose terms it reads are evaluated before it.
  package func review(_ record: CaseRecord, rule id: String) -> RuleResult? {
    review(record, by: RuleChoice([id], of: rulebook))[0]
  }

  func result(of output: RuleEvaluation.Output) -> RuleResult {
    guard keepsChecks else { return output.result }
    var result = output.result
    result.checks = output.checkOutcomes
    result.dueDays = output.dueDays
    return result
  }

  /// Evaluates the rules whose terms a rule may read, before that rule.
  func evaluateTerms(
    before rule: CompiledRule, in context: RecordContext, _ frame: inout Frame
  ) {
    for step in RuleChoice([rule.id], of: rulebook).steps where step.place == nil {
      _ = evaluate(step.rule, in: context, &frame)
    }
  }

  func context(for record: CaseRecord, keepsFrames: Bool = false) -> RecordContext {
    RecordContext(
      rulebook: rulebook, record: record, asOf: asOf, keepsFrames: keepsFrames,
      showsPersonalData: showsPersonalData)
  }

  func evaluate(
    _ rule: CompiledRule, in context: RecordContext, _ frame: inout Frame
  ) -> RuleEvaluation.Output {
    let output = RuleEvaluation(rule, in: context).evaluate(&frame)
    for terms in rulebook.termsByRule[rule.id] ?? [] {
      let term = output.term(named: terms.name)
      frame.slots[terms.due] = term.due
      frame.slots[terms.base] = term.base
    }
    return output
  }

  /// A frame that holds the record and nothing else.
  package func frame(for record: CaseRecord) -> Frame {
    var frame = Frame(slotCount: rulebook.slotCount)
    for (slot, section) in zip(rulebook.slots.sections, record.sections) {
      frame.slots[slot] = section
    }
    frame.slots[rulebook.slots.record] = .structure(record.record)
    frame.slots[rulebook.slots.documents] = .list(record.documents)
    frame.slots[rulebook.slots.asOf] = .date(asOf)
    return frame
  }
}

/// Gathers results that come in the order of evaluation, which is nearly that of the rules.
struct OrderedResults {
  private(set) var inOrder: [RuleResult] = []
  /// Those that came before their turn.
  private var early: [Int: RuleResult] = [:]

  init(count: Int) { inOrder.reserveCapacity(count) }

  mutating func add(_ result: consuming RuleResult, at number: Int) {
    guard number == inOrder.count else {
      early[number] = result
      return
    }
    inOrder.append(result)
    while !early.isEmpty, let next = early.removeValue(forKey: inOrder.count) {
      inOrder.append(next)
    }
  }
}
