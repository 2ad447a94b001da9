package import Findings
package import SourceText

/// Prints diagnostics as a log of SARIF 2.1.0, which code hosts and editors read.
package struct SARIFPrinter {
  private let version: String?
  private let rules: [DiagnosticPage]
  private let language: Language
  private let sources: ReviewTextPrinter.Sources
  private let sink: (String) -> Void

  /// - Parameters:
  ///   - version: That of the program; `nil` leaves it out.
  ///   - rules: The codes that have a page. A diagnostic may have a code without one.
  package init(
    version: String?, rules: [DiagnosticPage], language: Language,
    sources: @escaping ReviewTextPrinter.Sources = { _ in nil }, sink: @escaping (String) -> Void
  ) {
    self.version = version
    self.rules = rules
    self.language = language
    self.sources = sources
    self.sink = sink
  }

  package func print(_ diagnostics: [LocatedDiagnostic]) {
    // Only codes that were found: a log of a clean run is short.
    let found = Set(diagnostics.map(\.diagnostic.code))
    var log = SARIFLog()
    log.begin(
      version: version,
      rules: rules.filter { found.contains($0.code) }.map { page in
        SARIFRule(
          id: page.code, short: page.summary[language], full: page.explanation[language],
          level: SARIFLevel(page.severity))
      })
    for located in diagnostics { log.add(result(located)) }
    log.end()
    sink(log.take())
  }

  private func result(_ located: LocatedDiagnostic) -> SARIFResult {
    SARIFResult(
      rule: located.diagnostic.code, message: located.diagnostic.text(in: language),
      level: SARIFLevel(located.diagnostic.severity),
      locations: located.sarifLocation(in: sources(located.file)).map { [$0] } ?? [])
  }
}

extension Diagnostic {
  /// The message, and what to try on a line of its own.
  func text(in language: Language) -> String {
    [message, help].compactMap { $0?[language] }.joined(separator: "\n")
  }
}

extension LocatedDiagnostic {
  /// `nil` for what is about no file.
  ///
  /// - Parameter text: What the ranges of the place are offsets in.
  func sarifLocation(in text: SourceFile?) -> SARIFLocation? {
    guard !file.isEmpty else { return nil }
    return SARIFLocation(file: file, region: place.map { SARIFRegion($0, in: text) })
  }
}
