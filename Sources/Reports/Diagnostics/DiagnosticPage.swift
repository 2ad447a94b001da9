package import SourceText

/// What is told of a code as such, whatever it was found in.
package struct DiagnosticPage: Sendable {
  package var code: String
  /// A word for what it is about.
  package var topic: String
  package var severity: Diagnostic.Severity
  /// True where what is found can be put right by the program.
  package var hasFix: Bool
  package var summary: BilingualText
  package var explanation: BilingualText
  /// What is told of, and the same put right, as YAML.
  package var breaking: String
  package var sound: String

  package init(
    code: String, topic: String, severity: Diagnostic.Severity, hasFix: Bool,
    summary: BilingualText, explanation: BilingualText, breaking: String, sound: String
  ) {
    self.code = code
    self.topic = topic
    self.severity = severity
    self.hasFix = hasFix
    self.summary = summary
    self.explanation = explanation
    self.breaking = breaking
    self.sound = sound
  }
}

/// Prints pages of codes as JSON.
package struct DiagnosticPagePrinter {
  package static let format = "pingcha.lint-checks"
  package static let version = 1

  private let sink: (String) -> Void

  package init(sink: @escaping (String) -> Void) { self.sink = sink }

  package func printJSON(_ pages: [DiagnosticPage]) {
    var writer = JSONWriter()
    writer.object {
      $0.header(format: Self.format, version: Self.version)
      $0.member("checks", pages) { writer, page in
        writer.member("code", page.code)
        writer.member("topic", page.topic)
        writer.member("severity", page.severity.rawValue)
        writer.member("fix", page.hasFix)
        writer.member("summary", page.summary)
        writer.member("explanation", page.explanation)
        writer.member("breaking", page.breaking)
        writer.member("sound", page.sound)
      }
    }
    writer.endDocument()
    sink(writer.take())
  }
}
