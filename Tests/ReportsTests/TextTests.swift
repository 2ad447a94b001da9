import SourceText
import Testing

@testable import Reports

@Suite struct TextTests {
  private func wrapped(_ text: String, columns: Int, hanging: Int = 2) -> [String] {
    LineWrapper(columns: columns).lines(text, lead: "", leadWidth: 0, hanging: hanging)
  }

  @Test(
    "wraps by display width",
    arguments: [
      ("one two three", 8, ["one two", "  three"]),
      ("一二三四五六", 8, ["一二三四", "  五六"]),
      // A full stop does not start a line, a bracket does not end one.
      ("一二三四。五", 8, ["一二三", "  四。五"]),
      ("一二三（四五）", 8, ["一二三", "  （四", "  五）"]),
      ("甲乙“丙丁”。", 8, ["甲乙“丙", "  丁”。"]),
      ("甲乙丙“丁戊", 7, ["甲乙丙", "  “丁戊"]),
      ("说说明……后文", 7, ["说说", "  明……", "  后文"]),
      ("第1页共12页", 8, ["第1页共", "  12页"]),
      ("见于第1页", 7, ["见于", "  第1页"]),
      // Words of narrow letters stay whole, and break from 汉字.
      ("决定decision作出", 10, ["决定", "  decision", "  作出"]),
      ("abcdefghij", 4, ["abcd", "  ef", "  gh", "  ij"]),
      ("a\nb", 10, ["a", "  b"]),
      ("", 10, [""]),
      ("e\u{301}e\u{301} xx", 4, ["e\u{301}e\u{301}", "  xx"]),
      ("a\u{7}b", 9, ["a\u{FFFD}b"]),
    ])
  func wrapping(text: String, columns: Int, expected: [String]) {
    #expect(wrapped(text, columns: columns) == expected)
  }

  @Test func `no line starts with closing punctuation, whatever the width`() {
    let text = "决定（见卷内 d12《行政处罚决定书》第1页）于 2024-09-30 作出，“应当公开”：7个工作日内……完毕。"
    for columns in 12...60 {
      for line in wrapped(text, columns: columns, hanging: 0) {
        let last = line.unicodeScalars.last
        #expect(!"，。：）》”…".unicodeScalars.contains(line.unicodeScalars.first ?? "x"), "\(line)")
        #expect(last.map { !"（《“".unicodeScalars.contains($0) } ?? true, "\(line)")
        #expect(DisplayWidth.columns(of: line) <= columns)
      }
    }
  }

  @Test func `aligns columns by display width`() {
    var table = TextTable([.left, .right, .left])
    table.add([.init("规则"), .init("数"), .init("")])
    table.add([.init("a"), .init("12345"), .init("尾")])
    #expect(table.lines(indent: 1, ink: Ink(isOn: false)) == [" 规则     数", " a     12345  尾"])
  }
}
