internal import SourceText
internal import YAML

extension SourceReader {
  /// Reads a `deadline:`; `nil` where one of its three expressions is missing or cannot be read.
  mutating func deadline(_ node: Node) -> DeadlineSource? {
    guard let fields = fields(node, as: .deadline) else { return nil }
    let from = requiredExpression(fields, "from", of: .deadline)
    let term = term(fields)
    let act = requiredExpression(fields, "act", of: .deadline)
    var excluding: [StopSource] = []
    for node in list(fields, "excluding") {
      if let stop = stop(node) { excluding.append(stop) }
    }
    var extendedBy: [ExtensionSource] = []
    for node in list(fields, "extended_by") {
      if let more = clockExtension(node) { extendedBy.append(more) }
    }
    let roll = flag(fields, "roll", default: true)
    let lastDayCounts = flag(fields, "last_day_counts", default: false)
    if fields["last_day_counts"] != nil, fields["wait"] == nil {
      report(.onlyUnderWait(at: fields.keyRange("last_day_counts")))
    }
    let name = fields["term"].flatMap { identifier($0, "term") }
    guard let from, let term, let act else { return nil }
    return DeadlineSource(
      from: from, term: term, act: act, excluding: excluding, extendedBy: extendedBy, roll: roll,
      lastDayCounts: lastDayCounts, name: name, range: node.range)
  }

  private mutating func term(_ fields: SourceFields) -> DeadlineSource.Term? {
    switch (fields["within"], fields["wait"]) {
    case (nil, nil):
      report(.neitherWithinNorWait(at: fields.range))
      return nil
    case (.some, .some):
      report(.withinAndWait(at: fields.keyRange("wait")))
      return nil
    case (let within?, nil): return expression(within, "within").map { .within($0) }
    case (nil, let wait?): return expression(wait, "wait").map { .wait($0) }
    }
  }

  private mutating func stop(_ node: Node) -> StopSource? {
    guard let fields = fields(node, as: .stop) else { return nil }
    let each = bindings(fields, of: .stop)
    let whereCondition = optionalExpression(fields, "where")
    let when = optionalExpression(fields, "when")
    let from = requiredExpression(fields, "from", of: .stop)
    let until = optionalExpression(fields, "until")
    let count = choice(fields, "count", as: StopSource.Count.self) ?? .last
    guard let from else { return nil }
    return StopSource(
      from: from, until: until, each: each, whereCondition: whereCondition, when: when,
      count: count, range: node.range)
  }

  private mutating func clockExtension(_ node: Node) -> ExtensionSource? {
    guard let fields = fields(node, as: .clockExtension) else { return nil }
    let by = optionalExpression(fields, "by")
    let until = optionalExpression(fields, "until")
    let approvedOn = requiredExpression(fields, "approved_on", of: .clockExtension)
    let whereCondition = optionalExpression(fields, "where")
    guard (fields["by"] == nil) != (fields["until"] == nil) else {
      report(.byAndUntil(at: node.range))
      return nil
    }
    guard let length = by.map(ExtensionSource.Length.by) ?? until.map(ExtensionSource.Length.until),
      let approvedOn
    else { return nil }
    return ExtensionSource(
      length: length, approvedOn: approvedOn, whereCondition: whereCondition, range: node.range)
  }
}
