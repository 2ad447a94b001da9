/// Text for a document in XML 1.0.
enum XMLText {
  /// A text that stands for itself in an element.
  static func element(_ text: String) -> String { escaped(text, isAttribute: false) }

  /// A text that stands for itself between the double quotes of an attribute; its line breaks and tabs
  /// would otherwise become blanks (§3.3.3).
  static func attribute(_ text: String) -> String { escaped(text, isAttribute: true) }

  /// What is no character of XML (§2.2) becomes U+FFFD.
  private static func escaped(_ text: String, isAttribute: Bool) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"" where isAttribute: result += "&quot;"
      case "\n" where isAttribute: result += "&#10;"
      case "\t" where isAttribute: result += "&#9;"
      case "\r": result += "&#13;"
      case "\n", "\t": result.unicodeScalars.append(scalar)
      case "\u{0}"..<" ", "\u{7F}", "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
