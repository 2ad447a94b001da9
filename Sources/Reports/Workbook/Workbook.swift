package import Findings
package import WorkCalendar

/// A spreadsheet as a value, before it is a file: what stands where, of which type, and what it
/// leads to. How a format draws it is left to the writer of the format.
package struct Workbook: Hashable, Sendable {
  package var title: String
  /// The day that it tells of, which is also the day that its properties give: no clock is read.
  package var asOf: CivilDate
  /// What stands at the foot of a printed page, with `{page}` and `{pages}` for the numbers.
  package var pageFooter: String
  /// The typeface of every cell.
  package var typeface: String
  package var sheets: [WorkbookSheet]

  package init(
    title: String, asOf: CivilDate, pageFooter: String, typeface: String, sheets: [WorkbookSheet]
  ) {
    self.title = title
    self.asOf = asOf
    self.pageFooter = pageFooter
    self.typeface = typeface
    self.sheets = sheets
  }
}

/// One sheet of a workbook.
package struct WorkbookSheet: Hashable, Sendable {
  package struct Column: Hashable, Sendable {
    package var heading: String
    /// In digits of the body font; a 汉字 takes two.
    package var width: Int

    package init(_ heading: String, width: Int) {
      self.heading = heading
      self.width = width
    }
  }

  /// Unique in the workbook; at most 31 characters, none of them `[]:*?/\`.
  package var name: String
  package var columns: [Column]
  /// From the top; a row may be shorter than the columns. Below the headings, where the sheet is a
  /// table.
  package var rows: [[WorkbookCell]] = []
  /// True where the columns have headings: one row that stays in view, filters what is below, and
  /// is repeated on every printed page.
  package var isTable = true
  /// How many columns from the left stay in view.
  package var frozenColumns = 0
  /// How many columns from the left are printed; all of them for `nil`.
  package var printedColumns: Int?
  package var shades: [Shade] = []

  package init(_ name: String, _ columns: [Column]) {
    self.name = name
    self.columns = columns
  }

  /// The number, from 1, that a spreadsheet gives a row of `rows`.
  package func number(ofRow index: Int) -> Int { index + (isTable ? 2 : 1) }
}

extension WorkbookSheet {
  /// A colour that the cells of a column take by their value, also after somebody has changed it.
  package struct Shade: Hashable, Sendable {
    package enum Test: Hashable, Sendable {
      case equals(String)
      case above(Int)
    }

    package enum Tone: Hashable, Sendable, CaseIterable {
      case grave, serious, slight, open, remark
    }

    package var column: Int
    package var test: Test
    package var tone: Tone

    package init(column: Int, _ test: Test, _ tone: Tone) {
      self.column = column
      self.test = test
      self.tone = tone
    }
  }
}

/// One cell: a value of its type, how it is dressed, and where a click leads.
package struct WorkbookCell: Hashable, Sendable {
  package enum Value: Hashable, Sendable {
    case empty
    case text(String)
    case count(Int)
    case points(Points)
    /// A part of a whole that is not zero, shown in per cent.
    case share(Int, of: Int)
    case date(CivilDate)
  }

  package enum Dress: Hashable, Sendable, CaseIterable {
    case body
    /// The name of the whole, once a workbook.
    case title
    /// Over a block of a sheet that is no table.
    case section
    /// Over a column.
    case heading
    /// Beside or below a figure.
    case note
  }

  package enum Link: Hashable, Sendable {
    /// A file by its path from the folder of the workbook.
    case file(String)
    case web(String)
    /// A row of a sheet of the workbook, from 1.
    case row(Int, sheet: String)
  }

  package var value: Value
  package var dress: Dress
  package var link: Link?

  package init(_ value: Value, _ dress: Dress = .body, link: Link? = nil) {
    self.value = value
    self.dress = dress
    self.link = link
  }

  package static let empty = WorkbookCell(.empty)

  package static func text(_ text: String?, _ dress: Dress = .body, link: Link? = nil) -> Self {
    guard let text, !text.isEmpty else { return empty }
    return WorkbookCell(.text(text), dress, link: link)
  }

  package static func count(_ count: Int?) -> Self {
    count.map { WorkbookCell(.count($0)) } ?? empty
  }

  package static func points(_ points: Points?) -> Self {
    points.map { WorkbookCell(.points($0)) } ?? empty
  }

  package static func date(_ date: CivilDate?) -> Self {
    date.map { WorkbookCell(.date($0)) } ?? empty
  }

  /// Empty where there is no whole.
  package static func share(_ part: Int, of whole: Int) -> Self {
    whole > 0 ? WorkbookCell(.share(part, of: whole)) : empty
  }
}
