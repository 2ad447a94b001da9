package import Findings
package import SourceText

/// An audit in short, in the Markdown of GitHub: figures, groups, and the findings of each case.
package struct MarkdownAuditPrinter {
  let language: Language
  let groupings: [AuditGrouping]

  package init(language: Language, groupings: [AuditGrouping]) {
    self.language = language
    self.groupings = groupings
  }

  package func print(_ audit: Audit, to stream: some AuditStream) {
    stream.write("# \(word(AuditWords.title))\n\n")
    let subtitle = AuditWords.subtitle(
      asOf: audit.provenance.asOf, cases: audit.cases.count, rules: audit.rules.count)
    stream.write(word(subtitle) + "\n\n")
    stream.write(figures(of: audit))
    for grouping in groupings { stream.write(groups(of: audit, by: grouping)) }
    stream.write("## \(word(AuditWords.findings))\n\n")
    for (number, audited) in audit.cases.enumerated() {
      stream.write(section(of: audited, number + 1, in: audit))
    }
    stream.write(provenance(of: audit))
    stream.seal(rest: "") { digest in
      "- \(word(AuditWords.digest))\(word(ReportWords.colon))`\(digest)`"
    }
  }

  // MARK: Figures

  private func figures(of audit: Audit) -> String {
    let tally = AuditTally(audit.cases)
    var rows: [(BilingualText, Int)] = [
      (AuditWords.cases, tally.cases - tally.unreadable),
      (AuditWords.unreadable, tally.unreadable),
      (AuditWords.violating, tally.violating),
    ]
    for severity in RuleSeverity.allCases.sorted(by: >) {
      rows.append(
        (
          AuditWords.violations + AuditWords.inBrackets(ReportWords.severity(severity)),
          tally.violations(severity)
        ))
    }
    for group in FindingGroup.allCases where group != .violated {
      rows.append((AuditWords.heading(group), tally.count(group)))
    }
    rows.append((AuditWords.delays, tally.daysLate.count))
    if let resolved = audit.resolved {
      rows.append((AuditWords.resolved, resolved.reduce(0) { $0 + $1.count }))
    }
    if let longest = tally.longestDelay { rows.append((AuditWords.longestDelay, longest)) }
    return "## \(word(AuditWords.overview))\n\n"
      + table([cell(AuditWords.overview), ""], rows.map { [cell($0.0), String($0.1)] }) + "\n"
  }

  private func groups(of audit: Audit, by grouping: AuditGrouping) -> String {
    let groups = audit.groups(by: grouping)
    let hasScores = groups.contains { $0.average != nil }
    var head = [AuditWords.column(grouping), AuditWords.casesShort, AuditWords.violating]
    head += RuleSeverity.allCases.sorted(by: >).map(AuditWords.heading)
    head += [.undetermined, .pending].map(AuditWords.heading)
    head.append(AuditWords.longestDelay)
    if hasScores { head.append(AuditWords.averageScore) }
    let rows = groups.map { group in
      let tally = group.tally
      var row = [cell(group.label), String(tally.cases), String(tally.violating)]
      row += RuleSeverity.allCases.sorted(by: >).map { String(tally.violations($0)) }
      row += [String(tally.count(.undetermined)), String(tally.count(.pending))]
      row.append(tally.longestDelay.map(String.init) ?? "–")
      if hasScores { row.append(group.average.map { word(ScoreWords.range($0)) } ?? "–") }
      return row
    }
    return "## \(word(AuditWords.heading(grouping)))\n\n"
      + (rows.isEmpty ? word(AuditWords.none) + "\n" : table(head.map(cell), rows)) + "\n"
  }

  private func table(_ head: [String], _ rows: [[String]]) -> String {
    var text = "| " + head.joined(separator: " | ") + " |\n"
    text += "| ---" + String(repeating: " | ---:", count: head.count - 1) + " |\n"
    for row in rows { text += "| " + row.joined(separator: " | ") + " |\n" }
    return text
  }

  // MARK: Words

  func word(_ text: BilingualText) -> String { text[language] }

  /// A text of a record or rule, in one line that stands for itself.
  func escaped(_ text: BilingualText) -> String { MarkdownText.escaped(text[language]) }

  /// A bar would end the cell.
  private func cell(_ text: BilingualText) -> String {
    escaped(text).replacing("|", with: "\\|")
  }
}
