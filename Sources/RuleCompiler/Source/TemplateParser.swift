internal import SourceText

/// Splits a message into words and placeholders: semantics §9.
///
/// `{expression}`, `{expression|alternative}`; `{{` and `}}` are braces. The alternative starts at
/// the first single `|` outside quotes and brackets; `||` belongs to the expression.
struct TemplateParser {
  struct Fault: Hashable {
    enum Kind: Hashable { case notClosed, loneBrace, empty }
    var kind: Kind
    /// UTF-8 offsets in the text.
    var span: ByteRange

    func diagnostic(at range: ByteRange) -> Diagnostic {
      switch kind {
      case .notClosed: .placeholderNotClosed(at: range)
      case .loneBrace: .loneBrace(at: range)
      case .empty: .placeholderEmpty(at: range)
      }
    }
  }

  private let bytes: [UInt8]
  private(set) var faults: [Fault] = []
  private var at = 0
  private var words: [UInt8] = []
  private var pieces: [MessageTemplate.Piece] = []

  init(text: String) { bytes = Array(text.utf8) }

  mutating func parse() -> [MessageTemplate.Piece] {
    while at < bytes.count {
      let byte = bytes[at]
      let isDoubled = at + 1 < bytes.count && bytes[at + 1] == byte
      switch byte {
      case UInt8(ascii: "{") where isDoubled, UInt8(ascii: "}") where isDoubled:
        words.append(byte)
        at += 2
      case UInt8(ascii: "{"):
        flush()
        placeholder()
      case UInt8(ascii: "}"):
        faults.append(Fault(kind: .loneBrace, span: ByteRange(at, at + 1)))
        at += 1
      default:
        words.append(byte)
        at += 1
      }
    }
    flush()
    return pieces
  }

  private mutating func flush() {
    guard !words.isEmpty else { return }
    pieces.append(.text(String(decoding: words, as: UTF8.self)))
    words.removeAll(keepingCapacity: true)
  }

  /// Reads from the opening brace to just past the closing one.
  private mutating func placeholder() {
    let open = at
    at += 1
    let bar = expressionEnd()
    var alternative: String?
    if at < bytes.count, bytes[at] == UInt8(ascii: "|") {
      let start = at + 1
      at = start
      while at < bytes.count, bytes[at] != UInt8(ascii: "}") { at += 1 }
      alternative = text(start, at)
    }
    guard at < bytes.count else {
      faults.append(Fault(kind: .notClosed, span: ByteRange(open, bytes.count)))
      return
    }
    at += 1
    var (start, end) = (open + 1, bar)
    while start < end, isBlank(bytes[start]) { start += 1 }
    while end > start, isBlank(bytes[end - 1]) { end -= 1 }
    guard start < end else {
      faults.append(Fault(kind: .empty, span: ByteRange(open, at)))
      return
    }
    pieces.append(
      .placeholder(
        MessageTemplate.Placeholder(
          expression: text(start, end), expressionOffset: start, alternative: alternative,
          span: ByteRange(open, at))))
  }

  /// Moves to the `|` or `}` that ends the expression, or to the end; returns that offset.
  private mutating func expressionEnd() -> Int {
    var depth = 0
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        skipQuoted()
        continue
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}") where depth <= 0: return at
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: "|") where depth <= 0:
        guard at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: "|") else { return at }
        at += 1
      case UInt8(ascii: "|") where at + 1 < bytes.count && bytes[at + 1] == UInt8(ascii: "|"):
        at += 1
      default: break
      }
      at += 1
    }
    return at
  }

  private mutating func skipQuoted() {
    let quote = bytes[at]
    at += 1
    while at < bytes.count, bytes[at] != quote {
      at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1
    }
    at = min(at + 1, bytes.count)
  }

  private func text(_ start: Int, _ end: Int) -> String {
    String(decoding: bytes[start..<end], as: UTF8.self)
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A }
}
