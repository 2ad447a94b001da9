package import Findings
package import SourceText

/// Prints what the examples of rules see of small changes to the rules: the survivors of each rule with
/// their lines and an example that would kill them, then the scores.
package struct MutationPrinter {
  package static let format = "pingcha.mutation"
  package static let version = 1

  private let sink: (String) -> Void

  package init(sink: @escaping (String) -> Void) { self.sink = sink }

  // MARK: Text

  package func printText(_ report: MutationReport, language: Language, colour: Bool) {
    var page = TextPage(language: language, colour: colour)
    for rule in report.rules {
      write(rule, on: &page)
      sink(page.take())
    }
    if report.rules.contains(where: { !$0.isMeasured || !$0.survivors.isEmpty }) { page.blank() }
    writeFamilies(of: report, on: &page)
    writeTotal(of: report, on: &page)
    page.paragraph(page.word(MutationWords.unseen), indent: 0)
    sink(page.take())
  }

  private func write(_ rule: RuleMutation, on page: inout TextPage) {
    if !rule.isMeasured {
      page.paragraph(
        page.word(MutationWords.notMeasured(rule)), indent: 0,
        lead: ExcerptPrinter.safe(rule.rule) + "  ", colour: .red, hanging: 2)
      return
    }
    let isClean = rule.survivors.isEmpty
    page.line(
      page.ink.painted(ExcerptPrinter.safe(rule.rule), .bold) + "  "
        + page.ink.painted(
          page.word(MutationWords.killed(rule.killed, of: rule.made - rule.accepted.count)),
          isClean ? .green : .yellow))
    for survivor in rule.survivors { write(survivor, on: &page) }
    for survivor in rule.accepted {
      page.labelled(
        MutationWords.accepted,
        survivor.key
          + (survivor.reason.map { ReportWords.inBrackets($0[page.language], page.language) } ?? ""),
        indent: 2, colour: .dim)
    }
  }

  private func write(_ survivor: SurvivingMutant, on page: inout TextPage) {
    page.labelled(MutationWords.survives, survivor.key, indent: 2, colour: .yellow)
    if let place = survivor.place {
      page.line(
        page.ink.painted(
          "\(place.file):\(place.line):\(place.column)", .dim), indent: 4)
    }
    for line in survivor.before {
      page.line(page.ink.painted("- " + ExcerptPrinter.safe(line), .red), indent: 4)
    }
    for line in survivor.after {
      page.line(page.ink.painted("+ " + ExcerptPrinter.safe(line), .green), indent: 4)
    }
    switch survivor.search {
    case .notDone: break
    case .nothing(let records):
      page.paragraph(page.word(MutationWords.possiblyEquivalent(records)), indent: 4)
    case .unstatable(let example):
      page.paragraph(page.word(MutationWords.unstatable(example)), indent: 4)
      page.line(ExcerptPrinter.safe(example.text), indent: 4)
    case .found(let example):
      page.paragraph(page.word(MutationWords.wouldKill(example)), indent: 4)
      // One line, to be pasted as it is.
      page.line(ExcerptPrinter.safe(example.text), indent: 4)
    }
  }

  private func writeFamilies(of report: MutationReport, on page: inout TextPage) {
    let families = report.families
    guard !families.isEmpty else { return }
    var table = TextTable([.left, .right, .right, .right])
    table.add(
      [
        MutationWords.family, MutationWords.mutants, MutationWords.killedHeading,
        MutationWords.left,
      ]
      .map { .init(page.word($0), .dim) })
    for family in families {
      table.add([
        .init(page.word(MutationWords.family(family.family))), .init("\(family.made)"),
        .init("\(family.killed)"), .init("\(report.survivors(of: family.family))"),
      ])
    }
    page.table(table, indent: 0)
    page.blank()
  }

  private func writeTotal(of report: MutationReport, on page: inout TextPage) {
    let isClean = report.killed == report.made - report.accepted
    page.line(
      page.ink.painted(page.word(MutationWords.total(report)), isClean ? .green : .yellow))
  }

  // MARK: JSON

  package func printJSON(_ report: MutationReport) {
    var writer = JSONWriter()
    writer.object {
      $0.header(format: Self.format, version: Self.version)
      $0.member("rules", report.rules) { writer, rule in
        writer.member("rule", rule.rule)
        writer.member("measured", rule.isMeasured)
        writer.member("made", rule.made)
        writer.member("killed", rule.killed)
        writer.member("invalid", rule.invalid)
        writer.key("score")
        writer.percentage(rule.score)
        writer.key("failing_examples")
        writer.array(rule.failingExamples) { $0.value($1) }
        writer.member("families", rule.families) { writer, family in
          writer.member("family", family.family.rawValue)
          writer.member("made", family.made)
          writer.member("killed", family.killed)
        }
        writer.member("survivors", rule.survivors) { $0.survivor($1) }
        writer.member("accepted", rule.accepted) { $0.survivor($1) }
      }
      $0.member("families", report.families) { writer, family in
        writer.member("family", family.family.rawValue)
        writer.member("made", family.made)
        writer.member("killed", family.killed)
      }
      $0.member("summary") {
        $0.member("made", report.made)
        $0.member("killed", report.killed)
        $0.member("accepted", report.accepted)
        $0.key("score")
        $0.percentage(report.score)
      }
    }
    writer.endDocument()
    sink(writer.take())
  }
}

extension JSONWriter {
  fileprivate mutating func survivor(_ survivor: SurvivingMutant) {
    member("key", survivor.key)
    member("family", survivor.family.rawValue)
    place(survivor.place)
    member("before", survivor.before)
    member("after", survivor.after)
    member("reason", survivor.reason)
    switch survivor.search {
    case .notDone:
      member("search", "not-done")
    case .nothing(let records):
      member("search", "nothing")
      member("records", records)
    case .unstatable(let example):
      member("search", "unstatable")
      self.example(example)
    case .found(let example):
      member("search", "found")
      self.example(example)
    }
  }

  private mutating func example(_ example: KillingExample) {
    member("example") {
      $0.member("text", example.text)
      $0.member("outcome", example.original.rawValue)
      $0.member("mutant", example.mutant.rawValue)
      $0.member("check", example.check)
    }
  }

  /// A share in per cent with two digits, cut off and not rounded, so that only all is 100.
  fileprivate mutating func percentage(_ score: Double?) {
    if let score { number(MutationWords.percentage(score)) } else { null() }
  }
}
