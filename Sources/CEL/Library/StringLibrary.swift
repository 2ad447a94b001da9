/// Functions of texts beyond the standard ones (the strings extension of CEL). Places and lengths
/// are counted in code points, from 0.
enum StringLibrary {
  private typealias Scalars = [Unicode.Scalar]

  static func functions() -> [Function] {
    places() + parts() + [
      ascii("lowerAscii", from: 0x41...0x5A, by: 0x20),
      ascii("upperAscii", from: 0x61...0x7A, by: -0x20),
      text("trim") { trimmed($0) },
      text("reverse", reversed),
      Function(
        [Signature("strings.quote(string) -> string")],
        body: .unary { value in
          guard case .string(let whole) = value else { return .noOverload("quote", value) }
          return .string(quoted(whole))
        }),
      Function(
        [Signature("string.format(list(dyn)) -> string")], body: .binary(TextFormat.format)),
    ]
  }

  // MARK: Places

  private static func places() -> [Function] {
    [
      Function([Signature("string.charAt(int) -> string")], body: .binary(charAt)),
      Function(
        [Signature("string.indexOf(string) -> int")],
        body: .binary { indexOf($0, $1, .int(0)) }),
      Function([Signature("string.indexOf(string, int) -> int")], body: .ternary(indexOf)),
      Function(
        [Signature("string.lastIndexOf(string) -> int")],
        body: .binary { lastIndexOf($0, $1, nil) }),
      Function([Signature("string.lastIndexOf(string, int) -> int")], body: .ternary(lastIndexOf)),
      Function(
        [Signature("string.substring(int) -> string")], body: .binary { substring($0, $1, nil) }),
      Function([Signature("string.substring(int, int) -> string")], body: .ternary(substring)),
    ]
  }

  private static func outOfRange(_ index: Int64) -> Value {
    .fault("invalid-argument", "index out of range: \(index)")
  }

  /// The code point at a place; empty just behind the last.
  private static func charAt(_ value: Value, _ place: Value) -> Value {
    guard case .string(let whole) = value, case .int(let index) = place else {
      return .noOverload("charAt", value, place)
    }
    let scalars = scalars(whole)
    guard let index = Int(exactly: index), (0...scalars.count).contains(index) else {
      return outOfRange(index)
    }
    return .string(index < scalars.count ? String(Character(scalars[index])) : "")
  }

  /// The first place from `from` on where a text holds another; -1 where there is none.
  private static func indexOf(_ value: Value, _ part: Value, _ from: Value) -> Value {
    guard case .string(let whole) = value, case .string(let wanted) = part,
      case .int(let start) = from
    else { return .noOverload("indexOf", value, part, from) }
    let (text, pattern) = (scalars(whole), scalars(wanted))
    guard let first = Int(exactly: start), (0...text.count).contains(first) else {
      return outOfRange(start)
    }
    return .int(Int64(place(of: pattern, in: text, from: first) ?? -1))
  }

  /// The last place, at or before `from`, where a text holds another; -1 where there is none.
  private static func lastIndexOf(_ value: Value, _ part: Value, _ from: Value?) -> Value {
    guard case .string(let whole) = value, case .string(let wanted) = part else {
      return .noOverload("lastIndexOf", value, part)
    }
    let (text, pattern) = (scalars(whole), scalars(wanted))
    var last = text.count
    if let from {
      guard case .int(let start) = from else {
        return .noOverload("lastIndexOf", value, part, from)
      }
      guard let given = Int(exactly: start), (0...text.count).contains(given) else {
        return outOfRange(start)
      }
      last = given
    }
    var place = min(last, text.count - pattern.count)
    while place >= 0 {
      if text[place...].starts(with: pattern) { return .int(Int64(place)) }
      place -= 1
    }
    return .int(-1)
  }

  /// The code points from `start` on, or up to but not with `end`.
  private static func substring(_ value: Value, _ start: Value, _ end: Value?) -> Value {
    guard case .string(let whole) = value, case .int(let from) = start else {
      return .noOverload("substring", value, start)
    }
    let scalars = scalars(whole)
    var until = Int64(scalars.count)
    if let end {
      guard case .int(let given) = end else { return .noOverload("substring", value, start, end) }
      until = given
    }
    guard from >= 0, from <= scalars.count else { return outOfRange(from) }
    guard until >= from, until <= scalars.count else { return outOfRange(until) }
    return .string(text(scalars[Int(from)..<Int(until)]))
  }

  // MARK: Parts

  private static func parts() -> [Function] {
    [
      Function(
        [Signature("string.replace(string, string) -> string")],
        body: .ternary { replace([$0, $1, $2, .int(-1)]) }),
      Function(
        [Signature("string.replace(string, string, int) -> string")], body: .variadic(replace)),
      Function(
        [Signature("string.split(string) -> list(string)")],
        body: .binary { split($0, $1, .int(-1)) }),
      Function([Signature("string.split(string, int) -> list(string)")], body: .ternary(split)),
      Function(
        [Signature("list(string).join() -> string")], body: .unary { join($0, .string("")) }),
      Function([Signature("list(string).join(string) -> string")], body: .binary(join)),
    ]
  }

  /// The text with the first `limit` places of a part replaced; below 0 all. An empty part is
  /// found before every code point and at the end.
  private static func replace(_ arguments: [Value]) -> Value {
    guard case .string(let whole) = arguments[0], case .string(let old) = arguments[1],
      case .string(let new) = arguments[2], case .int(let limit) = arguments[3]
    else {
      return .fault("no-such-overload", "replace")
    }
    let (text, pattern) = (scalars(whole), scalars(old))
    var result = Scalars()
    var (position, left) = (0, limit)
    while left != 0, let found = place(of: pattern, in: text, from: position) {
      result += text[position..<found] + scalars(new)
      position = found + pattern.count
      left -= 1
      if pattern.isEmpty {
        if found == text.count { break }
        result.append(text[found])
        position = found + 1
      }
    }
    if position < text.count { result += text[position...] }
    return .string(self.text(result))
  }

  /// The parts between separators: at most `limit` of them, the last with the rest; below 0 all;
  /// 0 none. An empty separator parts the code points.
  private static func split(_ value: Value, _ separator: Value, _ limit: Value) -> Value {
    guard case .string(let whole) = value, case .string(let mark) = separator,
      case .int(let most) = limit
    else { return .noOverload("split", value, separator, limit) }
    var parts = ContiguousArray<Value>()
    let (text, pattern) = (scalars(whole), scalars(mark))
    var (position, left) = (0, most)
    while left != 0 {
      let from = pattern.isEmpty ? position + 1 : position
      guard left != 1, from <= text.count,
        let found = place(of: pattern, in: text, from: from), !pattern.isEmpty || found < text.count
      else {
        if !(pattern.isEmpty && text.isEmpty) {
          parts.append(.string(self.text(text[position...])))
        }
        break
      }
      parts.append(.string(self.text(text[position..<found])))
      position = found + pattern.count
      left -= 1
    }
    return .list(ListValue(parts))
  }

  /// The elements of a list behind each other, with a separator between.
  private static func join(_ value: Value, _ separator: Value) -> Value {
    guard case .list(let list) = value, case .string(let mark) = separator else {
      return .noOverload("join", value, separator)
    }
    var parts: [String] = []
    var state: Value?
    for element in list.elements {
      if let lost = element.strictState(acceptsNull: false, acceptsRanges: false) {
        state = Value.strictMerge(state, lost)
      } else if case .string(let part) = element {
        parts.append(part)
      } else {
        return .noOverload("join", element)
      }
    }
    return state ?? .string(parts.joined(separator: mark))
  }

  // MARK: Whole texts

  private static func text(
    _ name: String, _ change: @escaping @Sendable (String) -> String
  ) -> Function {
    Function(
      [Signature(name: name, isMember: true, parameters: [.string], result: .string)],
      body: .unary { value in
        guard case .string(let whole) = value else { return .noOverload(name, value) }
        return .string(change(whole))
      })
  }

  private static func ascii(
    _ name: String, from letters: ClosedRange<UInt8>, by offset: Int8
  ) -> Function {
    text(name) { whole in
      String(
        decoding: whole.utf8.map { byte in
          letters.contains(byte) ? UInt8(truncatingIfNeeded: Int(byte) + Int(offset)) : byte
        }, as: UTF8.self)
    }
  }

  /// Without the white space of Unicode at both ends.
  private static func trimmed(_ whole: String) -> String {
    let scalars = scalars(whole)
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return text(scalars[first...last])
  }

  @Sendable static func reversed(_ whole: String) -> String { text(scalars(whole).reversed()) }

  private static let escapes: [Unicode.Scalar: String] = [
    "\u{07}": "\\a", "\u{08}": "\\b", "\u{0C}": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t",
    "\u{0B}": "\\v", "\\": "\\\\", "\"": "\\\"",
  ]

  /// In double quotes, as CEL could read it again.
  private static func quoted(_ whole: String) -> String {
    var result = "\""
    for scalar in whole.unicodeScalars {
      if let escape = escapes[scalar] {
        result += escape
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  // MARK: Code points

  private static func scalars(_ text: String) -> Scalars { Scalars(text.unicodeScalars) }

  private static func text(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  private static func place(of part: Scalars, in text: Scalars, from start: Int) -> Int? {
    guard let first = part.first else { return start <= text.count ? start : nil }
    var place = start
    while place + part.count <= text.count {
      if text[place] == first, text[place..<place + part.count].elementsEqual(part) { return place }
      place += 1
    }
    return nil
  }
}
