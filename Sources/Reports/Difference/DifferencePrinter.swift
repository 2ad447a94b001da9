package import Findings
package import SourceText

/// Prints what an edit of the rules changes: what reads differently, how often an outcome becomes
/// another, and the first record that shows it.
package struct DifferencePrinter {
  package static let format = "pingcha.rule-difference"
  package static let version = 1

  /// The most records that are listed of one rule in a text.
  private static let mostListed = 10

  private let language: Language
  private let sink: (String) -> Void

  package init(language: Language, sink: @escaping (String) -> Void) {
    self.language = language
    self.sink = sink
  }

  private func word(_ text: BilingualText) -> String { text[language] }

  // MARK: Text

  package func printText(_ report: DifferenceReport, colour: Bool) {
    var page = TextPage(language: language, colour: colour)
    for shared in report.shared {
      page.line(
        page.ink.painted(ExcerptPrinter.safe(shared.file), .bold) + "  "
          + page.word(DifferenceWords.shared))
      write(shared.words, on: &page)
    }
    for rule in report.rules where rule.status != .affected || !rule.records.isEmpty {
      write(rule, on: &page)
      sink(page.take())
    }
    for name in report.unreadable {
      page.labelled(DifferenceWords.unreadable, name, indent: 0, colour: .yellow)
    }
    if report.rules.isEmpty, report.shared.isEmpty {
      page.paragraph(page.word(DifferenceWords.nothing), indent: 0)
    } else {
      page.paragraph(page.word(DifferenceWords.total(report)), indent: 0)
      if !report.undeclared.isEmpty {
        page.paragraph(page.word(DifferenceWords.declareHelp), indent: 0)
      }
    }
    sink(page.take())
  }

  private func write(_ words: [WordDifference], on page: inout TextPage) {
    for word in words {
      page.line(ExcerptPrinter.safe(word.path), indent: 2)
      if let old = word.old {
        page.line(page.ink.painted("- " + ExcerptPrinter.safe(old), .red), indent: 4)
      }
      if let new = word.new {
        page.line(page.ink.painted("+ " + ExcerptPrinter.safe(new), .green), indent: 4)
      }
    }
  }

  private func write(_ rule: RuleDifference, on page: inout TextPage) {
    page.line(
      page.ink.painted(ExcerptPrinter.safe(rule.rule), .bold) + "  "
        + page.word(DifferenceWords.status(rule.status)) + "  " + page.word(rule.title))
    write(rule.words, on: &page)
    guard let witness = rule.records.first(where: \.changesBehaviour) else {
      page.paragraph(
        page.word(
          rule.records.isEmpty ? DifferenceWords.sameBehaviour : DifferenceWords.wordsOfFindings),
        indent: 2)
      page.blank()
      return
    }
    for transition in transitions(of: rule) { page.line(transition, indent: 2) }
    write(witness, on: &page)
    for record in rule.records.prefix(Self.mostListed) where record.record != witness.record {
      page.line(ExcerptPrinter.safe(line(of: record)), indent: 4)
    }
    if rule.records.count > Self.mostListed {
      page.line(
        page.word(DifferenceWords.more(rule.records.count - Self.mostListed)), indent: 4)
    }
    if let why = rule.declaration {
      page.labelled(DifferenceWords.declared, why, indent: 2, colour: .green)
    } else {
      page.line(page.ink.painted(page.word(DifferenceWords.undeclared), .red), indent: 2)
    }
    page.blank()
  }

  /// `Cases/x: violated → satisfied`
  private func line(of record: RecordDifference) -> String {
    "\(record.record): \(transition(from: record.old?.outcome, to: record.new?.outcome))"
  }

  /// `violated → satisfied × 4` for each, the most frequent first.
  private func transitions(of rule: RuleDifference) -> [String] {
    rule.transitions.map { "\(transition(from: $0.old, to: $0.new)) × \($0.count)" }
  }

  private func transition(from old: Outcome?, to new: Outcome?) -> String {
    "\(word(DifferenceWords.outcome(old))) → \(word(DifferenceWords.outcome(new)))"
  }

  private func write(_ witness: RecordDifference, on page: inout TextPage) {
    page.labelled(
      DifferenceWords.firstWitness,
      "\(page.word(witness.isExample ? DifferenceWords.example : DifferenceWords.record)) \(witness.record)",
      indent: 2, colour: .bold)
    for (label, result) in [
      (DifferenceWords.before, witness.old), (DifferenceWords.after, witness.new),
    ] {
      for text in explanation(of: result) { page.labelled(label, text, indent: 4, colour: .dim) }
    }
  }

  /// What a reading says of the witness: its outcome, then each finding with the facts it rests on.
  private func explanation(of result: RuleResult?) -> [String] {
    guard let result else { return [word(DifferenceWords.noRule)] }
    let outcome = word(ReportWords.outcome(result.outcome))
    if result.findings.isEmpty {
      return [outcome + (result.reason.map { "  " + $0[language] } ?? "")]
    }
    return result.findings.map { finding in
      let facts = finding.evidence.prefix(4).map { evidence in
        "\(evidence.path) = \(evidence.shown?[language] ?? evidence.value ?? word(DifferenceWords.absent))"
      }
      let basis =
        facts.isEmpty
        ? ""
        : "  " + word(DifferenceWords.atFault) + " "
          + facts.joined(separator: language == .zh ? "、" : ", ")
      let check = finding.check.map { "\($0): " } ?? ""
      return
        "\(check)\(word(ReportWords.outcome(finding.outcome)))  \(finding.message[language])\(basis)"
    }
  }

  // MARK: Markdown

  /// A table of the rules and the first witness of each, for a comment on a merge request.
  package func printMarkdown(_ report: DifferenceReport) {
    var text = "### pingcha rules diff\n\n\(word(DifferenceWords.total(report)))\n"
    for shared in report.shared {
      text += "\n`\(shared.file)`\n\n```diff\n\(diff(shared.words))```\n"
    }
    let rules = report.rules.filter { $0.status != .affected || !$0.records.isEmpty }
    if !rules.isEmpty {
      let headings = [DifferenceWords.rule, DifferenceWords.change, DifferenceWords.records]
      text += "\n| \(headings.map(word).joined(separator: " | ")) | |\n|---|---|--:|---|\n"
    }
    for rule in rules {
      let transitions =
        rule.changesBehaviour
        ? transitions(of: rule).joined(separator: "<br>")
        : word(
          rule.records.isEmpty ? DifferenceWords.sameBehaviour : DifferenceWords.wordsOfFindings)
      let declaration =
        !rule.changesBehaviour
        ? ""
        : rule.declaration.map { "\(word(DifferenceWords.declared)): \(cell($0))" }
          ?? "**\(word(DifferenceWords.undeclared))**"
      text +=
        "| `\(rule.rule)` \(cell(rule.title[language])) | \(transitions) | \(rule.records.count) | \(declaration) |\n"
    }
    for rule in rules where !rule.words.isEmpty || rule.changesBehaviour {
      text += "\n#### `\(rule.rule)`\n"
      if !rule.words.isEmpty { text += "\n```diff\n\(diff(rule.words))```\n" }
      guard let witness = rule.records.first(where: \.changesBehaviour) else { continue }
      text += "\n\(word(DifferenceWords.firstWitness)): `\(witness.record)`\n\n"
      for line in explanation(of: witness.old) {
        text += "- \(word(DifferenceWords.before)): \(line)\n"
      }
      for line in explanation(of: witness.new) {
        text += "- \(word(DifferenceWords.after)): \(line)\n"
      }
    }
    if !report.undeclared.isEmpty { text += "\n\(word(DifferenceWords.declareHelp))\n" }
    sink(text)
  }

  private func diff(_ words: [WordDifference]) -> String {
    words.map { word in
      "@@ \(word.path)\n"
        + (word.old.map { "- \($0)\n" } ?? "") + (word.new.map { "+ \($0)\n" } ?? "")
    }.joined()
  }

  private func cell(_ text: String) -> String {
    text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
  }

  // MARK: GitHub

  /// An annotation at the first changed line of each rule whose result changes.
  ///
  /// - Parameter folder: The rules folder, put before the file.
  package func printGitHub(_ report: DifferenceReport, folder: String) {
    for rule in report.rules {
      guard let witness = rule.records.first(where: \.changesBehaviour) else { continue }
      var properties = [(name: "file", value: "\(folder)/\(rule.file)")]
      if let word = rule.words.first { properties.append(("line", "\(word.line)")) }
      properties.append(("title", rule.rule))
      let annotation = GitHubAnnotation(
        level: rule.declaration == nil ? .error : .notice, properties: properties,
        message: transitions(of: rule).joined(separator: "; ")
          + "\n\(word(DifferenceWords.firstWitness)): \(line(of: witness))")
      sink(annotation.line)
    }
  }

  // MARK: JSON

  package func printJSON(_ report: DifferenceReport) {
    var writer = JSONWriter()
    writer.object {
      $0.header(format: Self.format, version: Self.version)
      $0.member("examples", report.examples)
      $0.member("cases", report.cases)
      $0.key("unreadable")
      $0.array(report.unreadable) { $0.value($1) }
      $0.member("undeclared", report.undeclared.count)
      $0.member("shared", report.shared) { writer, shared in
        writer.member("file", shared.file)
        Self.write(shared.words, to: &writer)
      }
      $0.member("rules", report.rules) { writer, rule in
        writer.member("rule", rule.rule)
        writer.member("title", rule.title)
        writer.member("file", rule.file)
        writer.member("status", rule.status.rawValue)
        writer.member("changes_behaviour", rule.changesBehaviour)
        writer.member("declaration", rule.declaration)
        Self.write(rule.words, to: &writer)
        writer.member("records", rule.records) { writer, record in
          writer.member("record", record.record)
          writer.member("example", record.isExample)
          writer.member("old", record.old?.outcome.rawValue)
          writer.member("new", record.new?.outcome.rawValue)
          writer.member("changes_behaviour", record.changesBehaviour)
          writer.member("vanished", record.vanished) { Self.write($1, to: &$0) }
          writer.member("appeared", record.appeared) { Self.write($1, to: &$0) }
        }
      }
    }
    writer.endDocument()
    sink(writer.take())
  }

  private static func write(_ words: [WordDifference], to writer: inout JSONWriter) {
    writer.member("words", words) { writer, word in
      writer.member("path", word.path)
      writer.member("old", word.old)
      writer.member("new", word.new)
      writer.member("line", word.line)
    }
  }

  private static func write(_ finding: Finding, to writer: inout JSONWriter) {
    writer.member("check", finding.check)
    writer.member("outcome", finding.outcome.rawValue)
    writer.member("severity", finding.severity.rawValue)
    writer.member("message", finding.message)
  }
}
