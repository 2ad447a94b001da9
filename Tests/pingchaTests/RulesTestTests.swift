import Foundation
import FoundationXML
import Testing

/// `rules test` as an author of rules uses it.
@Suite struct RulesTestTests {
  let folder: SampleFolder

  init() throws { folder = try SampleFolder() }

  private static let rule = "Rules/sample/service/in-time.yaml"

  private func lengthen() throws {
    let text = try folder.text(Self.rule)
    try folder.write(Self.rule, text.replacingOccurrences(of: "days(7)", with: "days(9)"))
  }

  private func test(_ arguments: String...) throws -> Program.Run {
    try Program.run(["rules", "test"] + arguments + ["--lang", "en"], in: folder)
  }

  @Test func `a failure shows both outcomes, how it came about, and the line`() throws {
    try lengthen()
    let run = try test()
    #expect(run.status == 1)
    for part in [
      "sample.service.in-time", "violated", "satisfied", "in-time.yaml:13:",
      "decision.served_on = 2024-03-09",
    ] {
      #expect(run.output.contains(part), "\(part)\n\(run.output)")
    }
  }

  @Test func `rules are chosen by id or by how it begins`() throws {
    #expect(try test("sample.service.in-time").output.contains("5 passed, 0 failed"))
    #expect(try test("sample.service").output.contains("5 passed, 0 failed"))
    #expect(try test("sample.servise").status == 2)
  }

  @Test func `JUnit has a suite a rule and a failure with its text`() throws {
    try lengthen()
    let run = try test("--format", "junit")
    #expect(run.status == 1)
    let document = try XMLDocumentSummary(run.output)
    #expect(document.root == "testsuites")
    #expect(document.counts["testcase"] ?? 0 >= 5)
    #expect(document.counts["failure"] == 1)
    #expect(document.counts["testsuite"] == 2)
  }

  @Test func `watching runs again when a file is saved`() throws {
    let run = try Program.shell(
      """
      pingcha rules test --watch --lang en > out 2> err & pid=$!
      for i in $(seq 200); do grep -q passed out && break; sleep 0.1; done
      sed -i 's/days(7)/days(9)/' \(Self.rule)
      for i in $(seq 200); do grep -q '1 failed' out && break; sleep 0.1; done
      pkill -P $pid; kill $pid
      """, in: folder)
    #expect(run.hasExited)
    #expect(try folder.text("out").contains("0 failed"))
    #expect(try folder.text("out").contains("1 failed"))
    #expect(try folder.text("err").contains("Ctrl-C"))
  }
}

/// What a document in XML is made of, as a parser that knows nothing of us reads it.
private final class XMLDocumentSummary: NSObject, XMLParserDelegate {
  private(set) var root: String?
  private(set) var counts: [String: Int] = [:]

  init(_ text: String) throws {
    super.init()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = self
    try #require(parser.parse(), "\(text)")
  }

  func parser(
    _ parser: XMLParser, didStartElement elementName: String, namespaceURI: String?,
    qualifiedName qName: String?, attributes attributeDict: [String: String] = [:]
  ) {
    if root == nil { root = elementName }
    counts[elementName, default: 0] += 1
  }
}
