internal import Findings
internal import SourceText
internal import WorkCalendar

/// Makes the page of a rule.
struct RulePageBuilder {
  let entry: RuleHandbook.Entry
  /// The instruments by id.
  let instruments: [String: RuleHandbook.Instrument]
  /// What expressions that are a single name stand for.
  private let labels: [String: BilingualText]

  init(_ entry: RuleHandbook.Entry, instruments: [String: RuleHandbook.Instrument]) {
    self.entry = entry
    self.instruments = instruments
    var labels: [String: BilingualText] = [:]
    for fact in entry.facts { labels[fact.path] = fact.label }
    for definition in entry.definitions { labels[definition.name] = definition.label }
    for parameter in entry.parameters { labels["params.\(parameter.name)"] = parameter.label }
    self.labels = labels
  }

  func page() -> PageContent {
    let rule = entry.rule
    var blocks: [PageBlock] = [
      .heading(level: 1, [.words(rule.summary.title)], anchor: nil), heading(of: rule),
    ]
    for (place, version) in rule.versions.enumerated() {
      if rule.versions.count > 1 {
        let days = ReportWords.inForce(from: version.from, until: version.until)
        var title: [PageInline] = [
          .words(ReportWords.version(place + 1)), .plain("  "), .words(days),
        ]
        if version.isLighter { title += [.plain(" "), .tag("lighter", ReportWords.lighter)] }
        blocks.append(.heading(level: 2, title, anchor: "version-\(place + 1)"))
      }
      blocks += self.blocks(
        of: version, anchors: rule.versions.count > 1 ? "version-\(place + 1)-" : "")
    }
    blocks += knowledge + examples + cases
    return PageContent(
      place: .rule(rule.summary.id), title: rule.summary.title, blocks: blocks)
  }

  // MARK: Head

  private func heading(of rule: RuleDescription) -> PageBlock {
    let summary = rule.summary
    var facts = [
      PageFact(
        ReportWords.id,
        [
          .code(summary.id), .plain(" "),
          .tag(summary.severity.rawValue, ReportWords.severity(summary.severity)), .plain(" "),
          .tag(summary.kind.rawValue, ReportWords.kind(summary.kind)),
        ]),
      PageFact(RulePageWords.family, [.link(.family(summary.group), [.code(summary.group)])]),
      PageFact(RulePageWords.file, [.code(summary.file)]),
    ]
    if !rule.aliases.isEmpty {
      facts.append(PageFact(ReportWords.aliases, lines: rule.aliases.map { [.code($0)] }))
    }
    if rule.isRetroactiveWhereLenient {
      facts.append(PageFact(RulePageWords.oldAndNew, [.words(ReportWords.retroactive)]))
    }
    return .facts(facts)
  }

  // MARK: A text of the rule

  /// - Parameter anchors: What the anchors of its checks begin with: versions may have the same.
  private func blocks(of version: RuleDescription.Version, anchors: String) -> [PageBlock] {
    var facts: [PageFact] = []
    var days: [PageInline] = [
      .words(ReportWords.inForce(from: version.from, until: version.until))
    ]
    for (place, basis) in version.basis.enumerated() {
      days.append(place == 0 ? .words(ReportWords.comma) : .plain(" / "))
      if place == 0 { days += [.words(RulePageWords.basisDate), .plain(" ")] }
      days += expression(basis)
    }
    facts.append(PageFact(ReportWords.inForce, days))
    facts.append(PageFact(RulePageWords.law, lines: version.cites.map(citation)))
    facts.append(
      PageFact(
        RulePageWords.applies,
        version.applies.map(expression) ?? [.words(RulePageWords.always)]))
    if !version.definitions.isEmpty {
      facts.append(
        PageFact(
          RulePageWords.names,
          lines: version.definitions.map { [.code("\($0.name) = \($0.expression)")] }))
    }
    if let value = version.value {
      facts.append(PageFact(RulePageWords.figure, expression(value)))
    }
    if let reading = version.reading {
      facts.append(PageFact(RulePageWords.reading, [.plain(reading)]))
    }
    var blocks: [PageBlock] = [.facts(facts)]
    for check in version.checks { blocks.append(card(of: check, anchors: anchors)) }
    for exception in version.exceptions { blocks.append(card(of: exception)) }
    return blocks
  }

  /// An expression; behind one that is a single name stands what a person calls it.
  private func expression(_ text: String) -> [PageInline] {
    guard let label = labels[text] else { return [.code(text)] }
    return [.code(text), .plain(" "), .words(label)]
  }

  private func citation(_ cite: Citation) -> [PageInline] {
    let name: PageInline = .link(.instrument(cite.instrument), [.words(cite.instrumentName)])
    var line: [PageInline] = [name]
    if let number = cite.number { line += [.plain(" "), .plain(number)] }
    line += [.plain(" "), .plain(cite.article)]
    if let address = instruments[cite.instrument]?.address {
      line += [.plain(" "), .link(.address(address), [.words(RulePageWords.readText)])]
    }
    if let says = cite.says { line += [.words(ReportWords.colon), .plain("“\(says)”")] }
    return line
  }

  // MARK: Checks

  private func card(of check: RuleDescription.Check, anchors: String) -> PageBlock {
    var title: [PageInline] = [.words(ReportWords.check)]
    if let id = check.id { title += [.plain(" "), .code(id)] }
    if check.severity != entry.rule.summary.severity {
      title += [
        .plain(" "), .tag(check.severity.rawValue, ReportWords.severity(check.severity)),
      ]
    }
    if check.kind != entry.rule.summary.kind {
      title += [.plain(" "), .tag(check.kind.rawValue, ReportWords.kind(check.kind))]
    }
    var facts: [PageFact] = []
    if let when = check.when { facts.append(PageFact(RulePageWords.onlyWhen, expression(when))) }
    if !check.each.isEmpty {
      facts.append(PageFact(RulePageWords.lists, lines: check.each.map { [.code($0)] }))
    }
    if let condition = check.whereCondition {
      facts.append(PageFact(ReportWords.whereCondition, expression(condition)))
    }
    if let that = check.that {
      facts.append(PageFact(RulePageWords.requirement, expression(that)))
    }
    if let deadline = check.deadline {
      facts.append(PageFact(RulePageWords.counting, lines: counting(deadline)))
    }
    if let absent = check.absent {
      facts.append(
        PageFact(
          ReportWords.whereAbsent, [.tag(absent.rawValue, ReportWords.outcome(absent))]))
    }
    if !check.cites.isEmpty {
      facts.append(PageFact(RulePageWords.law, lines: check.cites.map(citation)))
    }
    if let message = check.message {
      facts.append(PageFact(RulePageWords.message, [.words(message)]))
    }
    if let remedy = check.remedy {
      facts.append(PageFact(ReportWords.remedy, [.words(remedy)]))
    }
    let anchor = check.id.map { "\(anchors)check-\($0)" }
    return .card([.heading(level: 3, title, anchor: anchor), .facts(facts)])
  }

  /// How a term runs, a line a step.
  private func counting(_ deadline: RuleDescription.Deadline) -> [[PageInline]] {
    let period =
      !deadline.isWait
      ? RulePageWords.within
      : deadline.lastDayCounts ? RulePageWords.waitLastDay : RulePageWords.wait
    var lines: [[PageInline]] = [
      [.words(RulePageWords.fromDay)] + expression(deadline.from),
      [.words(period)] + expression(deadline.period),
      [.words(RulePageWords.act)] + expression(deadline.act),
    ]
    lines += deadline.excluding.map { [.words(RulePageWords.stop), .code($0)] }
    lines += deadline.extendedBy.map { [.words(RulePageWords.extended), .code($0)] }
    lines.append([.words(deadline.rolls ? RulePageWords.rolls : RulePageWords.doesNotRoll)])
    return lines
  }

  private func card(of exception: RuleDescription.Exception) -> PageBlock {
    var facts = [
      PageFact(RulePageWords.onlyWhen, expression(exception.when)),
      PageFact(RulePageWords.takesOut, lines: exception.checks.map { [.code($0)] }),
      PageFact(RulePageWords.law, lines: exception.cites.map(citation)),
    ]
    if let reading = exception.reading {
      facts.append(PageFact(RulePageWords.reading, [.plain(reading)]))
    }
    return .card([
      .heading(level: 3, [.words(RulePageWords.exceptions)], anchor: nil), .facts(facts),
    ])
  }
}

extension RuleSummary {
  /// Record kind and family, which the id begins with: a family of one kind is not that of another.
  var group: String {
    let parts = id.split(separator: ".")
    return parts.count > 2 ? parts.dropLast().joined(separator: ".") : family
  }
}
