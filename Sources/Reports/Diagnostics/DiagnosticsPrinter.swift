package import Findings
package import SourceText

/// Prints what is wrong with files, as `rules lint` does: text with excerpts, or JSON.
package struct DiagnosticsPrinter {
  package static let format = "pingcha.diagnostics"
  package static let version = 1

  private let sources: ReviewTextPrinter.Sources
  private let sink: (String) -> Void

  /// - Parameter sources: The text of a file by its path; `nil` where it cannot be shown.
  package init(
    sources: @escaping ReviewTextPrinter.Sources = { _ in nil }, sink: @escaping (String) -> Void
  ) {
    self.sources = sources
    self.sink = sink
  }

  /// Prints each with its line, and how many there are; nothing where there are none.
  package func printText(_ diagnostics: [LocatedDiagnostic], language: Language, colour: Bool) {
    guard !diagnostics.isEmpty else { return }
    var page = TextPage(language: language, colour: colour)
    for located in diagnostics {
      page.diagnostic(located, in: sources(located.file), indent: 0)
      page.blank()
      sink(page.take())
    }
    var tally = ReviewTally(rules: [])
    tally.add(diagnostics)
    page.line(
      page.word(
        ReportWords.diagnostics(
          errors: tally.errors, warnings: tally.warnings, notes: tally.notes)))
    sink(page.take())
  }

  package func printJSON(_ diagnostics: [LocatedDiagnostic]) {
    var writer = JSONWriter()
    var tally = ReviewTally(rules: [])
    tally.add(diagnostics)
    writer.object {
      $0.header(format: Self.format, version: Self.version)
      $0.diagnostics(diagnostics)
      $0.member("summary") {
        $0.member("errors", tally.errors)
        $0.member("warnings", tally.warnings)
        $0.member("notes", tally.notes)
      }
    }
    writer.endDocument()
    sink(writer.take())
  }
}
