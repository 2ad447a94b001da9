internal import Findings
internal import SourceText

extension AuditWorkbook {
  /// The figures that fit a screen, what the workbook was made with, and what its sheets are.
  func overview(sheets: [WorkbookSheet]) -> WorkbookSheet {
    var sheet = WorkbookSheet(
      word(WorkbookWords.overviewSheet),
      [.init("", width: 44)] + Array(repeating: .init("", width: 13), count: 4))
    sheet.isTable = false
    let tally = AuditTally(audit.cases)
    sheet.rows = [
      [text(WorkbookWords.title, .title)],
      [text(ReportWords.asOf(audit.provenance.asOf), .note)],
    ]
    sheet.rows += caseFigures(tally) + findingFigures(tally)
    if let standard = audit.sheet { sheet.rows += scoreFigures(standard) }
    sheet.rows += worstRequirements() + contents(sheets) + unreadable() + provenance()
    return sheet
  }

  private func section(_ title: BilingualText, _ headings: [BilingualText] = []) -> [[WorkbookCell]]
  {
    [[], [text(title, .section)] + headings.map { .text(capitalised($0), .heading) }]
  }

  private func figure(_ label: BilingualText, _ cells: WorkbookCell...) -> [WorkbookCell] {
    [.text(capitalised(label))] + cells
  }

  private func caseFigures(_ tally: AuditTally) -> [[WorkbookCell]] {
    let read = tally.cases - tally.unreadable
    return section(WorkbookWords.casesSection) + [
      figure(AuditWords.cases, .count(read)),
      figure(AuditWords.unreadable, .count(tally.unreadable)),
      figure(AuditWords.violating, .count(tally.violating)),
      figure(WorkbookWords.violatingShare, .share(tally.violating, of: read)),
      figure(WorkbookWords.ruleCount, .count(audit.rules.count)),
    ]
  }

  private func findingFigures(_ tally: AuditTally) -> [[WorkbookCell]] {
    let severities = RuleSeverity.allCases.sorted(by: >)
    var rows = section(
      WorkbookWords.findingsSection, [ReportWords.total] + severities.map(AuditWords.heading))
    // Only a violation has a gravity that counts.
    for group in FindingGroup.allCases {
      let bySeverity = severities.map { WorkbookCell.count(tally.violations($0)) }
      rows.append(
        [text(AuditWords.heading(group)), .count(tally.count(group))]
          + (group == .violated ? bySeverity : []))
    }
    let compared = audit.cases.flatMap(\.findings).compactMap(\.status.comparison)
    if !compared.isEmpty {
      rows.append(
        figure(AuditWords.comparison(.new), .count(compared.count { $0 == .new })))
    }
    rows.append(figure(AuditWords.delays, .count(tally.daysLate.count)))
    rows.append(figure(AuditWords.longestDelay, .count(tally.longestDelay)))
    return rows
  }

  private func scoreFigures(_ standard: ScoreSheet) -> [[WorkbookCell]] {
    var rows = section(WorkbookWords.scoresSection)
    rows.append([.text(word(standard.name) + (standard.number.map { "  \($0)" } ?? ""), .note)])
    if standard.isOurs { rows.append([text(ScoreWords.ours, .note)]) }
    let average = audit.average(of: audit.cases)
    let scored = audit.cases.compactMap(\.score).filter { $0.total != nil }
    rows += [
      figure(WorkbookWords.scoredCases, .count(scored.count)),
      figure(WorkbookWords.averageScore, .points(average?.least), .points(average?.most)),
      figure(WorkbookWords.vetoedCases, .count(scored.count(where: \.hasBrokenVeto))),
    ]
    for grade in standard.grades {
      rows.append([
        .text(grade.name[language]), .count(scored.count { $0.worstGrade == grade }),
      ])
    }
    return rows
  }

  /// The rules that most cases violate: at most ten.
  private func worstRequirements() -> [[WorkbookCell]] {
    var cases: [String: Int] = [:]
    var findings: [String: Int] = [:]
    for audited in audit.cases {
      let violations = audited.findings.filter {
        FindingGroup($0) == .violated && $0.status.waiver == nil
      }
      for finding in violations { findings[finding.rule, default: 0] += 1 }
      for rule in Set(violations.map(\.rule)) { cases[rule, default: 0] += 1 }
    }
    let worst = audit.rules.enumerated().filter { cases[$0.element.id] != nil }
      .sorted { a, b in
        let (one, other) = (cases[a.element.id] ?? 0, cases[b.element.id] ?? 0)
        return one == other ? a.offset < b.offset : one > other
      }.prefix(10)
    if worst.isEmpty { return [] }
    return section(
      WorkbookWords.worstSection, [WorkbookWords.cases, WorkbookWords.findingCount])
      + worst.map {
        [
          .text($0.element.title[language]), .count(cases[$0.element.id]),
          .count(findings[$0.element.id]),
        ]
      }
  }

  private func contents(_ sheets: [WorkbookSheet]) -> [[WorkbookCell]] {
    section(WorkbookWords.contentsSection, [WorkbookWords.rows])
      + sheets.map {
        [
          .text($0.name, link: .row(1, sheet: $0.name)), .count($0.rows.count),
        ]
      }
  }

  private func unreadable() -> [[WorkbookCell]] {
    let cases = audit.cases.filter(\.isUnreadable)
    if cases.isEmpty { return [] }
    return section(WorkbookWords.unreadableSection)
      + cases.map { audited in
        [
          number(of: audited),
          .text(audited.diagnostics.first?.diagnostic.message[language], .note),
        ]
      }
  }

  private func provenance() -> [[WorkbookCell]] {
    let provenance = audit.provenance
    let years = provenance.calendarYears
    var rows = section(WorkbookWords.provenanceSection)
    rows += [
      figure(WorkbookWords.asOf, .date(provenance.asOf)),
      figure(WorkbookWords.rulesDigest, .text(provenance.rulesDigest, .note)),
      figure(WorkbookWords.recordsDigest, .text(provenance.recordsDigest, .note)),
      figure(WorkbookWords.instrumentCount, .count(provenance.instruments.count)),
    ]
    if let first = years.first, let last = years.last {
      rows.append(figure(WorkbookWords.calendarYears, .text("\(first)–\(last)")))
    }
    for choice in provenance.choices {
      rows.append(figure(WorkbookWords.choice, .text(choice, .note)))
    }
    rows.append(
      figure(
        WorkbookWords.personalData,
        text(provenance.showsPersonalData ? WorkbookWords.shown : WorkbookWords.masked)))
    return rows
  }
}
