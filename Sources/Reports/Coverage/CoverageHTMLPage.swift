package import Findings
package import SourceText

/// A page, complete in one file, that shows the text of every rule with its conditions coloured by
/// what is shown of them.
///
/// Colour is not all: what a condition lacks stands behind it, and a title on it says what shows it.
package struct CoverageHTMLPage {
  let sources: ReviewTextPrinter.Sources
  let language: Language
  private let sink: (String) -> Void

  /// - Parameter sources: The text of a rule file by the path of its places.
  package init(
    sources: @escaping ReviewTextPrinter.Sources, language: Language,
    sink: @escaping (String) -> Void
  ) {
    self.sources = sources
    self.language = language
    self.sink = sink
  }

  package func print(_ report: CoverageReport) {
    sink(head(of: report))
    for group in report.groups { sink(section(of: group)) }
    sink("</main>\n</body>\n</html>\n")
  }

  func word(_ text: BilingualText) -> String { HTMLText.escaped(text[language]) }

  // MARK: Beginning

  private func head(of report: CoverageReport) -> String {
    let title = word(CoverageWords.pageTitle)
    var html = """
      <!DOCTYPE html>
      <html lang="\(language == .zh ? "zh-CN" : "en")">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(title)</title>
      <style>
      \(Self.style)
      </style>
      </head>
      <body>
      <header>
      <h1>\(title)</h1>
      <p>\(word(CoverageWords.ran(examples: report.examples, cases: report.cases)))</p>

      """
    if report.failedExamples > 0 {
      html += "<p class=\"bad\">\(word(CoverageWords.failed(report.failedExamples)))</p>\n"
    }
    html += "<p>" + legend + "</p>\n</header>\n<main>\n<table>\n"
    let heads = [
      CoverageWords.rules, CoverageWords.shown, CoverageWords.outcomes,
      CoverageWords.conditions, CoverageWords.gap,
    ]
    html +=
      "<thead><tr>" + heads.map { "<th>\(word($0))</th>" }.joined() + "</tr></thead>\n<tbody>\n"
    for group in report.groups { html += row(of: group) }
    html += total(of: report) + "</tbody>\n</table>\n"
    return html
  }

  private var legend: String {
    let marks: [(String, BilingualText)] = [
      ("full", CoverageWords.bothSides), ("half", CoverageWords.oneSide),
      ("none", CoverageWords.noSide), ("excused", CoverageWords.excused),
    ]
    return marks.map { "<span class=\"c \($0.0)\">\(word($0.1))</span>" }.joined(separator: " ")
      + " " + word(CoverageWords.legend)
  }

  private func row(of group: CoverageGroup) -> String {
    let name = HTMLText.escaped(group.fullName)
    return cells(
      "<a href=\"#\(name)\">\(name)</a> <small>\(word(group.title))</small>", group.tally,
      group.outcomes)
  }

  private func total(of report: CoverageReport) -> String {
    cells(
      "<strong>\(word(CoverageWords.total))</strong>", report.tally,
      report.groups.flatMap(\.outcomes))
  }

  private func cells(
    _ name: String, _ tally: CoverageTally, _ outcomes: [OutcomeCoverage]
  ) -> String {
    let shown = outcomes.count { $0.state != .missing }
    return "<tr\(tally.missing == 0 ? " class=\"whole\"" : "")><td>\(name)</td>"
      + "<td>\(bar(tally))</td>"
      + "<td>\(outcomes.isEmpty ? "" : "\(shown)/\(outcomes.count)")</td>"
      + "<td>\(tally.coveredConditions)/\(tally.conditions)</td>"
      + "<td>\(tally.missing == 0 ? "" : "\(tally.missing)")</td></tr>\n"
  }

  func bar(_ tally: CoverageTally) -> String {
    "<span class=\"bar\"><span style=\"width:\(tally.percentText)%\"></span></span>"
      + " \(tally.percentText)%"
  }

  private static let style = """
    :root { color-scheme: light dark; --line: #8886; --full: #2a7d2a; --half: #a66a00; --none: #b3261e; --excused: #2b6cb0; }
    body { font: 15px/1.5 system-ui, "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; margin: 1.5rem auto; max-width: 75rem; padding: 0 1rem; }
    table { border-collapse: collapse; width: 100%; }
    th, td { border-bottom: 1px solid var(--line); padding: .15rem .5rem; text-align: left; vertical-align: top; }
    td:nth-child(n+2) { white-space: nowrap; }
    tr.whole { opacity: .7; }
    small { opacity: .75; }
    .bar { display: inline-block; width: 5rem; height: .6rem; background: var(--line); }
    .bar span { display: block; height: 100%; background: var(--full); }
    pre { overflow-x: auto; border: 1px solid var(--line); padding: .5rem; font: 13px/1.6 ui-monospace, "Noto Sans Mono CJK SC", monospace; }
    pre b { font-weight: normal; opacity: .5; user-select: none; }
    .c { border-bottom: 2px solid; border-radius: 2px; }
    .full { color: var(--full); }
    .half { color: var(--half); border-bottom-style: dashed; }
    .none, .bad { color: var(--none); }
    .none { border-bottom-style: double; border-bottom-width: 3px; }
    .excused { color: var(--excused); border-bottom-style: dotted; }
    sup { font-size: 70%; line-height: 0; color: var(--none); }
    .chips span { border: 1px solid; border-radius: .6rem; padding: 0 .5rem; margin-right: .3rem; white-space: nowrap; }
    section { margin-top: 2rem; }
    h2 { font-size: 1.05rem; margin-bottom: .2rem; }
    li { margin-bottom: .4rem; }
    code { font-family: ui-monospace, "Noto Sans Mono CJK SC", monospace; }
    """
}
