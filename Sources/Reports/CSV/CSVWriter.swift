/// Writes a table as comma-separated values (RFC 4180): lines end with CR LF, and what needs quotes has
/// them. The byte order mark at its beginning lets spreadsheets read it as UTF-8.
struct CSVWriter {
  private var text = "\u{FEFF}"

  /// Takes what has been written since the last time, for a sink.
  mutating func take() -> String {
    defer { text = "" }
    return text
  }

  mutating func row(_ cells: [String]) {
    for (place, cell) in cells.enumerated() {
      if place > 0 { text += "," }
      text += Self.quoted(Self.harmless(cell))
    }
    text += "\r\n"
  }

  /// A text that a spreadsheet would take for a formula gets an apostrophe before it, which makes it
  /// text (OWASP, “CSV Injection”).
  private static func harmless(_ cell: String) -> String {
    switch cell.utf8.first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D:
      "'" + cell
    default: cell
    }
  }

  private static func quoted(_ cell: String) -> String {
    let needsQuotes = cell.utf8.contains { byte in
      byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D
    }
    guard needsQuotes else { return cell }
    var result = "\""
    for scalar in cell.unicodeScalars {
      if scalar == "\"" { result += "\"\"" } else { result.unicodeScalars.append(scalar) }
    }
    return result + "\""
  }
}
