/// The formats of `check`, by the names of the command line.
package enum ReviewFormat: String, Hashable, Sendable, CaseIterable {
  case text, json, ndjson, sarif, junit, github, gitlab, csv, summary

  /// True where figures without cases have a form in it.
  package var tellsStatistics: Bool {
    switch self {
    case .text, .json, .ndjson, .csv, .summary: true
    case .sarif, .junit, .github, .gitlab: false
    }
  }

  package func printer(
    _ settings: ReviewSettings, sink: @escaping (String) -> Void
  ) -> any ReviewPrinter {
    switch self {
    case .text: ReviewTextPrinter(settings, sink: sink)
    case .json: ReviewJSONPrinter(layout: .document, sink: sink)
    case .ndjson: ReviewJSONPrinter(layout: .lines, sink: sink)
    case .sarif: ReviewSARIFPrinter(settings, sink: sink)
    case .junit: ReviewJUnitPrinter(settings, sink: sink)
    case .github: ReviewGitHubPrinter(settings, sink: sink)
    case .gitlab: ReviewGitLabPrinter(settings, sink: sink)
    case .csv: ReviewCSVPrinter(settings, sink: sink)
    case .summary: ReviewSummaryPrinter(sink: sink)
    }
  }
}
