internal import Findings

/// Prints a review as JSON: one document, or one object a line. `Documentation/review-json.md`
/// explains every member, `ReviewSchema` is the schema.
package struct ReviewJSONPrinter: ReviewPrinter {
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

  package init(layout: Layout = .document, sink: @escaping (String) -> Void) {
    self.layout = layout
    self.sink = sink
    writer = JSONWriter(layout: layout == .document ? .indented : .line)
  }

  package mutating func begin(_ head: ReviewHead) {
    writer.beginObject()
    if layout == .lines { writer.member("type", "header") }
    writer.header(format: Self.format, version: Self.version)
    writer.member("as_of", head.asOf)
    writer.rules(head.rules)
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

  package mutating func add(_ told: ToldCase) {
    writer.object {
      if layout == .lines { $0.member("type", "case") }
      $0.caseReview(told.review)
    }
    if layout == .lines { writer.endDocument() }
    flush()
  }

  package mutating func end(_ tail: ReviewTail) {
    switch layout {
    case .document: writer.end()
    case .lines:
      writer.beginObject()
      writer.member("type", "summary")
    }
    writer.resolved(tail.resolved)
    writer.diagnostics(tail.diagnostics)
    writer.member("summary") { $0.tally(tail.tally) }
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
      writer.member("clause", result.clause)
    }
  }

  /// Null for a run without a baseline.
  fileprivate mutating func resolved(_ resolved: [ResolvedFindings]?) {
    guard let resolved else {
      key("resolved")
      return null()
    }
    member("resolved", resolved) { $0.key($1.key, count: $1.count) }
  }
}

extension JSONWriter {
  /// What a finding is known by from run to run, as a baseline holds it.
  mutating func key(_ key: FindingKey, count: Int) {
    member("case", key.caseName)
    member("rule", key.rule)
    member("check", key.check)
    member("outcome", key.outcome.rawValue)
    member("fact", key.fact)
    member("count", count)
  }

  /// The figures of a review.
  mutating func tally(_ tally: ReviewTally) {
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
    member("untold") {
      $0.member("hidden", tally.hidden)
      $0.member("over_limit", tally.overLimit)
    }
    key("baseline")
    if let comparison = tally.comparison {
      object {
        $0.member("new", comparison.new)
        $0.member("unchanged", comparison.unchanged)
        $0.member("resolved", comparison.resolved)
      }
    } else {
      null()
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
      writer.member("over_limit", rule.value.overLimit)
    }
  }

  private mutating func counts(_ counts: ReviewTally.Counts) {
    for group in FindingGroup.allCases { member(group.name, counts[group]) }
  }
}
