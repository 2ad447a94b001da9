internal import Findings
internal import SourceText

/// What a text report is written on: lines wrapped by display width, in one language, with or
/// without colour.
struct TextPage {
  let language: Language
  let ink: Ink
  let wrapper = LineWrapper()
  private let excerpts: ExcerptPrinter
  private var text = ""

  init(language: Language, colour: Bool) {
    self.language = language
    ink = Ink(isOn: colour)
    excerpts = ExcerptPrinter(language: language, colour: colour)
  }

  /// Takes what has been written since the last time, for a sink.
  mutating func take() -> String {
    defer { text = "" }
    return text
  }

  func word(_ text: BilingualText) -> String { text[language] }

  // MARK: Lines

  mutating func blank() { text += "\n" }

  /// Writes a line as it is, which the caller has made safe.
  mutating func line(_ line: String, indent: Int = 0) {
    text += String(repeating: " ", count: indent) + line + "\n"
  }

  /// Writes a paragraph behind a lead in colour, later lines under its text.
  ///
  /// - Parameter hanging: How far later lines are indented beyond the first; `nil` is as wide as
  ///   the lead.
  mutating func paragraph(
    _ paragraph: String, indent: Int, lead: String = "", colour: Ink.Colour? = nil,
    hanging: Int? = nil
  ) {
    let width = DisplayWidth.columns(of: lead)
    let painted = colour.map { ink.painted(lead, $0) } ?? lead
    let lines = wrapper.lines(
      paragraph, lead: String(repeating: " ", count: indent) + painted,
      leadWidth: indent + width, hanging: indent + (hanging ?? width))
    for line in lines { text += line + "\n" }
  }

  /// Writes a paragraph with a label before it: `依据：…`, `Law: …`.
  mutating func labelled(
    _ label: BilingualText, _ paragraph: String, indent: Int, colour: Ink.Colour = .cyan
  ) {
    self.paragraph(
      paragraph, indent: indent, lead: label[language] + ReportWords.colon[language],
      colour: colour)
  }

  mutating func table(_ table: TextTable, indent: Int) {
    for line in table.lines(indent: indent, ink: ink) { text += line + "\n" }
  }

  // MARK: Source

  /// Writes the line of a file with carets; nothing where the place is not in the file.
  mutating func excerpt(
    _ place: Place, in file: SourceFile?, indent: Int, severity: Diagnostic.Severity = .error
  ) {
    guard let file, let firstLine = Self.firstLine(of: file, by: place) else { return }
    let excerpt = excerpts.excerpt(
      of: place.range, in: file, severity: severity, firstLine: firstLine)
    for line in excerpt.split(separator: "\n") { self.line(String(line), indent: indent) }
  }

  /// Writes a diagnostic as a compiler would, with its line where the file is at hand.
  mutating func diagnostic(_ located: LocatedDiagnostic, in file: SourceFile?, indent: Int) {
    let diagnostic = located.diagnostic
    let place = located.place.map { "\($0.file):\($0.line):\($0.column)" } ?? located.file
    line(excerpts.heading(of: diagnostic, at: place), indent: indent)
    if let place = located.place {
      excerpt(place, in: file, indent: indent, severity: diagnostic.severity)
    }
    for part in excerpts.help(of: diagnostic).split(separator: "\n") {
      line(String(part), indent: indent)
    }
  }

  /// What the first line of `file` is called where `place` is one in it: 1 for a whole file, more
  /// for a line of a stream. `nil` where the two do not belong together.
  private static func firstLine(of file: SourceFile, by place: Place) -> Int? {
    guard Int(place.range.end) <= file.bytes.count else { return nil }
    let offset = place.line - file.position(at: place.range.start).line
    return offset >= 0 ? offset + 1 : nil
  }
}
