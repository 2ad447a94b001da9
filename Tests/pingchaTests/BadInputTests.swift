import Foundation
import Testing

/// Everything that a user can get wrong: one clear message with the place, exit code 2, and the
/// other records reviewed all the same.
@Suite struct BadInputTests {
  let folder: SampleFolder

  init() throws { folder = try SampleFolder() }

  private func expect(
    _ parts: [String], from arguments: [String] = ["check", "Cases"],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let run = try Program.run(arguments, in: folder)
    let text = run.output + run.errors
    #expect(run.status == 2, sourceLocation: sourceLocation)
    #expect(run.hasExited, sourceLocation: sourceLocation)
    for part in parts {
      #expect(text.contains(part), "\(part) in \(text)", sourceLocation: sourceLocation)
    }
    if arguments.starts(with: ["check", "Cases"]) {
      #expect(
        text.contains("served on: 2024-03-20"), "the late case is told in \(text)",
        sourceLocation: sourceLocation)
    }
  }

  // MARK: Paths and records

  @Test func `a path that leads nowhere`() throws {
    try expect(
      ["Case: error[missing-file]", "Did you mean `Cases`?"], from: ["check", "Case"])
  }

  @Test func `an empty folder`() throws {
    try folder.makeFolder("Cases/nothing")
    try expect(["Cases/nothing: error[empty-folder]"])
  }

  @Test func `a folder without case.yaml`() throws {
    try folder.write("Cases/other/case.yml", SampleFolder.record)
    try expect(["Cases/other: error[no-case-file]", "Make `case.yml` a `case.yaml`."])
  }

  @Test(.enabled(if: geteuid() != 0, "root may read everything"))
  func `a file that may not be read`() throws {
    try folder.deny("Cases/clean/case.yaml")
    try expect(["Cases/clean/case.yaml: error[unreadable-file]"])
  }

  @Test func `a binary file`() throws {
    try folder.write("Cases/clean/case.yaml", bytes: [0x7F, 0x45, 0x4C, 0x46, 0, 1, 2, 0xFF, 0xFE])
    try expect(["Cases/clean/case.yaml:1:", "error["])
  }

  @Test func `a file of a hundred megabytes`() throws {
    _ = try Program.shell("truncate -s 100M Cases/clean/case.yaml", in: folder)
    try expect(["Cases/clean/case.yaml: error[too-large]", "64 MiB"])
  }

  @Test func `links that lead round in a circle`() throws {
    try folder.makeFolder("Cases/loop")
    try folder.link("Cases/loop/again", to: "../loop")
    try expect(["Cases/loop/again: error[link-loop]"])
  }

  @Test func `YAML with a fault of syntax`() throws {
    try folder.write("Cases/clean/case.yaml", "kind: sample\ncase: { number: [1\n")
    try expect(["Cases/clean/case.yaml:", "error["])
  }

  @Test func `a field that is misspelt`() throws {
    try folder.write(
      "Cases/clean/case.yaml", SampleFolder.record.replacing("served_on", with: "servd_on"))
    try expect(["case.yaml:3:34: error[unknown-field]", "Did you mean `served_on`?"])
  }

  @Test func `a record of a kind that there is not`() throws {
    try folder.write(
      "Cases/clean/case.yaml", SampleFolder.record.replacing("sample", with: "sampel"))
    try expect(["case.yaml:1:7: error[unknown-kind]", "`sample`"])
  }

  // MARK: Rules

  @Test func `a rule with an error of type`() throws {
    try folder.write(
      "Rules/sample/decision/reasoned.yaml",
      SampleFolder.reasoned.replacing("that: decision.reasoned", with: "that: decision.made_on"))
    try expect(["Rules/sample/decision/reasoned.yaml:9:24: error["])
  }

  @Test func `two rules with one id`() throws {
    try folder.write(
      "Rules/sample/decision/again.yaml",
      SampleFolder.reasoned.replacing("sample.decision.reasoned", with: "sample.decision.again"))
    try folder.write(
      "Rules/sample/decision/other.yaml",
      SampleFolder.reasoned.replacing("sample.decision.reasoned", with: "sample.decision.again"))
    try expect(["other.yaml:1:5: error[rule-id-twice]", "sample/decision/again.yaml"])
  }

  @Test func `a rule citing an unknown instrument`() throws {
    try folder.write(
      "Rules/sample/decision/reasoned.yaml",
      SampleFolder.reasoned.replacing("sample-law", with: "sampel-law"))
    try expect(
      ["reasoned.yaml:4:19: error[unknown-instrument]", "Did you mean `sample-law`?"])
  }

  @Test func `a rule file with broken YAML`() throws {
    try folder.write("Rules/sample/decision/reasoned.yaml", "id: [\n")
    try expect(["Rules/sample/decision/reasoned.yaml:", "error["])
  }

  @Test func `no rules anywhere`() throws {
    try FileManager.default.removeItem(atPath: folder.path + "/Rules")
    try expect(
      ["there is no rules folder `nowhere`", "`--rules`", "Check the path."],
      from: ["check", "Cases/late", "--rules", "nowhere"])
    try expect(
      ["`Cases`", "is no rules folder"], from: ["check", "Cases/late", "--rules", "Cases"])
  }

  // MARK: The command line

  @Test(
    "a wrong word on the command line",
    arguments: [
      (["chek", "Cases"], "Did you mean `check`?"),
      (["rules", "lst"], "Did you mean `list`?"),
      (["check"], "Missing expected argument"),
      (["check", "Cases", "--as-of", "2024-02-30"], "`2024-02-30` is no date"),
      (["check", "Cases", "--format", "jsn"], "Did you mean `json`?"),
      (["check", "Cases", "--format", "json="], "names no file"),
      (["check", "Cases", "--format", "json=no/where"], "`no/where` cannot be written"),
      (["check", "Cases", "--format", "json", "--format", "text"], "only one format"),
      (["check", "Cases", "--format", "json=x", "--format", "text=x"], "two formats"),
      (["check", "Cases", "--jobs", "0"], "Give 1 or more."),
      (["check", "Cases", "--jobs", "many"], "many"),
      (["check", "Cases", "--fail-on", "worst"], "fatal"),
      (["check", "Cases", "--select", "in-time"], "Did you mean `sample.service.in-time`?"),
      (["explain", "Cases", "sample.service.in-time"], "not one case"),
      (["explain", "Cases/late", "sample.service.late"], "there is no rule"),
      (["rules", "show", "nothing"], "`pingcha rules list` lists them all."),
      (["rules", "list", "--family", "servise"], "Did you mean `service`?"),
      (["eval", "1 +"], "expr:1:"),
      (["eval", "decison.made_on"], "Did you mean `decision`?"),
      (["eval", "1 / 0"], "divide-by-zero"),
    ])
  func usage(arguments: [String], part: String) throws {
    let run = try Program.run(arguments, in: folder)
    #expect(run.status == 2)
    #expect((run.errors + run.output).contains(part), "\(run.errors)")
    // In Chinese too.
    let chinese = try Program.run(
      arguments, in: folder, environment: ["LC_ALL": "zh_CN.UTF-8"])
    #expect(chinese.status == 2)
    #expect((chinese.errors + chinese.output).contains { "\u{4E00}" <= $0 && $0 <= "\u{9FFF}" })
  }
}
