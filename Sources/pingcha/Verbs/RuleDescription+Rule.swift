import Findings
import Reports
import RuleCompiler
import SourceText
import YAML

extension RuleDescription {
  /// Describes a rule as its file has it.
  init(_ rule: CompiledRule) {
    self.init(summary: rule.summary, versions: rule.versions.map(Version.init))
    aliases = rule.source.aliases.map(\.text)
    isRetroactiveWhereLenient = rule.source.isRetroactiveWhereLenient
    examples = rule.source.examples.map(Example.init)
  }
}

extension RuleDescription.Example {
  init(_ example: ExampleSource) {
    self.init(base: example.base.text, outcome: example.outcome)
    checks = example.checks.map(\.text)
    with = example.with.map { Setting(path: "\($0.path)", value: $0.value.flowText) }
    without = example.without.map { "\($0.path)" }
    unrecorded = example.unrecorded.map { "\($0.path)" }
    complete = example.complete.map { "\($0.path)" }
    completeness = example.completeness?.scalar?.text
    asOf = example.asOf
    note = example.note
  }
}

extension Node {
  /// The value in a line of YAML. A text stands without quotes, for a person to read.
  fileprivate var flowText: String {
    switch content {
    case .scalar(let scalar): scalar.isNull ? "null" : scalar.text
    case .sequence(let nodes): "[\(nodes.map(\.flowText).joined(separator: ", "))]"
    case .mapping(let pairs):
      "{ \(pairs.map { "\($0.key.text): \($0.value.flowText)" }.joined(separator: ", ")) }"
    }
  }
}

extension RuleDescription.Version {
  init(_ version: CompiledVersion) {
    let source = version.source
    self.init(
      from: version.from, until: version.until,
      basis: source.effective?.basis.map(\.text) ?? [])
    isLighter = version.isLighter
    cites = version.cites
    applies = source.applies?.text
    definitions = source.lets.map {
      RuleDescription.Definition(name: $0.name.text, expression: $0.expression.text)
    }
    checks = zip(version.checks, source.checks).map {
      RuleDescription.Check($0, source: $1, of: version)
    }
    value = source.value?.text
    exceptions = version.exceptions.map {
      RuleDescription.Exception(
        when: $0.source.when.text, checks: $0.source.items.map(\.text), cites: $0.cites,
        reading: $0.source.reading)
    }
    reading = source.reading
  }
}

extension RuleDescription.Check {
  init(_ check: CompiledCheck, source: CheckSource, of version: CompiledVersion) {
    self.init(id: check.id, severity: check.severity, kind: check.kind)
    when = source.when?.text
    each = source.each.map(\.phrase)
    whereCondition = source.whereCondition?.text
    that = source.that?.text
    deadline = source.deadline.map(RuleDescription.Deadline.init)
    absent = source.absent.flatMap { Outcome(rawValue: $0.rawValue) }
    cites = check.cites == version.cites ? [] : check.cites
    message = (source.message ?? version.source.message)?.text
    remedy = (source.remedy ?? version.source.remedy)?.text
  }
}

extension RuleDescription.Deadline {
  init(_ deadline: DeadlineSource) {
    let isWait = if case .wait = deadline.term { true } else { false }
    self.init(
      from: deadline.from.text, period: deadline.term.period.text, isWait: isWait,
      act: deadline.act.text)
    excluding = deadline.excluding.map(\.phrase)
    extendedBy = deadline.extendedBy.map(\.phrase)
    rolls = deadline.roll
    lastDayCounts = deadline.lastDayCounts
  }
}

// Entries of a rule as one line each, in the keys of the file.

extension BindingSource {
  fileprivate var phrase: String {
    "\(name.text) in \(list.text)" + (at.map { " at \($0.text)" } ?? "")
  }
}

extension StopSource {
  fileprivate var phrase: String {
    var parts = ["from: \(from.text)"]
    if let until { parts.append("until: \(until.text)") }
    parts += each.map { "each: \($0.phrase)" }
    if let whereCondition { parts.append("where: \(whereCondition.text)") }
    if let when { parts.append("when: \(when.text)") }
    if count != .last { parts.append("count: \(count.rawValue)") }
    return parts.joined(separator: ", ")
  }
}

extension ExtensionSource {
  fileprivate var phrase: String {
    let first =
      switch length {
      case .by(let period): "by: \(period.text)"
      case .until(let day): "until: \(day.text)"
      }
    var parts = [first, "approved_on: \(approvedOn.text)"]
    if let whereCondition { parts.append("where: \(whereCondition.text)") }
    return parts.joined(separator: ", ")
  }
}

extension MessageSource {
  fileprivate var text: BilingualText {
    BilingualText(zh: zh.node.scalar?.text ?? "", en: en.node.scalar?.text ?? "")
  }
}
