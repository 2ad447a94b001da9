import OfficeFiles
import Reports
import Testing

@Suite struct XLSXFileTests {
  /// The parts of a workbook by name.
  private func parts(_ workbook: Workbook) throws -> [String: String] {
    try Dictionary(
      uniqueKeysWithValues: OfficePackage(reading: XLSXFile.bytes(of: workbook)).parts.map {
        ($0.name, String(decoding: $0.bytes, as: UTF8.self))
      })
  }

  private func sheet(_ number: Int, _ workbook: Workbook = SmallWorkbook.workbook) throws -> String
  {
    try #require(parts(workbook)["xl/worksheets/sheet\(number).xml"])
  }

  @Test func `the same workbook is the same bytes, and no clock is read`() throws {
    let workbook = SmallWorkbook.workbook
    #expect(try XLSXFile.bytes(of: workbook) == XLSXFile.bytes(of: workbook))
    let core = try #require(parts(workbook)["docProps/core.xml"])
    #expect(core.contains("2024-12-31T00:00:00Z"))
  }

  @Test(
    "writes values of their types",
    arguments: [
      (cell: "C2", value: "45580"), ("D2", "10"), ("E2", "95.23999999999999"), ("F2", "0.25"),
      ("E3", "8"),
    ])
  func values(cell: String, value: String) throws {
    let xml = try sheet(1)
    #expect(
      xml.firstMatch(of: try Regex("<c r=\"\(cell)\" s=\"[0-9]+\"><v>\(value)</v>")) != nil)
  }

  @Test func `no text is taken for a formula`() throws {
    let parts = try parts(SmallWorkbook.workbook)
    #expect(!parts.values.contains { $0.contains("<f>") })
    let shared = try #require(parts["xl/sharedStrings.xml"])
    #expect(shared.contains("<t>=1+1</t>") && shared.contains("&lt;&amp;&gt;_x0001_"))
  }

  @Test func `a day before March 1900 is written in words`() throws {
    #expect(
      try #require(parts(SmallWorkbook.workbook)["xl/sharedStrings.xml"]).contains("1900-02-28"))
  }

  @Test func `links are relative, and lead to rows of other sheets`() throws {
    let parts = try parts(SmallWorkbook.workbook)
    let links = try #require(parts["xl/worksheets/_rels/sheet1.xml.rels"])
    #expect(links.contains(#"Target="../Cases/100%25%20a%23b/案卷.yaml" TargetMode="External""#))
    #expect(try sheet(1).contains(#"location="'It''s'!A2""#))
  }

  @Test func `headings stay, filter and are printed on every page across A4`() throws {
    let xml = try sheet(1)
    for part in [
      #"<pane xSplit="1" ySplit="1" topLeftCell="B2""#, #"<autoFilter ref="A1:F3"/>"#,
      #"<pageSetup paperSize="9" fitToHeight="0" orientation="landscape"/>"#,
      "第 &amp;P 页，共 &amp;N 页", "评查 &amp;&amp; 结果",
    ] {
      #expect(xml.contains(part), "\(part)")
    }
    let workbook = try #require(parts(SmallWorkbook.workbook)["xl/workbook.xml"])
    #expect(workbook.contains("'问题清单'!$1:$1"))
    #expect(workbook.contains("'问题清单'!$A$1:$D$3"))
  }

  @Test func `colours go by value`() throws {
    let xml = try sheet(1)
    #expect(xml.contains(#"<formula>"重大"</formula>"#))
    #expect(xml.contains(#"<formula>"a""b"</formula>"#))
    #expect(xml.contains(#"<cfRule type="cellIs" dxfId="#))
  }

  @Test func `a text that no cell can hold ends with an ellipsis`() throws {
    var workbook = SmallWorkbook.workbook
    workbook.sheets[0].rows = [[.text(String(repeating: "𠮷", count: 20_000))]]
    let shared = try #require(parts(workbook)["xl/sharedStrings.xml"])
    #expect(shared.contains(String(repeating: "𠮷", count: 16_383) + "…</t>"))
  }

  @Test func `links beyond what a sheet may have are left out, their texts stay`() throws {
    var workbook = SmallWorkbook.workbook
    let address = "https://example.org/" + String(repeating: "a", count: 2_100)
    workbook.sheets[0].rows = [[.text("a", link: .web(address))]]
    #expect(try !sheet(1, workbook).contains("<hyperlink "))
    #expect(try #require(parts(workbook)["xl/sharedStrings.xml"]).contains("<t>a</t>"))
  }

  @Test func `more rows than a sheet can hold are refused`() {
    var workbook = SmallWorkbook.workbook
    workbook.sheets[0].rows = Array(repeating: [], count: 1_048_576)
    #expect(throws: OfficeFileProblem.tooManyRows(sheet: "问题清单", limit: 1_048_576)) {
      try XLSXFile.bytes(of: workbook)
    }
  }
}
