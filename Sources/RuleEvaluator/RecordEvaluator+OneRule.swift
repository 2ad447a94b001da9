internal import CEL
package import CaseRecords
package import Findings
package import RuleCompiler
package import WorkCalendar

/// A record made ready to be reviewed by one rule, and by other readings of it, many times over.
package struct PreparedRecord: Sendable {
  package let record: CaseRecord
  /// The terms that the rule may read, by their slots.
  let terms: [(slot: Int, value: Value?)]
}

/// What one rule says of a record, without the findings.
package struct RuleVerdict: Hashable, Sendable {
  package var outcome: Outcome
  /// What each check with an id came to, the worst of its elements.
  package var checks: [String: Outcome] = [:]
  /// The last days of its deadlines, as far as they are known.
  package var dueDays: [CivilDate] = []
}

extension RecordEvaluator {
  /// Makes a record ready for a rule: the rules whose terms it may read are evaluated once.
  package func prepare(_ record: CaseRecord, for rule: CompiledRule) -> PreparedRecord {
    guard rule.readsTerms else { return PreparedRecord(record: record, terms: []) }
    var frame = frame(for: record)
    evaluateTerms(before: rule, in: context(for: record), &frame)
    let slots = rulebook.terms.flatMap { [$0.due, $0.base] }
    return PreparedRecord(record: record, terms: slots.map { ($0, frame.slots[$0]) })
  }

  /// Returns what a rule of the rulebook says of a record that was made ready for it.
  ///
  /// The rulebook may be the one that the record was prepared with, or one that replaced the rule in
  /// it.
  package func verdict(of rule: CompiledRule, on prepared: PreparedRecord) -> RuleVerdict {
    var frame = frame(for: prepared.record)
    for term in prepared.terms { frame.slots[term.slot] = term.value }
    let output = RuleEvaluation(rule, in: context(for: prepared.record)).evaluate(&frame)
    var verdict = RuleVerdict(outcome: output.result.outcome)
    for version in output.versions where version.reason == nil || version.outcome == .notApplicable
    {
      for check in version.checks {
        if let id = check.check.id {
          verdict.checks[id] = max(verdict.checks[id] ?? .notApplicable, check.outcome)
        }
        for day in [check.deadline?.due, check.deadline?.dueLatest, check.deadline?.base] {
          if let day, !verdict.dueDays.contains(day) { verdict.dueDays.append(day) }
        }
      }
    }
    return verdict
  }
}
