internal import Findings
internal import SourceText

extension MarkdownAuditPrinter {
  /// One case with its findings; in one line where there is nothing to tell.
  func section(of audited: AuditedCase, _ number: Int, in audit: Audit) -> String {
    let name = audited.number.map { BilingualText(zh: $0, en: $0) } ?? ReportWords.noCaseNumber
    var text = "### \(number). \(escaped(name))"
    if let title = audited.title { text += "  " + MarkdownText.escaped(title) }
    text += "\n\n" + facts(of: audited, in: audit)
    for located in audited.diagnostics {
      text += "- **\(escaped(located.diagnostic.message))**"
      if let place = located.place { text += " `\(place.line):\(place.column)`" }
      text += "\n"
    }
    if audited.isUnreadable { return text + "- \(word(ReportWords.unreadable))\n\n" }
    for group in FindingGroup.allCases {
      let findings = audited.findings.filter { FindingGroup($0) == group }
      if findings.isEmpty { continue }
      text += "\n**\(word(ReportWords.heading(group, count: findings.count)))**\n\n"
      for finding in findings {
        text += item(FindingTelling(finding: finding, asOf: audit.provenance.asOf), in: group)
      }
    }
    if audited.findings.isEmpty { text += "- \(word(ReportWords.noFindings))\n" }
    return text + "\n"
  }

  private func facts(of audited: AuditedCase, in audit: Audit) -> String {
    func both(_ text: String) -> BilingualText { BilingualText(zh: text, en: text) }
    var facts: [(BilingualText, BilingualText)] = []
    if let office = audited.office { facts.append((AuditWords.column(.office), both(office))) }
    if !audited.officers.isEmpty {
      facts.append(
        (
          AuditWords.officers,
          BilingualText(
            zh: audited.officers.joined(separator: ReportWords.listSeparator.zh),
            en: audited.officers.joined(separator: ReportWords.listSeparator.en))
        ))
    }
    if let sector = audited.sector { facts.append((AuditWords.column(.sector), sector)) }
    if let day = audited.decidedOn { facts.append((AuditWords.decidedOn, both("\(day)"))) }
    if let score = audited.score, let total = score.total {
      var text = ScoreWords.range(total)
      if let grade = score.bestGrade {
        text = text + ReportWords.comma + grade.name
      }
      facts.append((AuditWords.score, text))
    }
    let lines = facts.map { label, text in
      word(label) + word(ReportWords.colon) + escaped(text)
    }
    return "\(lines.joined(separator: " · "))\(lines.isEmpty ? "" : " · ")"
      + MarkdownText.code(audited.source) + "\n\n"
  }

  private func item(_ telling: FindingTelling, in group: FindingGroup) -> String {
    let finding = telling.finding
    var text = "- **\(word(finding.mark))** \(escaped(finding.title)) `\(finding.name)`\n"
    func add(_ line: String) { text += "  - \(line)\n" }
    func add(_ label: BilingualText, _ line: BilingualText) {
      add(word(label) + word(ReportWords.colon) + escaped(line))
    }
    if finding.message != finding.title { add(escaped(finding.message)) }
    if let status = telling.status { add(AuditWords.status, status) }
    if group == .pending {
      if let due = telling.due { add(due.label, due.text) }
      return text
    }
    if group == .undetermined {
      // What is missing stands in the message already.
      return text
    }
    for law in telling.law { add(ReportWords.basis, law) }
    for fact in telling.facts { add(ReportWords.fact, fact) }
    if let due = telling.due { add(due.label, due.text) }
    for missing in telling.missing { add(ReportWords.missing, missing) }
    if let remedy = finding.remedy { add(ReportWords.remedy, remedy) }
    return text
  }

  // MARK: Provenance

  func provenance(of audit: Audit) -> String {
    let provenance = audit.provenance
    var text = "## \(word(AuditWords.provenance))\n\n"
    func add(_ label: BilingualText, _ line: String) {
      text += "- \(word(label))\(word(ReportWords.colon))\(line)\n"
    }
    for located in audit.diagnostics {
      add(AuditWords.diagnostics, escaped(located.diagnostic.message))
    }
    add(AuditWords.asOf, "\(provenance.asOf)")
    add(AuditWords.rulesDigest, "`\(provenance.rulesDigest)`")
    add(AuditWords.recordsDigest, "`\(provenance.recordsDigest)`")
    if let sheet = audit.sheet {
      add(AuditWords.standard, "\(escaped(sheet.name)) `\(sheet.id)`")
    }
    add(AuditWords.calendarYears, word(AuditWords.years(provenance.calendarYears)))
    if !provenance.choices.isEmpty {
      add(
        AuditWords.choices,
        provenance.choices.map(MarkdownText.code).joined(separator: " "))
    }
    text += "- "
    text += word(
      provenance.showsPersonalData ? AuditWords.personalShown : AuditWords.personalMasked)
    text += "\n"
    text += "- \(word(AuditWords.instruments))\n"
    for instrument in provenance.instruments {
      let number = instrument.number.map { word(ReportWords.comma) + $0 } ?? ""
      let days = ReportWords.inForce(from: instrument.inForceFrom, until: instrument.inForceUntil)
      text += "  - \(escaped(instrument.name))\(MarkdownText.escaped(number))"
      text += "\(word(ReportWords.comma))\(word(days))\n"
    }
    return text
  }
}
