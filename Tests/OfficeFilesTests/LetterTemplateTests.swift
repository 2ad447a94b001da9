import Reports
import TestSupport
import Testing

@testable import OfficeFiles

@Suite struct LetterTemplateTests {
  private typealias Made = MadeUpTemplate

  private func preserved(_ text: String) -> String {
    "<w:p><w:r><w:t xml:space=\"preserve\">\(text)</w:t></w:r></w:p>"
  }

  @Test(
    "a tag may be cut anywhere",
    arguments: [
      "{{office}}", "{|{office}}", "{{|office}}", "{{off|ice}}", "{{office|}}", "{{office}|}",
      "{|{|of|fice|}|}", "{{ office }}",
    ])
  func cut(tag: String) throws {
    let filled = try Made.filled(Made.paragraph("致" + tag + "："))
    let text = filled.replacing(/<[^>]*>/, with: "")
    #expect(text == "致某县&lt;&amp;&gt;局：")
  }

  @Test func `what is put in is text, and only characters that XML allows`() throws {
    let letter = Made.letter(office: "<w:p/>\u{0}\u{B}a\nb\u{FFFF}𠮷", cases: [])
    #expect(
      try Made.filled(Made.paragraph("{{office}}"), letter) == preserved("&lt;w:p/&gt;a b𠮷"))
  }

  @Test func `a paragraph with only a section's tag goes with it`() throws {
    let body = [" {{#ca|ses}} ", "{{name}}", "{{/cases}}", "{{! note }}"].map(Made.paragraph)
    #expect(try Made.filled(body.joined()) == preserved("甲案") + preserved("乙案"))
  }

  @Test func `a paragraph with a picture or a page break stays`() throws {
    let body = "<w:p><w:r><w:br/><w:t>{{! note }}</w:t></w:r></w:p>"
    #expect(try Made.filled(body).contains("<w:br/>"))
  }

  @Test func `a row with only a section's tag goes with it`() throws {
    func row(_ cells: String...) -> String {
      "<w:tr>" + cells.map(Made.cell).joined() + "</w:tr>"
    }
    let body =
      "<w:tbl>" + row("案", "名") + row("{{#cases}}", "") + row("{{name}}", "a")
      + row("", "{{/cases}}")
      + "</w:tbl>"
    let filled = try Made.filled(body)
    #expect(filled.components(of: "<w:tr>") == 3)
    #expect(filled.contains("甲案") && filled.contains("乙案"))
  }

  @Test func `a cell whose paragraphs fell away gets one`() throws {
    let cell =
      "<w:tc>" + ["{{#clean_cases}}", "{{name}}", "{{/clean_cases}}"].map(Made.paragraph).joined()
      + "</w:tc>"
    let filled = try Made.filled("<w:tbl><w:tr>\(cell)<w:tc><w:p/></w:tc></w:tr></w:tbl>")
    #expect(
      filled == "<w:tbl><w:tr><w:tc><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>")
  }

  @Test func `sections within a sentence, over runs, and the other way round`() throws {
    let text = "{{#cases}}{{name}}|、{{/cases}}{{^standard}}未评分{{/standard}}"
    let filled = try Made.filled(Made.paragraph(text))
    #expect(filled.replacing(/<[^>]*>/, with: "") == "甲案、乙案、未评分")
    #expect(throws: Never.self) { try XMLPiece.all(of: Array(filled.utf8)) }
  }

  @Test func `what there is not is not looked for further out`() throws {
    let filled = try Made.filled(Made.paragraph("{{#cases}}[{{number}}]{{/cases}}{{number}}"))
    #expect(filled.replacing(/<[^>]*>/, with: "") == "[][]外")
  }

  @Test func `headers and footers are filled, other parts stay as they are`() throws {
    let parts = [
      ("word/document.xml", Made.document("")),
      ("word/header1.xml", "<a><w:p><w:t>{{sender}}</w:t></w:p></a>"),
      ("word/footer12.xml", "<a><w:p><w:t>{{sender}}</w:t></w:p></a>"),
      ("word/styles.xml", "{{sender}}"), ("word/headers.xml", "{{sender}}"),
    ]
    let template = try LetterTemplate(Made.docx(parts), path: "a.docx")
    let filled = try OfficePackage(reading: template.docx(of: Made.letter)).parts
    let texts = filled.map { String(decoding: $0.bytes, as: UTF8.self) }
    #expect(filled.map(\.name) == parts.map(\.0))
    #expect(texts[1].contains("某司法局") && texts[2].contains("某司法局"))
    #expect(texts[3] == "{{sender}}" && texts[4] == "{{sender}}")
  }

  @Test func `the same letter is the same bytes`() throws {
    let template = try Made.template(Made.paragraph("{{office}}"))
    #expect(try template.docx(of: Made.letter) == template.docx(of: Made.letter))
  }
}

extension String {
  fileprivate func components(of part: String) -> Int {
    split(separator: part, omittingEmptySubsequences: false).count - 1
  }
}
