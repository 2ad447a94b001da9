internal import SourceText

extension Lexer {
  /// Reads an operator or a punctuation mark of ASCII.
  mutating func readSymbol() { readOperator() }

  /// Reads something that begins outside ASCII: a full-width mark, a curly quote, a name.
  mutating func readForeign() {
    guard let (scalar, width) = scalar(at: position) else {
      // Unreachable for a Swift string, which is valid UTF-8.
      position += 1
      return
    }
    if let quote = Foreign.quote(for: scalar) {
      readCurlyString(opener: position, contentStart: position + width, quote: quote)
    } else if Foreign.ascii(for: scalar) != nil {
      readOperator()
    } else if scalar.properties.isWhitespace || Foreign.isInvisible(scalar) {
      diagnostics.append(.foreignSpace(scalar, at: ByteRange(position, position + width)))
      position += width
    } else if let (kind, meant) = Foreign.operators[scalar] {
      let range = ByteRange(position, position + width)
      diagnostics.append(.wrongOperator(String(scalar), meant: meant, at: range))
      add(kind, from: position, to: position + width)
    } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
      readForeignName(from: position)
    } else {
      addUnknown(from: position, to: position + width)
    }
  }

  /// Reads a run of letters and digits that are not all ASCII as one name that cannot be.
  mutating func readForeignName(from start: Int) {
    var end = start
    while end < bytes.count {
      if bytes[end] < 0x80 {
        guard bytes[end].isIdentifierByte else { break }
        end += 1
        continue
      }
      guard let (scalar, width) = scalar(at: end), Foreign.ascii(for: scalar) == nil,
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      else { break }
      end += width
    }
    let found = text(start, end)
    diagnostics.append(.foreignName(found, at: ByteRange(start, end)))
    add(.unreadable, from: start, to: end)
  }

  /// Decodes the code point at an offset.
  func scalar(at offset: Int) -> (scalar: Unicode.Scalar, width: Int)? {
    guard offset < bytes.count else { return nil }
    var decoder = UTF8()
    var iterator = bytes[offset..<min(bytes.count, offset + 4)].makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return nil }
    return (scalar, UTF8.width(scalar))
  }

  /// The ASCII character at an offset, or the one that a full-width mark stands for.
  private func mark(at offset: Int) -> (ascii: UInt8, width: Int) {
    let byte = self.byte(at: offset)
    if byte < 0x80 { return (byte, 1) }
    guard let (scalar, width) = scalar(at: offset), let ascii = Foreign.ascii(for: scalar) else {
      return (0, 1)
    }
    return (ascii, width)
  }

  private mutating func readOperator() {
    let start = position
    let (first, firstWidth) = mark(at: start)
    let (second, secondWidth) = mark(at: start + firstWidth)
    let afterTwo = start + firstWidth + secondWidth
    let (third, thirdWidth) = mark(at: afterTwo)

    if let wrong = Self.wrong(first, second, third) {
      let end =
        switch wrong.length {
        case 1: start + firstWidth
        case 2: afterTwo
        default: afterTwo + thirdWidth
        }
      diagnostics.append(
        .wrongOperator(text(start, end), meant: wrong.kind.spelling, at: ByteRange(start, end)))
      add(wrong.kind, from: start, to: end)
    } else if let kind = Self.double(first, second) {
      addOperator(kind, from: start, to: afterTwo, length: 2)
    } else if let kind = Self.single(first) {
      addOperator(kind, from: start, to: start + firstWidth, length: 1)
    } else {
      addUnknown(from: start, to: start + firstWidth)
    }
  }

  /// Adds an operator; one with a full-width character in it is longer than it should be.
  private mutating func addOperator(_ kind: Token.Kind, from start: Int, to end: Int, length: Int) {
    if end - start > length {
      diagnostics.append(
        .fullWidth(text(start, end), meant: kind.spelling, at: ByteRange(start, end)))
    }
    add(kind, from: start, to: end)
  }

  private mutating func addUnknown(from start: Int, to end: Int) {
    diagnostics.append(.unknownCharacter(text(start, end), at: ByteRange(start, end)))
    add(.unknownSymbol, from: start, to: end)
  }

  private static func single(_ mark: UInt8) -> Token.Kind? {
    switch mark {
    case UInt8(ascii: "."): .dot
    case UInt8(ascii: ","): .comma
    case UInt8(ascii: ":"): .colon
    case UInt8(ascii: "?"): .question
    case UInt8(ascii: "("): .openParenthesis
    case UInt8(ascii: ")"): .closeParenthesis
    case UInt8(ascii: "["): .openBracket
    case UInt8(ascii: "]"): .closeBracket
    case UInt8(ascii: "{"): .openBrace
    case UInt8(ascii: "}"): .closeBrace
    case UInt8(ascii: "+"): .plus
    case UInt8(ascii: "-"): .minus
    case UInt8(ascii: "*"): .star
    case UInt8(ascii: "/"): .slash
    case UInt8(ascii: "%"): .percent
    case UInt8(ascii: "!"): .bang
    case UInt8(ascii: "<"): .less
    case UInt8(ascii: ">"): .greater
    default: nil
    }
  }

  private static func double(_ first: UInt8, _ second: UInt8) -> Token.Kind? {
    switch (first, second) {
    case (UInt8(ascii: "="), UInt8(ascii: "=")): .equal
    case (UInt8(ascii: "!"), UInt8(ascii: "=")): .notEqual
    case (UInt8(ascii: "<"), UInt8(ascii: "=")): .lessEqual
    case (UInt8(ascii: ">"), UInt8(ascii: "=")): .greaterEqual
    case (UInt8(ascii: "&"), UInt8(ascii: "&")): .and
    case (UInt8(ascii: "|"), UInt8(ascii: "|")): .or
    default: nil
    }
  }

  /// Operators of other languages, and what was meant.
  private static func wrong(
    _ first: UInt8, _ second: UInt8, _ third: UInt8
  ) -> (kind: Token.Kind, length: Int)? {
    let equals = UInt8(ascii: "=")
    switch first {
    case equals:
      if second == equals { return third == equals ? (.equal, 3) : nil }
      if second == UInt8(ascii: ">") { return (.greaterEqual, 2) }
      if second == UInt8(ascii: "<") { return (.lessEqual, 2) }
      return (.equal, 1)
    case UInt8(ascii: "!"):
      return second == equals && third == equals ? (.notEqual, 3) : nil
    case UInt8(ascii: "<"): return second == UInt8(ascii: ">") ? (.notEqual, 2) : nil
    case UInt8(ascii: "&"): return second == UInt8(ascii: "&") ? nil : (.and, 1)
    case UInt8(ascii: "|"): return second == UInt8(ascii: "|") ? nil : (.or, 1)
    default: return nil
    }
  }
}

/// Characters that a Chinese input method writes where the language wants ASCII.
enum Foreign {
  /// The ASCII mark that a full-width one stands for: U+FF01 to U+FF5E without letters and digits,
  /// and the Chinese comma, stop and brackets.
  static func ascii(for scalar: Unicode.Scalar) -> UInt8? {
    switch scalar.value {
    case 0xFF01...0xFF5E:
      let ascii = UInt8(scalar.value - 0xFF00 + 0x20)
      return ascii.isIdentifierByte && ascii != UInt8(ascii: "_") ? nil : ascii
    case 0x3001: return UInt8(ascii: ",")
    case 0x3002: return UInt8(ascii: ".")
    case 0x3010, 0x3014: return UInt8(ascii: "[")
    case 0x3011, 0x3015: return UInt8(ascii: "]")
    case 0x2212, 0x2013, 0x2014: return UInt8(ascii: "-")
    case 0x00D7: return UInt8(ascii: "*")
    case 0x00F7: return UInt8(ascii: "/")
    default: return nil
    }
  }

  /// The ASCII quote that a curly, corner or full-width one stands for.
  static func quote(for scalar: Unicode.Scalar) -> UInt8? {
    switch scalar.value {
    case 0x201C...0x201F, 0xFF02, 0x300C...0x300F: UInt8(ascii: "\"")
    case 0x2018...0x201B, 0xFF07: UInt8(ascii: "'")
    default: nil
    }
  }

  /// Signs of mathematics, and the operator that says the same.
  static let operators: [Unicode.Scalar: (kind: Token.Kind, spelling: String)] = [
    "≤": (.lessEqual, "<="), "≥": (.greaterEqual, ">="), "≠": (.notEqual, "!="),
    "≦": (.lessEqual, "<="), "≧": (.greaterEqual, ">="), "∈": (.in, "in"),
    "∧": (.and, "&&"), "∨": (.or, "||"), "¬": (.bang, "!"),
  ]

  /// Characters without width: marks of byte order, joiners.
  static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200B...0x200F, 0x2060, 0xFEFF: true
    default: false
    }
  }
}
