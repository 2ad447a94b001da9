package import Findings
package import WorkCalendar

/// Prints a review as JSON: one document, or one object a line. `Documentation/review-json.md`
/// explains every member, `Documentation/review.schema.json` is the schema.
///
/// Text goes to the sink case by case: `begin`, `add` for each case in order, `end`; or `print` for
/// a whole review.
package struct ReviewJSONPrinter {
  package enum Layout: Hashable, Sendable {
    /// One document, indented by two spaces.
    case document
    /// NDJSON: a `header` line, a `case` line for each case, a `summary` line.
    case lines
  }

  /// What `format` and `version` say. The version goes up when a member changes its meaning or goes
  /// away; a new member does not change it.
  package static let format = "pingcha.review"
  package static let version = 1

  private let layout: Layout
  private let sink: (String) -> Void
  private var writer: JSONWriter
  private var tally = ReviewTally(rules: [])
  private var diagnostics: [LocatedDiagnostic] = []

  package init(layout: Layout = .document, sink: @escaping (String) -> Void) {
    self.layout = layout
    self.sink = sink
    writer = JSONWriter(layout: layout == .document ? .indented : .line)
  }

  package mutating func print(_ review: Review) {
    begin(asOf: review.asOf, rules: review.rules, diagnostics: review.diagnostics)
    for caseReview in review.cases { add(caseReview) }
    end()
  }

  /// - Parameter diagnostics: What went wrong outside of the records.
  package mutating func begin(
    asOf: CivilDate, rules: [RuleSummary], diagnostics: [LocatedDiagnostic] = []
  ) {
    tally = ReviewTally(rules: rules)
    tally.add(diagnostics)
    self.diagnostics = diagnostics
    writer.beginObject()
    if layout == .lines { writer.member("type", "header") }
    writer.header(format: Self.format, version: Self.version)
    writer.member("as_of", asOf)
    writer.rules(rules)
    switch layout {
    case .document:
      writer.key("cases")
      writer.beginArray()
    case .lines:
      writer.end()
      writer.endDocument()
    }
    flush()
  }

  package mutating func add(_ review: CaseReview) {
    tally.add(review)
    writer.object {
      if layout == .lines { $0.member("type", "case") }
      $0.caseReview(review)
    }
    if layout == .lines { writer.endDocument() }
    flush()
  }

  package mutating func end() {
    switch layout {
    case .document: writer.end()
    case .lines:
      writer.beginObject()
      writer.member("type", "summary")
    }
    writer.diagnostics(diagnostics)
    writer.member("summary") { $0.tally(tally) }
    writer.end()
    writer.endDocument()
    flush()
  }

  private mutating func flush() { sink(writer.take()) }
}

extension JSONWriter {
  fileprivate mutating func caseReview(_ review: CaseReview) {
    member("source", review.source)
    member("case", review.caseNumber)
    member("title", review.caseTitle)
    member("unreadable", review.isUnreadable)
    diagnostics(review.diagnostics)
    member("findings", review.results.flatMap(\.findings)) { $0.finding($1) }
    member("results", review.results) { writer, result in
      writer.member("rule", result.rule)
      writer.member("outcome", result.outcome.rawValue)
      writer.member("missing", result.missing)
      writer.member("reason", result.reason)
    }
  }

  fileprivate mutating func tally(_ tally: ReviewTally) {
    member("cases") {
      $0.member("read", tally.read)
      $0.member("unreadable", tally.unreadable)
      $0.member("violating", tally.violating)
    }
    member("diagnostics") {
      $0.member("errors", tally.errors)
      $0.member("warnings", tally.warnings)
    }
    member("findings") { $0.counts(tally.total) }
    member("by_severity") {
      for severity in RuleSeverity.allCases {
        $0.member(severity.rawValue) { $0.counts(tally.bySeverity[severity] ?? .init()) }
      }
    }
    let rules = tally.byRule.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    member("by_rule", rules) { writer, rule in
      writer.member("rule", rule.key)
      writer.member("findings") { $0.counts(rule.value.counts) }
      writer.member("cases") {
        for outcome in Outcome.allCases {
          $0.member(outcome.rawValue, rule.value.cases[outcome] ?? 0)
        }
      }
    }
  }

  private mutating func counts(_ counts: ReviewTally.Counts) {
    for group in FindingGroup.allCases { member(group.name, counts[group]) }
  }
}
