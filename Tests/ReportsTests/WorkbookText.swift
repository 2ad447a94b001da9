import Reports

/// A workbook as a text that a person can compare: a line a cell that holds something.
enum WorkbookText {
  static func text(of workbook: Workbook) -> String {
    workbook.title + "\n" + workbook.sheets.map(text).joined()
  }

  private static func text(of sheet: WorkbookSheet) -> String {
    var text = "\n# \(sheet.name)\n"
    for shade in sheet.shades { text += "shade \(shade.column) \(shade.test) \(shade.tone)\n" }
    for (index, row) in sheet.rows.enumerated() {
      let cells = row.enumerated().compactMap { column, cell -> String? in
        let heading = sheet.columns[column].heading
        let name = heading.isEmpty ? "" : heading + " = "
        return value(of: cell).map { name + $0 }
      }
      text += "\(sheet.number(ofRow: index)): " + cells.joined(separator: " | ") + "\n"
    }
    return text
  }

  private static func value(of cell: WorkbookCell) -> String? {
    let link = cell.link.map { " -> \($0)" } ?? ""
    return switch cell.value {
    case .empty: nil
    case .text(let text): "“\(text)”" + link
    case .count(let count): "\(count)"
    case .points(let points): "\(points) p"
    case .share(let part, let whole): "\(part)/\(whole)"
    case .date(let date): "\(date)"
    }
  }
}
