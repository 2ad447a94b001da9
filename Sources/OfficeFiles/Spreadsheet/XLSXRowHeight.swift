internal import Reports
internal import SourceText

/// How high a row has to be for its texts to be read.
///
/// Programs that open a workbook do not all work it out themselves, and the height that a file gives
/// holds for all of them.
enum XLSXRowHeight {
  /// Points of a line at the size of the body.
  private static let line = 13.5
  /// What is longer is read in the cell itself: the highest row that programs allow is 409 points.
  private static let mostLines = 24

  static func points(of row: [WorkbookCell], in columns: [WorkbookSheet.Column]) -> Double {
    var lines = 1
    for (cell, column) in zip(row, columns) {
      guard case .text(let text) = cell.value else { continue }
      switch cell.dress {
      case .body, .heading: lines = max(lines, self.lines(of: text, width: column.width))
      case .title: return 30
      case .section: return 21
      case .note: break
      }
    }
    return line * Double(min(lines, mostLines)) + 3
  }

  /// The lines of a text that is broken wherever the column ends.
  static func lines(of text: String, width: Int) -> Int {
    text.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) { sum, part in
      let columns = DisplayWidth.columns(of: part)
      let room = max(width, 1)
      return sum + max(1, (columns + room - 1) / room)
    }
  }
}
