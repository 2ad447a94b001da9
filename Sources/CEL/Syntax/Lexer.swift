internal import SourceText

/// Cuts a source into tokens. What it cannot read it reports and replaces by a token that the
/// parser may go on with.
struct Lexer {
  let bytes: ContiguousArray<UInt8>
  var position = 0
  var tokens: ContiguousArray<Token> = []
  /// The values of the literal tokens; an int is its magnitude, since the sign is an operator.
  var literals: [Literal] = []
  var diagnostics: [Diagnostic] = []
  /// Whether a string ran to the end of its line: the brackets behind it were swallowed.
  var hasUnclosedString = false

  init(_ bytes: ContiguousArray<UInt8>) {
    self.bytes = bytes
    tokens.reserveCapacity(bytes.count / 3 + 2)
  }

  /// Reads the whole source; the last token is `.end`.
  mutating func run() {
    while position < bytes.count { next() }
    tokens.append(Token(kind: .end, start: bytes.count, end: bytes.count))
  }

  private mutating func next() {
    let byte = bytes[position]
    switch byte {
    case 0x20, 0x09, 0x0A, 0x0C, 0x0D: position += 1
    case UInt8(ascii: "/") where self.byte(at: position + 1) == UInt8(ascii: "/"): skipComment()
    case UInt8(ascii: "'"), UInt8(ascii: "\""): readString(prefixLength: 0)
    case UInt8(ascii: "`"): readQuotedField()
    case UInt8(ascii: ".") where self.byte(at: position + 1).isDigit: readNumber()
    default:
      if byte.isDigit {
        readNumber()
      } else if byte.isIdentifierStart {
        readWord()
      } else if byte < 0x80 {
        readSymbol()
      } else {
        readForeign()
      }
    }
  }

  /// The byte at an offset; 0, which is no part of any token, behind the end.
  func byte(at offset: Int) -> UInt8 { offset < bytes.count ? bytes[offset] : 0 }

  func text(_ start: Int, _ end: Int) -> String {
    String(decoding: bytes[start..<end], as: UTF8.self)
  }

  mutating func add(_ kind: Token.Kind, from start: Int, to end: Int) {
    tokens.append(Token(kind: kind, start: start, end: end))
    position = end
  }

  mutating func add(_ kind: Token.Kind, _ value: Literal, from start: Int, to end: Int) {
    tokens.append(Token(kind: kind, start: start, end: end, payload: literals.count))
    literals.append(value)
    position = end
  }

  private mutating func skipComment() {
    while position < bytes.count, bytes[position] != 0x0A, bytes[position] != 0x0D { position += 1 }
  }

  private mutating func readWord() {
    let start = position
    let end = identifierEnd(from: start)
    let quote = byte(at: end)
    if quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\""), isStringPrefix(start, end) {
      readString(prefixLength: end - start)
      return
    }
    if quote >= 0x80, let scalar = scalar(at: end)?.scalar, scalar.properties.isAlphabetic,
      Foreign.ascii(for: scalar) == nil
    {
      readForeignName(from: start)
      return
    }
    // No keyword is longer; longer words need no look-up.
    let kind = end - start <= 9 ? Keyword.kinds[text(start, end)] : nil
    add(kind ?? .identifier, from: start, to: end)
  }

  func identifierEnd(from start: Int) -> Int {
    var end = start
    while end < bytes.count, bytes[end].isIdentifierByte { end += 1 }
    return end
  }

  /// `r`, `b` or `br`, in either case.
  private func isStringPrefix(_ start: Int, _ end: Int) -> Bool {
    let first = bytes[start] | 0x20
    return switch end - start {
    case 1: first == UInt8(ascii: "r") || first == UInt8(ascii: "b")
    case 2: first == UInt8(ascii: "b") && bytes[start + 1] | 0x20 == UInt8(ascii: "r")
    default: false
    }
  }

  /// A field name in backticks: letters, digits and `_ . - /` and space (language definition).
  private mutating func readQuotedField() {
    let start = position
    var end = start + 1
    var isPlain = true
    while end < bytes.count, bytes[end] != UInt8(ascii: "`"), bytes[end] != 0x0A, bytes[end] != 0x0D
    {
      isPlain = isPlain && (bytes[end].isIdentifierByte || " .-/".utf8.contains(bytes[end]))
      end += 1
    }
    guard byte(at: end) == UInt8(ascii: "`") else {
      diagnostics.append(.unclosedQuote("`", at: ByteRange(start, start + 1)))
      hasUnclosedString = true
      add(.quotedField, .string(text(start + 1, end)), from: start, to: end)
      return
    }
    if !isPlain || end == start + 1 {
      diagnostics.append(
        .badQuotedField(text(start + 1, end), at: ByteRange(start, end + 1)))
    }
    add(.quotedField, .string(text(start + 1, end)), from: start, to: end + 1)
  }
}

extension UInt8 {
  var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }

  var isIdentifierStart: Bool {
    let lower = self | 0x20
    return lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z") || self == UInt8(ascii: "_")
  }

  var isIdentifierByte: Bool { isIdentifierStart || isDigit }

  /// The value of a hexadecimal digit.
  var hexValue: UInt32? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(self - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(self - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(self - UInt8(ascii: "A") + 10)
    default: nil
    }
  }
}
