internal import Findings
internal import SourceText
internal import WorkCalendar

extension ReviewTextPrinter {
  /// Prints one finding; a pending one in short unless everything is wanted.
  mutating func print(
    _ finding: Finding, in group: FindingGroup, file: SourceFile?, indent: Int
  ) {
    let isBrief = isBrief(finding, in: group)
    page.paragraph(
      finding.title[page.language],
      indent: indent, lead: "[\(marks(of: finding))] ",
      colour: Self.colour(of: finding), hanging: 2)
    let inner = indent + 2
    let name = ([finding.name] + finding.elements.suffix(1)).joined(separator: "  ")
    if name != finding.title[page.language] { page.paragraph(name, indent: inner) }
    if finding.message != finding.title {
      page.paragraph(finding.message[page.language], indent: inner)
    }
    if let waiver = finding.status.waiver {
      page.labelled(ReportWords.waived, page.word(ReportWords.grounds(of: waiver)), indent: inner)
    }
    if group == .waived { return }
    if !isBrief {
      for cite in finding.cites {
        page.labelled(
          ReportWords.basis, ReportWords.citation(cite, page.language), indent: inner)
      }
      printEvidence(finding, file: file, indent: inner)
    }
    printDays(finding, indent: inner)
    if isBrief { return }
    printParameters(finding, indent: inner)
    printMissing(finding, indent: inner)
    if let remedy = finding.remedy {
      page.labelled(ReportWords.remedy, remedy[page.language], indent: inner, colour: .green)
    }
  }

  /// How grave it is, and how it stands to a baseline.
  func marks(of finding: Finding) -> String {
    [Self.mark(of: finding), finding.status.comparison.map(ReportWords.comparison)]
      .compactMap { $0.map(page.word) }.joined(separator: page.word(ReportWords.comma))
  }

  /// How grave it is; a signal is no violation and has no gravity.
  static func mark(of finding: Finding) -> BilingualText {
    finding.kind == .signal
      ? ReportWords.kind(.signal) : ReportWords.severity(finding.severity)
  }

  static func colour(of finding: Finding) -> Ink.Colour {
    finding.kind == .signal ? .magenta : colour(of: finding.severity)
  }

  static func colour(of severity: RuleSeverity) -> Ink.Colour {
    switch severity {
    case .fatal: .red
    case .major: .yellow
    case .minor: .cyan
    }
  }

  // MARK: Facts

  /// Prints the facts at fault, each with its line, and then the others in one paragraph.
  private mutating func printEvidence(_ finding: Finding, file: SourceFile?, indent: Int) {
    let atFault = finding.evidence.filter(\.isAtFault)
    for (place, fact) in atFault.enumerated() {
      page.labelled(ReportWords.fact, describe(fact, withPath: true), indent: indent)
      // Facts that stand at one place share its line.
      let isLast = place + 1 == atFault.count || atFault[place + 1].place != fact.place
      if isLast { printPlace(of: fact, file: file, indent: indent + 2) }
    }
    let others = finding.evidence.filter { !$0.isAtFault }.map { describe($0, withPath: false) }
    if !others.isEmpty {
      page.labelled(
        ReportWords.otherFacts, others.joined(separator: page.word(ReportWords.semicolon)),
        indent: indent)
    }
  }

  private mutating func printPlace(of fact: Evidence, file: SourceFile?, indent: Int) {
    guard let place = fact.place else {
      if fact.state == .absent {
        page.paragraph(page.word(ReportWords.sectionMissing), indent: indent)
      }
      return
    }
    var text = "\(place.file):\(place.line):\(place.column)"
    if fact.state == .absent {
      text += ReportWords.inBrackets(page.word(ReportWords.sectionShown), page.language)
    }
    page.paragraph(text, indent: indent)
    page.excerpt(place, in: file, indent: indent)
  }

  private func describe(_ fact: Evidence, withPath: Bool) -> String {
    ReportWords.description(of: fact, withPath: withPath, page.language)
  }

  // MARK: What was computed

  private mutating func printDays(_ finding: Finding, indent: Int) {
    let computed = finding.computed
    var parts: [String] = []
    var label = ReportWords.term
    if let moment = computed.dueAt {
      parts.append(moment)
      if let wait = computed.wait {
        label = wait == .onLastDay ? ReportWords.notBefore : ReportWords.notUntilAfter
      }
    } else if let due = computed.due {
      // What has to wait for the end of a day is in time from the next day on.
      let isAfter = computed.wait == .afterLastDay
      let first = isAfter ? due.next : due
      let latest = computed.dueLatest.map { isAfter ? $0.next : $0 }
      parts.append(
        page.word(
          ReportWords.due(
            first.description, through: latest.flatMap { $0 == first ? nil : $0.description })))
      if computed.wait != nil { label = ReportWords.notBefore }
    }
    if finding.outcome == .pending, let due = computed.due, due >= asOf {
      parts.append(page.word(ReportWords.left(asOf.days(through: due))))
    }
    if let late = ReportWords.late(minutes: computed.minutesLate, days: computed.daysLate) {
      parts.append(page.word(late))
    }
    guard !parts.isEmpty else { return }
    page.labelled(
      label, parts.joined(separator: page.word(ReportWords.comma)), indent: indent)
  }

  private mutating func printParameters(_ finding: Finding, indent: Int) {
    for parameter in finding.computed.parameters {
      var notes = page.word(ReportWords.source) + page.word(ReportWords.colon) + parameter.source
      if !parameter.isVerified {
        notes += page.word(ReportWords.comma) + page.word(ReportWords.unverified)
      }
      page.labelled(
        ReportWords.parameter,
        "\(parameter.name) = \(parameter.shown?[page.language] ?? parameter.value)"
          + ReportWords.inBrackets(notes, page.language),
        indent: indent)
    }
  }

  /// What is missing and was not told among the facts.
  private mutating func printMissing(_ finding: Finding, indent: Int) {
    let told = Set(finding.evidence.filter { $0.isAtFault && $0.state != .present }.map(\.path))
    let missing = finding.missing.filter { !told.contains($0) }
    guard !missing.isEmpty else { return }
    let names = missing.map { nameOfMissing($0, in: [finding]) }
    page.labelled(
      ReportWords.missing, names.joined(separator: page.word(ReportWords.listSeparator)),
      indent: indent)
  }

  /// The label of a missing fact with its path, where the evidence of the findings has a label.
  func nameOfMissing(_ path: String, in findings: [Finding]) -> String {
    for finding in findings {
      if let fact = finding.evidence.first(where: { $0.path == path }) {
        return fact.label[page.language] + ReportWords.inBrackets(path, page.language)
      }
    }
    return page.word(ReportWords.missingName(path))
  }
}
