package import Findings
package import SourceText

/// Prints what examples show of the rules: a line for each rule of which everything is shown, a table
/// for each other; or only what is missing, with what would show it.
package struct CoverageTextPrinter {
  private let sink: (String) -> Void
  private let language: Language
  private let colour: Bool

  package init(language: Language, colour: Bool, sink: @escaping (String) -> Void) {
    self.language = language
    self.colour = colour
    self.sink = sink
  }

  /// Prints everything.
  package func print(_ report: CoverageReport) {
    for group in report.groups {
      var page = TextPage(language: language, colour: colour)
      heading(of: group, on: &page)
      if group.tally.missing > 0 {
        page.table(table(of: group, page), indent: 2)
        page.blank()
      }
      sink(page.take())
    }
    printSummary(of: report)
  }

  /// Prints what is missing.
  package func printGaps(of report: CoverageReport) {
    for group in report.groups where group.tally.missing > 0 {
      var page = TextPage(language: language, colour: colour)
      heading(of: group, on: &page)
      for part in CoverageGapList.parts(of: group) {
        switch part {
        case .outcome(let outcome): write(outcome, of: group, on: &page)
        case .side(let decision, let condition, let side):
          write(side, of: condition, in: decision, on: &page)
        }
      }
      page.blank()
      sink(page.take())
    }
    printSummary(of: report)
  }

  // MARK: Headings

  private func heading(of group: CoverageGroup, on page: inout TextPage) {
    let tally = group.tally
    let percent = page.ink.painted(
      String(repeating: " ", count: max(0, 5 - tally.percentText.utf8.count))
        + "\(tally.percentText)%", tally.missing == 0 ? .green : .yellow)
    let counts = self.counts(of: tally, outcomes: group.outcomes, page)
    page.line(
      percent + "  " + page.ink.painted(ExcerptPrinter.safe(group.fullName), .bold) + "  "
        + counts)
  }

  private func counts(
    of tally: CoverageTally, outcomes: [OutcomeCoverage], _ page: TextPage
  ) -> String {
    var parts: [BilingualText] = []
    if !outcomes.isEmpty {
      parts.append(
        CoverageWords.ratio(
          outcomes.count { $0.state != .missing }, of: outcomes.count, CoverageWords.outcomes))
    }
    if tally.conditions > 0 {
      parts.append(
        CoverageWords.ratio(
          tally.coveredConditions, of: tally.conditions, CoverageWords.conditions))
    }
    if tally.excused > 0 {
      parts.append(
        BilingualText(
          zh: "\(CoverageWords.excused.zh) \(tally.excused)",
          en: "\(tally.excused) \(CoverageWords.excused.en)"))
    }
    return parts.map(page.word).joined(separator: page.word(ReportWords.comma))
  }

  // MARK: Tables

  private func table(of group: CoverageGroup, _ page: TextPage) -> TextTable {
    var table = TextTable([.left, .left, .left, .left])
    for outcome in group.outcomes {
      table.add([
        .init(page.word(CoverageWords.subject(of: outcome.check)), .dim),
        .init(page.word(ReportWords.outcome(outcome.outcome))),
        cell(outcome.state, "", page), .init(""),
      ])
    }
    for decision in group.decisions {
      for condition in decision.conditions {
        table.add(
          [
            .init(Self.place(of: decision), .dim), .init(Self.shortened(condition.text)),
          ]
            + condition.sides.map { side in
              cell(side.state, page.word(CoverageWords.side(side.side)) + " ", page)
            })
      }
    }
    return table
  }

  private func cell(_ state: CoverageState, _ lead: String, _ page: TextPage) -> TextTable.Cell {
    switch state {
    case .shown: TextTable.Cell(lead + "✓", .green)
    case .excused:
      TextTable.Cell(lead + page.word(CoverageWords.excused), .cyan)
    case .missing: TextTable.Cell(lead + "✗", .red)
    }
  }

  /// `done.that`, `applies`, `let large`
  private static func place(of decision: DecisionCoverage) -> String {
    if let check = decision.check { return "\(check).\(decision.key)" }
    return decision.name.map { "\(decision.key) \($0)" } ?? decision.key
  }

  /// On one line, and not longer than a table can bear.
  private static func shortened(_ text: String) -> String {
    let line = oneLine(text)
    return line.count > 60 ? line.prefix(59) + "…" : line
  }

  private static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  // MARK: Gaps

  private func write(
    _ outcome: OutcomeCoverage, of group: CoverageGroup, on page: inout TextPage
  ) {
    page.paragraph(
      page.word(CoverageWords.neverOutcome(outcome.outcome)), indent: 2,
      lead: page.word(CoverageWords.subject(of: outcome.check)) + page.word(ReportWords.colon),
      colour: .red)
    write(outcome.place ?? group.place, on: &page)
    if let nearest = outcome.nearest, let came = outcome.nearestOutcome {
      page.labelled(
        CoverageWords.nearest,
        text(of: nearest, page) + page.word(ReportWords.comma)
          + page.word(CoverageWords.cameTo(came)), indent: 4)
    }
  }

  private func write(
    _ side: SideCoverage, of condition: ConditionCoverage, in decision: DecisionCoverage,
    on page: inout TextPage
  ) {
    guard let gap = side.gap else { return }
    page.paragraph(
      Self.oneLine(condition.text), indent: 2,
      lead: page.word(CoverageWords.problem(gap.problem, on: side.side))
        + page.word(ReportWords.colon),
      colour: .red, hanging: 4)
    write(condition.places.first ?? decision.place, on: &page)
    if decision.conditions.count > 1 || Self.oneLine(decision.text) != Self.oneLine(condition.text)
    {
      page.labelled(
        CoverageWords.decision,
        "[" + Self.place(of: decision) + "] " + Self.oneLine(decision.text), indent: 4)
    }
    if !gap.needs.isEmpty {
      page.labelled(CoverageWords.needs, text(of: gap.needs, page), indent: 4)
    }
    if !gap.implied.isEmpty {
      let implied = gap.implied.map {
        "`\(Self.oneLine($0.condition))` → " + page.word(CoverageWords.reading($0.value))
      }
      page.labelled(
        CoverageWords.implied(side.side),
        implied.joined(separator: page.word(ReportWords.semicolon)), indent: 4)
    }
    if let nearest = gap.nearest {
      var text = text(of: nearest.witness, page)
      if !nearest.changes.isEmpty {
        text +=
          page.word(ReportWords.semicolon) + page.word(CoverageWords.change)
          + page.word(ReportWords.colon) + self.text(of: nearest.changes, page)
      }
      page.labelled(CoverageWords.nearest, text, indent: 4)
    }
  }

  private func write(_ place: Place?, on page: inout TextPage) {
    guard let place else { return }
    page.line(
      page.ink.painted(
        ExcerptPrinter.safe("\(place.file):\(place.line):\(place.column)"), .dim), indent: 4)
  }

  private func text(of needs: [CoverageGap.Need], _ page: TextPage) -> String {
    needs.map {
      "`\(Self.oneLine($0.condition))` → " + page.word(CoverageWords.side($0.value))
    }.joined(separator: page.word(ReportWords.semicolon))
  }

  private func text(of witness: CoverageWitness, _ page: TextPage) -> String {
    var text = page.word(CoverageWords.example(witness))
    if let note = witness.note { text += " " + ReportWords.quoted(note, language) }
    if let place = witness.place {
      text += ReportWords.inBrackets("\(place.file):\(place.line)", language)
    }
    return text
  }

  // MARK: Summary

  private func printSummary(of report: CoverageReport) {
    var page = TextPage(language: language, colour: colour)
    var table = TextTable([.right, .left, .left])
    let kinds: [CoverageGroup.Kind] = [.rule, .definition, .field]
    let present = kinds.filter { kind in report.groups.contains { $0.kind == kind } }
    for kind in present {
      let groups = report.groups.filter { $0.kind == kind }
      var tally = CoverageTally()
      for group in groups { tally.add(group.tally) }
      table.add(
        row(tally, groups.flatMap(\.outcomes), groups.count, CoverageWords.kinds(kind), page))
    }
    if present.count > 1 {
      table.add(
        row(
          report.tally, report.groups.flatMap(\.outcomes), report.groups.count,
          CoverageWords.total, page))
    }
    if !report.groups.isEmpty { page.table(table, indent: 0) }
    page.line(
      page.word(CoverageWords.gapCount(report.tally.missing)) + page.word(ReportWords.semicolon)
        + page.word(CoverageWords.ran(examples: report.examples, cases: report.cases)))
    if report.failedExamples > 0 {
      page.line(page.ink.painted(page.word(CoverageWords.failed(report.failedExamples)), .red))
    }
    sink(page.take())
  }

  private func row(
    _ tally: CoverageTally, _ outcomes: [OutcomeCoverage], _ count: Int, _ what: BilingualText,
    _ page: TextPage
  ) -> [TextTable.Cell] {
    [
      .init("\(tally.percentText)%", tally.missing == 0 ? .green : .yellow),
      .init("\(page.word(what)) \(count)", .bold),
      .init(counts(of: tally, outcomes: outcomes, page)),
    ]
  }
}
