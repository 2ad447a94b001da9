import Findings
import Reports
import SourceText

/// An audit that has one of everything, and one that found nothing.
enum WorkbookFixture {
  static let audit: Audit = {
    var provenance = Self.provenance
    provenance.choices = ["--select penalty."]
    var audit = Audit(
      provenance: provenance, rules: Fixture.rules, cases: [late, clean, unreadable],
      sheet: ScoreFixture.sheet)
    audit.sheet?.items = ScoreFixture.late.items.map(item)
    audit.sheet?.deductions = ScoreFixture.late.deductions.map(item)
    return audit
  }()

  static let empty = Audit(provenance: provenance, rules: Fixture.rules, cases: [clean])

  private static let provenance: Provenance = {
    var provenance = Provenance(
      asOf: Fixture.day("2024-12-31"), rulesDigest: String(repeating: "1", count: 64),
      recordsDigest: String(repeating: "2", count: 64))
    var notice = Provenance.Instrument(
      id: Fixture.notice.instrument, name: Fixture.notice.instrumentName,
      number: Fixture.notice.number, inForceFrom: Fixture.day("2018-12-05"), inForceUntil: nil)
    notice.address = "https://example.org/118"
    provenance.instruments = [notice]
    provenance.calendarYears = [2023, 2024, 2025]
    return provenance
  }()

  private static func item(_ item: CaseScore.Item) -> ScoreSheet.Item {
    .init(
      id: item.id, group: nil, title: item.title, points: item.points,
      isJudgement: item.standing == .judgement, lines: [])
  }

  private static let late: AuditedCase = {
    var audited = AuditedCase(
      source: Fixture.path, number: Fixture.late.caseNumber, title: Fixture.late.caseTitle)
    audited.office = "某县市场监督管理局"
    audited.officers = ["办**甲", "办**乙"]
    audited.sector = BilingualText(zh: "市场监管", en: "market regulation")
    audited.decidedOn = Fixture.day("2024-09-30")
    audited.outcomes = [.violated, .violated, .violated, .pending]
    audited.findings = [
      Fixture.reviewMissing, waived,
      Fixture.reviewUndetermined("rank", ["legal_review.reviewer_role"]), Fixture.licence,
      Fixture.licenceOpen, published, early,
      Fixture.reviewUndetermined("exempt", ["party.kind", "calendar.2026"]), Fixture.overflow,
      Fixture.served,
    ]
    audited.score = ScoreFixture.late
    return audited
  }()

  private static let published: Finding = {
    var finding = Fixture.published
    finding.status.comparison = .new
    return finding
  }()

  private static let waived: Finding = {
    var finding = Fixture.reviewMissing
    finding.check = "again"
    // A cell that begins like a formula.
    finding.message = BilingualText(zh: "=1+1 没有审核。", en: "=1+1 was not reviewed.")
    finding.status = FindingStatus(
      comparison: .unchanged,
      waiver: Waiver(
        reason: "已由上级复核", approvedBy: "法制机构", until: Fixture.day("2025-06-30"),
        source: "pingcha.yaml:12"))
    return finding
  }()

  /// An act that did not wait, by the hour.
  private static let early: Finding = {
    var finding = Fixture.served
    finding.outcome = .violated
    finding.computed.wait = .afterLastDay
    finding.computed.dueAt = "2024-05-06T09:30:00+08:00"
    return finding
  }()

  private static let clean: AuditedCase = {
    var audited = AuditedCase(source: "batch.ndjson:17", number: Fixture.clean.caseNumber)
    audited.office = "某市城管局"
    audited.outcomes = [.satisfied, .notApplicable, .notApplicable, .satisfied]
    audited.score = ScoreFixture.simple("某市城管局", "90")
    return audited
  }()

  private static let unreadable: AuditedCase = {
    var audited = AuditedCase(source: Fixture.broken.path)
    audited.isUnreadable = true
    audited.diagnostics = Fixture.unreadable.diagnostics
    return audited
  }()
}
