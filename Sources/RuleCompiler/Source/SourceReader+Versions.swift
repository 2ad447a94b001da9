internal import Findings
internal import SourceText
internal import WorkCalendar
internal import YAML

extension SourceReader {
  mutating func readVersions(of rule: inout RuleSource, _ fields: SourceFields) {
    let retroactive = choice(fields, "retroactive", as: Retroactivity.self)
    rule.isRetroactiveWhereLenient = retroactive == .lenient
    guard fields["versions"] != nil else {
      if retroactive != nil {
        report(.retroactiveWithoutVersions(at: fields.keyRange("retroactive")))
      }
      if leniency == .none { _ = required(fields, "effective", of: .rule) }
      return
    }
    if fields["effective"] != nil {
      report(.effectiveBesideVersions(at: fields.keyRange("effective")))
      rule.effective = nil
    }
    var versions: [VersionSource] = []
    for node in list(fields, "versions") {
      if let version = version(node) { versions.append(version) }
    }
    // Stable: two that start on one day overlap, and the later one in the file is told.
    let ordered = versions.enumerated().sorted { a, b in
      let (left, right) = (a.element.effective.from, b.element.effective.from)
      if left == right { return a.offset < b.offset }
      guard let left else { return true }
      guard let right else { return false }
      return left < right
    }
    rule.versions = ordered.map(\.element)
    for (earlier, later) in zip(rule.versions, rule.versions.dropFirst()) {
      checkBorder(between: earlier.effective, and: later.effective)
    }
  }

  private mutating func version(_ node: Node) -> VersionSource? {
    guard let fields = fields(node, as: .version) else { return nil }
    let effective = required(fields, "effective", of: .version).flatMap { self.effective($0) }
    let title = fields["title"].flatMap { bilingual($0, of: .title) }
    let cites = fields["cites"] == nil ? nil : citations(fields)
    let severity = choice(fields, "severity", as: RuleSeverity.self)
    let applies = optionalExpression(fields, "applies")
    let lets = fields["let"] == nil ? nil : lets(fields)
    let requirement = requirement(fields)
    let value = optionalExpression(fields, "value")
    let exceptions = fields["except"] == nil ? nil : exceptions(fields)
    let message = message(fields, "message")
    let remedy = self.message(fields, "remedy")
    let reading = optionalText(fields, "reading")
    let isLighter = flag(fields, "lighter", default: false)
    guard let effective else { return nil }
    return VersionSource(
      effective: effective, title: title, cites: cites, severity: severity, applies: applies,
      lets: lets, checks: requirement?.checks,
      isDeadlineForm: requirement?.isDeadlineForm ?? false, value: value, exceptions: exceptions,
      message: message, remedy: remedy, reading: reading, isLighter: isLighter, range: node.range)
  }

  private mutating func checkBorder(
    between earlier: EffectiveSource, and later: EffectiveSource
  ) {
    guard let start = later.from, let end = earlier.until, end < start else {
      let day = later.from ?? earlier.from ?? earlier.until
      report(.versionsOverlap(on: day.map { "\($0)" } ?? "", at: later.range))
      return
    }
    let next = CivilDate(dayNumber: end.dayNumber + 1)
    if next < start { report(.versionsLeaveHole(on: "\(next)", at: later.range)) }
  }
}
