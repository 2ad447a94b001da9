package import SourceText
package import WorkCalendar

/// One run over many cases with everything that a report tells of it.
package struct Audit: Sendable {
  package var provenance: Provenance
  /// The rules that were reviewed by, by id.
  package var rules: [RuleSummary]
  /// In the order that they were given or found.
  package var cases: [AuditedCase]
  /// What went wrong outside the records.
  package var diagnostics: [LocatedDiagnostic]
  /// The sheet that the cases are scored by; `nil` for none.
  package var sheet: ScoreSheet?
  /// What the baseline holds and the run did not find; `nil` for a run without a baseline.
  package var resolved: [ResolvedFindings]?

  package init(
    provenance: Provenance, rules: [RuleSummary], cases: [AuditedCase],
    diagnostics: [LocatedDiagnostic] = [], sheet: ScoreSheet? = nil
  ) {
    self.provenance = provenance
    self.rules = rules
    self.cases = cases
    self.diagnostics = diagnostics
    self.sheet = sheet
  }
}

/// What a report was made with, so that it can be made again to the byte.
package struct Provenance: Hashable, Sendable {
  package var asOf: CivilDate
  /// SHA-256 of the rules folder as it was read, lower-case hex.
  package var rulesDigest: String
  /// SHA-256 over the texts of the records, in their order, lower-case hex.
  package var recordsDigest: String
  /// Texts of law that the rules rest on, as the registry names them.
  package var instruments: [Instrument] = []
  /// Years whose working days are published, from first to last.
  package var calendarYears: [Int] = []
  /// Options that chose what is told: rules, outcomes, a baseline.
  package var choices: [String] = []
  /// True where personal data is shown.
  package var showsPersonalData = false

  package struct Instrument: Hashable, Sendable {
    package var id: String
    package var name: BilingualText
    package var number: String?
    package var inForceFrom: CivilDate?
    package var inForceUntil: CivilDate?
    /// Where it can be read, an address of the web; `nil` where the registry has none.
    package var address: String?

    package init(
      id: String, name: BilingualText, number: String?, inForceFrom: CivilDate?,
      inForceUntil: CivilDate?
    ) {
      self.id = id
      self.name = name
      self.number = number
      self.inForceFrom = inForceFrom
      self.inForceUntil = inForceUntil
    }
  }

  package init(asOf: CivilDate, rulesDigest: String, recordsDigest: String) {
    self.asOf = asOf
    self.rulesDigest = rulesDigest
    self.recordsDigest = recordsDigest
  }
}
