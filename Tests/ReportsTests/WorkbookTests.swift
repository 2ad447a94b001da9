import Findings
import Reports
import SourceText
import TestSupport
import Testing
import WorkCalendar

@Suite struct WorkbookTests {
  private func workbook(_ audit: Audit, _ language: Language = .zh) -> Workbook {
    AuditWorkbook(
      audit, language: language, groupings: [.office, .month],
      links: CaseFileLinks(workbook: "out/a.xlsx")
    ).workbook()
  }

  private func sheet(_ name: String, of workbook: Workbook) throws -> WorkbookSheet {
    try #require(workbook.sheets.first { $0.name == name })
  }

  @Test("holds one of everything", arguments: Language.allCases)
  func everything(language: Language) {
    expectGolden(
      WorkbookText.text(of: workbook(WorkbookFixture.audit, language)),
      named: "workbook.\(language.rawValue).txt")
  }

  @Test func `holds a batch without a finding`() {
    expectGolden(
      WorkbookText.text(of: workbook(WorkbookFixture.empty)), named: "workbook-empty.zh.txt")
  }

  @Test("has names and widths that spreadsheets take", arguments: Language.allCases)
  func names(language: Language) {
    let sheets = workbook(WorkbookFixture.audit, language).sheets
    #expect(Set(sheets.map(\.name)).count == sheets.count)
    for sheet in sheets {
      #expect(sheet.name.count <= 31 && !sheet.name.contains { "[]:*?/\\".contains($0) })
      #expect(sheet.rows.allSatisfy { $0.count <= sheet.columns.count }, "\(sheet.name)")
      #expect(sheet.shades.allSatisfy { sheet.columns.indices.contains($0.column) })
      if sheet.isTable {
        #expect(sheet.rows.allSatisfy { $0.count == sheet.columns.count }, "\(sheet.name)")
      }
    }
  }

  @Test func `an article leads to its row`() throws {
    let workbook = workbook(WorkbookFixture.audit)
    var seen = 0
    for row in try sheet("问题清单", of: workbook).rows {
      guard case .row(let number, let name)? = row[7].link else { continue }
      #expect(try sheet(name, of: workbook).rows[number - 2][2].value == row[7].value)
      seen += 1
    }
    #expect(seen > 0)
  }

  @Test func `what the items lost adds up to what the case lost`() throws {
    let rows = try sheet("扣分明细", of: workbook(WorkbookFixture.audit)).rows
    let lost = rows.reduce(Points.zero) { sum, row in
      if case .points(let points) = row[5].value { sum + points } else { sum }
    }
    let score = ScoreFixture.late
    #expect(
      lost == score.lost.least + score.deductions.reduce(.zero) { $0 + $1.lost.least })
  }

  @Test(
    "leads from the workbook to the file of a case",
    arguments: [
      (workbook: "a.xlsx", source: "Cases/x/case.yaml", path: "Cases/x/case.yaml"),
      ("out/a.xlsx", "Cases/x/case.yaml", "../Cases/x/case.yaml"),
      ("./out/b/a.xlsx", "./out/case.yaml", "../case.yaml"),
      ("out/a.xlsx", "batch.ndjson:17", "../batch.ndjson"),
      ("../a.xlsx", "Cases/x/case.yaml", nil),
      ("../a.xlsx", "../Cases/x/case.yaml", "Cases/x/case.yaml"),
      ("/r/a.xlsx", "/r/Cases/case.yaml", "Cases/case.yaml"),
      ("/r/a.xlsx", "Cases/case.yaml", nil), ("a.xlsx", "/r/case.yaml", nil),
      ("a.xlsx", "-:3", nil), (nil, "Cases/case.yaml", nil), ("/a.xlsx", "/../case.yaml", nil),
    ] as [(workbook: String?, source: String, path: String?)])
  func links(workbook: String?, source: String, path: String?) {
    #expect(CaseFileLinks(workbook: workbook).path(to: source) == path)
  }
}
