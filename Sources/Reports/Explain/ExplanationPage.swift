internal import Findings
internal import SourceText
internal import WorkCalendar

/// The text of one explanation.
struct ExplanationPage {
  var page: TextPage

  mutating func write(_ explanation: Explanation) {
    page.paragraph(
      "", indent: 0, lead: ExcerptPrinter.safe(explanation.title[page.language]), colour: .bold)
    page.paragraph(explanation.rule, indent: 2)
    let number = explanation.caseNumber ?? page.word(ReportWords.noCaseNumber)
    page.labelled(
      ReportWords.caseLabel,
      ([number] + [explanation.caseTitle, explanation.source].compactMap { $0 })
        .joined(separator: "  "), indent: 2)
    page.paragraph(
      page.word(ReportWords.asOf(explanation.asOf)), indent: 2,
      lead: page.word(ReportWords.result(explanation.outcome)) + page.word(ReportWords.comma),
      colour: colour(of: explanation.outcome))
    if let reason = explanation.reason {
      page.labelled(ReportWords.reason, reason[page.language], indent: 2)
    }
    missing(explanation.missing, indent: 2)
    versions(explanation)
    for derivation in explanation.derivations {
      write(derivation, isOneOfSeveral: explanation.derivations.count > 1)
    }
  }

  /// Writes what decided the outcome alone: `applies` where no check was judged, else the checks that
  /// came to the outcome.
  mutating func writeDeciding(_ explanation: Explanation) {
    for derivation in explanation.derivations {
      let deciding = derivation.checks.filter { $0.outcome == derivation.outcome }
      if deciding.isEmpty, let applies = derivation.applies {
        heading(ReportWords.applies)
        write(applies, indent: 2)
      }
      for check in deciding { write(check, of: derivation) }
    }
    if explanation.derivations.isEmpty, let reason = explanation.reason {
      page.labelled(ReportWords.reason, reason[page.language], indent: 2)
    }
  }

  // MARK: Versions

  private mutating func versions(_ explanation: Explanation) {
    heading(ReportWords.chosenText)
    if let basis = explanation.basis {
      page.labelled(
        ReportWords.basisDate, "\(basis.expression) = \(text(of: basis.value))", indent: 2)
    }
    page.paragraph(page.word(ReportWords.choice(explanation.choice)), indent: 2)
    for version in explanation.versions {
      let isJudged = explanation.derivations.contains { $0.version == version.number }
      var days = page.word(ReportWords.inForce(from: version.from, until: version.until))
      if version.isLighter {
        days += page.word(ReportWords.comma) + page.word(ReportWords.lighter)
      }
      page.paragraph(
        days, indent: 2,
        lead: (isJudged ? "→ " : "  ") + page.word(ReportWords.version(version.number)) + "  ",
        colour: isJudged ? .green : .dim)
    }
  }

  // MARK: One version

  private mutating func write(_ derivation: Explanation.Derivation, isOneOfSeveral: Bool) {
    if isOneOfSeveral {
      page.blank()
      page.paragraph(
        page.word(ReportWords.result(derivation.outcome)), indent: 0,
        lead: page.word(ReportWords.version(derivation.version)) + "  ", colour: .bold)
    }
    cites(derivation.cites, indent: 2)
    if let reason = derivation.reason {
      page.labelled(ReportWords.reason, reason[page.language], indent: 2)
    }
    if !derivation.parameters.isEmpty {
      heading(ReportWords.parameters)
      for parameter in derivation.parameters { write(parameter) }
    }
    if let applies = derivation.applies {
      heading(ReportWords.applies)
      write(applies, indent: 2)
    }
    if !derivation.exceptions.isEmpty {
      heading(ReportWords.specialLaw)
      for exception in derivation.exceptions { write(exception) }
    }
    for check in derivation.checks { write(check, of: derivation) }
  }

  private mutating func write(_ parameter: Explanation.Parameter) {
    var notes = [
      page.word(ReportWords.source) + page.word(ReportWords.colon) + parameter.source
    ]
    if let key = parameter.decidedBy {
      notes.append(page.word(ReportWords.decidedBy(key, parameter.keyValue)))
    }
    if !parameter.isVerified { notes.append(page.word(ReportWords.unverified)) }
    page.paragraph(
      "\(parameter.name) = \(parameter.value[page.language])"
        + ReportWords.inBrackets(
          notes.joined(separator: page.word(ReportWords.semicolon)), page.language),
      indent: 2, hanging: 2)
  }

  private mutating func write(_ exception: Explanation.Exception) {
    let checks = exception.checks.joined(separator: page.word(ReportWords.listSeparator))
    page.paragraph(page.word(ReportWords.takesOut(checks)), indent: 2)
    write(exception.when, indent: 4)
    cites(exception.cites, indent: 4)
    if let reading = exception.reading {
      page.labelled(ReportWords.reading, reading, indent: 4)
    }
  }

  private mutating func write(
    _ check: Explanation.Check, of derivation: Explanation.Derivation
  ) {
    page.blank()
    var name =
      page.word(ReportWords.check) + "  "
      + (check.id.map { "#\($0)" } ?? page.word(ReportWords.onlyCheck))
    if let element = check.elements.last { name += "  " + element }
    let severity =
      check.kind == .signal
      ? ReportWords.kind(.signal) : ReportWords.severity(check.severity)
    page.paragraph(
      "[\(page.word(severity))]  " + page.word(ReportWords.result(check.outcome)), indent: 0,
      lead: ExcerptPrinter.safe(name) + "  ", colour: colour(of: check.outcome))
    if let number = check.exception, derivation.exceptions.indices.contains(number) {
      page.labelled(
        ReportWords.reason,
        page.word(ReportWords.takenOut) + page.word(ReportWords.colon)
          + derivation.exceptions[number].when.expression, indent: 2)
    }
    if let when = check.when {
      page.paragraph(page.word(ReportWords.when), indent: 2)
      write(when, indent: 4)
    }
    if let condition = check.condition {
      page.paragraph(page.word(ReportWords.that), indent: 2)
      write(condition, indent: 4)
    }
    if let deadline = check.deadline { write(deadline, indent: 2) }
    missing(check.missing, indent: 2)
    if let message = check.message { page.paragraph(message[page.language], indent: 2) }
  }

  // MARK: Expressions

  /// Writes an expression with its value, and what it is made of below it, deeper as it stands
  /// deeper.
  mutating func write(_ condition: Explanation.Condition, indent: Int) {
    step(condition.expression, condition.value, at: condition.place, indent: indent)
    for step in Self.wholeFirst(condition.steps)
    where step.depth > 0 || step.expression != condition.expression {
      self.step(
        step.expression, step.value, at: step.place, indent: indent + 2 * max(step.depth, 1))
    }
  }

  private mutating func step(
    _ expression: String, _ value: Explanation.StepValue, at place: Place? = nil, indent: Int
  ) {
    var value = value
    // An expression that is a path need not be named again.
    if case .absent([expression]) = value { value = .absent([]) }
    if case .unknown([expression]) = value { value = .unknown([]) }
    page.paragraph(
      "\(expression) = \(text(of: value))\(Self.mark(place))", indent: min(indent, 40), hanging: 4)
  }

  /// Line and column of a fact in the record's file.
  static func mark(_ place: Place?) -> String {
    place.map { "  (\($0.line):\($0.column))" } ?? ""
  }

  /// Turns steps that come operands first into the order of reading: what is made, then what it is
  /// made of, from left to right.
  private static func wholeFirst(_ steps: [Explanation.Step]) -> [Explanation.Step] {
    var trees: [[Explanation.Step]] = []
    for step in steps {
      let own = trees.reversed().prefix { ($0.first?.depth ?? 0) > step.depth }.count
      let parts = trees.suffix(own).flatMap { $0 }
      trees.removeLast(own)
      trees.append([step] + parts)
    }
    return trees.flatMap { $0 }
  }

  func text(of value: Explanation.StepValue) -> String {
    switch value {
    case .value(let text): text[page.language]
    case .absent(let paths): named(ReportWords.notOnFile, paths)
    case .unknown(let paths): named(ReportWords.notRecorded, paths)
    case .fault(let text): page.word(ReportWords.fault(text))
    }
  }

  private func named(_ word: BilingualText, _ paths: [String]) -> String {
    let names = paths.map { page.word(ReportWords.missingName($0)) }
    return paths.isEmpty
      ? page.word(word)
      : page.word(word)
        + ReportWords.inBrackets(
          names.joined(separator: page.word(ReportWords.listSeparator)), page.language)
  }

  // MARK: Pieces

  private mutating func heading(_ text: BilingualText) {
    page.blank()
    page.paragraph("", indent: 0, lead: page.word(text), colour: .bold)
  }

  private mutating func cites(_ cites: [Citation], indent: Int) {
    for cite in cites {
      page.labelled(ReportWords.basis, ReportWords.citation(cite, page.language), indent: indent)
    }
  }

  private mutating func missing(_ paths: [String], indent: Int) {
    guard !paths.isEmpty else { return }
    let names = paths.map { page.word(ReportWords.missingName($0)) }
    page.labelled(
      ReportWords.missing, names.joined(separator: page.word(ReportWords.listSeparator)),
      indent: indent)
  }

  private func colour(of outcome: Outcome) -> Ink.Colour {
    switch outcome {
    case .violated, .error: .red
    case .undetermined: .yellow
    case .pending: .blue
    case .satisfied: .green
    case .notApplicable: .dim
    }
  }
}
