internal import Findings
internal import SourceText

/// Prints a review as the annotations that a workflow of GitHub shows beside the lines of a change.
package struct ReviewGitHubPrinter: ReviewPrinter {
  private let settings: ReviewSettings
  private let sink: (String) -> Void
  private var titles: [String: BilingualText] = [:]

  package init(_ settings: ReviewSettings, sink: @escaping (String) -> Void) {
    self.settings = settings
    self.sink = sink
  }

  private var language: Language { settings.language }

  package mutating func begin(_ head: ReviewHead) {
    titles = Dictionary(head.rules.map { ($0.id, $0.title) }) { first, _ in first }
    print(head.diagnostics)
  }

  package mutating func add(_ told: ToldCase) {
    print(told.review.diagnostics)
    for finding in told.review.results.lazy.flatMap(\.findings) {
      sink(annotation(finding, of: told.review).line)
    }
  }

  package mutating func end(_ tail: ReviewTail) {
    for findings in tail.resolved ?? [] {
      let annotation = GitHubAnnotation(
        level: .notice,
        properties: [("title", ReportWords.resolvedWord[language])],
        message: ReportWords.line(of: findings, title: titles[findings.key.rule], language))
      sink(annotation.line)
    }
    print(tail.lateDiagnostics)
  }

  private func print(_ diagnostics: [LocatedDiagnostic]) {
    GitHubPrinter(language: language, sink: sink).print(diagnostics)
  }

  private func annotation(_ finding: Finding, of review: CaseReview) -> GitHubAnnotation {
    var message = finding.standing(in: language)
    if let number = review.caseNumber { message += number + ReportWords.colon[language] }
    message += finding.message[language]
    for cite in finding.cites {
      message += "\n" + ReportWords.basis[language] + ReportWords.colon[language]
      message += ReportWords.citation(cite, language)
    }
    if let remedy = finding.remedy {
      message += "\n" + ReportWords.remedy[language] + ReportWords.colon[language]
      message += remedy[language]
    }
    return GitHubAnnotation(
      level: level(of: finding),
      properties: GitHubAnnotation.properties(
        file: finding.target?.place?.file ?? review.file, place: finding.target?.place,
        title: "\(finding.title[language]) \(finding.name)"),
      message: message)
  }

  private func level(of finding: Finding) -> GitHubAnnotation.Level {
    switch FindingLevel(finding, unknown: settings.unknown) {
    case .error: .error
    case .warning: .warning
    case .note: .notice
    }
  }
}
