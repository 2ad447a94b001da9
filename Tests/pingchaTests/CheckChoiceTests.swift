import Foundation
import Testing

/// What of a review is told: rules, outcomes, limits, figures, personal data.
@Suite struct CheckChoiceTests {
  let folder: SampleFolder

  init() throws { folder = try SampleFolder() }

  private func check(_ arguments: [String]) throws -> Program.Run {
    try Program.run(["check"] + arguments + ["--as-of", "2024-12-31"], in: folder)
  }

  @Test(
    "the longer beginning chooses a rule",
    arguments: [
      (["--select", "sample.service"], ["sample.service.in-time"]),
      (["--select", "sample.service.in-time"], ["sample.service.in-time"]),
      (["--ignore", "sample.service"], ["sample.decision.reasoned"]),
      (["--select", "sample", "--ignore", "sample.service"], ["sample.decision.reasoned"]),
      (["--select", "sample.service.in", "--ignore", "sample.s"], ["sample.service.in-time"]),
      (
        ["--select", "sample.d", "--select", "sample.s"],
        ["sample.decision.reasoned", "sample.service.in-time"]
      ),
    ])
  func selection(arguments: [String], rules: [String]) throws {
    let run = try check(["Cases"] + arguments + ["--format", "json"])
    let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    let found = try #require(object?["rules"] as? [[String: Any]])
    #expect(found.compactMap { $0["id"] as? String } == rules)
  }

  @Test(
    "what cannot be chosen is told",
    arguments: [
      (["--select", "sample.servise"], "Did you mean `sample.service`?"),
      (["--ignore", ""], "there is no rule ``"),
      (["--select", "sample.s", "--ignore", "sample.s"], "leave no rule"),
      (["--max-per-rule", "0"], "tells nothing"), (["--hide", "error"], "--hide"),
      (["--statistics", "--format", "sarif"], "figures alone have no form in `sarif`"),
      (["--unknown", "ignore"], "--unknown"), (["--write-baseline", ""], "names no file"),
      (
        ["--format", "json=a.json", "--write-baseline", "a.json"],
        "two formats are to be written to `a.json`"
      ),
      (["--config", "none.yaml"], "`none.yaml` cannot be read"),
      (["--format", "sarf"], "Did you mean `sarif`?"),
    ])
  func refusals(arguments: [String], message: String) throws {
    let run = try check(["Cases"] + arguments)
    #expect(run.status == 2)
    #expect(run.errors.contains(message), "\(run.errors)")
    #expect(run.output == "")
  }

  @Test func `hiding changes what is told and nothing else`() throws {
    let run = try check(["Cases", "--hide", "violated"])
    #expect(run.status == 1)
    #expect(!run.output.contains("12 days late"))
    #expect(run.output.contains("left out: 1 by outcome, 0 over the limit of a rule"))
    #expect(run.output.contains("sample.service.in-time         1"))
  }

  @Test func `figures leave out the cases and give the rules their titles`() throws {
    let run = try check(["Cases", "--statistics"])
    #expect(run.status == 1)
    #expect(!run.output.contains("样〔2024〕2号"))
    #expect(run.output.contains("Served within seven days"))
    let csv = try check(["Cases", "--statistics", "--format", "csv"]).output
    #expect(csv.contains("sample.service.in-time,Served within seven days,major,violation,1,0,"))
  }

  @Test(
    "personal data is shown only where it is asked for",
    arguments: ["text", "json", "ndjson", "sarif", "junit", "github", "gitlab", "csv"])
  func personal(format: String) throws {
    try folder.write(
      "Rules/sample/decision/reasoned.yaml",
      SampleFolder.reasoned.replacing(
        "that: decision.reasoned", with: "that: \"case.party == '李四'\", absent: violated"
      )
      .replacing("没有说明理由。", with: "\"{case.party|无名}有误。\"")
      .replacing("No reasons are given.", with: "\"{case.party|nobody} is wrong.\""))
    try folder.write(
      "Cases/late/case.yaml", SampleFolder.record.replacing("title: 样例案", with: "party: 张三丰"))
    let masked = try check(["Cases/late", "--format", format])
    #expect(!masked.output.contains("张三丰"))
    #expect(masked.output.contains("张**"))
    let shown = try check(["Cases/late", "--format", format, "--unmask"])
    #expect(shown.output.contains("张三丰"))
    #expect(!shown.output.contains("张**"))
  }
}
