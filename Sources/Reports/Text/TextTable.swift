internal import SourceText

/// A table of plain text, its columns aligned by display width.
struct TextTable {
  enum Alignment { case left, right }

  struct Cell {
    var text: String
    var colour: Ink.Colour?

    init(_ text: String, _ colour: Ink.Colour? = nil) {
      self.text = ExcerptPrinter.safe(text)
      self.colour = colour
    }
  }

  private let alignments: [Alignment]
  private var rows: [[Cell]] = []

  init(_ alignments: [Alignment]) { self.alignments = alignments }

  /// - Precondition: As many cells as columns.
  mutating func add(_ cells: [Cell]) {
    precondition(cells.count == alignments.count, "a row has a cell for every column")
    rows.append(cells)
  }

  /// Returns the lines, two spaces between columns and none at the end of a line.
  func lines(indent: Int, ink: Ink) -> [String] {
    let widths = alignments.indices.map { column in
      rows.map { DisplayWidth.columns(of: $0[column].text) }.max() ?? 0
    }
    return rows.map { row in
      var line = String(repeating: " ", count: indent)
      var pending = 0
      for (column, cell) in row.enumerated() {
        let room = widths[column] - DisplayWidth.columns(of: cell.text)
        if alignments[column] == .right { pending += room }
        if !cell.text.isEmpty {
          line += String(repeating: " ", count: pending)
          line += cell.colour.map { ink.painted(cell.text, $0) } ?? cell.text
          pending = 0
        }
        if alignments[column] == .left { pending += room }
        pending += 2
      }
      return line
    }
  }
}
