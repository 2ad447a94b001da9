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
    var properties = [(name: "file", value: located.file)]
    if let place = located.place {
      properties += [("line", "\(place.line)"), ("endLine", "\(place.endLine)")]
      // Columns are understood only within one line.
      if place.line == place.endLine {
        properties += [("col", "\(place.column)"), ("endColumn", "\(place.endColumn)")]
      }
    }
    properties.append(("title", diagnostic.code))
    let text = [diagnostic.message, diagnostic.help].compactMap { $0?[language] }
    return GitHubAnnotation(
      level: Self.level(diagnostic.severity), properties: properties,
      message: text.joined(separator: "\n"))
  }

  private static func level(_ severity: Diagnostic.Severity) -> GitHubAnnotation.Level {
    switch severity {
    case .error: .error
    case .warning: .warning
    case .info: .notice
    }
  }
}
