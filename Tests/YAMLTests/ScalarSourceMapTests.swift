import SourceText
import TestSupport
import Testing
import YAML

@Suite struct ScalarSourceMapTests {
  /// Maps the place of `part` in the scalar at `a` back into the source.
  private func mapped(_ part: String, in text: String) throws -> String {
    let scalar = try #require(readYAML(text).root?["a"])
    let source = Array(text.utf8)
    let map = try #require(ScalarSourceMap(scalar, source: source))
    #expect(map.isExact)
    let words = Array((scalar.scalar?.text ?? "").utf8)
    let wanted = Array(part.utf8)
    let start = try #require(
      (0...max(words.count - wanted.count, 0)).first { words[$0...].starts(with: wanted) })
    let range = map.range(of: ByteRange(start, start + wanted.count))
    return MarkedText.marking(text, [range])
  }

  @Test(
    "finds a part of the text in the file",
    arguments: [
      ("x", "a: 1 + «x»\n"), ("x == \"汉\"", "a: '«x == \"汉\"» && y'\n"),
      ("'", "a: 'it«''»s'\n"), ("s", "a: 'it''«s»'\n"), ("t's", "a: 'i«t''s»'\n"),
      ("\"q\"", "a: \"size(«\\\"q\\\"»)\"\n"), ("汉", "a: \"x«\\u6c49»y\"\n"),
      ("y", "a: \"x\\u6c49«y»\"\n"),
      ("b", "a: |-\n  x &&\n    «b»\n"), ("汉字", "a: |\n\n  x\n  «汉字»\n"),
      ("c\n", "a: |\r\n  b\r\n  «c\r\n»\r\n"),
      ("q r", "a: p\n   «q\n   r»\n"), ("r", "a: p\n   q\n\n   «r»\n"), ("r", "a: 'p\n   «r»'\n"),
      ("r", "a: \"p\\\n   «r»\"\n"), ("c", "a: >\n  b\n  «c»\n\n  d\n"),
      ("d", "a: >\n  b\n  c\n\n  «d»\n"),
      ("e", "a: >\n  b\n\n    c\n    d\n\n  «e»\n"), ("x", "a: |2\n    «x»\n"),
      ("y", "b:\n - 1\na: |+\n  x\n\n  «y»\n\n\n"),
      ("x", "a: &k   «x»\n"), ("x", "\u{FEFF}a: «x»\r\n"),
    ])
  func parts(part: String, expected: String) throws {
    #expect(try mapped(part, in: MarkedText(expected).text) == expected)
  }

  @Test func `an empty range is a place, the end of the text just past the last character`() throws
  {
    let marked = MarkedText("a: 'it''s«»' ")
    let scalar = try #require(readYAML(marked.text).root?["a"])
    let map = try #require(ScalarSourceMap(scalar, source: marked.bytes))
    #expect(map.range(of: ByteRange(4, 4)) == marked.ranges[0])
    #expect(map.range(of: ByteRange(99, 99)) == marked.ranges[0])
  }

  @Test func `the node of an alias falls back to the alias`() throws {
    let marked = MarkedText("b: &x 'it''s'\na: «*x»\n")
    let scalar = try #require(readYAML(marked.text).root?["a"])
    let map = try #require(ScalarSourceMap(scalar, source: marked.bytes))
    #expect(!map.isExact)
    #expect(map.range(of: ByteRange(1, 2)) == marked.ranges[0])
  }

  @Test func `a string of JSON maps too, also from one line of many`() throws {
    let marked = MarkedText(#"{"a": "x\ud83d\ude00«y»\/"}"#)
    let scalar = try #require(readJSON(marked.bytes[...], base: 100).root?["a"])
    let map = try #require(ScalarSourceMap(scalar, source: marked.bytes, sourceStart: 100))
    #expect(map.isExact)
    #expect(
      map.range(of: ByteRange(5, 6))
        == ByteRange(start: marked.ranges[0].start + 100, end: marked.ranges[0].end + 100))
  }

  // MARK: Every character of random scalars

  private static let letters: [Character] = [
    "a", "b", "汉", "😀", "é", "'", "\"", "\\", ":", "#", "|", "&", " ", " ", "\n", "\t", "=", "{",
  ]

  @Test(arguments: ["plain", "single", "double", "literal", "folded"])
  func `each mapped character is the same character`(style: String) throws {
    var random = SeededGenerator(seed: 42)
    var mapped = 0
    for _ in 0..<600 {
      let count = Int.random(in: 0...24, using: &random)
      let text = String((0..<count).map { _ in Self.letters.randomElement(using: &random) ?? "a" })
      let source = "k:\n  a: " + written(text, style, &random) + "\n  z: 1\n"
      guard let node = readYAML(source).root?["k"]?["a"], let scalar = node.scalar else { continue }
      let bytes = Array(source.utf8)
      let map = try #require(ScalarSourceMap(node, source: bytes))
      #expect(map.isExact, "\(source.debugDescription) \(scalar.text.debugDescription)")
      var offset = 0
      for unicode in scalar.text.unicodeScalars {
        let width = UTF8.width(unicode)
        let range = map.range(of: ByteRange(offset, offset + width))
        let part = String(decoding: bytes[Int(range.start)..<Int(range.end)], as: UTF8.self)
        #expect(stands(part, for: unicode), "\(part.debugDescription) \(source.debugDescription)")
        offset += width
        mapped += 1
      }
    }
    #expect(mapped > 1000)
  }

  /// Whether a part of the source can be what became this character.
  private func stands(_ part: String, for scalar: Unicode.Scalar) -> Bool {
    if part == String(scalar) || part == "''" && scalar == "'" { return true }
    if part.hasPrefix("\\") { return part.unicodeScalars.count > 1 }
    let isSpace = part.unicodeScalars.allSatisfy { " \t\r\n".unicodeScalars.contains($0) }
    return (scalar == " " || scalar == "\n") && isSpace
      && part.utf8.contains { $0 == 10 || $0 == 13 }
  }

  /// Writes a text in a style; the outcome need not mean the same text, only be likely YAML.
  private func written(_ text: String, _ style: String, _ random: inout SeededGenerator) -> String {
    let newline = Bool.random(using: &random) ? "\n" : "\r\n"
    switch style {
    case "plain": return "x" + text.replacing("\n", with: newline + "    ")
    case "single":
      return "'" + text.replacing("'", with: "''").replacing("\n", with: newline + "    ") + "'"
    case "double":
      var escaped = ""
      for unicode in text.unicodeScalars {
        switch unicode {
        case "\"": escaped += "\\\""
        case "\\": escaped += Bool.random(using: &random) ? "\\\\" : "\\\(newline)   "
        case "\n": escaped += Bool.random(using: &random) ? "\\n" : newline + "    "
        case "é": escaped += "\\xe9"
        case "😀": escaped += Bool.random(using: &random) ? "😀" : "\\U0001F600"
        default: escaped.unicodeScalars.append(unicode)
        }
      }
      return "\"" + escaped + "\""
    default:
      let indicator = ["", "-", "+", "2", "2-"].randomElement(using: &random) ?? ""
      let header = (style == "literal" ? "|" : ">") + indicator
      let lead = indicator.hasPrefix("2") ? "    " : "     x"
      return header + newline + lead
        + text.replacing("\n", with: newline + (indicator.hasPrefix("2") ? "    " : "     "))
    }
  }
}
