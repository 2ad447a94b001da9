import Findings
import Project
import SourceText
import Testing
import WorkCalendar

/// How findings stand to waivers and to a baseline.
@Suite struct FindingMarkerTests {
  static let rule = "sample.service.in-time"

  static func finding(
    _ outcome: Outcome = .violated, fact: String = "decision.served_on", check: String? = "in-time"
  ) -> Finding {
    let text = BilingualText(zh: "甲", en: "a")
    var finding = Finding(
      rule: rule, check: check, outcome: outcome, severity: .major, kind: .violation,
      caseNumber: "1", title: text, message: text, fingerprint: "0")
    finding.evidence = [
      Evidence(
        path: fact, label: text, state: .present, value: "1", place: nil, document: nil,
        isAtFault: true)
    ]
    return finding
  }

  static func review(_ findings: [Finding], number: String? = "1", isUnreadable: Bool = false)
    -> CaseReview
  {
    CaseReview(
      source: "Cases/a/case.yaml", caseNumber: number, caseTitle: nil, isUnreadable: isUnreadable,
      diagnostics: [],
      results: [RuleResult(rule: rule, outcome: .violated, findings: findings)])
  }

  static func entry(
    check: String? = nil, caseName: String? = "1", until: String? = nil, rule: String = rule
  ) -> WaiverEntry {
    WaiverEntry(
      rule: rule, check: check, caseName: caseName, reason: "x", approvedBy: "y",
      until: until.flatMap { CivilDate($0) },
      place: Place(
        file: "pingcha.yaml", line: 3, column: 5, endLine: 3, endColumn: 9,
        range: ByteRange(0, 4)))
  }

  static let day = CivilDate("2024-12-31") ?? .epoch

  static func marker(
    _ waivers: [WaiverEntry] = [], baseline: Baseline? = nil, rules: Set<String> = [rule]
  ) -> FindingMarker {
    FindingMarker(
      asOf: day, rules: rules, waivers: waivers, baseline: baseline,
      writesBaseline: true)
  }

  // MARK: Waivers

  @Test(
    "a waiver is for its rule, check and case, until its day",
    arguments: [
      (entry(), true, []), (entry(check: "in-time"), true, []),
      (entry(check: "other"), false, ["waiver-unused"]), (entry(caseName: "2"), false, []),
      (entry(until: "2024-12-31"), true, []),
      (entry(until: "2024-12-30"), false, ["waiver-expired"]),
      (entry(rule: "sample.decision.reasoned"), false, []),
    ])
  func waivers(entry: WaiverEntry, isWaived: Bool, codes: [String]) {
    var marker = Self.marker([entry])
    var review = Self.review([Self.finding()])
    marker.mark(&review)
    let finding = review.results[0].findings[0]
    #expect((finding.status.waiver != nil) == isWaived)
    #expect(finding.status.counts == !isWaived)
    #expect(marker.diagnostics.map(\.diagnostic.code) == codes)
    #expect(marker.diagnostics.allSatisfy { $0.diagnostic.isAboutIdleWaiver })
  }

  @Test func `nobody can let a fault of a rule pass`() {
    var marker = Self.marker([Self.entry()])
    var review = Self.review([Self.finding(.error)])
    marker.mark(&review)
    #expect(review.results[0].findings[0].status.waiver == nil)
    #expect(marker.diagnostics.map(\.diagnostic.code) == ["waiver-unused"])
  }

  @Test func `of a record that cannot be read nothing is said to be unused`() {
    var marker = Self.marker([Self.entry(caseName: "Cases/a/case.yaml")])
    var review = Self.review([], number: nil, isUnreadable: true)
    marker.mark(&review)
    #expect(marker.diagnostics.isEmpty)
  }

  @Test func `a waiver beside the record is told of with its case`() {
    var waivers = CaseWaivers()
    waivers.entries = [
      Self.entry(caseName: nil), Self.entry(check: "other", caseName: nil),
      Self.entry(caseName: "2"),
    ]
    var marker = Self.marker()
    var review = Self.review([Self.finding()])
    marker.mark(&review, waivers: waivers)
    #expect(review.results[0].findings[0].status.waiver?.source == "pingcha.yaml:3")
    #expect(review.diagnostics.map(\.diagnostic.code) == ["waiver-unused", "waiver-unused"])
    #expect(marker.diagnostics.isEmpty)
  }

  // MARK: Baseline

  static func key(_ outcome: Outcome = .violated, fact: String = "decision.served_on")
    -> FindingKey
  {
    FindingKey(finding(outcome, fact: fact), of: "1")
  }

  @Test func `the same finding is known as often as the baseline has it`() {
    var marker = Self.marker(baseline: Baseline(counts: [Self.key(fact: "officers[].name"): 2]))
    var review = Self.review((0...2).map { Self.finding(fact: "officers[\($0)].name") })
    marker.mark(&review)
    let states = review.results[0].findings.map(\.status.comparison)
    #expect(states == [.unchanged, .unchanged, .new])
    #expect(review.results[0].findings.map(\.status.counts) == [false, false, true])
    #expect(marker.resolved == [])
  }

  @Test func `what is not decided is another finding than what is violated`() {
    var marker = Self.marker(baseline: Baseline(counts: [Self.key(.undetermined): 1]))
    var review = Self.review([Self.finding(.violated)])
    marker.mark(&review)
    #expect(review.results[0].findings[0].status.comparison == .new)
    #expect(marker.resolved == [ResolvedFindings(key: Self.key(.undetermined), count: 1)])
  }

  @Test func `without a baseline nothing is new`() {
    var marker = Self.marker()
    var review = Self.review([Self.finding()])
    marker.mark(&review)
    #expect(review.results[0].findings[0].status.comparison == nil)
    #expect(marker.resolved == nil)
  }

  @Test func `only of cases and rules that were reviewed is something resolved`() {
    let kept = [
      FindingKey(Self.finding(), of: "2"),
      FindingKey(caseName: "1", rule: "x", check: nil, outcome: .violated, fact: ""),
    ]
    let counts = [Self.key(): 2, kept[0]: 1, kept[1]: 1]
    var marker = Self.marker(baseline: Baseline(counts: counts))
    var review = Self.review([Self.finding()])
    marker.mark(&review)
    #expect(marker.resolved == [ResolvedFindings(key: Self.key(), count: 1)])
    #expect(marker.nextBaseline.counts == [Self.key(): 1, kept[0]: 1, kept[1]: 1])
  }

  @Test func `what is waived or a fault is not written to a baseline`() {
    var marker = Self.marker([Self.entry(check: "in-time")])
    var review = Self.review([
      Self.finding(), Self.finding(.error, check: "b"), Self.finding(check: "c"),
    ])
    marker.mark(&review)
    #expect(marker.nextBaseline.counts.keys.map(\.check) == ["c"])
  }
}
