internal import CaseRecords
internal import Findings
internal import SourceText
internal import WorkCalendar
internal import YAML

extension SourceReader {
  mutating func examples(_ fields: SourceFields) -> [ExampleSource] {
    var examples: [ExampleSource] = []
    for node in list(fields, "examples") {
      if let example = example(node) { examples.append(example) }
    }
    return examples
  }

  private mutating func example(_ node: Node) -> ExampleSource? {
    guard let fields = fields(node, as: .example) else { return nil }
    let base = required(fields, "base", of: .example).flatMap { name($0, "base") }
    _ = required(fields, "outcome", of: .example)
    let outcome = choice(fields, "outcome", as: Outcome.self)
    let checks = names(fields, "check")
    let with = settings(fields)
    let without = mentions(fields, "without")
    let unrecorded = mentions(fields, "unrecorded")
    let complete = mentions(fields, "complete")
    let completeness = choice(fields, "completeness", as: ExampleCompleteness.self)
    let asOf = date(fields, "as_of")
    let note = optionalText(fields, "note")
    guard let base, let outcome else { return nil }
    return ExampleSource(
      base: base, outcome: outcome, checks: checks, with: with, without: without,
      unrecorded: unrecorded, complete: complete,
      completeness: completeness == nil ? nil : fields["completeness"], asOf: asOf, note: note,
      range: node.range)
  }

  private mutating func settings(_ fields: SourceFields) -> [ExampleSource.Setting] {
    guard let node = fields["with"] else { return [] }
    guard let pairs = node.mapping else {
      report(.wrongShape("with", expected: .mapping, at: node.range))
      return []
    }
    return pairs.compactMap { pair in
      guard let path = FactPath(pair.key.text) else {
        report(.badPath(pair.key.text, at: pair.keyRange))
        return nil
      }
      return ExampleSource.Setting(path: path, pathRange: pair.keyRange, value: pair.value)
    }
  }

  private mutating func mentions(_ fields: SourceFields, _ key: String) -> [ExampleSource.Mention] {
    names(fields, key).compactMap { name in
      guard let path = FactPath(name.text) else {
        report(.badPath(name.text, at: name.range))
        return nil
      }
      return ExampleSource.Mention(path: path, range: name.range)
    }
  }
}
