internal import CEL
package import CaseRecords
package import Findings
package import RuleCompiler
package import WorkCalendar

/// A record made ready to be reviewed by one rule, and by other readings of it, many times over.
package struct PreparedRecord: Sendable {
  package let record: CaseRecord
  /// Holds the record and the terms that the rule may read. What definitions came to is kept in it,
  /// for they do not depend on the rule.
  let slots: ContiguousArray<Value?>
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
  /// Makes a record ready for a rule: what does not depend on the rule is worked out once.
  package func prepare(_ record: CaseRecord, for rule: CompiledRule) -> PreparedRecord {
    var frame = frame(for: record)
    if rule.source.mentionsTerms { evaluateTerms(before: rule, record, &frame) }
    return PreparedRecord(record: record, slots: frame.slots)
  }

  /// Returns what a rule of the rulebook says of a record that was made ready for it.
  ///
  /// The rulebook may be the one that the record was prepared with, or one that replaced the rule in
  /// it.
  package func verdict(of rule: CompiledRule, on prepared: PreparedRecord) -> RuleVerdict {
    var frame = Frame(slotCount: 0)
    frame.slots = prepared.slots
    let missing = rulebook.slotCount - frame.slots.count
    if missing > 0 { frame.slots.append(contentsOf: repeatElement(nil, count: missing)) }
    frame.slots[rulebook.slots.asOf] = .date(asOf)
    let output = RuleEvaluation(rule, record: prepared.record, rulebook: rulebook, asOf: asOf)
      .evaluate(&frame)
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
