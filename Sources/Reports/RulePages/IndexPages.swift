internal import Findings
internal import SourceText
internal import WorkCalendar

/// Makes the two indexes: the rules by family, and by the law that they rest on.
struct IndexPages {
  let handbook: RuleHandbook

  /// The families in the order of their rules, each with its rules.
  private var groups: [(name: String, rules: [RuleSummary])] {
    var groups: [(name: String, rules: [RuleSummary])] = []
    for summary in handbook.rules.map(\.rule.summary) {
      if groups.last?.name == summary.group {
        groups[groups.count - 1].rules.append(summary)
      } else {
        groups.append((summary.group, [summary]))
      }
    }
    return groups
  }

  private struct Law {
    var cite: Citation
    /// By article, in the order of their names; each rule once.
    var articles: [(article: String, rules: [RuleSummary])]
  }

  /// The instruments that a rule cites, those of the registry in its order.
  private var laws: [Law] {
    var order: [String] = handbook.instruments.map(\.id)
    var cites: [String: Citation] = [:]
    var articles: [String: [String: [RuleSummary]]] = [:]
    for entry in handbook.rules {
      for cite in entry.rule.everyCite {
        if cites[cite.instrument] == nil {
          cites[cite.instrument] = cite
          if !order.contains(cite.instrument) { order.append(cite.instrument) }
        }
        let summary = entry.rule.summary
        if articles[cite.instrument]?[cite.article]?.last?.id != summary.id {
          articles[cite.instrument, default: [:]][cite.article, default: []].append(summary)
        }
      }
    }
    return order.compactMap { id in
      guard let cite = cites[id], let listed = articles[id] else { return nil }
      let sorted = listed.sorted { ArticleOrder.precedes($0.key, $1.key) }
      return Law(cite: cite, articles: sorted.map { ($0.key, $0.value) })
    }
  }

  func byFamily() -> PageContent {
    let groups = groups
    var blocks: [PageBlock] = [
      .heading(level: 1, [.words(RulePageWords.site)], anchor: nil),
      .paragraph([
        .words(
          RulePageWords.tally(
            rules: handbook.rules.count, families: groups.count, laws: laws.count))
      ]),
      .paragraph(
        Array(
          groups.map { group -> [PageInline] in
            [.link(.family(group.name), [.code(group.name)]), .plain(" \(group.rules.count)")]
          }.joined(separator: [.plain(" · ")]))),
    ]
    for group in groups {
      blocks.append(
        .heading(
          level: 2,
          [.code(group.name), .plain(" "), .words(RulePageWords.count(group.rules.count))],
          anchor: group.name))
      blocks.append(.list(group.rules.map(line)))
    }
    return PageContent(place: .families, title: RulePageWords.site, blocks: blocks)
  }

  func byLaw() -> PageContent {
    let registry = Dictionary(
      handbook.instruments.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var blocks: [PageBlock] = [
      .heading(level: 1, [.words(RulePageWords.laws)], anchor: nil)
    ]
    for law in laws {
      blocks.append(
        .heading(level: 2, [.words(law.cite.instrumentName)], anchor: law.cite.instrument))
      blocks.append(.paragraph(heading(of: law.cite, registry[law.cite.instrument])))
      blocks.append(
        .facts(
          law.articles.map { article, rules in
            PageFact(BilingualText(zh: article, en: article), lines: rules.map(line))
          }))
    }
    return PageContent(place: .laws, title: RulePageWords.laws, blocks: blocks)
  }

  private func heading(
    of cite: Citation, _ instrument: RuleHandbook.Instrument?
  ) -> [PageInline] {
    var parts: [[PageInline]] = [[.code(cite.instrument)]]
    if let number = cite.number { parts.append([.plain(number)]) }
    if let issuer = instrument?.issuer { parts.append([.plain(issuer)]) }
    if let instrument, instrument.from != nil || instrument.until != nil {
      parts.append([
        .words(ReportWords.inForce), .plain(" "),
        .words(ReportWords.inForce(from: instrument.from, until: instrument.until)),
      ])
    }
    if let address = instrument?.address {
      parts.append([.link(.address(address), [.words(RulePageWords.readText)])])
    }
    return Array(parts.joined(separator: [.plain(" · ")]))
  }

  private func line(of summary: RuleSummary) -> [PageInline] {
    [
      .link(.rule(summary.id), [.words(summary.title)]), .plain(" "),
      .tag(summary.severity.rawValue, ReportWords.severity(summary.severity)),
    ]
      + (summary.kind == .violation
        ? [] : [.plain(" "), .tag(summary.kind.rawValue, ReportWords.kind(summary.kind))])
  }
}

extension RuleDescription {
  /// The provisions of every text of the rule, of its checks and exceptions, in their order.
  var everyCite: [Citation] {
    versions.flatMap { version in
      version.cites + version.checks.flatMap(\.cites) + version.exceptions.flatMap(\.cites)
    }
  }
}
