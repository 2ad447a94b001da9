internal import Findings
internal import SourceText
internal import WorkCalendar

// What a rule reads, and what shows it.

extension RulePageBuilder {
  /// Facts, definitions and parameters.
  var knowledge: [PageBlock] {
    var blocks: [PageBlock] = []
    if !entry.facts.isEmpty {
      blocks.append(.heading(level: 2, [.words(RulePageWords.facts)], anchor: "facts"))
      blocks.append(
        .table(
          head: [RulePageWords.fact, RulePageWords.path, RulePageWords.meaning],
          rows: entry.facts.map { [[.words($0.label)], [.code($0.path)], [.plain($0.meaning)]] }))
    }
    if !entry.definitions.isEmpty {
      blocks.append(
        .heading(level: 2, [.words(RulePageWords.definitions)], anchor: "definitions"))
      blocks.append(
        .table(
          head: [RulePageWords.name, RulePageWords.expression, RulePageWords.meaning],
          rows: entry.definitions.map { definition in
            [
              [.code(definition.name)]
                + (definition.label.map { [.plain(" "), .words($0)] } ?? []),
              [.code(definition.expression)], [.plain(definition.meaning ?? "")],
            ]
          }))
    }
    if !entry.parameters.isEmpty {
      blocks.append(
        .heading(level: 2, [.words(RulePageWords.parameters)], anchor: "parameters"))
      for parameter in entry.parameters {
        blocks.append(
          .heading(
            level: 3,
            [.code("params.\(parameter.name)")]
              + (parameter.label.map { [.plain(" "), .words($0)] } ?? []), anchor: nil))
        blocks.append(
          .table(
            head: [
              RulePageWords.value, RulePageWords.holdsFor, RulePageWords.days,
              RulePageWords.source,
            ],
            rows: parameter.values.map(row)))
      }
    }
    return blocks
  }

  private func row(of value: RuleHandbook.Parameter.Value) -> [[PageInline]] {
    var source: [PageInline] = [.plain(value.source)]
    if !value.isVerified { source += [.plain(" "), .tag("unverified", ReportWords.unverified)] }
    let conditions: [PageInline] =
      value.conditions.isEmpty
      ? [.words(RulePageWords.everywhere)]
      : value.conditions.enumerated().flatMap { place, condition -> [PageInline] in
        place == 0 ? [.code(condition)] : [.plain(" "), .code(condition)]
      }
    let days: [PageInline] =
      value.from == nil && value.until == nil
      ? [] : [.words(ReportWords.inForce(from: value.from, until: value.until))]
    return [
      value.value.map { [.code($0)] } ?? [.words(RulePageWords.lawSetsNone)], conditions, days,
      source,
    ]
  }

  // MARK: Examples

  var examples: [PageBlock] {
    let examples = entry.rule.examples
    guard !examples.isEmpty else { return [] }
    return [
      .heading(level: 2, [.words(RulePageWords.examples)], anchor: "examples"),
      .table(
        head: [
          RulePageWords.outcome, RulePageWords.base, RulePageWords.change, RulePageWords.note,
        ],
        rows: examples.map { example in
          var outcome: [PageInline] = [
            .tag(example.outcome.rawValue, ReportWords.outcome(example.outcome))
          ]
          for check in example.checks { outcome += [.plain(" "), .code(check)] }
          return [
            outcome, [.code(example.base)], changes(of: example), [.plain(example.note ?? "")],
          ]
        }),
    ]
  }

  private func changes(of example: RuleDescription.Example) -> [PageInline] {
    var changes: [[PageInline]] = []
    for path in example.without { changes.append([.words(RulePageWords.without), .code(path)]) }
    for setting in example.with {
      changes.append([.code("\(setting.path): \(setting.value)")])
    }
    for path in example.unrecorded {
      changes.append([.words(RulePageWords.unrecorded), .code(path)])
    }
    for path in example.complete {
      changes.append([.words(RulePageWords.complete), .code(path)])
    }
    if let completeness = example.completeness {
      changes.append([.words(RulePageWords.completeness), .code(completeness)])
    }
    if let day = example.asOf { changes.append([.words(RulePageWords.asOf), .plain("\(day)")]) }
    return Array(changes.joined(separator: [.words(ReportWords.semicolon)]))
  }

  // MARK: Cases

  var cases: [PageBlock] {
    guard !entry.cases.isEmpty else { return [] }
    return [
      .heading(level: 2, [.words(RulePageWords.cases)], anchor: "cases"),
      .list(
        entry.cases.map { sample in
          var line: [PageInline] = [
            .tag(sample.outcome.rawValue, ReportWords.outcome(sample.outcome)), .plain(" "),
            .code(sample.name),
          ]
          if let about = sample.about { line += [.plain(" "), .words(about)] }
          return line
        }),
    ]
  }
}
