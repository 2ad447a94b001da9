internal import Findings
internal import SourceText

/// The cases or findings of an audit that have one thing in common.
struct AuditGroup {
  var label: BilingualText
  /// The id behind the label, of a rule or an instrument; `nil` where there is none.
  var id: String?
  /// Of a rule, the cases are those that it is for; of an article, those with a finding that cites it.
  var tally: AuditTally
  /// The average score; `nil` without a sheet, and for groups of findings.
  var average: PointRange?
}

extension Audit {
  /// The groups of the audit, those with most violations first; months in their order, articles in
  /// that of their law.
  func groups(by grouping: AuditGrouping) -> [AuditGroup] {
    switch grouping {
    case .office:
      groups { [$0.office.map { BilingualText(zh: $0, en: $0) } ?? ScoreWords.noOffice] }
    case .officer:
      groups { audited in
        audited.officers.isEmpty
          ? [AuditWords.noOfficer] : audited.officers.map { BilingualText(zh: $0, en: $0) }
      }
    case .sector: groups { [$0.sector ?? AuditWords.noSector] }
    case .month:
      groups { [$0.decidedOn.map(AuditWords.month) ?? AuditWords.noMonth] }
        .sorted { $0.label.en.utf8.lexicographicallyPrecedes($1.label.en.utf8) }
    case .rule: groupsByRule
    case .article: groupsByArticle
    }
  }

  // MARK: Groups of cases

  private func groups(_ labels: (AuditedCase) -> [BilingualText]) -> [AuditGroup] {
    var places: [BilingualText: Int] = [:]
    var groups: [(label: BilingualText, cases: [AuditedCase])] = []
    for audited in cases where !audited.isUnreadable {
      var seen: Set<BilingualText> = []
      for label in labels(audited) where seen.insert(label).inserted {
        if let place = places[label] {
          groups[place].cases.append(audited)
        } else {
          places[label] = groups.count
          groups.append((label, [audited]))
        }
      }
    }
    return groups.map { group in
      AuditGroup(
        label: group.label, id: nil, tally: AuditTally(group.cases),
        average: average(of: group.cases))
    }.sorted(by: AuditGroup.isWorse)
  }

  /// The average score, as the ranking of offices works it out; `nil` where nothing is scored.
  func average(of cases: [AuditedCase]) -> PointRange? {
    guard let sheet else { return nil }
    var ranking = OfficeRanking(sheet)
    for audited in cases {
      guard var score = audited.score else { continue }
      score.office = nil
      ranking.add(score)
    }
    return ranking.ranked.first?.office.average
  }

  // MARK: Groups of findings

  private var groupsByRule: [AuditGroup] {
    var tallies = [AuditTally](repeating: AuditTally(), count: rules.count)
    var numbers: [String: Int] = [:]
    for (number, rule) in rules.enumerated() { numbers[rule.id] = number }
    for audited in cases where !audited.isUnreadable {
      var findings: [Int: [Finding]] = [:]
      for finding in audited.findings {
        if let number = numbers[finding.rule] { findings[number, default: []].append(finding) }
      }
      for (number, outcome) in audited.outcomes.enumerated() where outcome != .notApplicable {
        tallies[number].add(audited, findings: findings[number] ?? [])
      }
    }
    return zip(rules, tallies).filter { $1.cases > 0 }.map { rule, tally in
      AuditGroup(label: rule.title, id: rule.id, tally: tally, average: nil)
    }.sorted(by: AuditGroup.isWorse)
  }

  private struct Provision: Hashable {
    var instrument: String
    var article: String
  }

  private var groupsByArticle: [AuditGroup] {
    var cites: [Provision: Citation] = [:]
    var tallies: [Provision: AuditTally] = [:]
    for audited in cases {
      var findings: [Provision: [Finding]] = [:]
      for finding in audited.findings {
        var seen: Set<Provision> = []
        for cite in finding.cites {
          let provision = Provision(instrument: cite.instrument, article: cite.article)
          guard seen.insert(provision).inserted else { continue }
          cites[provision] = cites[provision] ?? cite
          findings[provision, default: []].append(finding)
        }
      }
      for (provision, findings) in findings {
        tallies[provision, default: AuditTally()].add(audited, findings: findings)
      }
    }
    let order = Dictionary(
      provenance.instruments.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { a, _ in a })
    return tallies.sorted { one, other in
      let (a, b) = (one.key, other.key)
      let (left, right) = (order[a.instrument] ?? .max, order[b.instrument] ?? .max)
      if left != right { return left < right }
      if a.instrument != b.instrument {
        return a.instrument.utf8.lexicographicallyPrecedes(b.instrument.utf8)
      }
      return ArticleOrder.precedes(a.article, b.article)
    }.compactMap { provision, tally in
      guard var cite = cites[provision] else { return nil }
      cite.says = nil
      return AuditGroup(
        label: ReportWords.citation(cite), id: provision.instrument, tally: tally, average: nil)
    }
  }
}

extension AuditGroup {
  /// More fatal violations first, then more of any, then more that is open; then by name.
  static func isWorse(_ one: AuditGroup, than other: AuditGroup) -> Bool {
    func weights(_ tally: AuditTally) -> [Int] {
      RuleSeverity.allCases.sorted(by: >).map { tally.violations($0) }
        + [tally.count(.undetermined), tally.count(.pending), tally.cases]
    }
    let (a, b) = (weights(one.tally), weights(other.tally))
    if a != b { return b.lexicographicallyPrecedes(a) }
    return (one.id ?? one.label.en).utf8
      .lexicographicallyPrecedes((other.id ?? other.label.en).utf8)
  }
}

extension ReportWords {
  static func citation(_ cite: Citation) -> BilingualText {
    BilingualText(zh: citation(cite, .zh), en: citation(cite, .en))
  }
}
