/// A JSON value whose objects keep the order of their members: for documents whose shape is made
/// while they are written, such as a JSON Schema.
package indirect enum JSONTree: Hashable, Sendable {
  case text(String)
  case integer(Int)
  case flag(Bool)
  case null
  case list([JSONTree])
  case object([Member])

  package struct Member: Hashable, Sendable {
    package var key: String
    package var value: JSONTree

    package init(_ key: String, _ value: JSONTree) {
      self.key = key
      self.value = value
    }
  }

  package static func texts(_ texts: [String]) -> JSONTree { .list(texts.map(JSONTree.text)) }

  /// The value of a member of an object; `nil` where there is none.
  package subscript(key: String) -> JSONTree? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// The members of an object; none of another value.
  package var members: [Member] { if case .object(let members) = self { members } else { [] } }

  /// The elements of a list; none of another value.
  package var elements: [JSONTree] { if case .list(let elements) = self { elements } else { [] } }

  /// Returns an object with more members behind its own.
  package func adding(_ more: [Member]) -> JSONTree { .object(members + more) }

  /// The document: two spaces a level, but what fits into eighty bytes on one line, and a new line
  /// at its end.
  package var document: String {
    var lines = ""
    append(to: &lines, indent: 0, room: 0)
    return lines + "\n"
  }

  /// - Parameter room: Bytes of the line that are taken, by the indentation and a key.
  private func append(to text: inout String, indent: Int, room: Int) {
    let line = line
    let (brackets, parts): ((String, String), [(key: String, value: JSONTree)])
    switch self {
    case .list(let elements) where room + line.utf8.count > 80 && !elements.isEmpty:
      (brackets, parts) = (("[", "]"), elements.map { ("", $0) })
    case .object(let members) where room + line.utf8.count > 80 && !members.isEmpty:
      let named = members.map { ("\(JSONTree.text($0.key).line): ", $0.value) }
      (brackets, parts) = (("{", "}"), named)
    default:
      text += line
      return
    }
    let margin = String(repeating: " ", count: indent + 2)
    text += brackets.0
    for (place, part) in parts.enumerated() {
      text += (place == 0 ? "\n" : ",\n") + margin + part.key
      part.value.append(to: &text, indent: indent + 2, room: indent + 2 + part.key.utf8.count)
    }
    text += "\n" + String(repeating: " ", count: indent) + brackets.1
  }

  private var line: String {
    var writer = JSONWriter(layout: .line)
    writer.value(self)
    return writer.take()
  }
}

extension JSONTree: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  package init(stringLiteral text: String) { self = .text(text) }
  package init(booleanLiteral flag: Bool) { self = .flag(flag) }
  package init(integerLiteral number: Int) { self = .integer(number) }
  package init(arrayLiteral elements: JSONTree...) { self = .list(elements) }
  package init(dictionaryLiteral members: (String, JSONTree)...) {
    self = .object(members.map { Member($0.0, $0.1) })
  }
}

extension JSONWriter {
  mutating func value(_ tree: JSONTree) {
    switch tree {
    case .text(let text): value(text)
    case .integer(let number): value(number)
    case .flag(let flag): value(flag)
    case .null: null()
    case .list(let elements): array(elements) { $0.value($1) }
    case .object(let members):
      object { writer in
        for member in members {
          writer.key(member.key)
          writer.value(member.value)
        }
      }
    }
  }
}
