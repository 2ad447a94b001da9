internal import Findings
internal import SourceText
internal import WorkCalendar

/// Prints a review as a log of SARIF 2.1.0, which code hosts, editors and viewers read.
///
/// A violation is a result of kind `fail`; a signal is one to `review`, what could not be determined is
/// `open`, and what is not due yet `informational`: these have no level (§3.27.10). A rule's fault and
/// what is wrong with a record are notifications of the run. The texts of law are a taxonomy.
package struct ReviewSARIFPrinter: ReviewPrinter {
  private let settings: ReviewSettings
  private let sink: (String) -> Void
  private var log = SARIFLog(hasTaxonomy: true)
  private var notifications: [SARIFNotification] = []
  private var hasBaseline = false
  private var titles: [String: BilingualText] = [:]
  private var asOf = CivilDate.epoch
  private var taxa = SARIFTaxa()

  package init(_ settings: ReviewSettings, sink: @escaping (String) -> Void) {
    self.settings = settings
    self.sink = sink
  }

  private var language: Language { settings.language }

  package mutating func begin(_ head: ReviewHead) {
    asOf = head.asOf
    hasBaseline = head.hasBaseline
    titles = Dictionary(head.rules.map { ($0.id, $0.title) }) { first, _ in first }
    for rule in head.rules { taxa.add(rule.cites, language) }
    log.begin(
      rules: head.rules.map { SARIFRule($0, language) }, language: language == .zh ? "zh-CN" : "en")
    notifications = head.diagnostics.map { notification($0, in: settings.originals($0.file)) }
    flush()
  }

  package mutating func add(_ told: ToldCase) {
    let review = told.review
    let text = settings.originals(review.source)
    for located in review.diagnostics {
      // A file beside the record has a text of its own.
      let own = located.file == review.source ? nil : settings.originals(located.file)
      notifications.append(notification(located, in: own ?? text))
    }
    for finding in review.results.lazy.flatMap(\.findings) {
      taxa.add(finding.cites, language)
      if finding.outcome == .error {
        notifications.append(
          SARIFNotification(
            code: "rule-fault", level: .error, message: finding.message[language],
            location: SARIFLocation(file: review.file), rule: finding.rule))
      } else {
        log.add(result(finding, of: review, in: text))
      }
    }
    flush()
  }

  package mutating func end(_ tail: ReviewTail) {
    for findings in tail.resolved ?? [] { log.add(result(findings)) }
    notifications += tail.lateDiagnostics.map { notification($0, in: settings.originals($0.file)) }
    log.end(
      taxa: taxa.rules, taxonomyName: ReportWords.basis[language], notifications: notifications,
      properties: [
        "as_of": .text(asOf.description),
        "untold": [
          "hidden": .integer(tail.tally.hidden), "over_limit": .integer(tail.tally.overLimit),
        ],
      ])
    flush()
  }

  private mutating func flush() { sink(log.take()) }

  // MARK: Results

  private func result(
    _ finding: Finding, of review: CaseReview, in text: SourceFile?
  ) -> SARIFResult {
    let kind = kind(of: finding)
    var result = SARIFResult(
      rule: finding.rule, message: message(finding, of: review),
      level: kind == .fail ? level(of: finding) : .none, kind: kind)
    let target = finding.target
    result.locations = [
      SARIFLocation(
        file: target?.place?.file ?? review.file,
        region: target?.place.map { SARIFRegion($0, in: text) }, name: target?.path)
    ]
    result.related = finding.evidence.compactMap { fact in
      guard let place = fact.place, fact.path != target?.path else { return nil }
      return SARIFLocation(
        file: place.file, region: SARIFRegion(place, in: text), name: fact.path,
        message: ReportWords.description(of: fact, withPath: false, language))
    }
    if !finding.fingerprint.isEmpty { result.fingerprint = finding.fingerprint }
    result.suppressions = finding.status.waiver.map { [$0] } ?? []
    if hasBaseline {
      result.baselineState = finding.status.comparison == .unchanged ? .unchanged : .new
    }
    result.taxa = SARIFTaxa.ids(of: finding.cites)
    result.properties = properties(of: finding, of: review)
    return result
  }

  private func kind(of finding: Finding) -> SARIFResult.Kind {
    switch finding.outcome {
    case .pending: .informational
    case .undetermined: finding.kind == .violation && settings.unknown == .fail ? .fail : .open
    default: finding.kind == .signal ? .review : .fail
    }
  }

  /// By its severity alone: how it stands to waivers and a baseline has members of its own.
  private func level(of finding: Finding) -> SARIFLevel {
    finding.severity == .minor ? .warning : .error
  }

  private func message(_ finding: Finding, of review: CaseReview) -> String {
    let name = review.caseNumber.map { $0 + ReportWords.colon[language] } ?? ""
    return
      ([name + finding.message[language]]
      + finding.cites.map {
        ReportWords.basis[language] + ReportWords.colon[language]
          + ReportWords.citation($0, language)
      }
      + (finding.remedy.map {
        [ReportWords.remedy[language] + ReportWords.colon[language] + $0[language]]
      } ?? []))
      .joined(separator: "\n")
  }

  private func properties(of finding: Finding, of review: CaseReview) -> JSONTree {
    var members: [JSONTree.Member] = [
      .init("case", review.caseNumber.map(JSONTree.text) ?? .null),
      .init("check", finding.check.map(JSONTree.text) ?? .null),
      .init("outcome", .text(finding.outcome.rawValue)),
      .init("severity", .text(finding.severity.rawValue)),
      .init("kind", .text(finding.kind.rawValue)), .init("missing", .texts(finding.missing)),
    ]
    let computed = finding.computed
    if let due = computed.dueAt ?? computed.due?.description {
      members.append(.init("due", .text(due)))
    }
    if let days = computed.daysLate { members.append(.init("days_late", .integer(days))) }
    if let minutes = computed.minutesLate {
      members.append(.init("minutes_late", .integer(minutes)))
    }
    return .object(members)
  }

  /// What a baseline holds and is there no longer.
  private func result(_ findings: ResolvedFindings) -> SARIFResult {
    var result = SARIFResult(
      rule: findings.key.rule,
      message: ReportWords.resolvedWord[language] + ReportWords.colon[language]
        + ReportWords.line(of: findings, title: titles[findings.key.rule], language), level: .none,
      kind: .informational)
    result.suppressions = []
    result.baselineState = .absent
    result.properties = ["case": .text(findings.key.caseName), "count": .integer(findings.count)]
    return result
  }

  // MARK: Notifications

  private func notification(_ located: LocatedDiagnostic, in text: SourceFile?) -> SARIFNotification
  {
    SARIFNotification(
      code: located.diagnostic.code, level: SARIFLevel(located.diagnostic.severity),
      message: located.diagnostic.text(in: language), location: located.sarifLocation(in: text))
  }
}
