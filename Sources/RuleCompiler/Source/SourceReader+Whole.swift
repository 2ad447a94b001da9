internal import Findings
internal import SourceText
internal import YAML

// What can only be said of a rule once all of its parts are read.
extension SourceReader {
  mutating func checkWhole(_ rule: RuleSource, _ fields: SourceFields) {
    let readings = rule.versions.isEmpty ? [rule] : rule.versions.map(rule.reading(in:))
    checkRequirement(of: rule, readings: readings, fields)
    checkItems(of: rule)
    if leniency == .none, !hasFaultyMessage { checkMessages(of: readings) }
  }

  /// An indicator has a value, every other rule has checks, in each of its versions.
  private mutating func checkRequirement(
    of rule: RuleSource, readings: [RuleSource], _ fields: SourceFields
  ) {
    let isGiven = SourceForm.requirementKeys.contains { fields[$0] != nil }
    for reading in readings {
      let range = reading.effective.map(\.range) ?? rule.id.range
      if rule.kind == .indicator {
        if reading.value == nil, fields["value"] == nil || !reading.checks.isEmpty {
          report(.indicatorWithoutValue(at: range))
        }
      } else if let value = reading.value, reading.checks.isEmpty {
        report(.valueWithoutIndicator(at: value.range))
      } else if reading.checks.isEmpty, !isGiven {
        report(.noRequirement(at: rule.versions.isEmpty ? fields.range : range))
      }
    }
  }

  /// `except` and `examples` name checks by id; such a check stands in the rule or in a version.
  private mutating func checkItems(of rule: RuleSource) {
    let checks = rule.checks + rule.versions.flatMap { $0.checks ?? [] }
    let ids = checks.compactMap { $0.id?.text }
    let exceptions = rule.exceptions + rule.versions.flatMap { $0.exceptions ?? [] }
    for item in exceptions.flatMap(\.items) + rule.examples.flatMap(\.checks)
    where !ids.contains(item.text) {
      report(
        .unknownItem(
          item.text, near: Suggestion.nearest(to: item.text, among: ids), known: ids,
          at: item.range))
    }
  }

  /// Every check that can fail has words of its own, or the rule's.
  private mutating func checkMessages(of readings: [RuleSource]) {
    var told: Set<ByteRange> = []
    for reading in readings where reading.message == nil {
      for check in reading.checks where check.message == nil && told.insert(check.range).inserted {
        report(.missingKey("message", of: .check, at: check.range))
      }
    }
  }
}
