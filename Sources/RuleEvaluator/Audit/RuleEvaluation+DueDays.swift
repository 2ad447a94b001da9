import Findings
import RuleCompiler
import WorkCalendar

extension RuleEvaluation.Output {
  /// The terms that the checks counted, in their order; none where more than one text of the rule may
  /// hold, since nobody knows which term ran.
  var dueDays: [DueDay] {
    guard versions.count == 1 else { return [] }
    return versions[0].checks.compactMap { check in
      guard check.outcome != .notApplicable, check.outcome != .error,
        let deadline = check.deadline, let due = deadline.due
      else { return nil }
      var day = DueDay(check: check.check.id, outcome: check.outcome, due: due)
      day.from = deadline.clock?.start
      day.dueLatest = deadline.dueLatest
      day.act = DateBounds(deadline.act)?.exact
      day.daysLate = deadline.daysLate
      if case .deadline(let compiled) = check.check.requirement { day.isWait = compiled.isWait }
      return day
    }
  }
}
