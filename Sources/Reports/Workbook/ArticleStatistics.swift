internal import Findings

/// What was found against each article, the article with the most violations first.
///
/// A finding that rests on two articles counts for both, so columns do not add up to the findings.
struct ArticleStatistics {
  struct Article {
    var cite: Citation
    /// Rules whose findings rest on it, in the order of the audit.
    var rules: [String] = []
    var bySeverity: [RuleSeverity: Int] = [:]
    var byGroup: [FindingGroup: Int] = [:]
    var waived = 0
    /// Cases with a violation that is not waived.
    var cases = 0

    var violations: Int { byGroup[.violated] ?? 0 }
  }

  private struct Key: Hashable {
    var instrument: String
    var article: String

    init(_ cite: Citation) {
      instrument = cite.instrument
      article = cite.article
    }
  }

  /// Only articles that something was found against.
  let articles: [Article]
  private let places: [Key: Int]

  init(_ audit: Audit) {
    var found: [Article] = []
    var places: [Key: Int] = [:]
    for audited in audit.cases {
      var violated: Set<Int> = []
      for finding in audited.findings {
        guard let group = FindingGroup(finding) else { continue }
        for cite in finding.cites {
          let place = places[Key(cite), default: found.count]
          if place == found.count {
            places[Key(cite)] = place
            found.append(Article(cite: cite))
          }
          found[place].add(finding, group)
          if group == .violated, finding.status.waiver == nil { violated.insert(place) }
        }
      }
      for place in violated { found[place].cases += 1 }
    }
    let order = found.indices.sorted { one, other in
      let (a, b) = (found[one], found[other])
      if a.violations != b.violations { return a.violations > b.violations }
      return a.cases == b.cases ? one < other : a.cases > b.cases
    }
    articles = order.map { found[$0] }
    self.places = Dictionary(
      uniqueKeysWithValues: articles.enumerated().map { (Key($1.cite), $0) })
  }

  /// The place of an article in `articles`.
  func index(of cite: Citation) -> Int? { places[Key(cite)] }
}

extension ArticleStatistics.Article {
  fileprivate mutating func add(_ finding: Finding, _ group: FindingGroup) {
    if !rules.contains(finding.rule) { rules.append(finding.rule) }
    if finding.status.waiver != nil {
      waived += 1
      return
    }
    byGroup[group, default: 0] += 1
    if group == .violated { bySeverity[finding.severity, default: 0] += 1 }
  }
}
