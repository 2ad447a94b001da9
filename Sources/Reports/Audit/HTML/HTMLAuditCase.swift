internal import Findings
internal import SourceText

/// One case: what was found, when things were done, and what it scores.
struct HTMLAuditCase {
  let audit: Audit
  let audited: AuditedCase
  /// From 1, in the order of the audit.
  let number: Int

  /// The case on a page of its own.
  var whole: String { article(heading: "h1") { $0 } }

  /// The case as one of many, which a browser that runs scripts draws when it is looked at.
  var folded: String { article(heading: "h3") { "<noscript>\n\($0)</noscript>" } }

  private func article(heading: String, _ body: (String) -> String) -> String {
    let anchor = AuditMarkup.anchor(case: number)
    let name =
      audited.number.map(HTMLText.escaped) ?? AuditMarkup.both(ReportWords.noCaseNumber)
    var html = "<article class=case id=\(anchor) aria-labelledby=\(anchor)-h>"
    html += "<\(heading) id=\(anchor)-h>\(number). \(name)"
    if let title = audited.title { html += " <small>\(HTMLText.escaped(title))</small>" }
    return html + "</\(heading)>\(body(content))</article>\n"
  }

  private var content: String {
    var html = facts + audited.diagnostics.map(diagnostic).joined()
    if audited.isUnreadable {
      return html + "<p class=tag>\(AuditMarkup.both(ReportWords.unreadable))</p>\n"
    }
    html += findings + HTMLAuditTimeline(entries: audited.timeline).html
    if let score = audited.score, let sheet = audit.sheet {
      html +=
        HTMLAuditScore(score: score, sheet: sheet, audited: audited, number: number).html
    }
    return html
  }

  /// How grave a finding is, or why it is no violation, and how it stands.
  static func tags(of finding: Finding, in group: FindingGroup) -> String {
    let isGrave = group == .violated || group == .waived && finding.outcome == .violated
    var html =
      isGrave
      ? AuditMarkup.tag(finding.severity.rawValue, ReportWords.severity(finding.severity))
      : AuditMarkup.tag(group.name, AuditWords.heading(group))
    if let comparison = finding.status.comparison {
      html += " " + AuditMarkup.tag(comparison.rawValue, AuditWords.comparison(comparison))
    }
    if group == .waived, isGrave {
      html += " " + AuditMarkup.tag("waived", AuditWords.waivedTag)
    }
    return html
  }

  // MARK: Facts of the case

  private var facts: String {
    var html = "<dl class=facts>"
    func add(_ label: BilingualText, _ text: String) {
      html += "<dt>\(AuditMarkup.both(label))<dd>\(text)"
    }
    if let office = audited.office { add(AuditWords.column(.office), HTMLText.escaped(office)) }
    if !audited.officers.isEmpty {
      add(
        AuditWords.officers,
        AuditMarkup.both(
          BilingualText(
            zh: audited.officers.joined(separator: ReportWords.listSeparator.zh),
            en: audited.officers.joined(separator: ReportWords.listSeparator.en))))
    }
    if let sector = audited.sector { add(AuditWords.column(.sector), AuditMarkup.both(sector)) }
    if let day = audited.decidedOn { add(AuditWords.decidedOn, "\(day)") }
    add(AuditWords.record, "<code>\(HTMLText.escaped(audited.source))</code>")
    return html + "</dl>\n"
  }

  private func diagnostic(_ located: LocatedDiagnostic) -> String {
    var html = "<p class=diagnostic>"
    if let place = located.place { html += "<code>\(place.line):\(place.column)</code> " }
    html += AuditMarkup.both(located.diagnostic.message)
    if let help = located.diagnostic.help { html += " " + AuditMarkup.both(help) }
    return html + "</p>\n"
  }

  // MARK: Findings

  private var findings: String {
    if audited.findings.isEmpty {
      return "<p class=clean>\(AuditMarkup.both(ReportWords.noFindings))</p>\n"
    }
    var html = ""
    for group in FindingGroup.allCases {
      let findings = audited.findings.enumerated().filter { FindingGroup($1) == group }
      if findings.isEmpty { continue }
      html += "<h4>\(AuditMarkup.both(ReportWords.heading(group, count: findings.count)))</h4>\n"
      switch group {
      case .violated, .error, .signal, .waived:
        html += findings.map { whole($1, $0 + 1, in: group) }.joined()
      case .pending, .undetermined:
        html += "<ul class=brief>\n\(findings.map { brief($1, $0 + 1) }.joined())</ul>\n"
      }
    }
    return html
  }

  /// A finding with the facts, the law and what would put it right.
  private func whole(_ finding: Finding, _ place: Int, in group: FindingGroup) -> String {
    let telling = FindingTelling(finding: finding, asOf: audit.provenance.asOf)
    var html = "<section class=\"finding \(group.className(finding.severity))\""
    html += " id=\(AuditMarkup.anchor(case: number, finding: place))>"
    html += "<h5>\(Self.tags(of: finding, in: group)) \(AuditMarkup.both(finding.title))"
    html += " <code>\(AuditMarkup.breakable(finding.name))</code></h5>\n"
    if finding.message != finding.title {
      html += "<p>\(AuditMarkup.both(finding.message))</p>\n"
    }
    html += "<dl>"
    func add(_ label: BilingualText, _ texts: [BilingualText]) {
      if texts.isEmpty { return }
      html += "<dt>\(AuditMarkup.both(label))"
      html += texts.map { "<dd>\(AuditMarkup.both($0))" }.joined()
    }
    add(AuditWords.status, finding.status.waiver.map { [AuditWords.waived($0)] } ?? [])
    add(ReportWords.fact, telling.facts)
    add(ReportWords.otherFacts, telling.otherFacts.map { [$0] } ?? [])
    if let due = telling.due { add(due.label, [due.text]) }
    add(ReportWords.basis, telling.law)
    add(ReportWords.parameter, telling.parameters)
    add(ReportWords.missing, telling.missing)
    add(ReportWords.remedy, finding.remedy.map { [$0] } ?? [])
    return html + "</dl></section>\n"
  }

  /// A finding in one line: what it is about, and what it waits for.
  private func brief(_ finding: Finding, _ place: Int) -> String {
    let telling = FindingTelling(finding: finding, asOf: audit.provenance.asOf)
    var html = "<li id=\(AuditMarkup.anchor(case: number, finding: place))>"
    html += AuditMarkup.both(finding.title)
    let missing = finding.missing.map { path in
      finding.evidence.first { $0.path == path }?.label ?? ReportWords.missingName(path)
    }
    if !missing.isEmpty, finding.outcome == .undetermined {
      let text = BilingualText(
        zh: missing.map(\.zh).joined(separator: ReportWords.listSeparator.zh),
        en: missing.map(\.en).joined(separator: ReportWords.listSeparator.en))
      html += " <small>\(AuditMarkup.both(ReportWords.toRecord + ReportWords.colon + text))</small>"
    }
    if let due = telling.due {
      html += " <small>\(AuditMarkup.both(due.label + ReportWords.colon + due.text))</small>"
    }
    if finding.status.waiver != nil || finding.status.comparison != nil {
      html += " <small>\(telling.status.map(AuditMarkup.both) ?? "")</small>"
    }
    return html + "\n"
  }
}
