import Findings
import Project
import SourceText
import TestSupport
import Testing

/// What the file of a baseline says, and what is told of one that cannot be used.
@Suite struct BaselineFileTests {
  private static func read(_ text: String) throws -> Baseline {
    try BaselineFile.read(
      SourceFile(path: "known.json", text: text), rules: WaiverReaderTests.rules)
  }

  private static func file(_ entry: String) -> String {
    #"{"format":"pingcha.baseline","version":1,"findings":[\#(entry)]}"#
  }

  @Test func `entries are counted, former ids are present ones`() throws {
    let entry =
      #"{"case":"1","rule":"sample.service.old","check":null,"outcome":"violated","fact":"a","count":2}"#
    let baseline = try Self.read(Self.file(entry + "," + entry))
    let key = FindingKey(
      caseName: "1", rule: "sample.service.in-time", check: nil, outcome: .violated, fact: "a")
    #expect(baseline.counts == [key: 4])
    #expect(try Self.read(Self.file("")).counts.isEmpty)
  }

  @Test(
    "a mistake is told at its place",
    arguments: [
      ("«[]»", "baseline-shape"), (#"«{"format":"x"}»"#, "baseline-shape"),
      (#"{"format":"pingcha.baseline","version":«2»,"findings":[]}"#, "baseline-version"),
      (file(#"«{"case":"1"}»"#), "baseline-shape"),
      (
        file(#"«{"case":"1","rule":"a","check":null,"outcome":"late","fact":"","count":1}»"#),
        "baseline-shape"
      ),
      (
        file(#"«{"case":"1","rule":"a","check":null,"outcome":"violated","fact":"","count":0}»"#),
        "baseline-shape"
      ),
      (
        file(#"«{"case":"1","rule":null,"check":null,"outcome":"violated","fact":"","count":1}»"#),
        "baseline-shape"
      ),
    ])
  func mistake(marked: String, code: String) throws {
    let marked = MarkedText(marked)
    let problem = #expect(throws: SettingsProblem.self) { try Self.read(marked.text) }
    #expect(problem?.diagnostic.code == code)
    #expect(problem.map { [$0.diagnostic.range] } == marked.ranges)
    #expect(problem?.diagnostic.help?.en.contains("--write-baseline") == true)
  }

  @Test func `what is no JSON is told as such`() throws {
    let problem = #expect(throws: SettingsProblem.self) { try Self.read("{\"format\": ") }
    #expect(problem.map { $0.diagnostic.code == "baseline-shape" } == false)
  }
}
