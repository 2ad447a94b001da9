internal import Findings
internal import SourceText

/// What the JSON documents of several reports have in common, member by member.
/// `Documentation/review-json.md` tells what each means.
extension JSONWriter {
  /// The first two members of every document.
  mutating func header(format: String, version: Int) {
    member("format", format)
    member("version", version)
  }

  mutating func citations(_ cites: [Citation]) {
    member("cites", cites) { writer, cite in
      writer.member("instrument", cite.instrument)
      writer.member("name", cite.instrumentName)
      writer.member("number", cite.number)
      writer.member("article", cite.article)
      writer.member("says", cite.says)
    }
  }

  /// File, line and column, null where there is no place.
  mutating func place(_ place: Place?, file: String? = nil) {
    member("file", place?.file ?? file)
    member("line", place?.line)
    member("column", place?.column)
    member("end_line", place?.endLine)
    member("end_column", place?.endColumn)
  }

  mutating func diagnostics(_ diagnostics: [LocatedDiagnostic]) {
    member("diagnostics", diagnostics) { writer, located in
      writer.member("severity", located.diagnostic.severity.rawValue)
      writer.member("code", located.diagnostic.code)
      writer.member("message", located.diagnostic.message)
      writer.member("help", located.diagnostic.help)
      writer.place(located.place, file: located.file)
    }
  }

  mutating func rules(_ rules: [RuleSummary]) {
    member("rules", rules) { $0.summary($1) }
  }

  mutating func summary(_ rule: RuleSummary) {
    member("id", rule.id)
    member("family", rule.family)
    member("title", rule.title)
    member("severity", rule.severity.rawValue)
    member("kind", rule.kind.rawValue)
    citations(rule.cites)
    member("in_force_from", rule.inForceFrom)
    member("in_force_until", rule.inForceUntil)
    member("file", rule.file)
  }

  mutating func finding(_ finding: Finding) {
    member("rule", finding.rule)
    member("check", finding.check)
    member("elements", finding.elements)
    member("outcome", finding.outcome.rawValue)
    member("severity", finding.severity.rawValue)
    member("kind", finding.kind.rawValue)
    member("case", finding.caseNumber)
    citations(finding.cites)
    member("title", finding.title)
    member("message", finding.message)
    member("evidence", finding.evidence) { $0.evidence($1) }
    member("computed") { $0.computed(finding.computed) }
    member("missing", finding.missing)
    member("remedy", finding.remedy)
    member("fingerprint", finding.fingerprint.isEmpty ? nil : finding.fingerprint)
    member("status") { $0.status(finding.status) }
  }

  private mutating func status(_ status: FindingStatus) {
    member("counts", status.counts)
    member("comparison", status.comparison?.rawValue)
    key("waiver")
    guard let waiver = status.waiver else { return null() }
    object {
      $0.member("reason", waiver.reason)
      $0.grounds(of: waiver)
    }
  }

  /// Whose word it is, until when, and where it is written.
  mutating func grounds(of waiver: Waiver) {
    member("approved_by", waiver.approvedBy)
    member("until", waiver.until)
    member("source", waiver.source)
  }

  private mutating func evidence(_ evidence: Evidence) {
    member("path", evidence.path)
    member("label", evidence.label)
    member("state", evidence.state.rawValue)
    member("value", evidence.value)
    member("at_fault", evidence.isAtFault)
    place(evidence.place)
    member("document", evidence.document?.id)
    member("document_title", evidence.document?.title)
    member("page", evidence.document?.page)
  }

  private mutating func computed(_ computed: Computed) {
    member("due", computed.due)
    member("due_latest", computed.dueLatest)
    member("due_at", computed.dueAt)
    member("days_late", computed.daysLate)
    member("minutes_late", computed.minutesLate)
    member("parameters", computed.parameters) { writer, parameter in
      writer.member("name", parameter.name)
      writer.member("value", parameter.value)
      writer.member("source", parameter.source)
      writer.member("verified", parameter.isVerified)
    }
  }
}
