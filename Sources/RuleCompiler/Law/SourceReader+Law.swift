internal import SourceText
internal import WorkCalendar
package import YAML

extension SourceReader {
  /// Reads the register: a list of instruments.
  package mutating func instruments(_ node: Node) -> [Instrument] {
    guard let nodes = node.sequence else {
      report(.wrongShape("instruments", expected: .list, at: node.range))
      return []
    }
    var instruments: [Instrument] = []
    var ids: Set<String> = []
    for node in nodes {
      guard let instrument = instrument(node) else { continue }
      let id = instrument.id
      if ids.insert(id.text).inserted {
        instruments.append(instrument)
      } else {
        report(.instrumentTwice(id.text, at: id.range))
      }
    }
    for replacement in instruments.compactMap(\.replacedBy) where !ids.contains(replacement.text) {
      report(
        .unknownInstrument(
          replacement.text, near: Suggestion.nearest(to: replacement.text, among: ids),
          at: replacement.range))
    }
    return instruments
  }

  private mutating func instrument(_ node: Node) -> Instrument? {
    guard let fields = fields(node, as: .instrument) else { return nil }
    let id = required(fields, "id", of: .instrument).flatMap { name($0, "id") }
    let isStrict = leniency == .none
    let nameNode = isStrict ? required(fields, "name", of: .instrument) : fields["name"]
    let fullName = nameNode.flatMap { bilingual($0, of: .name) }
    let number = fields["number"].flatMap { $0.isNull ? nil : text($0, "number") }
    let issuer = optionalText(fields, "issuer")
    if isStrict { _ = required(fields, "from", of: .instrument) }
    let days = days(fields)
    let replacedBy = fields["replaced_by"].flatMap { $0.isNull ? nil : name($0, "replaced_by") }
    let sectors = names(fields, "sectors").map(\.text)
    let regions = names(fields, "regions").map(\.text)
    let source = optionalText(fields, "source")
    let articles = articles(fields)
    let listsEveryChange = flag(fields, "lists_every_change", default: false)
    let workingDays = fields["working_days"].flatMap { workingDayRule($0) }
    guard let id else { return nil }
    if isStrict, fullName == nil { return nil }
    return Instrument(
      id: id, name: fullName?.text ?? BilingualText(zh: id.text, en: id.text), number: number,
      issuer: issuer, from: days.from, until: days.until, replacedBy: replacedBy,
      sectors: sectors, regions: regions, articles: articles, listsEveryChange: listsEveryChange,
      workingDays: workingDays, source: source, file: file, range: node.range)
  }

  /// Reads which terms are in working days: `[2, 3, 5, 7]`, or `{ up_to: 10 }`.
  private mutating func workingDayRule(_ node: Node) -> Instrument.WorkingDays? {
    if node.mapping != nil {
      guard let fields = fields(node, as: .workingDays),
        let limit = required(fields, "up_to", of: .instrument)
      else { return nil }
      return length(limit, "up_to").map { .upTo($0) }
    }
    guard let nodes = node.sequence else {
      report(.wrongShape("working_days", expected: .list, at: node.range))
      return nil
    }
    let lengths = nodes.compactMap { length($0, "working_days") }
    return lengths.count == nodes.count ? .listed(lengths) : nil
  }

  /// Reads a number of days, 1 or more.
  private mutating func length(_ node: Node, _ name: String) -> Int? {
    guard let text = text(node, name) else { return nil }
    if let number = Int(text), number > 0 { return number }
    report(.noNumberOfDays(text, of: name, at: node.range))
    return nil
  }

  private mutating func articles(_ fields: SourceFields) -> [Instrument.Article] {
    var articles: [Instrument.Article] = []
    for node in list(fields, "articles") {
      guard let entry = self.fields(node, as: .article) else { continue }
      let article = requiredText(entry, "article", of: .article)
      _ = required(entry, "changed_on", of: .article)
      var days: [CivilDate] = []
      for name in entry["changed_on"]?.sequence?.isEmpty == true ? [] : names(entry, "changed_on") {
        if let day = CivilDate(name.text) {
          days.append(day)
        } else {
          report(.badDate(name.text, of: "changed_on", at: name.range))
        }
      }
      if let article {
        articles.append(Instrument.Article(article: article, changedOn: days.sorted()))
      }
    }
    return articles
  }
}
