internal import Findings
internal import SourceText

/// The beginning of the page: figures, charts and groups.
struct HTMLAuditCover {
  let audit: Audit
  let groupings: [AuditGrouping]

  var html: String {
    let tally = AuditTally(audit.cases)
    let subtitle = AuditWords.subtitle(
      asOf: audit.provenance.asOf, cases: audit.cases.count, rules: audit.rules.count)
    var html = "<section id=overview aria-labelledby=overview-h>\n"
    html += "<h1 id=overview-h>\(AuditMarkup.both(AuditWords.title))</h1>\n"
    html += "<p class=subtitle>\(AuditMarkup.both(subtitle))\n"
    html += figures(tally)
    html += HTMLAuditCharts(audit: audit).html
    html += "</section>\n<section id=groups aria-labelledby=groups-h>\n"
    html += AuditPart.groups.heading
    // Offices are always compared, whatever else is asked for.
    for grouping in groupings.contains(.office) ? groupings : groupings + [.office] {
      html += groups(by: grouping)
    }
    html += openFacts + resolved
    return html + "</section>\n"
  }

  // MARK: Figures

  private func figures(_ tally: AuditTally) -> String {
    let read = tally.cases - tally.unreadable
    var figures: [(String, BilingualText, BilingualText?)] = [
      (
        "\(read)", AuditWords.cases,
        tally.unreadable == 0 ? nil : AuditWords.notRead(tally.unreadable)
      ),
      ("\(tally.violating)", AuditWords.violating, AuditWords.share(tally.violating, of: read)),
      ("\(tally.violated)", AuditWords.violations, AuditWords.bySeverity(tally)),
      ("\(tally.daysLate.count)", AuditWords.delays, tally.longestDelay.map(AuditWords.longest)),
      ("\(tally.count(.undetermined))", AuditWords.heading(.undetermined), nil),
      ("\(tally.count(.pending))", AuditWords.heading(.pending), nil),
      ("\(tally.count(.signal))", AuditWords.heading(.signal), nil),
    ]
    if tally.count(.error) > 0 {
      figures.append(("\(tally.count(.error))", AuditWords.heading(.error), nil))
    }
    if let resolved = audit.resolved {
      figures.append(
        ("\(resolved.reduce(0) { $0 + $1.count })", AuditWords.resolved, nil))
    }
    if tally.waived > 0 { figures.append(("\(tally.waived)", AuditWords.waivedCount, nil)) }
    let items = figures.map { number, label, note in
      "<div><dt>\(AuditMarkup.both(label))<dd><b>\(number)</b>"
        + (note.map { " <small>\(AuditMarkup.both($0))</small>" } ?? "") + "</div>\n"
    }
    return "<dl class=figures>\n\(items.joined())</dl>\n"
  }

  // MARK: Groups

  private func groups(by grouping: AuditGrouping) -> String {
    let groups = audit.groups(by: grouping)
    var html = "<h3>\(AuditMarkup.both(AuditWords.heading(grouping)))</h3>\n"
    if groups.isEmpty { return html + "<p>\(AuditMarkup.both(AuditWords.none))\n" }
    let hasScores = groups.contains { $0.average != nil }
    var head = [AuditWords.column(grouping), AuditWords.casesShort, AuditWords.violating]
    head.append(AuditWords.violationsPerCase)
    head += RuleSeverity.allCases.sorted(by: >).map(AuditWords.heading)
    head += [AuditWords.heading(.undetermined), AuditWords.longestDelay]
    if hasScores { head.append(AuditWords.averageScore) }
    // Per hundred cases, so that groups of different sizes compare.
    let rates = groups.map { 100 * $0.tally.violated / max(1, $0.tally.cases) }
    let longest = max(1, rates.max() ?? 1)
    html +=
      "<div class=table role=region tabindex=0 aria-label=\"\(label(grouping))\"><table class=numbers>\n"
    html += "<thead><tr>\(head.map(AuditMarkup.columnHead).joined())\n<tbody>\n"
    for group in groups { html += row(group, longest: longest, hasScores) }
    return html + "</table></div>\n"
  }

  /// A table that may be wider than the page can be scrolled by keys, and so needs a name.
  private func label(_ grouping: AuditGrouping) -> String {
    let words = AuditWords.heading(grouping)
    return HTMLText.escaped("\(words.zh) / \(words.en)")
  }

  private func row(_ group: AuditGroup, longest: Int, _ hasScores: Bool) -> String {
    let tally = group.tally
    let severities = RuleSeverity.allCases.sorted(by: >)
    var html = "<tr><th scope=row>\(AuditMarkup.both(group.label))"
    if let id = group.id { html += " <small>\(AuditMarkup.breakable(id))</small>" }
    html += "<td>\(tally.cases)<td>\(tally.violating)<td class=drawn>"
    // Thousandths of the longest bar, shared out by severity.
    let parts = severities.map {
      (name: $0.rawValue, value: 100_000 * tally.violations($0) / max(1, tally.cases))
    }
    html += AuditMarkup.bar(parts, of: longest * 1000 + 1000)
    html += AuditMarkup.perCase(tally.violated, tally.cases)
    for severity in severities { html += "<td>\(tally.violations(severity))" }
    html += "<td>\(tally.count(.undetermined))<td>\(tally.longestDelay.map(String.init) ?? "–")"
    if hasScores {
      html += "<td>\(group.average.map { AuditMarkup.both(ScoreWords.range($0)) } ?? "–")"
    }
    return html + "\n"
  }

  // MARK: What is not known

  private var openFacts: String {
    let facts = audit.openFacts
    if facts.isEmpty { return "" }
    let shown = facts.prefix(Self.factsShown)
    var html = "<h3>\(AuditMarkup.both(AuditWords.openFacts))</h3>\n"
    html += "<p>\(AuditMarkup.both(AuditWords.openFactsNote))\n<table class=numbers>\n<thead><tr>"
    for head in [AuditWords.fact, AuditWords.resultsOpen, AuditWords.casesShort] {
      html += "<th scope=col>\(AuditMarkup.both(head))"
    }
    html += "\n<tbody>\n"
    for fact in shown {
      html += "<tr><th scope=row>\(AuditMarkup.both(fact.label))"
      html += "<td>\(fact.findings)<td>\(fact.cases)\n"
    }
    html += "</table>\n"
    if facts.count > shown.count {
      html += "<p>\(AuditMarkup.both(AuditWords.moreFacts(facts.count - shown.count)))\n"
    }
    return html
  }

  // MARK: What is gone since the baseline

  private var resolved: String {
    guard let resolved = audit.resolved, !resolved.isEmpty else { return "" }
    var html = "<h3>\(AuditMarkup.both(AuditWords.resolved))</h3>\n<ul class=brief>\n"
    let titles = Dictionary(
      audit.rules.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
    for findings in resolved {
      let key = findings.key
      let title = titles[key.rule] ?? BilingualText(zh: key.rule, en: key.rule)
      html += "<li>\(HTMLText.escaped(key.caseName)) \(AuditMarkup.both(title))"
      html += " \(AuditMarkup.tag(key.outcome.rawValue, ReportWords.outcome(key.outcome)))"
      html += findings.count > 1 ? " × \(findings.count)\n" : "\n"
    }
    return html + "</ul>\n"
  }

  private static let factsShown = 20
}
