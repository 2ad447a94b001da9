package import Findings
package import SourceText

/// Prints diagnostics as a log of SARIF 2.1.0, which code hosts and editors read.
///
/// Columns count Unicode code points from 1, an end is just past the last one (SARIF 2.1.0 §3.14.17,
/// §3.30). A place that cannot be looked up in its file keeps its line alone.
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
    var writer = JSONWriter()
    writer.object {
      $0.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
      $0.member("version", "2.1.0")
      $0.key("runs")
      $0.array([diagnostics]) { writer, diagnostics in
        writer.object { run(&$0, diagnostics) }
      }
    }
    writer.endDocument()
    sink(writer.take())
  }

  private func run(_ writer: inout JSONWriter, _ diagnostics: [LocatedDiagnostic]) {
    // Only codes that were found: a log of a clean run is short.
    let found = Set(diagnostics.map(\.diagnostic.code))
    let told = rules.filter { found.contains($0.code) }
    let numbers = Dictionary(
      told.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
    writer.member("tool") {
      $0.member("driver") { driver in
        driver.member("name", "pingcha")
        if let version { driver.member("version", version) }
        driver.member("rules", told) { writer, rule in
          writer.member("id", rule.code)
          writer.member("shortDescription") { $0.member("text", rule.summary[language]) }
          writer.member("fullDescription") { $0.member("text", rule.explanation[language]) }
          writer.member("defaultConfiguration") {
            $0.member("level", Self.level(rule.severity))
          }
        }
      }
    }
    writer.member("columnKind", "unicodeCodePoints")
    writer.member("results", diagnostics) { writer, located in
      let diagnostic = located.diagnostic
      writer.member("ruleId", diagnostic.code)
      if let number = numbers[diagnostic.code] { writer.member("ruleIndex", number) }
      writer.member("level", Self.level(diagnostic.severity))
      let texts = [diagnostic.message, diagnostic.help].compactMap { $0?[language] }
      writer.member("message") { $0.member("text", texts.joined(separator: "\n")) }
      writer.key("locations")
      writer.array(located.file.isEmpty ? [] : [located]) { writer, located in
        writer.object { location(&$0, located) }
      }
    }
  }

  private func location(_ writer: inout JSONWriter, _ located: LocatedDiagnostic) {
    writer.member("physicalLocation") {
      $0.member("artifactLocation") { $0.member("uri", Self.uri(located.file)) }
      guard let place = located.place else { return }
      $0.member("region") { region in
        region.member("startLine", place.line)
        guard let file = sources(located.file) else { return }
        region.member("startColumn", Self.column(of: place.range.start, in: file))
        region.member("endLine", place.endLine)
        region.member("endColumn", Self.column(of: place.range.end, in: file))
      }
    }
  }

  /// The code points before an offset on its line, and one more.
  private static func column(of offset: UInt32, in file: SourceFile) -> Int {
    let line = file.lines.line(at: Int(offset))
    let content = file.lines.content(ofLine: line, in: file.bytes)
    let end = min(max(Int(offset), content.lowerBound), content.upperBound)
    // Every code point has one byte that is no continuation.
    return file.bytes[content.lowerBound..<end].count { $0 & 0xC0 != 0x80 } + 1
  }

  private static func level(_ severity: Diagnostic.Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .info: "note"
    }
  }

  /// A path as a reference: what a URI does not hold as it is becomes `%XX` (RFC 3986 §2).
  private static func uri(_ path: String) -> String {
    var result = ""
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
      }
    }
    return result
  }
}
