package import Findings
package import SourceText

/// Tells why a rule says of a record what it says: the text of the law and why that one, the
/// parameters, each expression with its value, and the days counted one by one.
package struct ExplanationPrinter {
  package static let format = "pingcha.explanation"
  package static let version = 1

  private let sink: (String) -> Void

  package init(sink: @escaping (String) -> Void) { self.sink = sink }

  package func printText(_ explanation: Explanation, language: Language, colour: Bool) {
    var story = ExplanationPage(page: TextPage(language: language, colour: colour))
    story.write(explanation)
    sink(story.page.take())
  }

  package func printJSON(_ explanation: Explanation) {
    var writer = JSONWriter()
    writer.object {
      $0.header(format: Self.format, version: Self.version)
      $0.explanation(explanation)
    }
    writer.endDocument()
    sink(writer.take())
  }
}
