/// Prints a diagnostic with the line it is about and carets under the range.
///
/// ```
/// case.yaml:3:5: error[unknown-field]: a case record has no field `servd_on`
///   3 |     servd_on: 2024-09-30
///     |     ^^^^^^^^
/// help: Did you mean `served_on`?
/// ```
/// Carets are padded by display width: 汉字 and full-width punctuation take two columns, combining
/// marks none, and a tab reaches to the next multiple of four. Scalars that would move the cursor
/// or reorder the line are printed as U+FFFD, so that a file cannot write to the terminal.
package struct ExcerptPrinter: Sendable {
  package var language: Language
  /// Whether to colour with ANSI sequences.
  package var colour: Bool
  /// How many columns of a source line are shown; a longer line is cut around the range.
  package var columns: Int

  package init(language: Language = .zh, colour: Bool = false, columns: Int = 100) {
    self.language = language
    self.colour = colour
    self.columns = max(columns, 20)
  }

  /// Returns the whole message, without a line break at its end.
  package func text(of diagnostic: Diagnostic, in file: SourceFile) -> String {
    let position = file.position(at: diagnostic.range.start)
    let severity = diagnostic.severity
    let place = "\(file.path):\(position.line):\(position.column)"
    return [
      heading(of: diagnostic, at: place),
      excerpt(of: diagnostic.range, in: file, severity: severity),
    ].joined(separator: "\n") + help(of: diagnostic)
  }

  /// Returns the message of a diagnostic whose file cannot be shown, or that is about a file or
  /// folder as a whole: `place` and what is wrong, without a line of source.
  package func text(of diagnostic: Diagnostic, at place: String) -> String {
    heading(of: diagnostic, at: place) + help(of: diagnostic)
  }

  /// The first line of a message: where, what kind, and what is wrong.
  package func heading(of diagnostic: Diagnostic, at place: String) -> String {
    let severity = diagnostic.severity
    return painted("\(Self.safe(place)): ", .bold)
      + painted(
        "\(Self.label(of: severity)[language])[\(diagnostic.code)]", Self.paint(of: severity))
      + painted(": \(Self.safe(diagnostic.message[language]))", .bold)
  }

  /// The help of a diagnostic with the line break before it; empty where it has none.
  package func help(of diagnostic: Diagnostic) -> String {
    guard let help = diagnostic.help else { return "" }
    return "\n" + painted(Self.help[language], .cyan) + ": " + Self.safe(help[language])
  }

  /// Returns only the gutter, the line that the range starts on and the carets: two lines of text,
  /// without a line break at the end.
  ///
  /// A range over several lines is marked up to the end of its first. An empty range, and one at a
  /// line break or past the end of the file, has one caret.
  ///
  /// - Parameter firstLine: What the first line of `file` is called: other than 1 where it is a
  ///   part of a longer file, such as one line of NDJSON.
  package func excerpt(
    of range: ByteRange, in file: SourceFile, severity: Diagnostic.Severity = .error,
    firstLine: Int = 1
  ) -> String {
    let line = file.lines.line(at: Int(range.start))
    let content = file.lines.content(ofLine: line, in: file.bytes)
    let shown = ShownLine(of: content, marked: range, in: file.bytes, columns: columns)
    let number = String(line + firstLine - 1)
    let blank = String(repeating: " ", count: number.utf8.count)
    let carets = String(repeating: "^", count: shown.markWidth)
    let source = shown.text.isEmpty ? "" : " " + shown.text
    return painted("  \(number) |", .blue) + source + "\n" + painted("  \(blank) |", .blue) + " "
      + String(repeating: " ", count: shown.markStart) + painted(carets, Self.paint(of: severity))
  }

  /// Returns a text in which nothing can write to the terminal. Line breaks become spaces.
  package static func safe(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: DisplayWidth.isUnprintable) else { return text }
    var safe = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isBreak = scalar == "\n" || scalar == "\t"
      safe.append(
        isBreak ? " " : DisplayWidth.isUnprintable(scalar) ? LenientUTF8.replacement : scalar)
    }
    return String(safe)
  }

  // MARK: Words and colours

  private static func label(of severity: Diagnostic.Severity) -> BilingualText {
    switch severity {
    case .error: BilingualText(zh: "错误", en: "error")
    case .warning: BilingualText(zh: "警告", en: "warning")
    case .info: BilingualText(zh: "留意", en: "info")
    }
  }

  private static let help = BilingualText(zh: "提示", en: "help")

  private enum Paint: String {
    case bold = "1"
    case red = "1;31"
    case yellow = "1;33"
    case blue = "34"
    case cyan = "36"
  }

  private static func paint(of severity: Diagnostic.Severity) -> Paint {
    switch severity {
    case .error: .red
    case .warning: .yellow
    case .info: .cyan
    }
  }

  private func painted(_ text: String, _ paint: Paint) -> String {
    colour ? "\u{1B}[\(paint.rawValue)m\(text)\u{1B}[0m" : text
  }
}
