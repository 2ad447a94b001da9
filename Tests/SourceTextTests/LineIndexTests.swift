import SourceText
import TestSupport
import Testing

@Suite struct LineIndexTests {
  @Test(
    "counts characters from 1",
    arguments: [
      ("«»", 1, 1), ("«»a", 1, 1), ("a«»", 1, 2), ("a\n«»b", 2, 1), ("a\r\n«»b", 2, 1),
      ("a\r«»b", 2, 1), ("a\r\n\r\n«»", 3, 1), ("a\n\n«»", 3, 1), ("汉字«»x", 1, 3),
      ("\u{FEFF}«»a", 1, 2), ("😀😀«»", 1, 3), ("e\u{301}«»x", 1, 2), ("👩‍🚒«»x", 1, 2),
      ("👍🏽«»x", 1, 2), ("\t«»x", 1, 2), ("か\u{3099}«»x", 1, 2),
    ])
  func position(marked: String, line: Int, column: Int) throws {
    let marked = MarkedText(marked)
    let file = SourceFile(path: "x", text: marked.text)
    let start = try #require(marked.ranges.first).start
    #expect(file.position(at: start) == SourcePosition(line: line, column: column))
  }

  @Test(arguments: [(1, 1, 2), (2, 1, 2), (3, 1, 3), (4, 1, 3), (5, 2, 1), (9, 2, 2), (99, 2, 2)])
  func `an offset inside a character, a line break or past the end has a place`(
    offset: UInt32, line: Int, column: Int
  ) {
    // a, é as one two-byte letter, CR LF, 字
    let file = SourceFile(path: "x", text: "aé\r\n字")
    #expect(file.position(at: offset) == SourcePosition(line: line, column: column))
  }

  @Test func `a combining mark belongs to its letter`() {
    let file = SourceFile(path: "x", text: "xe\u{301}y")
    #expect(file.position(at: 2).column == 2)
    #expect(file.position(at: 4).column == 3)
  }

  @Test func `bytes that are not UTF-8 count as one character each`() {
    let file = SourceFile(path: "x", bytes: [0xFF, 0xE6, 0x61, 0xE6, 0xB1])
    #expect((0...5).map { file.position(at: UInt32($0)).column } == [1, 2, 3, 4, 5, 6])
  }

  @Test func `a span ends just past its last character`() throws {
    let marked = MarkedText("a: «|\n  汉字»\nb: 1\n")
    let file = SourceFile(path: "x", text: marked.text)
    let span = file.span(of: try #require(marked.ranges.first))
    #expect(span == SourceSpan(line: 1, column: 4, endLine: 2, endColumn: 5))
  }

  @Test func `every offset of mutated text has a place inside the text`() {
    var mutator = ByteMutator(seed: 11)
    let sample = Array("a: 汉字\r\n\tb: e\u{301}😀\r\rc\n".utf8)
    for _ in 0..<200 {
      let file = SourceFile(path: "x", bytes: mutator.mutate(sample))
      var last = SourcePosition(line: 1, column: 1)
      for offset in 0...file.bytes.count + 1 {
        let position = file.position(at: UInt32(offset))
        #expect((last.line, last.column) <= (position.line, position.column))
        #expect(position.line <= file.lines.lineCount)
        last = position
      }
    }
  }
}
