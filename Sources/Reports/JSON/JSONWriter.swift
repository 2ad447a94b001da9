internal import SourceText

/// Writes JSON piece by piece, keys in the order they are given.
///
/// The bytes depend on nothing but the values: no locale, no hash order. Text stays UTF-8; only
/// `"`, `\`, controls and the line separators of JavaScript are escaped.
struct JSONWriter {
  enum Layout: Hashable, Sendable {
    /// Two spaces a level, one member a line.
    case indented
    /// Everything on one line.
    case line
  }

  private enum Container { case object, array }

  private let layout: Layout
  private var buffer: [UInt8] = []
  private var open: [(kind: Container, isEmpty: Bool)] = []
  private var isAfterKey = false

  init(layout: Layout = .indented) { self.layout = layout }

  /// Takes what has been written since the last time, for a sink.
  mutating func take() -> String {
    defer { buffer.removeAll(keepingCapacity: true) }
    return String(decoding: buffer, as: UTF8.self)
  }

  // MARK: Containers

  mutating func object(_ members: (inout JSONWriter) -> Void) {
    beginObject()
    members(&self)
    end()
  }

  mutating func array<Elements: Sequence>(
    _ elements: Elements, _ write: (inout JSONWriter, Elements.Element) -> Void
  ) {
    beginArray()
    for element in elements { write(&self, element) }
    end()
  }

  mutating func beginObject() { begin(.object, "{") }
  mutating func beginArray() { begin(.array, "[") }

  mutating func end() {
    guard let (kind, isEmpty) = open.popLast() else {
      preconditionFailure("an end without a beginning")
    }
    if !isEmpty { newLine() }
    put(kind == .object ? "}" : "]")
  }

  /// Ends the document, or the line of a stream of documents.
  mutating func endDocument() {
    precondition(open.isEmpty, "a document ends after its containers")
    put("\n")
  }

  private mutating func begin(_ kind: Container, _ bracket: String) {
    startValue()
    put(bracket)
    open.append((kind, true))
  }

  // MARK: Members and values

  mutating func key(_ name: String) {
    precondition(open.last?.kind == .object && !isAfterKey, "a key stands in an object")
    startMember()
    string(name)
    put(layout == .indented ? ": " : ":")
    isAfterKey = true
  }

  mutating func value(_ text: String?) {
    startValue()
    if let text { string(text) } else { put("null") }
  }

  mutating func value(_ number: Int?) {
    startValue()
    put(number.map(String.init) ?? "null")
  }

  /// Writes a number as it is spelled.
  mutating func number(_ literal: String) {
    startValue()
    put(literal)
  }

  mutating func value(_ flag: Bool) {
    startValue()
    put(flag ? "true" : "false")
  }

  mutating func null() {
    startValue()
    put("null")
  }

  private mutating func startValue() {
    if isAfterKey {
      isAfterKey = false
    } else if !open.isEmpty {
      startMember()
    }
  }

  private mutating func startMember() {
    guard let last = open.indices.last else { return }
    if !open[last].isEmpty { put(",") }
    open[last].isEmpty = false
    newLine()
  }

  private mutating func newLine() {
    guard layout == .indented else { return }
    put("\n" + String(repeating: "  ", count: open.count))
  }

  private mutating func string(_ text: String) {
    put("\"")
    if text.utf8.allSatisfy(Self.isPlain) {
      put(text)
    } else {
      for scalar in text.unicodeScalars { put(scalar) }
    }
    put("\"")
  }

  /// False for a byte of what is escaped, or that what is escaped may begin with.
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte != 0x22 && byte != 0x5C && byte != 0x7F && byte != 0xC2 && byte != 0xE2
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\"": put("\\\"")
    case "\\": put("\\\\")
    case "\n": put("\\n")
    case "\r": put("\\r")
    case "\t": put("\\t")
    case "\u{0}"..<" ", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
      let digits = String(scalar.value, radix: 16)
      put("\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits)
    default: buffer.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
  }

  private mutating func put(_ text: String) { buffer.append(contentsOf: text.utf8) }
}
