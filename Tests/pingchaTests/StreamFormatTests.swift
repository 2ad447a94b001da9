import Foundation
import Testing

/// Where findings of a line of a stream are said to stand.
@Suite struct StreamFormatTests {
  let folder: SampleFolder

  init() throws {
    folder = try SampleFolder()
    let lines = [SampleFolder.line(1), SampleFolder.line(2, servedOn: "2024-03-20")]
    try folder.write("batch.ndjson", lines.joined())
  }

  private func check(_ format: String) throws -> String {
    let arguments = ["check", "batch.ndjson", "--as-of", "2024-12-31", "--format", format]
    return try Program.run(arguments, in: folder).output
  }

  @Test func `a region of SARIF cuts the fact out of its line`() throws {
    let log = try JSONSerialization.jsonObject(with: Data(check("sarif").utf8)) as? [String: Any]
    let run = try #require((log?["runs"] as? [[String: Any]])?.first)
    let result = try #require((run["results"] as? [[String: Any]])?.first)
    let location = try #require((result["locations"] as? [[String: Any]])?.first)
    let place = try #require(location["physicalLocation"] as? [String: Any])
    let file = try #require(place["artifactLocation"] as? [String: Any])
    #expect(file["uri"] as? String == "batch.ndjson")
    let region = try #require(place["region"] as? [String: Int])
    #expect(region["startLine"] == 2)
    let line = try folder.text("batch.ndjson").split(separator: "\n")[1].unicodeScalars
    // 汉字 stand before the fact.
    let start = try #require(region["startColumn"])
    let end = try #require(region["endColumn"])
    #expect(
      line.dropFirst(start - 1).prefix(end - start).elementsEqual("\"2024-03-20\"".unicodeScalars))
  }

  @Test("the file is the stream", arguments: ["github", "gitlab", "csv", "junit"])
  func file(format: String) throws {
    let text = try check(format)
    #expect(text.contains("batch.ndjson"))
    #expect(!text.contains("batch.ndjson:2\"") && !text.contains("batch.ndjson%3A2"))
  }
}
