import Findings
import Reports
import SourceText
import TestSupport
import Testing

@Suite struct AuditPrinterTests {
  static let languages: [Language] = [.zh, .en]

  private func markdown(_ audit: Audit, _ language: Language) -> String {
    let stream = TextStream()
    MarkdownAuditPrinter(language: language, groupings: AuditGrouping.allCases)
      .print(audit, to: stream)
    return stream.text
  }

  private func html(_ audit: Audit, _ language: Language = .zh) -> String {
    let stream = TextStream()
    HTMLAuditPrinter(language: language, groupings: AuditGrouping.allCases)
      .print(audit, to: stream)
    return stream.text
  }

  @Test("Markdown, one of everything", arguments: languages)
  func markdown(language: Language) {
    expectGolden(markdown(AuditFixture.audit, language), named: "audit.\(language).md")
  }

  @Test("Markdown, nothing found", arguments: languages)
  func emptyMarkdown(language: Language) {
    expectGolden(markdown(AuditFixture.empty, language), named: "audit-empty.\(language).md")
  }

  @Test("HTML, one of everything", arguments: languages)
  func html(language: Language) {
    expectGolden(html(AuditFixture.audit, language), named: "audit.\(language).html")
  }

  @Test func `HTML, nothing found`() {
    expectGolden(html(AuditFixture.empty), named: "audit-empty.html")
  }

  @Test func `the digest is of everything but its own line`() throws {
    for text in [html(AuditFixture.audit), markdown(AuditFixture.audit, .en)] {
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      let line = try #require(lines.first { $0.contains("bytes") })
      let rest = text.utf8.count - line.utf8.count - 1
      #expect(line.contains("of \(rest) bytes"))
    }
  }

  @Test func `both pages hold the same texts`() {
    let chosen = [html(AuditFixture.audit, .zh), html(AuditFixture.audit, .en)].map { page in
      page.split(separator: "<main id=main>").last.map { $0.filter { !"0123456789".contains($0) } }
    }
    #expect(chosen[0] == chosen[1])
  }

  @Test func `every link of the page leads to a place on it`() {
    let page = html(AuditFixture.audit)
    let targets = page.matches(of: /href="?#([a-z0-9-]+)/).map(\.1)
    let places = Set(page.matches(of: /\sid="?([a-z0-9-]+)/).map(\.1))
    #expect(targets.count > 20)
    for target in targets { #expect(places.contains(target), "#\(target)") }
  }

  @Test func `texts of a record are no markup`() {
    var audit = AuditFixture.empty
    audit.cases[0].number = "</noscript><script>alert(1)</script>"
    audit.cases[0].office = "\"><img src=x>"
    audit.cases[0].findings = AuditFixture.audit.cases[0].findings
    audit.cases[0].outcomes = AuditFixture.audit.cases[0].outcomes
    let page = html(audit)
    #expect(!page.contains("<script>alert"))
    #expect(!page.contains("<img"))
    // The list has its own, and every case one.
    #expect(page.split(separator: "</noscript>").count == 1 + 1 + audit.cases.count)
  }
}
