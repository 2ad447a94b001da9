import Foundation
import Testing

@Suite struct VerbTests {
  let folder: SampleFolder

  init() throws { folder = try SampleFolder() }

  private func json(_ arguments: String...) throws -> [String: Any] {
    let run = try Program.run(arguments + ["--format", "json"], in: folder)
    let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    return try #require(object as? [String: Any])
  }

  @Test(
    "every verb has help with its exit codes and examples",
    arguments: [
      ["check"], ["explain"], ["rules", "list"], ["rules", "show"], ["rules", "lint"],
      ["rules", "test"], ["rules", "coverage"], ["rules", "mutate"], ["rules", "diff"],
      ["rules", "schema"], ["rules", "docs"], ["rules", "new"], ["eval"], ["cases", "verify"],
    ])
  func help(verb: [String]) throws {
    let run = try Program.run(verb + ["--help"], in: folder)
    #expect(run.status == 0)
    #expect(run.errors == "")
    for part in ["EXIT CODES", "EXAMPLES", "  pingcha " + verb.joined(separator: " "), "USAGE"] {
      #expect(run.output.contains(part), "\(part)")
    }
  }

  @Test func `the program says its version and lists its verbs`() throws {
    #expect(try Program.run(["--version"], in: folder).output.contains("."))
    let run = try Program.run(["--help"], in: folder)
    for verb in ["check", "explain", "rules", "eval", "cases"] {
      #expect(run.output.contains("\n  \(verb) "), "\(verb)")
    }
  }

  @Test func `rules list shows family, severity, days and article`() throws {
    let run = try Program.run(["rules", "list", "--family", "service"], in: folder)
    #expect(run.status == 0)
    for part in ["sample.service.in-time", "service", "major", "2020-01-01", "第一条"] {
      #expect(run.output.contains(part), "\(part)")
    }
    #expect(!run.output.contains("sample.decision.reasoned"))
    #expect((try json("rules", "list")["rules"] as? [Any])?.count == 2)
  }

  @Test func `rules show prints the conditions as they are written`() throws {
    let run = try Program.run(["rules", "show", "sample.service.in-time"], in: folder)
    #expect(run.status == 0)
    #expect(run.output.contains("days(7)"))
    #expect(run.output.contains("Due by {due}; served on: {act|not served}."))
    #expect(try json("rules", "show", "sample.service.in-time")["id"] as? String != nil)
  }

  @Test func `rules lint is silent about sound rules and points at a mistake`() throws {
    #expect(try Program.run(["rules", "lint"], in: folder).status == 0)
    #expect((try json("rules", "lint")["diagnostics"] as? [Any])?.isEmpty == true)
    try folder.write(
      "Rules/records/sample.examples/ordinary.yaml",
      SampleFolder.record.replacing("reasoned: true", with: "reasoned: perhaps"))
    let run = try Program.run(["rules", "lint"], in: folder)
    #expect(run.status == 2)
    #expect(run.output.contains("Rules/records/sample.examples/ordinary.yaml:3:"))
  }

  @Test func `rules test ends with the numbers`() throws {
    let run = try Program.run(["rules", "test", "--lang", "zh"], in: folder)
    #expect(run.status == 0)
    #expect(run.output == "7 passed, 0 failed\n")
    let one = try Program.run(
      ["rules", "test", "sample.decision.reasoned"], in: folder)
    #expect(one.output == "2 passed, 0 failed\n")
  }

  @Test func `an example that fails is shown with its line`() throws {
    try folder.write(
      "Rules/sample/service/in-time.yaml",
      SampleFolder.inTime.replacing("2024-03-09", with: "2024-03-08"))
    let run = try Program.run(["rules", "test"], in: folder)
    #expect(run.status == 1)
    #expect(run.output.contains("expected violated, got satisfied"))
    #expect(run.output.contains("Rules/sample/service/in-time.yaml:13:"))
    #expect(run.output.hasSuffix("6 passed, 1 failed\n"))
  }

  @Test func `explain counts the days`() throws {
    let arguments = ["explain", "Cases/late", "sample.service.in-time", "--as-of", "2024-12-31"]
    let run = try Program.run(arguments, in: folder)
    #expect(run.status == 0)
    for part in ["2024-12-31", "decision.made_on", "2024-03-08", "12 days late"] {
      #expect(run.output.contains(part), "\(part)")
    }
    #expect(try json("explain", "Cases/late", "sample.service.in-time")["outcome"] != nil)
  }

  @Test(
    "eval prints value, type and what is not known",
    arguments: [
      (["1 + 2"], "value: 3\ntype: int"),
      (["date('2024-02-28') + days(2)"], "value: 2024-03-01"),
      (["decision.made_on", "--case", "Cases/late"], "value: 2024-03-01"),
      (["decision.made_on > date('2024-01-01')"], "unknown: decision.made_on"),
      (["case.title == null", "--case", "Cases/late"], "value: false"),
      (["as_of", "--as-of", "2024-12-31"], "value: 2024-12-31"),
    ])
  func eval(arguments: [String], part: String) throws {
    let run = try Program.run(["eval"] + arguments, in: folder)
    #expect(run.status == 0)
    #expect(run.output.contains(part), "\(run.output)\(run.errors)")
  }

  @Test func `cases verify compares with what is expected`() throws {
    try folder.write("Cases/clean/expected.yaml", "as_of: 2024-12-31\nrules: {}\n")
    try folder.write(
      "Cases/late/expected.yaml",
      "as_of: 2024-12-31\nrules: { sample.service.in-time: violated }\n")
    let agreeing = try Program.run(["cases", "verify", "Cases"], in: folder)
    #expect(agreeing.status == 0)
    #expect(agreeing.output == "2 passed, 0 failed\n")
    try folder.write(
      "Cases/late/expected.yaml",
      "as_of: 2024-12-31\nrules: { sample.decision.reasoned: violated, sample.none: pending }\n")
    let differing = try Program.run(["cases", "verify", "Cases"], in: folder)
    #expect(differing.status == 1)
    #expect(
      differing.output == """
        Cases/late/expected.yaml
          sample.decision.reasoned: expected violated, got satisfied
          sample.none: expected pending, got no such rule
          sample.service.in-time: expected satisfied or not-applicable, got violated
        1 passed, 1 failed

        """)
  }

  @Test func `a case that says nothing of its review differs`() throws {
    let run = try Program.run(["cases", "verify", "Cases"], in: folder)
    #expect(run.status == 1)
    #expect(run.output.hasSuffix("0 passed, 2 failed\n"))
  }
}
