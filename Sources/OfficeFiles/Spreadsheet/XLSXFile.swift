internal import Findings
package import Reports
internal import WorkCalendar

/// Writes a workbook as an XLSX file (ECMA-376, Office Open XML).
///
/// The same workbook gives the same bytes. A text is written as a text whatever it begins with, so
/// that none is taken for a formula.
package enum XLSXFile {
  /// What a sheet may have: rows, characters in a cell, links.
  private enum Limit {
    static let rows = 1_048_576
    static let text = 32_767
    static let links = 65_530
    static let address = 2_079
  }

  /// - Throws: `tooManyRows`, `cannotWrite`.
  package static func bytes(of workbook: Workbook) throws(OfficeFileProblem) -> [UInt8] {
    for sheet in workbook.sheets where sheet.rows.count + 1 > Limit.rows {
      throw .tooManyRows(sheet: sheet.name, limit: Limit.rows)
    }
    // The library writes files only.
    return try ScratchFile.bytes { path throws(OfficeFileProblem) in
      try write(workbook, to: path)
    }
  }

  private static func write(
    _ workbook: Workbook, to path: String
  ) throws(OfficeFileProblem) {
    let created = Int(workbook.asOf.dayNumber) * 86_400
    guard var file = XLSXWriter(path: path, title: workbook.title, created: created) else {
      throw .cannotWrite(path: path, reason: "")
    }
    var formats = XLSXFormats(typeface: workbook.typeface)
    for sheet in workbook.sheets { write(sheet, of: workbook, to: &file, &formats) }
    if let reason = file.close() { throw .cannotWrite(path: path, reason: reason) }
  }

  private static func write(
    _ sheet: WorkbookSheet, of workbook: Workbook, to file: inout XLSXWriter,
    _ formats: inout XLSXFormats
  ) {
    let number = file.sheet(sheet.name)
    for (column, described) in sheet.columns.enumerated() {
      file.setColumn(column, width: described.width, of: number)
    }
    var first = 0
    if sheet.isTable {
      let format = formats.format(.heading, .text, isLink: false, in: &file)
      for (column, described) in sheet.columns.enumerated() {
        file.write(described.heading, 0, column, format, in: number)
      }
      let headings = sheet.columns.map { WorkbookCell(.text($0.heading), .heading) }
      file.setRow(0, height: XLSXRowHeight.points(of: headings, in: sheet.columns), of: number)
      file.filter(rows: sheet.rows.count, columns: sheet.columns.count, of: number)
      first = 1
    }
    file.freeze(rows: first, columns: sheet.frozenColumns, of: number)
    var links = 0
    for (index, row) in sheet.rows.enumerated() {
      file.setRow(
        first + index, height: XLSXRowHeight.points(of: row, in: sheet.columns), of: number)
      for (column, cell) in row.enumerated() {
        write(
          cell, first + index, column, isTable: sheet.isTable, links: &links, to: &file, number,
          &formats)
      }
    }
    for shade in sheet.shades where !sheet.rows.isEmpty {
      file.shade(
        column: shade.column, rows: first...(first + sheet.rows.count - 1),
        where: shade.test.forLibrary, formats.format(shade.tone, in: &file), in: number)
    }
    file.setPage(
      .init(
        header: "&L\(escaped(workbook.title))&R\(escaped(sheet.name))",
        footer: "&C" + footer(workbook.pageFooter), repeatsFirstRow: sheet.isTable,
        rows: first + sheet.rows.count, columns: sheet.printedColumns ?? sheet.columns.count),
      of: number)
  }

  private static func write(
    _ cell: WorkbookCell, _ row: Int, _ column: Int, isTable: Bool, links: inout Int,
    to file: inout XLSXWriter, _ sheet: XLSXWriter.Sheet, _ formats: inout XLSXFormats
  ) {
    var address = cell.link.map { $0.address }
    if let given = address {
      links += 1
      if links > Limit.links || given.utf8.count > Limit.address { address = nil }
    }
    func format(_ kind: XLSXFormats.Kind) -> XLSXWriter.Format {
      formats.format(cell.dress, kind, isLink: address != nil, in: &file)
    }
    switch cell.value {
    case .empty:
      // The grid of a table has no holes.
      if isTable { file.writeBlank(row, column, format(.text), in: sheet) }
    case .text(let text):
      let shown = shortened(text)
      if let address {
        file.write(shown, linkedTo: address, row, column, format(.text), in: sheet)
      } else {
        file.write(shown, row, column, format(.text), in: sheet)
      }
    case .count(let count):
      file.write(Double(count), row, column, format(.count), in: sheet)
    case .points(let points):
      file.write(Double(points.hundredths) / 100, row, column, format(.points), in: sheet)
    case .share(let part, let whole):
      file.write(Double(part) / Double(whole), row, column, format(.share), in: sheet)
    case .date(let date):
      if let serial = serial(of: date) {
        file.write(Double(serial), row, column, format(.date), in: sheet)
      } else {
        file.write("\(date)", row, column, format(.text), in: sheet)
      }
    }
  }

  /// The number by which spreadsheets know a day: 1 March 1900 is 61. `nil` for earlier days, which
  /// they count by a calendar with a 29 February 1900.
  static func serial(of date: CivilDate) -> Int? {
    let serial = Int(date.dayNumber) + 25_569
    return serial >= 61 ? serial : nil
  }

  /// A text that a cell can hold, with an ellipsis for what it cannot.
  static func shortened(_ text: String) -> String {
    if text.utf16.count <= Limit.text { return text }
    var shown = ""
    var room = Limit.text - 1
    for character in text {
      room -= character.utf16.count
      if room < 0 { break }
      shown.append(character)
    }
    return shown + "…"
  }

  /// A text of a header or footer, in which `&` begins a code.
  private static func escaped(_ text: String) -> String {
    text.split(separator: "&", omittingEmptySubsequences: false).joined(separator: "&&")
  }

  private static func footer(_ text: String) -> String {
    escaped(text).replacing("{pages}", with: "&N").replacing("{page}", with: "&P")
  }
}

extension WorkbookCell.Link {
  /// As the library takes it.
  fileprivate var address: String {
    switch self {
    case .file(let path): path.replacing("%", with: "%25").replacing("#", with: "%23")
    case .web(let address): address
    case .row(let row, let sheet):
      "internal:'\(sheet.replacing("'", with: "''"))'!A\(row)"
    }
  }
}

extension WorkbookSheet.Shade.Test {
  fileprivate var forLibrary: XLSXWriter.Test {
    switch self {
    case .equals(let text): .equals(text)
    case .above(let number): .above(Double(number))
    }
  }
}
