package import Findings
package import SourceText
internal import WorkCalendar

/// Prints rules one a line, as `rules list` does, or as JSON.
package struct RuleListPrinter {
  package static let format = "pingcha.rules"
  package static let version = 1

  private let sink: (String) -> Void

  package init(sink: @escaping (String) -> Void) { self.sink = sink }

  /// Prints a table in the order given, and how many rules there are.
  package func printText(_ rules: [RuleSummary], language: Language, colour: Bool) {
    var page = TextPage(language: language, colour: colour)
    var table = TextTable([.left, .left, .left, .left, .left, .left, .left])
    let headings = [
      ReportWords.id, ReportWords.family, ReportWords.severityHeading, ReportWords.kindHeading,
      ReportWords.inForce, ReportWords.article, ReportWords.titleHeading,
    ]
    table.add(headings.map { .init(page.word($0), .dim) })
    for rule in rules {
      let days = ReportWords.inForce(from: rule.inForceFrom, until: rule.inForceUntil)
      table.add([
        .init(rule.id, .bold),
        .init(rule.family),
        .init(
          page.word(ReportWords.severity(rule.severity)),
          ReviewTextPrinter.colour(of: rule.severity)),
        .init(page.word(ReportWords.kind(rule.kind))),
        .init(page.word(days)),
        .init(Self.articles(of: rule)),
        .init(rule.title[language]),
      ])
    }
    if !rules.isEmpty { page.table(table, indent: 0) }
    page.line(page.word(ReportWords.ruleCount(rules.count)))
    sink(page.take())
  }

  /// The first article, its instrument by id; how many more there are, if any.
  private static func articles(of rule: RuleSummary) -> String {
    guard let cite = rule.cites.first else { return "" }
    let more = rule.cites.count > 1 ? " +\(rule.cites.count - 1)" : ""
    return "\(cite.instrument) \(cite.article)" + more
  }

  package func printJSON(_ rules: [RuleSummary]) {
    var writer = JSONWriter()
    writer.object {
      $0.header(format: Self.format, version: Self.version)
      $0.rules(rules)
    }
    writer.endDocument()
    sink(writer.take())
  }
}
