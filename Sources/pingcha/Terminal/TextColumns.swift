import SourceText

/// Texts side by side, as `ls` lists files: down the first column, then down the next.
struct TextColumns {
  /// Each line ends in a line break; empty where there are no texts.
  let text: String

  /// - Parameter width: The columns of the terminal; a text that is wider has its line to itself.
  init(_ texts: [String], width: Int) {
    let widths = texts.map { DisplayWidth.columns(of: $0) }
    let cell = (widths.max() ?? 0) + 2
    // The last cell of a line needs no gap behind it.
    let columns = max(1, (width + 2) / max(1, cell))
    let rows = (texts.count + columns - 1) / columns
    var text = ""
    for row in 0..<rows {
      var line = ""
      for place in stride(from: row, to: texts.count, by: rows) {
        line += texts[place]
        if place + rows < texts.count {
          line += String(repeating: " ", count: cell - widths[place])
        }
      }
      text += line + "\n"
    }
    self.text = text
  }
}
