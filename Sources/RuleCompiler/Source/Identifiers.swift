/// Names that expressions may use: the identifiers of CEL.
enum Identifiers {
  /// Words that CEL keeps for itself (language definition, “Syntax”): literals, operators, and
  /// words of host languages.
  private static let reserved: Set<String> = [
    "false", "in", "null", "true", "as", "break", "const", "continue", "else", "for", "function",
    "if", "import", "let", "loop", "package", "namespace", "return", "var", "void", "while",
  ]

  static func isReserved(_ text: String) -> Bool { reserved.contains(text) }

  /// True for Latin letters, digits and `_`, the first no digit.
  static func isIdentifier(_ text: String) -> Bool {
    var isFirst = true
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "_"):
        break
      case UInt8(ascii: "0")...UInt8(ascii: "9") where !isFirst: break
      default: return false
      }
      isFirst = false
    }
    return !isFirst
  }
}
