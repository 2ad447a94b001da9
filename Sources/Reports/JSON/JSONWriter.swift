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
  private var buffer = ""
  private var open: [(kind: Container, isEmpty: Bool)] = []
  private var isAfterKey = false

  init(layout: Layout = .indented) { self.layout = layout }

  /// Takes what has been written since the last time, for a sink.
  mutating func take() -> String {
    defer { buffer = "" }
    return buffer
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
    buffer += kind == .object ? "}" : "]"
  }

  /// Ends the document, or the line of a stream of documents.
  mutating func endDocument() {
    precondition(open.isEmpty, "a document ends after its containers")
    buffer += "\n"
  }

  private mutating func begin(_ kind: Container, _ bracket: String) {
    startValue()
    buffer += bracket
    open.append((kind, true))
  }

  // MARK: Members and values

  mutating func key(_ name: String) {
    precondition(open.last?.kind == .object && !isAfterKey, "a key stands in an object")
    startMember()
    string(name)
    buffer += layout == .indented ? ": " : ":"
    isAfterKey = true
  }

  mutating func value(_ text: String?) {
    startValue()
    if let text { string(text) } else { buffer += "null" }
  }

  mutating func value(_ number: Int?) {
    startValue()
    buffer += number.map(String.init) ?? "null"
  }

  mutating func value(_ flag: Bool) {
    startValue()
    buffer += flag ? "true" : "false"
  }

  /// Writes a number by its digits, which the caller has from a number.
  mutating func value(number digits: String) {
    startValue()
    buffer += digits
  }

  mutating func null() {
    startValue()
    buffer += "null"
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
    if !open[last].isEmpty { buffer += "," }
    open[last].isEmpty = false
    newLine()
  }

  private mutating func newLine() {
    guard layout == .indented else { return }
    buffer += "\n" + String(repeating: "  ", count: open.count)
  }

  private mutating func string(_ text: String) {
    buffer += "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": buffer += "\\\""
      case "\\": buffer += "\\\\"
      case "\n": buffer += "\\n"
      case "\r": buffer += "\\r"
      case "\t": buffer += "\\t"
      case "\u{0}"..<" ", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        buffer += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      default: buffer.unicodeScalars.append(scalar)
      }
    }
    buffer += "\""
  }
}
