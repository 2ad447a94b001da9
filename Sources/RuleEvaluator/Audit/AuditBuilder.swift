import CaseRecords
package import Findings
package import RuleCompiler
import SourceText
package import WorkCalendar

/// Collects reviewed cases into an audit, with what it was made of.
package struct AuditBuilder {
  private let loaded: LoadedRules
  private let rules: [RuleSummary]
  private var audit: Audit
  private var digests = ""

  /// - Parameters:
  ///   - rules: The only rules that are told of, by id.
  ///   - choices: Options that chose what is told, as the command line has them.
  package init(
    _ loaded: LoadedRules, asOf: CivilDate, rules: [RuleSummary], sheet: ScoreSheet?,
    choices: [String] = [], showsPersonalData: Bool = false
  ) {
    self.loaded = loaded
    self.rules = rules
    var provenance = Provenance(
      asOf: asOf, rulesDigest: RulebookSource.digest(of: loaded.source.files), recordsDigest: "")
    let cited = Set(rules.flatMap { $0.cites.map(\.instrument) })
    provenance.instruments = loaded.source.instruments.filter { cited.contains($0.id.text) }.map {
      var instrument = Provenance.Instrument(
        id: $0.id.text, name: $0.name, number: $0.number, inForceFrom: $0.from,
        inForceUntil: $0.until)
      instrument.address = $0.address
      return instrument
    }
    provenance.calendarYears = Set(loaded.source.publishedYears.map(\.year)).sorted()
    provenance.choices = choices
    provenance.showsPersonalData = showsPersonalData
    audit = Audit(
      provenance: provenance, rules: rules, cases: [], diagnostics: loaded.diagnostics,
      sheet: sheet)
  }

  /// Takes the next case in.
  ///
  /// - Precondition: It was reviewed by a `RecordReview` that audits.
  package mutating func add(_ reviewed: ReviewedCase) {
    let review = reviewed.review
    var audited =
      reviewed.audited
      ?? AuditedCase(source: review.source, number: review.caseNumber, title: review.caseTitle)
    audited.isUnreadable = review.isUnreadable
    audited.diagnostics = review.diagnostics
    audited.score = reviewed.score
    if !review.isUnreadable {
      let results = Dictionary(
        review.results.map { ($0.rule, $0) }, uniquingKeysWith: { first, _ in first })
      let told = rules.map { results[$0.id] }
      audited.outcomes = told.map { $0?.outcome ?? .notApplicable }
      audited.findings = told.flatMap { $0?.findings ?? [] }
      let ids = Set(rules.map(\.id))
      audited.timeline.removeAll { $0.mark.rule.map { !ids.contains($0) } ?? false }
    }
    digests += "\(reviewed.digest ?? "")\n"
    audit.cases.append(audited)
  }

  /// The audit of all cases so far.
  ///
  /// - Parameters:
  ///   - resolved: What a baseline holds and the run did not find; `nil` without a baseline.
  ///   - diagnostics: What went wrong outside the records and the rules.
  package func finished(
    resolved: [ResolvedFindings]? = nil, diagnostics: [LocatedDiagnostic] = []
  ) -> Audit {
    var audit = audit
    audit.resolved = resolved
    audit.diagnostics += diagnostics
    audit.provenance.recordsDigest = sha256(of: Array(digests.utf8))
    return audit
  }
}
