internal import Findings
internal import SourceText
internal import YAML

/// What is gathered over all entries of a sheet.
struct EntryPass {
  var feeders: [NameSource] = []
  var feeds: [NameSource] = []
  var ids: Set<String> = []
}

extension SourceReader {
  mutating func vetoes(_ fields: SourceFields, _ pass: inout EntryPass) -> [ScoreSheet.Veto] {
    var vetoes: [ScoreSheet.Veto] = []
    for node in list(fields, "veto") {
      guard let entry = self.fields(node, as: .veto) else { continue }
      let id = entryID(entry, of: .veto, &pass)
      let title = title(entry, of: .veto)
      let isJudgement = flag(entry, "judgement", default: false)
      _ = optionalText(entry, "law")
      let feeders = feeders(entry, of: .veto, isJudgement: isJudgement, &pass)
      readFeeds(entry, &pass)
      guard let id, let title else { continue }
      vetoes.append(
        ScoreSheet.Veto(
          id: id, group: both(entry, "group"), title: title, isJudgement: isJudgement,
          feeders: feeders))
    }
    return vetoes
  }

  mutating func items(_ fields: SourceFields, _ pass: inout EntryPass) -> [ScoreSheet.Item] {
    var items: [ScoreSheet.Item] = []
    for node in list(fields, "items") {
      guard let entry = self.fields(node, as: .item) else { continue }
      let id = entryID(entry, of: .item, &pass)
      let title = title(entry, of: .item)
      _ = required(entry, "points", of: .item)
      let points = points(entry, "points")
      if points == .zero, let node = entry["points"] {
        report(.badPoints("0", of: "points", at: node.range))
      }
      let isJudgement = flag(entry, "judgement", default: false)
      _ = optionalText(entry, "stage")
      readFeeds(entry, &pass)
      var lines: [ScoreSheet.Line] = []
      if isJudgement {
        if entry["deduct"] != nil { report(.judgedLines(at: entry.keyRange("deduct"))) }
        let feeders = feeders(entry, of: .item, isJudgement: true, &pass)
        if let title, let points {
          lines = [
            ScoreSheet.Line(
              title: title, points: PointRange(.zero, points), per: .whole, feeders: feeders)
          ]
        }
      } else {
        if entry["fed_by"] != nil { report(.fedWithoutLine(at: entry.keyRange("fed_by"))) }
        if let deduct = required(entry, "deduct", of: .item), deduct.sequence?.isEmpty == true {
          report(.emptyValue("deduct", at: deduct.range))
        }
        lines = self.lines(entry, cap: points, &pass)
      }
      guard let id, let title, let points else { continue }
      items.append(
        ScoreSheet.Item(
          id: id, group: both(entry, "group"), title: title, points: points,
          isJudgement: isJudgement, lines: lines))
    }
    return items
  }

  private mutating func lines(
    _ fields: SourceFields, cap: Points?, _ pass: inout EntryPass
  ) -> [ScoreSheet.Line] {
    var lines: [ScoreSheet.Line] = []
    for node in list(fields, "deduct") {
      guard let entry = self.fields(node, as: .line) else { continue }
      let title = title(entry, of: .line)
      let range = required(entry, "points", of: .line).flatMap { pointRange($0) }
      if let range, let cap, range.most > cap {
        report(
          .lineOverItem(
            range.most.description, cap.description, at: entry["points"]?.range ?? node.range))
      }
      let per = choice(entry, "per", as: ScoreSheet.Per.self) ?? .whole
      let feeders = feeders(entry, of: .line, isJudgement: false, &pass)
      guard let title, let range else { continue }
      lines.append(ScoreSheet.Line(title: title, points: range, per: per, feeders: feeders))
    }
    return lines
  }

  mutating func deductions(_ fields: SourceFields, _ pass: inout EntryPass) -> [ScoreSheet.Item] {
    var deductions: [ScoreSheet.Item] = []
    for node in list(fields, "deductions") {
      guard let entry = self.fields(node, as: .deduction) else { continue }
      let id = entryID(entry, of: .deduction, &pass)
      let title = title(entry, of: .deduction)
      let range = required(entry, "points", of: .deduction).flatMap { pointRange($0) }
      let per = choice(entry, "per", as: ScoreSheet.Per.self) ?? .whole
      let cap = points(entry, "cap")
      let isJudgement = flag(entry, "judgement", default: false)
      let feeders = feeders(entry, of: .deduction, isJudgement: isJudgement, &pass)
      readFeeds(entry, &pass)
      guard let id, let title, let range else { continue }
      deductions.append(
        ScoreSheet.Item(
          id: id, group: both(entry, "group"), title: title,
          points: cap ?? (per == .whole ? range.most : nil), isJudgement: isJudgement,
          lines: [
            ScoreSheet.Line(title: title, points: range, per: per, feeders: feeders)
          ]))
    }
    return deductions
  }

  // MARK: Parts of entries

  private mutating func entryID(
    _ fields: SourceFields, of thing: SourceThing, _ pass: inout EntryPass
  ) -> String? {
    guard let node = required(fields, "id", of: thing), let id = text(node, "id") else {
      return nil
    }
    guard pass.ids.insert(id).inserted else {
      report(.standardEntryTwice(id, at: node.range))
      return nil
    }
    return id
  }

  /// Reads `fed_by:`. An entry that no rule feeds has to say so: by `judgement: true`, or by an empty
  /// list.
  private mutating func feeders(
    _ fields: SourceFields, of thing: SourceThing, isJudgement: Bool, _ pass: inout EntryPass
  ) -> [ScoreSheet.Feeder] {
    guard let node = fields["fed_by"] else {
      if !isJudgement { report(.notFed(thing, at: fields.range)) }
      return []
    }
    if node.sequence?.isEmpty == true { return [] }
    let names = names(fields, "fed_by")
    pass.feeders += names
    return names.map { ScoreSheet.Feeder($0.text) }
  }

  private mutating func readFeeds(_ fields: SourceFields, _ pass: inout EntryPass) {
    if fields["feeds"]?.sequence?.isEmpty == true { return }
    pass.feeds += names(fields, "feeds")
  }

  /// Reads `3`, or `[0, 8]` where the sheet leaves it open how much.
  private mutating func pointRange(_ node: Node) -> PointRange? {
    guard let nodes = node.sequence else { return points(node, "points").map { PointRange($0) } }
    var ends: [Points] = []
    for node in nodes { if let end = points(node, "points") { ends.append(end) } }
    guard ends.count == nodes.count else { return nil }
    guard ends.count == 2, ends[0] < ends[1] else {
      report(.badPointRange(at: node.range))
      return nil
    }
    return PointRange(ends[0], ends[1])
  }
}
