package import Findings
internal import SourceText

/// Prints what examples show of the rules as JSON: everything, or a list of what is missing.
package struct CoverageJSONPrinter {
  package static let format = "pingcha.coverage"
  package static let gapsFormat = "pingcha.coverage-gaps"
  package static let version = 1

  private let sink: (String) -> Void

  package init(sink: @escaping (String) -> Void) { self.sink = sink }

  package func print(_ report: CoverageReport, diagnostics: [LocatedDiagnostic]) {
    var writer = JSONWriter()
    writer.object {
      $0.header(format: Self.format, version: Self.version)
      $0.coverage(of: report)
      $0.member("groups", report.groups) { $0.group($1) }
      $0.diagnostics(diagnostics)
    }
    writer.endDocument()
    sink(writer.take())
  }

  /// Prints one object for each outcome and each side of a condition that is missing.
  package func printGaps(of report: CoverageReport, diagnostics: [LocatedDiagnostic]) {
    var writer = JSONWriter()
    writer.object {
      $0.header(format: Self.gapsFormat, version: Self.version)
      $0.coverage(of: report)
      $0.member("gaps", CoverageGapList(report).entries) { $0.gap($1) }
      $0.diagnostics(diagnostics)
    }
    writer.endDocument()
    sink(writer.take())
  }
}

extension JSONWriter {
  fileprivate mutating func coverage(of report: CoverageReport) {
    member("summary") {
      $0.tally(report.tally)
      $0.member("examples", report.examples)
      $0.member("failed_examples", report.failedExamples)
      $0.member("cases", report.cases)
    }
  }

  private mutating func tally(_ tally: CoverageTally) {
    key("percent")
    number(tally.percentText)
    member("shown", tally.shown)
    member("excused", tally.excused)
    member("missing", tally.missing)
    member("conditions", tally.conditions)
    member("covered_conditions", tally.coveredConditions)
  }

  private mutating func heading(of group: CoverageGroup) {
    member("kind", group.kind.rawValue)
    member("name", group.name)
  }

  fileprivate mutating func group(_ group: CoverageGroup) {
    heading(of: group)
    member("title", group.title)
    place(group.place, file: group.file)
    tally(group.tally)
    member("examples", group.examples)
    member("outcomes", group.outcomes) { writer, outcome in
      writer.member("check", outcome.check)
      writer.member("outcome", outcome.outcome.rawValue)
      writer.state(outcome.state)
    }
    member("decisions", group.decisions) { writer, decision in
      writer.member("key", decision.key)
      writer.member("check", decision.check)
      writer.member("let", decision.name)
      writer.member("decision", decision.text)
      writer.member("is_part", decision.isPart)
      writer.place(decision.place)
      writer.member("reached", decision.isReached)
      writer.member("conditions", decision.conditions) { writer, condition in
        writer.member("condition", condition.text)
        writer.place(condition.places.first)
        writer.member("sides", condition.sides) { writer, side in
          writer.member("side", side.side)
          writer.state(side.state)
          writer.member("problem", side.gap?.problem.rawValue)
        }
      }
    }
  }

  private mutating func state(_ state: CoverageState) {
    switch state {
    case .shown(let witness):
      member("state", "shown")
      member("by", witness)
      member("reason", nil as BilingualText?)
    case .excused(let reason):
      member("state", "excused")
      member("by", nil as CoverageWitness?)
      member("reason", reason)
    case .missing:
      member("state", "missing")
      member("by", nil as CoverageWitness?)
      member("reason", nil as BilingualText?)
    }
  }

  private mutating func member(_ key: String, _ witness: CoverageWitness?) {
    self.key(key)
    guard let witness else { return null() }
    object { $0.witness(witness) }
  }

  private mutating func witness(_ witness: CoverageWitness) {
    member("rule", witness.rule)
    member("example", witness.number)
    member("base", witness.rule == nil ? nil : witness.name)
    member("case", witness.rule == nil ? witness.name : nil)
    member("note", witness.note)
    place(witness.place)
  }

  // MARK: Gaps

  fileprivate mutating func gap(_ entry: CoverageGapList.Entry) {
    heading(of: entry.group)
    switch entry.part {
    case .outcome(let outcome):
      place(outcome.place ?? entry.group.place, file: entry.group.file)
      member("problem", "never-\(outcome.outcome.rawValue)")
      member("check", outcome.check)
      member("outcome", outcome.outcome.rawValue)
      condition(nil, nil, nil)
      member("nearest", outcome.nearest, with: outcome.nearestOutcome, [], [])
    case .side(let decision, let condition, let side):
      place(condition.places.first ?? decision.place, file: entry.group.file)
      member("problem", side.gap?.problem.rawValue)
      member("check", decision.check)
      member("outcome", nil as String?)
      self.condition(decision, condition, side)
      let nearest = side.gap?.nearest
      member(
        "nearest", nearest?.witness, with: nil, nearest?.readings ?? [], nearest?.changes ?? [])
    }
  }

  /// The members of a condition, null for an outcome.
  private mutating func condition(
    _ decision: DecisionCoverage?, _ condition: ConditionCoverage?, _ side: SideCoverage?
  ) {
    member("key", decision?.key)
    member("let", decision?.name)
    member("decision", decision?.text)
    member("condition", condition?.text)
    key("side")
    if let side { value(side.side) } else { null() }
    member("names", decision?.names ?? []) { writer, entry in
      writer.member("name", entry.name)
      writer.member("is", entry.text)
    }
    member("needs", side?.gap?.needs ?? []) { $0.need($1) }
    member("implied", side?.gap?.implied ?? []) { $0.reading($1) }
  }

  /// The example or case to start from; null where there is none.
  private mutating func member(
    _ key: String, _ witness: CoverageWitness?, with outcome: Outcome?,
    _ readings: [CoverageGap.Reading], _ changes: [CoverageGap.Need]
  ) {
    self.key(key)
    guard let witness else { return null() }
    object {
      $0.witness(witness)
      $0.member("text", witness.text)
      $0.member("outcome", outcome?.rawValue)
      $0.member("conditions", readings) { $0.reading($1) }
      $0.member("changes", changes) { $0.need($1) }
    }
  }

  private mutating func reading(_ reading: CoverageGap.Reading) {
    member("condition", reading.condition)
    member("value", reading.value.rawValue)
  }

  private mutating func need(_ need: CoverageGap.Need) {
    member("condition", need.condition)
    member("value", need.value)
  }
}
