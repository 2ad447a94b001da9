package import SourceText
package import WorkCalendar

/// What one rule says of one record.
package struct RuleResult: Hashable, Sendable {
  package var rule: String
  package var outcome: Outcome
  /// Facts named by the results that make the outcome, each once.
  package var missing: [String]
  /// Every result of a check that is violated, undetermined, pending or an error, in the order of
  /// the checks and then of the elements.
  package var findings: [Finding]
  /// Why a rule does not apply or cannot be decided, where no finding says so.
  package var reason: BilingualText?
  /// For a rule that does not apply, the part of `applies` that says so, as the rule writes it.
  package var clause: String?
  /// What each check came to, the worst of its elements; filled only where a reviewer is told to
  /// keep it, and empty for a rule whose version or `applies` decided.
  package var checks: [CheckOutcome] = []
  /// The terms that its checks counted; filled where `checks` is.
  package var dueDays: [DueDay] = []

  package init(
    rule: String, outcome: Outcome, missing: [String] = [], findings: [Finding] = [],
    reason: BilingualText? = nil
  ) {
    self.rule = rule
    self.outcome = outcome
    self.missing = missing
    self.findings = findings
    self.reason = reason
  }
}

/// What one check of a rule came to.
package struct CheckOutcome: Hashable, Sendable {
  /// `nil` where the only check has no id.
  package var check: String?
  package var outcome: Outcome

  package init(check: String?, outcome: Outcome) {
    self.check = check
    self.outcome = outcome
  }
}

/// A diagnostic with the file it is about, ready to print.
package struct LocatedDiagnostic: Hashable, Sendable {
  package var diagnostic: Diagnostic
  /// Where; `nil` for a file or folder as a whole.
  package var place: Place?
  /// The path that it is about.
  package var file: String

  package init(diagnostic: Diagnostic, place: Place?, file: String) {
    self.diagnostic = diagnostic
    self.place = place
    self.file = file
  }
}

/// What a review says of one record.
package struct CaseReview: Hashable, Sendable {
  /// The record's file; for a line of a stream `file:line`.
  package var source: String
  package var caseNumber: String?
  package var caseTitle: String?
  /// True where the record could not be read: `diagnostics` says why, and `results` is empty.
  package var isUnreadable: Bool
  package var diagnostics: [LocatedDiagnostic]
  /// One for each rule of the rulebook, by rule id.
  package var results: [RuleResult]

  package init(
    source: String, caseNumber: String?, caseTitle: String?, isUnreadable: Bool,
    diagnostics: [LocatedDiagnostic], results: [RuleResult]
  ) {
    self.source = source
    self.caseNumber = caseNumber
    self.caseTitle = caseTitle
    self.isUnreadable = isUnreadable
    self.diagnostics = diagnostics
    self.results = results
  }
}

/// A whole run, in the order that the records were given or found.
package struct Review: Sendable {
  package var asOf: CivilDate
  package var cases: [CaseReview]
  /// What went wrong outside the records: rule files, paths.
  package var diagnostics: [LocatedDiagnostic]
  /// Title, severity, kind and family of each rule, by rule id.
  package var rules: [RuleSummary]

  package init(
    asOf: CivilDate, cases: [CaseReview], diagnostics: [LocatedDiagnostic], rules: [RuleSummary]
  ) {
    self.asOf = asOf
    self.cases = cases
    self.diagnostics = diagnostics
    self.rules = rules
  }
}

/// What a listing tells of a rule.
package struct RuleSummary: Hashable, Sendable {
  package var id: String
  package var family: String
  package var title: BilingualText
  package var severity: RuleSeverity
  package var kind: RuleKind
  package var cites: [Citation]
  /// First and last day in force over all versions; `nil` is open.
  package var inForceFrom: CivilDate?
  package var inForceUntil: CivilDate?
  /// The path of the rule file below the rules folder.
  package var file: String

  package init(
    id: String, family: String, title: BilingualText, severity: RuleSeverity, kind: RuleKind,
    cites: [Citation], inForceFrom: CivilDate?, inForceUntil: CivilDate?, file: String
  ) {
    self.id = id
    self.family = family
    self.title = title
    self.severity = severity
    self.kind = kind
    self.cites = cites
    self.inForceFrom = inForceFrom
    self.inForceUntil = inForceUntil
    self.file = file
  }
}
