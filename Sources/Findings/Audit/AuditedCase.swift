package import SourceText
package import WorkCalendar

/// One case of an audit.
package struct AuditedCase: Sendable {
  /// The record's file; for a line of a stream `file:line`.
  package var source: String
  package var number: String?
  package var title: String?
  /// True where the record could not be read: `diagnostics` says why, and the rest is empty.
  package var isUnreadable = false
  package var diagnostics: [LocatedDiagnostic] = []
  /// The name of the agency as recorded.
  package var office: String?
  /// Who handled the case, masked where personal data is not to be shown.
  package var officers: [String] = []
  /// The sector as a person reads it.
  package var sector: BilingualText?
  /// The day of the decision, where it is known to the day.
  package var decidedOn: CivilDate?
  /// What each rule of the audit came to, in the order of `Audit.rules`; empty where unreadable.
  package var outcomes: [Outcome] = []
  /// What rules have to say, in the order of the rules and of their checks.
  package var findings: [Finding] = []
  /// What was done and what was due, by day.
  package var timeline: [TimelineEntry] = []
  package var score: CaseScore?

  package init(source: String, number: String? = nil, title: String? = nil) {
    self.source = source
    self.number = number
    self.title = title
  }
}

/// One mark on the timeline of a case.
package struct TimelineEntry: Hashable, Sendable {
  package enum Mark: Hashable, Sendable {
    /// An act that the file holds, by the path of its date.
    case act(path: String)
    /// The last day of a term.
    case due(rule: String, check: String?, outcome: Outcome, daysLate: Int?)
    /// The last day of a term that an act has to wait for.
    case wait(rule: String, check: String?, outcome: Outcome)

    /// The rule that counted the term; `nil` for an act.
    package var rule: String? {
      switch self {
      case .act: nil
      case .due(let rule, _, _, _), .wait(let rule, _, _): rule
      }
    }

    /// What came of the term; `nil` for an act.
    package var outcome: Outcome? {
      switch self {
      case .act: nil
      case .due(_, _, let outcome, _), .wait(_, _, let outcome): outcome
      }
    }
  }

  package var mark: Mark
  package var label: BilingualText
  package var first: CivilDate
  /// The same as `first` for a date that is known to the day.
  package var last: CivilDate
  /// Of a term, the day of the event that it runs from.
  package var from: CivilDate?
  /// Of a term, the day of the act, where it is on file.
  package var act: CivilDate?

  package init(mark: Mark, label: BilingualText, first: CivilDate, last: CivilDate) {
    self.mark = mark
    self.label = label
    self.first = first
    self.last = last
  }
}
