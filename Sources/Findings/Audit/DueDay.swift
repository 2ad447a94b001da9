package import WorkCalendar

/// The last day of a term that a check counted, whatever came of it.
package struct DueDay: Hashable, Sendable {
  /// `nil` where the only check has no id.
  package var check: String?
  package var outcome: Outcome
  /// The day of the event that the term runs from, which is not counted; the earliest that it may be.
  package var from: CivilDate?
  /// The last day in time, the earliest that it may be; of a term to be waited for, its last day.
  package var due: CivilDate
  /// The latest that it may be; `nil` where nobody knows.
  package var dueLatest: CivilDate?
  /// The day of the act, where it is on file and known to the day.
  package var act: CivilDate?
  /// Calendar days.
  package var daysLate: Int?
  /// True where the act must come after the term.
  package var isWait = false

  package init(check: String?, outcome: Outcome, due: CivilDate) {
    self.check = check
    self.outcome = outcome
    self.due = due
  }
}
