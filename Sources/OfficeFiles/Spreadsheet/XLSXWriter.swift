internal import CXLSXWriter

/// Owns one workbook of libxlsxwriter, and is the only file that calls it.
///
/// Rows and columns count from 0. What the library refuses is told once, by `close`.
@safe struct XLSXWriter: ~Copyable {
  /// A sheet, and a format, of this workbook, by its number.
  struct Sheet { fileprivate var index: Int }
  struct Format { fileprivate var index: Int }

  // Invariant: the library owns what these point to, and frees it when the workbook is closed.
  private let workbook: UnsafeMutablePointer<lxw_workbook>
  private var sheets: [UnsafeMutablePointer<lxw_worksheet>] = unsafe []
  private var formats: [UnsafeMutablePointer<lxw_format>] = unsafe []
  /// The first thing that went wrong.
  private var failure: lxw_error = LXW_NO_ERROR

  /// - Parameter created: What the properties say, in seconds from 1970 UTC.
  init?(path: String, title: String, created: Int) {
    guard let workbook = unsafe workbook_new(path) else { return nil }
    unsafe self.workbook = unsafe workbook
    unsafe title.withCString { title in
      var properties = unsafe lxw_doc_properties()
      unsafe properties.title = UnsafeMutablePointer(mutating: title)
      unsafe properties.created = created
      _ = unsafe workbook_set_properties(workbook, &properties)
    }
  }

  /// Writes the file.
  ///
  /// - Returns: `nil`, or what the library says is wrong.
  consuming func close() -> String? {
    let written = unsafe workbook_close(workbook)
    let problem = failure == LXW_NO_ERROR ? written : failure
    return problem == LXW_NO_ERROR ? nil : unsafe String(cString: lxw_strerror(problem))
  }

  private mutating func check(_ result: lxw_error) {
    if failure == LXW_NO_ERROR { failure = result }
  }

  // MARK: Formats

  struct Look: Hashable {
    var typeface: String?
    /// In points.
    var size: Double?
    var isBold = false
    var isUnderlined = false
    /// Red, green and blue, eight bits each.
    var colour: UInt32?
    var fill: UInt32?
    var numberFormat: String?
    var isBordered = false
    var isWrapped = false
    var height: Height?

    /// Where a value stands in a cell that is higher than it.
    enum Height: Hashable { case top, middle }
  }

  mutating func format(_ look: Look) -> Format {
    guard let format = unsafe workbook_add_format(workbook) else {
      check(LXW_ERROR_MEMORY_MALLOC_FAILED)
      return Format(index: -1)
    }
    if let typeface = look.typeface { unsafe format_set_font_name(format, typeface) }
    if let size = look.size { unsafe format_set_font_size(format, size) }
    if look.isBold { unsafe format_set_bold(format) }
    if look.isUnderlined {
      unsafe format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue))
    }
    if let colour = look.colour { unsafe format_set_font_color(format, colour) }
    if let fill = look.fill { unsafe format_set_bg_color(format, fill) }
    if let numbers = look.numberFormat { unsafe format_set_num_format(format, numbers) }
    if look.isBordered {
      unsafe format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
      unsafe format_set_border_color(format, 0xC8C8C8)
    }
    if let height = look.height {
      let align = height == .middle ? LXW_ALIGN_VERTICAL_CENTER : LXW_ALIGN_VERTICAL_TOP
      unsafe format_set_align(format, UInt8(align.rawValue))
    }
    if look.isWrapped { unsafe format_set_text_wrap(format) }
    unsafe formats.append(format)
    return Format(index: unsafe formats.count - 1)
  }

  private func pointer(_ format: Format) -> UnsafeMutablePointer<lxw_format>? {
    unsafe formats.indices.contains(format.index) ? formats[format.index] : nil
  }

  // MARK: Sheets

  mutating func sheet(_ name: String) -> Sheet {
    guard let sheet = unsafe workbook_add_worksheet(workbook, name) else {
      check(LXW_ERROR_PARAMETER_VALIDATION)
      return Sheet(index: -1)
    }
    unsafe sheets.append(sheet)
    return Sheet(index: unsafe sheets.count - 1)
  }

  /// Does something to a sheet, unless the library did not make it.
  private mutating func with(
    _ sheet: Sheet, _ act: (UnsafeMutablePointer<lxw_worksheet>) -> lxw_error
  ) {
    guard unsafe sheets.indices.contains(sheet.index) else { return }
    check(unsafe act(sheets[sheet.index]))
  }

  mutating func setColumn(_ column: Int, width: Int, of sheet: Sheet) {
    unsafe with(sheet) {
      unsafe worksheet_set_column($0, UInt16(column), UInt16(column), Double(width), nil)
    }
  }

  mutating func setRow(_ row: Int, height: Double, of sheet: Sheet) {
    unsafe with(sheet) { unsafe worksheet_set_row($0, UInt32(row), height, nil) }
  }

  mutating func freeze(rows: Int, columns: Int, of sheet: Sheet) {
    unsafe with(sheet) {
      unsafe worksheet_freeze_panes($0, UInt32(rows), UInt16(columns))
      return LXW_NO_ERROR
    }
  }

  mutating func filter(rows: Int, columns: Int, of sheet: Sheet) {
    unsafe with(sheet) { unsafe worksheet_autofilter($0, 0, 0, UInt32(rows), UInt16(columns - 1)) }
  }

  struct Page {
    var header: String
    var footer: String
    var repeatsFirstRow: Bool
    var rows: Int
    var columns: Int
  }

  /// A4 across, as wide as the page.
  mutating func setPage(_ page: Page, of sheet: Sheet) {
    unsafe with(sheet) { sheet in
      unsafe worksheet_set_landscape(sheet)
      unsafe worksheet_set_paper(sheet, 9)
      unsafe worksheet_fit_to_pages(sheet, 1, 0)
      unsafe worksheet_set_margins(sheet, 0.4, 0.4, 0.7, 0.6)
      unsafe _ = worksheet_set_header(sheet, page.header)
      unsafe _ = worksheet_set_footer(sheet, page.footer)
      if page.repeatsFirstRow { unsafe _ = worksheet_repeat_rows(sheet, 0, 0) }
      return unsafe worksheet_print_area(
        sheet, 0, 0, UInt32(max(page.rows - 1, 0)), UInt16(page.columns - 1))
    }
  }

  // MARK: Cells

  mutating func write(_ text: String, _ row: Int, _ column: Int, _ format: Format, in sheet: Sheet)
  {
    let format = unsafe pointer(format)
    unsafe with(sheet) {
      unsafe worksheet_write_string($0, UInt32(row), UInt16(column), text, format)
    }
  }

  mutating func write(
    _ text: String, linkedTo address: String, _ row: Int, _ column: Int, _ format: Format,
    in sheet: Sheet
  ) {
    let format = unsafe pointer(format)
    unsafe with(sheet) {
      let result = unsafe worksheet_write_url($0, UInt32(row), UInt16(column), address, format)
      if result != LXW_NO_ERROR { return result }
      return unsafe worksheet_write_string($0, UInt32(row), UInt16(column), text, format)
    }
  }

  mutating func write(
    _ number: Double, _ row: Int, _ column: Int, _ format: Format, in sheet: Sheet
  ) {
    let format = unsafe pointer(format)
    unsafe with(sheet) {
      unsafe worksheet_write_number($0, UInt32(row), UInt16(column), number, format)
    }
  }

  mutating func writeBlank(_ row: Int, _ column: Int, _ format: Format, in sheet: Sheet) {
    let format = unsafe pointer(format)
    unsafe with(sheet) { unsafe worksheet_write_blank($0, UInt32(row), UInt16(column), format) }
  }

  // MARK: Colours by value

  enum Test {
    case equals(String)
    case above(Double)
  }

  mutating func shade(
    column: Int, rows: ClosedRange<Int>, where test: Test, _ format: Format, in sheet: Sheet
  ) {
    let format = unsafe pointer(format)
    unsafe with(sheet) { sheet in
      func apply(_ change: (inout lxw_conditional_format) -> Void) -> lxw_error {
        var shade = unsafe lxw_conditional_format()
        unsafe shade.type = UInt8(LXW_CONDITIONAL_TYPE_CELL.rawValue)
        unsafe shade.format = unsafe format
        unsafe change(&shade)
        return unsafe worksheet_conditional_format_range(
          sheet, UInt32(rows.lowerBound), UInt16(column), UInt32(rows.upperBound), UInt16(column),
          &shade)
      }
      switch test {
      case .equals(let text):
        // In a formula a quote within a text is written twice.
        let quoted =
          "\""
          + text.split(separator: "\"", omittingEmptySubsequences: false)
          .joined(separator: "\"\"") + "\""
        return unsafe quoted.withCString { quoted in
          unsafe apply {
            unsafe $0.criteria = UInt8(LXW_CONDITIONAL_CRITERIA_EQUAL_TO.rawValue)
            unsafe $0.value_string = UnsafeMutablePointer(mutating: quoted)
          }
        }
      case .above(let number):
        return unsafe apply {
          unsafe $0.criteria = UInt8(LXW_CONDITIONAL_CRITERIA_GREATER_THAN.rawValue)
          unsafe $0.value = number
        }
      }
    }
  }
}
