/// One source line as a terminal shows it, and where in it a range stands, in columns.
struct ShownLine {
  private(set) var text = ""
  /// Columns before the first caret.
  private(set) var markStart = 0
  /// Columns under carets, at least 1.
  private(set) var markWidth = 1

  /// What one character of the source became: its place, its columns and its printed form.
  private struct Cell {
    var range: Range<Int>
    var column: Int
    var width: Int
    var text: String
  }

  /// Lays out the line at `content`, cut around `marked` to about `columns` columns.
  init(of content: Range<Int>, marked: ByteRange, in bytes: [UInt8], columns: Int) {
    let window = Self.window(of: content, around: Int(marked.start), in: bytes, columns: columns)
    let cells = Self.cells(of: window, in: bytes)
    let total = cells.last.map { $0.column + $0.width } ?? 0
    let first = cells.firstIndex { $0.range.upperBound > Int(marked.start) } ?? cells.endIndex
    let past = max(
      cells.firstIndex { $0.range.lowerBound >= Int(marked.end) } ?? cells.endIndex, first)
    let start = first < cells.endIndex ? cells[first].column : total
    let end = past < cells.endIndex ? cells[past].column : total

    var (from, to) = (cells.startIndex, cells.endIndex)
    if total > columns {
      let wish = end - start < columns / 2 ? start - columns / 3 : start - 4
      let least = max(min(wish, total - columns), 0)
      from = cells.firstIndex { $0.column >= least } ?? first
      to = cells.firstIndex { $0.column + $0.width > least + columns } ?? cells.endIndex
      to = max(to, min(first + 1, cells.endIndex))
    }
    let isCutLeft = window.lowerBound > content.lowerBound || from > cells.startIndex
    let isCutRight = window.upperBound < content.upperBound || to < cells.endIndex
    let base = from < cells.endIndex ? cells[from].column : 0
    let limit = to < cells.endIndex ? cells[to].column : total

    text = isCutLeft ? "…" : ""
    for cell in cells[from..<to] { text += cell.text }
    if isCutRight { text += "…" }
    while text.unicodeScalars.last == " " { text.unicodeScalars.removeLast() }
    markStart = start - base + (isCutLeft ? 1 : 0)
    markWidth = max(min(end, limit) - start, 1)
  }

  /// Returns the part of a line worth looking at, so that a line of many megabytes costs nothing.
  private static func window(
    of content: Range<Int>, around offset: Int, in bytes: [UInt8], columns: Int
  ) -> Range<Int> {
    let reach = columns * 16
    let middle = min(max(offset, content.lowerBound), content.upperBound)
    let low = max(content.lowerBound, middle - reach)
    let high = min(content.upperBound, middle + reach)
    let start = LenientUTF8.start(in: bytes, of: low, notBefore: content.lowerBound)
    let end =
      high < content.upperBound
      ? LenientUTF8.start(in: bytes, of: high, notBefore: content.lowerBound) : high
    return start..<max(start, end)
  }

  private static func cells(of window: Range<Int>, in bytes: [UInt8]) -> [Cell] {
    var cells: [Cell] = []
    var (index, column, joined) = (window.lowerBound, 0, false)
    while index < window.upperBound {
      let (scalar, length) = LenientUTF8.scalar(in: bytes, at: index, before: window.upperBound)
      let range = index..<index + length
      index += length
      if let last = cells.indices.last, joined || DisplayWidth.extendsPrevious(scalar) {
        cells[last].text.unicodeScalars.append(scalar)
        cells[last].range = cells[last].range.lowerBound..<range.upperBound
        joined = scalar.value == 0x200D
        continue
      }
      joined = false
      let width = scalar == "\t" ? 4 - column % 4 : DisplayWidth.columns(scalar)
      let text =
        scalar == "\t"
        ? String(repeating: " ", count: width)
        : String(DisplayWidth.isUnprintable(scalar) ? LenientUTF8.replacement : scalar)
      cells.append(Cell(range: range, column: column, width: width, text: text))
      column += width
    }
    return cells
  }
}
