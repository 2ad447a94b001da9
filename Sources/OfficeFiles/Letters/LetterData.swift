internal import Findings
internal import Mustache

/// The data of a letter as the template engine takes it.
enum LetterData {
  /// What there is not: it prints nothing and shows no section, and keeps the engine from looking
  /// for the name further out.
  private struct Nothing: MustacheCustomRenderable {
    let renderText = ""
    let isNull = true
  }

  static func mustache(_ data: PlainData) -> Any {
    switch data {
    case .null: Nothing()
    case .bool(let flag): flag
    case .number(let digits): digits
    case .text(let text): printable(text)
    case .list(let elements): elements.map(mustache)
    case .object(let members):
      Dictionary(members.map { ($0.key, mustache($0.value)) }) { first, _ in first }
    }
  }

  /// A text without the characters that XML 1.0 (section 2.2) does not allow; a line break is a
  /// blank, since a paragraph of a template is one.
  private static func printable(_ text: String) -> String {
    var shown = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D: shown.unicodeScalars.append(" ")
      case 0x20...0xFFFD where scalar.value < 0xD800 || scalar.value >= 0xE000,
        0x10000...0x10FFFF:
        shown.unicodeScalars.append(scalar)
      default: break
      }
    }
    return shown
  }
}
