import Findings
import FoundationEssentials
import Reports
import SourceText
import TestSupport
import Testing

@Suite struct CoveragePrinterTests {
  private func text(_ language: Language, _ print: (CoverageTextPrinter) -> Void) -> String {
    var text = ""
    print(CoverageTextPrinter(language: language, colour: false) { text += $0 })
    return text
  }

  @Test("prints what is shown", arguments: Language.allCases)
  func whole(language: Language) {
    expectGolden(
      text(language) { $0.print(CoverageFixture.report) },
      named: "coverage.\(language.rawValue).txt")
  }

  @Test("prints what is missing", arguments: Language.allCases)
  func gaps(language: Language) {
    expectGolden(
      text(language) { $0.printGaps(of: CoverageFixture.report) },
      named: "coverage-gaps.\(language.rawValue).txt")
  }

  private let diagnostic = LocatedDiagnostic(
    diagnostic: Diagnostic(
      severity: .warning, code: "unneeded-exception",
      message: BilingualText(zh: "不再需要", en: "no longer needed"), range: .none),
    place: nil, file: "Rules/proof.yaml")

  @Test func `prints what is shown as JSON`() {
    var text = ""
    CoverageJSONPrinter { text += $0 }.print(CoverageFixture.report, diagnostics: [diagnostic])
    expectGolden(text, named: "coverage.json")
  }

  @Test func `prints what is missing as JSON, every gap with the same keys`() throws {
    var text = ""
    CoverageJSONPrinter { text += $0 }.printGaps(of: CoverageFixture.report, diagnostics: [])
    expectGolden(text, named: "coverage-gaps.json")
    let document = try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
    guard case .array(let gaps)? = document["gaps"] else {
      Issue.record("there are no gaps")
      return
    }
    let keys = gaps.map { gap -> [String] in
      if case .object(let members) = gap { members.keys.sorted() } else { [] }
    }
    #expect(gaps.count == 6)
    #expect(Set(keys).count == 1)
  }

  @Test("draws a page", arguments: Language.allCases)
  func page(language: Language) {
    var html = ""
    CoverageHTMLPage(
      sources: { $0 == CoverageFixture.file.path ? CoverageFixture.file : nil },
      language: language, sink: { html += $0 }
    ).print(CoverageFixture.report)
    expectGolden(html, named: "coverage.\(language.rawValue).html")
  }

  @Test func `the page holds the text of the rule as it is, and nothing from outside`() {
    var html = ""
    CoverageHTMLPage(
      sources: { _ in CoverageFixture.file }, language: .en, sink: { html += $0 }
    ).print(CoverageFixture.report)
    #expect(html.contains("o.name &lt; &quot;乙&quot;"))
    for outside in ["http:", "https:", "src=", "@import", "url(", "<script"] {
      #expect(!html.contains(outside), "\(outside)")
    }
    #expect(html.ranges(of: "<span").count == html.ranges(of: "</span>").count)
  }

  @Test func `nothing to tell is told`() {
    #expect(
      text(.en) { $0.print(CoverageReport(groups: [])) } == "0 gaps; 0 examples\n")
  }
}
