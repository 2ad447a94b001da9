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
    let telling = FindingTelling(finding: finding, asOf: asOf)
    printDays(telling, indent: inner)
    if isBrief { return }
    printParameters(telling, indent: inner)
    printMissing(finding, indent: inner)
    if let remedy = finding.remedy {
      page.labelled(ReportWords.remedy, remedy[page.language], indent: inner, colour: .green)
    }
  }

  /// How grave it is, and how it stands to a baseline.
  func marks(of finding: Finding) -> String {
    [finding.mark, finding.status.comparison.map(ReportWords.comparison)]
      .compactMap { $0.map(page.word) }.joined(separator: page.word(ReportWords.comma))
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
      page.labelled(
        ReportWords.fact, ReportWords.description(of: fact, withPath: true, page.language),
        indent: indent)
      // Facts that stand at one place share its line.
      let isLast = place + 1 == atFault.count || atFault[place + 1].place != fact.place
      if isLast { printPlace(of: fact, file: file, indent: indent + 2) }
    }
    if let others = FindingTelling(finding: finding, asOf: asOf).otherFacts {
      page.labelled(ReportWords.otherFacts, page.word(others), indent: indent)
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

  // MARK: What was computed

  private mutating func printDays(_ telling: FindingTelling, indent: Int) {
    guard let due = telling.due else { return }
    page.labelled(due.label, page.word(due.text), indent: indent)
  }

  private mutating func printParameters(_ telling: FindingTelling, indent: Int) {
    for parameter in telling.parameters {
      page.labelled(ReportWords.parameter, page.word(parameter), indent: indent)
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
