import Findings
import SourceText
import WorkCalendar

/// A made-up audit that has one of everything, and one in which nothing was found.
enum AuditFixture {
  static let audit: Audit = {
    var provenance = Self.provenance
    provenance.choices = ["--select penalty", "--baseline known.json"]
    var audit = Audit(
      provenance: provenance, rules: Fixture.rules, cases: [late, waived, clean, unreadable],
      diagnostics: [Fixture.missingFolder], sheet: ScoreFixture.sheet)
    audit.resolved = [
      ResolvedFindings(
        key: FindingKey(
          caseName: "黔东南市监罚〔2024〕138号", rule: Fixture.rules[3].id, check: nil,
          outcome: .violated, fact: "service.served_on"), count: 2)
    ]
    return audit
  }()

  /// One case in order, without a sheet.
  static let empty = Audit(provenance: provenance, rules: Fixture.rules, cases: [clean])

  private static let provenance: Provenance = {
    var provenance = Provenance(
      asOf: Fixture.day("2024-12-31"), rulesDigest: String(repeating: "1", count: 64),
      recordsDigest: String(repeating: "2", count: 64))
    provenance.instruments = [
      .init(
        id: Fixture.act.instrument, name: Fixture.act.instrumentName, number: nil,
        inForceFrom: Fixture.day("2021-07-15"), inForceUntil: nil),
      .init(
        id: Fixture.notice.instrument, name: Fixture.notice.instrumentName,
        number: Fixture.notice.number, inForceFrom: Fixture.day("2018-12-05"), inForceUntil: nil),
    ]
    provenance.calendarYears = [2019, 2022, 2023, 2024]
    return provenance
  }()

  /// Every outcome, with what is late, due and to be waited for on its timeline.
  private static let late: AuditedCase = {
    var audited = AuditedCase(
      source: Fixture.path, number: Fixture.late.caseNumber, title: Fixture.late.caseTitle)
    audited.diagnostics = Fixture.late.diagnostics
    audited.office = "某县市场监督管理局 <一队>"
    audited.officers = ["办** B-01", "办** B-02"]
    audited.sector = BilingualText(zh: "市场监管", en: "Market regulation")
    audited.decidedOn = Fixture.day("2024-09-30")
    audited.outcomes = [.violated, .violated, .violated, .pending]
    audited.findings = Fixture.late.results.flatMap(\.findings)
    audited.findings[0].status = FindingStatus(comparison: .new)
    audited.timeline = timeline
    audited.score = ScoreFixture.late
    return audited
  }()

  /// The same breach twice, one of them let pass.
  private static let waived: AuditedCase = {
    var audited = AuditedCase(source: "batch.ndjson:17", number: nil, title: nil)
    audited.officers = ["办** B-01"]
    audited.outcomes = [.undetermined, .notApplicable, .violated, .satisfied]
    audited.findings = [
      Fixture.published, Fixture.published,
      Fixture.reviewUndetermined("rank", ["legal_review.reviewer_role"]),
    ]
    audited.findings[0].status = FindingStatus(
      comparison: .unchanged,
      waiver: Waiver(
        reason: "系统故障 | outage", approvedBy: "法制科", until: Fixture.day("2025-03-31"),
        source: "pingcha.yaml:12"))
    audited.findings[1].computed.daysLate = 95
    audited.score = CaseScore(office: nil, scope: .doesNotApply)
    return audited
  }()

  private static let clean: AuditedCase = {
    var audited = AuditedCase(source: Fixture.clean.source, number: Fixture.clean.caseNumber)
    audited.office = "某市城管局"
    audited.decidedOn = Fixture.day("2024-11-04")
    audited.outcomes = [.satisfied, .notApplicable, .notApplicable, .satisfied]
    audited.score = ScoreFixture.simple("某市城管局", "90")
    return audited
  }()

  private static let unreadable: AuditedCase = {
    var audited = AuditedCase(source: Fixture.unreadable.source)
    audited.isUnreadable = true
    audited.diagnostics = Fixture.unreadable.diagnostics
    return audited
  }()

  private static let timeline: [TimelineEntry] = {
    func act(_ path: String, _ zh: String, _ en: String, _ first: String, _ last: String? = nil)
      -> TimelineEntry
    {
      TimelineEntry(
        mark: .act(path: path), label: BilingualText(zh: zh, en: en), first: Fixture.day(first),
        last: Fixture.day(last ?? first))
    }
    func term(_ mark: TimelineEntry.Mark, _ from: String, _ due: String, _ act: String?)
      -> TimelineEntry
    {
      var entry = TimelineEntry(
        mark: mark, label: Fixture.rules[2].title, first: Fixture.day(due), last: Fixture.day(due))
      entry.from = Fixture.day(from)
      entry.act = act.map(Fixture.day)
      return entry
    }
    let rule = Fixture.rules[2].id
    return [
      act("case.conduct_from", "违法行为发生", "Conduct", "2023-01-01", "2023-01-31"),
      act("case.filed_on", "立案", "Filed", "2024-08-01"),
      act("notice.served_on", "告知", "Notice", "2024-08-01"),
      term(
        .wait(rule: rule, check: nil, outcome: .satisfied), "2024-08-01", "2024-08-08",
        "2024-09-30"),
      act("decision.made_on", "作出决定", "Decision", "2024-09-30"),
      term(
        .due(rule: rule, check: "in-time", outcome: .violated, daysLate: 10), "2024-09-30",
        "2024-10-15", "2024-10-25"),
      act("publicity.result.published_on", "公开", "Published", "2024-10-25"),
      term(
        .due(rule: rule, check: nil, outcome: .pending, daysLate: nil), "2024-12-20",
        "2025-01-06", nil),
    ]
  }()
}
