package import Findings
package import SourceText

/// Prints diagnostics as the annotations that a workflow of GitHub shows beside the lines of a change.
///
/// Source: “Workflow commands”, `::warning file=…,line=…,endLine=…,col=…,endColumn=…,title=…::…`.
package struct GitHubPrinter {
  private let language: Language
  private let sink: (String) -> Void

  package init(language: Language, sink: @escaping (String) -> Void) {
    self.language = language
    self.sink = sink
  }

  /// Prints one line a diagnostic; nothing where there are none.
  package func print(_ diagnostics: [LocatedDiagnostic]) {
    for located in diagnostics { sink(line(located) + "\n") }
  }

  private func line(_ located: LocatedDiagnostic) -> String {
    let diagnostic = located.diagnostic
    var properties = [("file", located.file)]
    if let place = located.place {
      properties += [("line", "\(place.line)"), ("endLine", "\(place.endLine)")]
      // Columns are understood only within one line.
      if place.line == place.endLine {
        properties += [("col", "\(place.column)"), ("endColumn", "\(place.endColumn)")]
      }
    }
    properties.append(("title", diagnostic.code))
    let shown = properties.map { "\($0.0)=\(Self.escaped($0.1, isProperty: true))" }
    let text = [diagnostic.message, diagnostic.help].compactMap { $0?[language] }
    return "::\(Self.command(diagnostic.severity)) \(shown.joined(separator: ","))::"
      + Self.escaped(text.joined(separator: "\n"), isProperty: false)
  }

  private static func command(_ severity: Diagnostic.Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .info: "notice"
    }
  }

  private static func escaped(_ text: String, isProperty: Bool) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      case ":" where isProperty: result += "%3A"
      case "," where isProperty: result += "%2C"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
