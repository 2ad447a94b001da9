import Findings
import Reports
import WorkCalendar

/// A workbook with a cell of every type.
enum SmallWorkbook {
  static let workbook: Workbook = {
    var table = WorkbookSheet(
      "问题清单",
      [
        .init("案号", width: 20), .init("等级", width: 10), .init("期限", width: 12),
        .init("逾期（日）", width: 8), .init("得分", width: 8), .init("比例", width: 8),
      ])
    table.frozenColumns = 1
    table.printedColumns = 4
    table.shades = [
      .init(column: 1, .equals("重大"), .serious), .init(column: 1, .equals("a\"b"), .grave),
      .init(column: 3, .above(0), .grave),
    ]
    table.rows = [
      [
        .text("黔东南市监罚〔2024〕137号", link: .file("../Cases/100% a#b/案卷.yaml")), .text("重大"),
        .date(day(2024, 10, 15)), .count(10), .points(Points(hundredths: 9524)), .share(1, of: 4),
      ],
      [
        .text("=1+1", link: .row(2, sheet: "It's")), .text("<&>\u{1}"), .date(day(1900, 2, 28)),
        .empty, .points(Points(8)), .share(0, of: 4),
      ],
    ]
    var other = WorkbookSheet("It's", [.init("", width: 30)])
    other.isTable = false
    other.rows = [
      [.text("总览", .title)], [], [.text("公示 & 公开", .section, link: .web("https://example.org/a"))],
    ]
    return Workbook(
      title: "评查 & 结果", asOf: day(2024, 12, 31), pageFooter: "第 {page} 页，共 {pages} 页",
      typeface: "宋体", sheets: [table, other])
  }()

  static func day(_ year: Int, _ month: Int, _ day: Int) -> CivilDate {
    guard let day = CivilDate(year: year, month: month, day: day) else {
      preconditionFailure("no such day")
    }
    return day
  }
}
