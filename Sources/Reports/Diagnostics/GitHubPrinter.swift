package import Findings
package import SourceText

/// Prints diagnostics as the annotations that a workflow of GitHub shows beside the lines of a change.
package struct GitHubPrinter {
  private let language: Language
  private let sink: (String) -> Void

  package init(language: Language, sink: @escaping (String) -> Void) {
    self.language = language
    self.sink = sink
  }

  /// Prints one line a diagnostic; nothing where there are none.
  package func print(_ diagnostics: [LocatedDiagnostic]) {
    for located in diagnostics { sink(annotation(located).line) }
  }

  private func annotation(_ located: LocatedDiagnostic) -> GitHubAnnotation {
    let diagnostic = located.diagnostic
    return GitHubAnnotation(
      level: Self.level(diagnostic.severity),
      properties: GitHubAnnotation.properties(
        file: located.file, place: located.place, title: diagnostic.code),
      message: diagnostic.text(in: language))
  }

  private static func level(_ severity: Diagnostic.Severity) -> GitHubAnnotation.Level {
    switch severity {
    case .error: .error
    case .warning: .warning
    case .info: .notice
    }
  }
}
