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
    var results = [RuleResult?](repeating: nil, count: rulebook.rules.count)
    for number in rulebook.evaluationOrder {
      let rule = rulebook.rules[number]
      let start = profile.map { _ in ContinuousClock.now }
      let output = evaluate(rule, record, &frame)
      results[number] = output.result
      if keepsChecks {
        results[number]?.checks = output.checkOutcomes
        results[number]?.dueDays = output.dueDays
      }
      if let start { profile?.rules[rule.id] = .now - start }
    }
    return results.compactMap { $0 }
  }

  /// Returns what one rule says; rules whose terms it reads are evaluated before it.
  package func review(_ record: CaseRecord, rule id: String) -> RuleResult? {
    guard let rule = rulebook.rule(id) else { return nil }
    var frame = frame(for: record)
    evaluateTerms(before: rule, record, &frame)
    return evaluate(rule, record, &frame).result
  }

  /// Evaluates the rules whose terms a rule may read, before that rule.
  func evaluateTerms(before rule: CompiledRule, _ record: CaseRecord, _ frame: inout Frame) {
    guard rule.readsTerms else { return }
    for number in rulebook.evaluationOrder {
      let other = rulebook.rules[number]
      if other.id == rule.id { break }
      if rulebook.termsByRule[other.id] != nil { _ = evaluate(other, record, &frame) }
    }
  }

  func evaluate(
    _ rule: CompiledRule, _ record: CaseRecord, _ frame: inout Frame, keepsFrames: Bool = false
  ) -> RuleEvaluation.Output {
    let evaluation = RuleEvaluation(
      rule, record: record, rulebook: rulebook, asOf: asOf, keepsFrames: keepsFrames,
      showsPersonalData: showsPersonalData)
    let output = evaluation.evaluate(&frame)
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
