internal import CEL

/// Names that expressions may use: the identifiers of CEL.
enum Identifiers {
  /// True for a word that looks like a name but is none to CEL: a literal, an operator, or one of
  /// the words that CEL keeps for host languages.
  static func isReserved(_ text: String) -> Bool {
    guard isIdentifier(text) else { return false }
    let parsed = parse(text)
    if case .identifier = parsed.tree[parsed.tree.root].kind { return !parsed.isValid }
    return true
  }

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
