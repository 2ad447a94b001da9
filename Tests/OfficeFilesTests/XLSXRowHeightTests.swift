import Reports
import Testing

@testable import OfficeFiles

@Suite struct XLSXRowHeightTests {
  @Test(
    "counts the lines of a text in a column",
    arguments: [
      (text: "", width: 4, lines: 1), ("abcd", 4, 1), ("abcde", 4, 2), ("公示", 4, 1),
      ("公示了", 4, 2), ("a\nb\nc", 4, 3), ("公示公示\n公", 4, 3), ("ab", 0, 2),
    ])
  func lines(text: String, width: Int, lines: Int) {
    #expect(XLSXRowHeight.lines(of: text, width: width) == lines)
  }

  @Test func `a row is as high as its longest text, up to a bound`() {
    let columns = [WorkbookSheet.Column("", width: 4), .init("", width: 4)]
    let one = XLSXRowHeight.points(of: [.count(1), .text("ab")], in: columns)
    let three = XLSXRowHeight.points(of: [.text("ab"), .text("公示公示公示")], in: columns)
    let endless = XLSXRowHeight.points(
      of: [.text(String(repeating: "公", count: 999))], in: columns)
    #expect(one < three && three < endless && endless < 409)
  }
}
