internal import Findings
package import SourceText

/// Prints one rule for a reader: what it asks, on what law, since when, and how it reads that law.
package struct RuleShowPrinter {
  package static let format = "pingcha.rule"
  package static let version = 1

  private let sink: (String) -> Void

  package init(sink: @escaping (String) -> Void) { self.sink = sink }

  package func printText(_ rule: RuleDescription, language: Language, colour: Bool) {
    var page = RulePage(page: TextPage(language: language, colour: colour))
    page.write(rule)
    sink(page.page.take())
  }

  package func printJSON(_ rule: RuleDescription) {
    var writer = JSONWriter()
    writer.object {
      $0.header(format: Self.format, version: Self.version)
      $0.summary(rule.summary)
      $0.member("aliases", rule.aliases)
      $0.member("retroactive_where_lenient", rule.isRetroactiveWhereLenient)
      $0.member("examples", rule.examples.count)
      $0.member("versions", rule.versions) { $0.version($1) }
    }
    writer.endDocument()
    sink(writer.take())
  }
}

/// The text of one rule.
private struct RulePage {
  var page: TextPage

  mutating func write(_ rule: RuleDescription) {
    let summary = rule.summary
    page.paragraph(
      "", indent: 0, lead: ExcerptPrinter.safe(summary.title[page.language]), colour: .bold)
    page.paragraph(
      [
        summary.id, page.word(ReportWords.severity(summary.severity)),
        page.word(ReportWords.kind(summary.kind)), summary.file,
      ].joined(separator: "  "), indent: 2)
    if !rule.aliases.isEmpty {
      page.labelled(ReportWords.aliases, rule.aliases.joined(separator: ", "), indent: 2)
    }
    if rule.isRetroactiveWhereLenient {
      page.paragraph(page.word(ReportWords.retroactive), indent: 2)
    }
    for (place, version) in rule.versions.enumerated() {
      page.blank()
      write(version, number: rule.versions.count > 1 ? place + 1 : nil)
    }
    page.blank()
    page.paragraph(page.word(ReportWords.exampleCount(rule.examples.count)), indent: 2)
  }

  private mutating func write(_ version: RuleDescription.Version, number: Int?) {
    var days = page.word(ReportWords.inForce(from: version.from, until: version.until))
    if !version.basis.isEmpty {
      days +=
        page.word(ReportWords.comma)
        + page.word(ReportWords.byDate(version.basis.joined(separator: " / ")))
    }
    if version.isLighter { days += page.word(ReportWords.comma) + page.word(ReportWords.lighter) }
    if let number {
      page.paragraph(
        days, indent: 2, lead: page.word(ReportWords.version(number)) + "  ", colour: .bold)
    } else {
      page.labelled(ReportWords.inForce, days, indent: 2)
    }
    cites(version.cites, indent: 2)
    if let applies = version.applies { page.labelled(ReportWords.applies, applies, indent: 2) }
    for definition in version.definitions {
      page.labelled(
        ReportWords.definition, "\(definition.name) = \(definition.expression)", indent: 2)
    }
    if let value = version.value { page.labelled(ReportWords.figure, value, indent: 2) }
    for check in version.checks { write(check) }
    for exception in version.exceptions { write(exception) }
    if let reading = version.reading { page.labelled(ReportWords.reading, reading, indent: 2) }
  }

  private mutating func write(_ check: RuleDescription.Check) {
    var name = check.id ?? page.word(ReportWords.onlyCheck)
    name += ReportWords.inBrackets(
      page.word(ReportWords.severity(check.severity))
        + (check.kind == .violation
          ? "" : page.word(ReportWords.comma) + page.word(ReportWords.kind(check.kind))),
      page.language)
    page.labelled(ReportWords.check, name, indent: 2)
    if let when = check.when { page.labelled(ReportWords.when, when, indent: 4) }
    for each in check.each { page.labelled(ReportWords.each, each, indent: 4) }
    if let condition = check.whereCondition {
      page.labelled(ReportWords.whereCondition, condition, indent: 4)
    }
    if let that = check.that { page.labelled(ReportWords.that, that, indent: 4) }
    if let deadline = check.deadline { write(deadline) }
    if let absent = check.absent {
      page.labelled(
        ReportWords.whereAbsent, page.word(ReportWords.outcome(absent)), indent: 4)
    }
    cites(check.cites, indent: 4)
    if let message = check.message {
      page.labelled(ReportWords.message, message[page.language], indent: 4)
    }
    if let remedy = check.remedy {
      page.labelled(ReportWords.remedy, remedy[page.language], indent: 4, colour: .green)
    }
  }

  private mutating func write(_ deadline: RuleDescription.Deadline) {
    page.labelled(ReportWords.from, deadline.from, indent: 4)
    var period = deadline.period
    if deadline.lastDayCounts {
      period += page.word(ReportWords.comma) + page.word(ReportWords.lastDayCounts)
    }
    if !deadline.rolls {
      period += page.word(ReportWords.comma) + page.word(ReportWords.doesNotRoll)
    }
    page.labelled(deadline.isWait ? ReportWords.wait : ReportWords.within, period, indent: 4)
    page.labelled(ReportWords.act, deadline.act, indent: 4)
    for stop in deadline.excluding { page.labelled(ReportWords.excluding, stop, indent: 4) }
    for more in deadline.extendedBy { page.labelled(ReportWords.extendedBy, more, indent: 4) }
  }

  private mutating func write(_ exception: RuleDescription.Exception) {
    page.labelled(
      ReportWords.exception,
      exception.checks.joined(separator: page.word(ReportWords.listSeparator)), indent: 2)
    page.labelled(ReportWords.when, exception.when, indent: 4)
    cites(exception.cites, indent: 4)
    if let reading = exception.reading {
      page.labelled(ReportWords.reading, reading, indent: 4)
    }
  }

  private mutating func cites(_ cites: [Citation], indent: Int) {
    for cite in cites {
      page.labelled(ReportWords.basis, ReportWords.citation(cite, page.language), indent: indent)
    }
  }
}

extension JSONWriter {
  fileprivate mutating func version(_ version: RuleDescription.Version) {
    member("from", version.from)
    member("until", version.until)
    member("basis", version.basis)
    member("lighter", version.isLighter)
    citations(version.cites)
    member("applies", version.applies)
    member("let", version.definitions) { writer, definition in
      writer.member("name", definition.name)
      writer.member("expression", definition.expression)
    }
    member("checks", version.checks) { $0.check($1) }
    member("value", version.value)
    member("except", version.exceptions) { writer, exception in
      writer.member("when", exception.when)
      writer.member("checks", exception.checks)
      writer.citations(exception.cites)
      writer.member("reading", exception.reading)
    }
    member("reading", version.reading)
  }

  private mutating func check(_ check: RuleDescription.Check) {
    member("id", check.id)
    member("severity", check.severity.rawValue)
    member("kind", check.kind.rawValue)
    member("when", check.when)
    member("each", check.each)
    member("where", check.whereCondition)
    member("that", check.that)
    key("deadline")
    if let deadline = check.deadline {
      object {
        $0.member("from", deadline.from)
        $0.member("period", deadline.period)
        $0.member("wait", deadline.isWait)
        $0.member("act", deadline.act)
        $0.member("excluding", deadline.excluding)
        $0.member("extended_by", deadline.extendedBy)
        $0.member("rolls", deadline.rolls)
        $0.member("last_day_counts", deadline.lastDayCounts)
      }
    } else {
      null()
    }
    member("absent", check.absent?.rawValue)
    citations(check.cites)
    member("message", check.message)
    member("remedy", check.remedy)
  }
}
