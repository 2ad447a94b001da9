import Findings
import FoundationEssentials
import Reports
import SourceText
import TestSupport
import Testing

@Suite struct ReviewJSONPrinterTests {
  private func json(
    _ review: Review, layout: ReviewJSONPrinter.Layout = .document
  ) -> String {
    var text = ""
    ReviewJSONPrinter(layout: layout) { text += $0 }.print(review)
    return text
  }

  @Test func `prints one of everything`() {
    expectGolden(json(Fixture.review), named: "review.json")
  }

  @Test func `prints a review without findings`() {
    expectGolden(json(Fixture.empty), named: "empty.json")
  }

  @Test func `prints one object a line`() throws {
    let text = json(Fixture.review, layout: .lines)
    expectGolden(text, named: "review.ndjson")
    let lines = text.split(separator: "\n")
    let types = try lines.map { line in
      try JSONDecoder().decode(JSONValue.self, from: Data(line.utf8))["type"]
    }
    #expect(
      types == [.text("header"), .text("case"), .text("case"), .text("case"), .text("summary")])
  }

  @Test("keeps to the schema", arguments: [true, false])
  func schema(hasFindings: Bool) throws {
    let schema = try JSONSchema(documentation("schemas/review.schema.json"))
    let text = json(hasFindings ? Fixture.review : Fixture.empty)
    let value = try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
    #expect(schema.problems(of: value) == [])
  }

  @Test func `the schema tells a wrong document`() throws {
    let schema = try JSONSchema(documentation("schemas/review.schema.json"))
    let text = json(Fixture.review)
    for (right, wrong) in [
      ("\"outcome\": \"pending\"", "\"outcome\": \"late\""),
      ("\"days_late\": 10", "\"days_late\": \"10\""),
      ("\"page\":", "\"pages\":"),
      ("\"due\": \"2024-10-15\"", "\"due\": \"15 October\""),
      ("\"version\": 1", "\"version\": 2"),
    ] {
      #expect(text.contains(right))
      let value = try JSONDecoder().decode(
        JSONValue.self, from: Data(text.replacing(right, with: wrong).utf8))
      #expect(schema.problems(of: value) != [], "\(wrong)")
    }
  }

  @Test func `every member is explained`() throws {
    let schema = try JSONSchema(documentation("schemas/review.schema.json"))
    let page = String(decoding: try documentation("review-json.md"), as: UTF8.self)
    for name in schema.memberNames { #expect(page.contains("`\(name)`"), "\(name)") }
  }

  @Test func `the example of the page keeps to the schema`() throws {
    let schema = try JSONSchema(documentation("schemas/review.schema.json"))
    let page = String(decoding: try documentation("review-json.md"), as: UTF8.self)
    let start = try #require(page.firstRange(of: "```json\n"))
    let end = try #require(page[start.upperBound...].firstRange(of: "```"))
    let example = page[start.upperBound..<end.lowerBound]
    let value = try JSONDecoder().decode(JSONValue.self, from: Data(example.utf8))
    #expect(schema.problems(of: value, by: "finding") == [])
  }

  @Test(
    "escapes what JSON needs and nothing else",
    arguments: [
      ("\"\\/", #""\"\\/""#), ("\n\r\t\u{0}\u{1F}\u{7F}", #""\n\r\t\u0000\u001f\u007f""#),
      ("汉字“”😀", "\"汉字“”😀\""), ("\u{2028}", #""\u2028""#),
    ])
  func escapes(text: String, expected: String) throws {
    var review = Fixture.clean
    review.caseTitle = text
    let printed = json(
      Review(asOf: Fixture.day("2024-12-31"), cases: [review], diagnostics: [], rules: []))
    #expect(printed.contains("\"title\": \(expected),\n"))
    let value = try JSONDecoder().decode(JSONValue.self, from: Data(printed.utf8))
    #expect(value["cases"]?[0]?["title"] == .text(text))
  }

  private func documentation(_ name: String) throws -> Data {
    let bytes = ProjectFolder.bytes(atPath: ProjectFolder.root + "/Documentation/" + name)
    return Data(try #require(bytes))
  }
}
