internal import Findings
internal import SourceText

/// The charts of the beginning, as tables with a drawn column: what is drawn stands there in figures
/// too, and a narrow screen or a reader of screens loses nothing.
struct HTMLAuditCharts {
  let audit: Audit

  var html: String {
    "<div class=charts>\n\(byFamily)\(delays)</div>\n"
  }

  // MARK: Families

  /// What the rules of a family came to, in the cases that they are for.
  private struct Family {
    var name: String
    var satisfied = 0
    var pending = 0
    var undetermined = 0
    var error = 0
    var violations: [RuleSeverity: Int] = [:]

    var failed: Int { violations.values.reduce(0, +) }
    var all: Int { satisfied + pending + undetermined + error + failed }
  }

  private var families: [Family] {
    var families: [Family] = []
    var places: [String: Int] = [:]
    let numbers = audit.rules.map { rule in
      if let place = places[rule.family] { return place }
      families.append(Family(name: rule.family))
      places[rule.family] = families.count - 1
      return families.count - 1
    }
    for audited in audit.cases {
      let worst = Self.worstViolations(of: audited)
      for (rule, outcome) in audited.outcomes.enumerated() {
        // A signal is no violation.
        guard audit.rules[rule].kind == .violation else { continue }
        switch outcome {
        case .satisfied: families[numbers[rule]].satisfied += 1
        case .violated:
          // One that is waived whole counts nowhere.
          if let severity = worst[audit.rules[rule].id] {
            families[numbers[rule]].violations[severity, default: 0] += 1
          }
        case .pending: families[numbers[rule]].pending += 1
        case .undetermined: families[numbers[rule]].undetermined += 1
        case .error: families[numbers[rule]].error += 1
        case .notApplicable: break
        }
      }
    }
    return families.filter { $0.all > 0 }
  }

  /// The gravest violation of each rule, by its id.
  private static func worstViolations(of audited: AuditedCase) -> [String: RuleSeverity] {
    var worst: [String: RuleSeverity] = [:]
    for finding in audited.findings
    where FindingGroup(finding) == .violated {
      worst[finding.rule] = max(worst[finding.rule] ?? finding.severity, finding.severity)
    }
    return worst
  }

  private var byFamily: String {
    let severities = RuleSeverity.allCases.sorted(by: >)
    let rows = families.map { family in
      let parts =
        severities.map { (name: $0.rawValue, value: family.violations[$0] ?? 0) }
        + [
          (name: "error", value: family.error), (name: "undetermined", value: family.undetermined),
          (name: "pending", value: family.pending), (name: "satisfied", value: family.satisfied),
        ]
      return "<tr><th scope=row><code>\(AuditMarkup.breakable(family.name))</code>"
        + "<td class=drawn>\(AuditMarkup.bar(parts, of: family.all))"
        + "<td>\(family.failed)<td>\(family.undetermined)<td>\(family.all)\n"
    }
    let key =
      severities.map { AuditMarkup.tag($0.rawValue, ReportWords.severity($0)) }
      + [Outcome.undetermined, .pending, .satisfied].map {
        AuditMarkup.tag($0.rawValue, ReportWords.outcome($0))
      }
    return chart(
      AuditWords.familyChart, key: key,
      head: [
        ReportWords.family, AuditWords.share, AuditWords.violatedShort,
        AuditWords.heading(.undetermined), AuditWords.judged,
      ], rows)
  }

  // MARK: Delays

  /// The first days of the classes that delays are counted in, in calendar days.
  private static let classes = [1, 4, 8, 16, 31, 91]

  private var delays: String {
    let days = AuditTally(audit.cases).daysLate
    var counts = [Int](repeating: 0, count: Self.classes.count)
    for late in days {
      counts[(Self.classes.firstIndex { $0 > late } ?? Self.classes.count) - 1] += 1
    }
    let most = max(1, counts.max() ?? 1)
    let rows = counts.enumerated().map { place, count in
      let last = place + 1 < Self.classes.count ? Self.classes[place + 1] - 1 : nil
      return "<tr><th scope=row>\(AuditMarkup.both(AuditWords.days(Self.classes[place], last)))"
        + "<td class=drawn>\(AuditMarkup.bar([(name: "late", value: count)], of: most))"
        + "<td>\(count)\n"
    }
    return chart(
      AuditWords.delayChart, key: [],
      head: [AuditWords.daysLate, AuditWords.distribution, AuditWords.violationsCount], rows)
  }

  private func chart(
    _ title: BilingualText, key: [String], head: [BilingualText], _ rows: [String]
  ) -> String {
    // What is wider than a narrow screen is scrolled by keys, and so needs a name.
    let name = HTMLText.escaped("\(title.zh) / \(title.en)")
    var html = "<div class=chart role=region tabindex=0 aria-label=\"\(name)\">"
    html += "<h2>\(AuditMarkup.both(title))</h2>\n"
    if rows.isEmpty { return html + "<p>\(AuditMarkup.both(AuditWords.none))</div>\n" }
    if !key.isEmpty { html += "<p class=key>\(key.joined(separator: " "))\n" }
    html += "<table class=numbers><thead><tr>"
    html += head.map(AuditMarkup.columnHead).joined()
    return html + "\n<tbody>\n\(rows.joined())</table></div>\n"
  }
}
