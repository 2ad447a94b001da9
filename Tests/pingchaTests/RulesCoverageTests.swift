import Foundation
import Testing

@Suite struct RulesCoverageTests {
  let folder: SampleFolder

  init() throws { folder = try SampleFolder() }

  private func run(_ arguments: String...) throws -> Program.Run {
    try Program.run(["rules", "coverage"] + arguments, in: folder)
  }

  @Test func `help tells its exit codes, with examples`() throws {
    let help = try run("--help").output
    for part in ["EXIT CODES", "EXAMPLES", "  pingcha rules coverage", "proof.yaml", "规则覆盖率"] {
      #expect(help.contains(part), "\(part)")
    }
  }

  @Test func `a rule of which all is shown is a line, another a table`() throws {
    let run = try run()
    #expect(run.status == 0)
    #expect(run.output.contains("100.0%  sample.service.in-time  outcomes 5/5"))
    #expect(run.output.contains("sample.decision.reasoned  outcomes 4/6, conditions 1/1\n"))
    #expect(run.output.contains("  the rule as a whole  undetermined       ✗\n"))
    #expect(run.output.hasSuffix("2 gaps; 7 examples\n"))
  }

  @Test func `only what is missing, as text in Chinese and as JSON`() throws {
    let text = try run("--uncovered", "--lang", "zh")
    #expect(text.output.contains("整条规则：从未得出“未能判定”\n"))
    #expect(!text.output.contains("sample.service.in-time"))
    let json = try run("--uncovered", "--format", "json")
    let document = try #require(
      JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    #expect(document["format"] as? String == "pingcha.coverage-gaps")
    let gaps = try #require(document["gaps"] as? [[String: Any]])
    #expect(
      gaps.compactMap { $0["problem"] as? String } == [
        "never-not-applicable", "never-undetermined",
      ])
    #expect(gaps.allSatisfy { $0["name"] as? String == "sample.decision.reasoned" })
    #expect(gaps.allSatisfy { ($0["nearest"] as? [String: Any])?["text"] is String })
  }

  @Test func `below the threshold it ends with 1 and says what`() throws {
    let below = try run("--threshold", "80")
    #expect(below.status == 1)
    #expect(below.errors == "1 below 80%:\n  sample.decision.reasoned\n")
    #expect(try run("--threshold", "66").status == 0)
    #expect(try run("sample.service", "--threshold", "100").status == 0)
  }

  @Test func `cases count too, on the day that they name`() throws {
    try folder.write(
      "Cases/early/case.yaml", SampleFolder.record.replacing("2024-03-01", with: "2019-03-01"))
    try folder.write(
      "Cases/open/case.yaml",
      SampleFolder.record.replacing("reasoned: true", with: "reasoned: null"))
    try folder.write("Cases/open/expected.yaml", "as_of: 2024-12-31\nrules: {}\n")
    let run = try run("--cases", "Cases")
    #expect(run.status == 0)
    #expect(run.output.hasSuffix("1 gap; 7 examples, 4 cases\n"))
    try folder.write("batch.ndjson", SampleFolder.line(1) + SampleFolder.line(2))
    let batch = try self.run("--cases", "batch.ndjson", "--lang", "en")
    #expect(batch.output.hasSuffix("2 gaps; 7 examples, 2 cases\n"))
    try folder.write("Cases/broken/case.yaml", "kind: [\n")
    let broken = try self.run("--cases", "Cases")
    #expect(broken.status == 2)
    #expect(broken.errors.contains("Cases/broken/case.yaml: cannot be read"))
  }

  @Test func `an exception excuses, and one that is left over is a warning`() throws {
    let reason = "reason: { zh: 理由, en: why }"
    try folder.write(
      "Rules/proof.yaml",
      """
      coverage:
        - { rule: sample.decision.reasoned, outcome: undetermined, \(reason) }
        - { rule: sample.decision.reasoned, condition: decision.reasond, \(reason) }

      """)
    let run = try run()
    #expect(run.status == 0)
    #expect(run.output.contains("1 excused"))
    #expect(run.output.hasSuffix("1 gap; 7 examples\n"))
    #expect(run.errors.contains("Rules/proof.yaml:3:"))
    #expect(run.errors.contains("Did you mean `decision.reasoned`?"))
  }

  @Test func `a page is written, and what is printed stays`() throws {
    let run = try run("--html", "coverage.html", "--lang", "zh")
    #expect(run.status == 0)
    #expect(run.output.contains("缺口 2 处"))
    let page = try folder.text("coverage.html")
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"zh-CN\">"))
    #expect(page.contains("<span class=\"c full\""))
  }

  @Test(
    "what is wrong with the command line ends with 2",
    arguments: [
      (["sample.servise"], "Did you mean `sample.service`?"),
      (["--threshold", "101"], "`--threshold 101` is no percentage"),
      (["--html", ""], "`--html` names no file"),
      (["--html", "none/page.html"], "cannot be written"),
      (["--cases", "nowhere"], "nowhere"),
    ])
  func usage(arguments: [String], part: String) throws {
    let run = try Program.run(["rules", "coverage"] + arguments, in: folder)
    #expect(run.status == 2)
    #expect(run.errors.contains(part), "\(run.errors)")
  }
}
