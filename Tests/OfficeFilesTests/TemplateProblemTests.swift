import Findings
import Reports
import SourceText
import Testing

@testable import OfficeFiles

@Suite struct TemplateProblemTests {
  /// What is wrong with a part, with `«…»` around the place.
  private func problem(_ marked: String) -> (code: String, text: String, line: Int, column: Int)? {
    let text = marked.replacing("«", with: "").replacing("»", with: "")
    do {
      _ = try LetterTemplate(
        MadeUpTemplate.docx([("word/document.xml", text)]), path: "a.docx")
      return nil
    } catch let OfficeFileProblem.template(located) {
      let range = located.diagnostic.range
      let bytes = Array(text.utf8)[Int(range.start)..<Int(range.end)]
      #expect(located.file == "a.docx(word/document.xml)")
      #expect(located.diagnostic.help != nil)
      return (
        located.diagnostic.code, String(decoding: bytes, as: UTF8.self), located.place?.line ?? 0,
        located.place?.column ?? 0
      )
    } catch {
      Issue.record("\(error)")
      return nil
    }
  }

  @Test(
    "tells what is wrong with a tag, and where",
    arguments: [
      ("tag-without-end", "«{{»office"), ("tag-without-end", "公示«{{»office} }"),
      ("tag-without-name", "«{{ }}»"), ("tag-without-name", "«{{#}}»"),
      ("tag-not-supported", "«{{{office}}}»"), ("tag-not-supported", "«{{&amp; office}}»"),
      ("tag-not-supported", "«{{&gt; part}}»"), ("tag-not-supported", "«{{=[ ]=}}»"),
      ("tag-not-supported", "«{{% CONTENT_TYPE:TEXT}}»"),
      ("unknown-name", "«{{offise}}»"), ("unknown-name", "«{{cases.name}}»"),
      ("unknown-name", "{{#cases}}«{{remedy}}»{{/cases}}"),
      ("unknown-name", "{{^cases}}«{{title}}»{{/cases}}"),
      ("unknown-name", "«{{count(cases)}}»"),
      ("not-a-text", "«{{cases}}»"), ("not-a-text", "«{{standard}}»"),
      ("not-a-text", "«{{standard.is_ours}}»"),
      ("section-without-end", "公«{{#cases}}»{{name}}"),
      ("end-without-section", "«{{/cases}}»"),
      ("wrong-end", "{{#cases}}{{#violations}}«{{/cases}}»{{/violations}}"),
    ])
  func tags(code: String, text: String) throws {
    let marked = "<w:d>\n<w:p><w:r><w:t>案\(text)</w:t></w:r></w:p></w:d>"
    let found = try #require(problem(marked))
    #expect(found.code == code)
    let wanted = try #require(marked.firstMatch(of: /«(.*)»/)).output.1
    #expect(found.text == wanted)
    let before = marked.prefix { $0 != "«" }.split(separator: "\n").last?.count ?? 0
    #expect(found.line == 2 && found.column == before + 1)
  }

  @Test func `a section cannot begin in a table and end outside`() throws {
    let made = MadeUpTemplate.self
    let row = "<w:tbl><w:tr>\(made.cell("{{#cases}}"))</w:tr></w:tbl>"
    let found = try #require(problem(made.document(row + made.paragraph("{{/cases}}"))))
    #expect(found.code == "section-across" && found.text == "{{/cases}}")
  }

  @Test(
    "tells what is wrong with the XML",
    arguments: ["<w:d>«</w:p>»</w:d>", "«<w:d>»<w:p></w:p>", "<w:d>«<»w:p", "<w:d>«<»!-- "])
  func xml(marked: String) throws {
    let found = try #require(problem(marked))
    #expect(found.code == "bad-xml")
    #expect(found.text == (try #require(marked.firstMatch(of: /«(.*)»/)).output.1))
  }

  @Test("a file that is no document is told as a whole", arguments: [true, false])
  func noDocument(isArchive: Bool) throws {
    let bytes = isArchive ? try MadeUpTemplate.docx([("a.txt", "")]) : Array("PK nothing".utf8)
    #expect {
      try LetterTemplate(bytes, path: "a.docx")
    } throws: { error in
      guard case OfficeFileProblem.template(let located) = error else { return false }
      return located.diagnostic.code == "no-document" && located.place == nil
    }
  }

  @Test func `a name that is nearly right is suggested`() throws {
    do {
      _ = try MadeUpTemplate.template(MadeUpTemplate.paragraph("{{#cases}}{{titel}}{{/cases}}"))
      Issue.record("nothing was thrown")
    } catch let OfficeFileProblem.template(located) {
      #expect(located.diagnostic.help?.en == "Did you mean `title`?")
    }
  }
}
