import Foundation
import Testing

@Suite struct NewRuleTests {
  let folder: SampleFolder

  init() throws { folder = try SampleFolder() }

  private let file = "Rules/sample/service/receipt-dated.yaml"

  private func new(_ id: String = "sample.service.receipt-dated", _ arguments: String...) throws
    -> Program.Run
  {
    try Program.run(
      [
        "rules", "new", id, "--title-zh", "回证有日期：\"日期\"", "--title-en",
        "The receipt bears its \"date\"", "--cites", "sample-law:第三条",
      ] + arguments, in: folder)
  }

  @Test(
    "the file compiles, and its example passes",
    arguments: [
      ["--severity", "minor"], ["--deadline"], ["--kind", "signal"],
      ["--kind", "indicator"], ["--from", "2022-01-01", "--basis", "decision.served_on"],
      ["--cites", "sample-law:第四条"],
    ])
  func skeleton(arguments: [String]) throws {
    let run = try Program.run(
      [
        "rules", "new", "sample.service.receipt-dated", "--title-zh", "回证有日期", "--title-en",
        "The receipt bears its date", "--cites", "sample-law:第三条",
      ] + arguments, in: folder)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output == "\(file)\n")
    let lint = try Program.run(["rules", "lint"], in: folder)
    #expect(lint.status == 0, "\(lint.output)")
    let test = try Program.run(["rules", "test"], in: folder)
    #expect(test.status == 0, "\(test.output)")
    let isIndicator = arguments.contains("indicator")
    #expect(test.output == "\(isIndicator ? 7 : 8) passed, 0 failed\n")
  }

  @Test func `what the options say stands in the file`() throws {
    let run = try new("sample.service.receipt-dated", "--severity", "fatal", "--lang", "zh")
    #expect(run.status == 0)
    #expect(run.errors.contains("rules test sample.service.receipt-dated"))
    let text = try folder.text(file)
    for line in [
      "id: sample.service.receipt-dated\n",
      #"title: { zh: "回证有日期：\"日期\"", en: "The receipt bears its \"date\"" }"#,
      #"- { instrument: sample-law, article: "第三条" }"#,
      "effective: { basis: decision.made_on, from: 2020-01-01 }\n", "severity: fatal\n",
      "- { base: ordinary, outcome: satisfied }\n",
    ] {
      #expect(text.contains(line), "\(text)")
    }
    let show = try Program.run(["rules", "show", "sample.service.receipt-dated"], in: folder)
    #expect(show.output.contains("The receipt bears its \"date\""))
  }

  @Test func `a new family is a new folder`() throws {
    #expect(try new("sample.archive.bound").status == 0)
    #expect(
      try folder.text("Rules/sample/archive/bound.yaml").hasPrefix("id: sample.archive.bound"))
  }

  @Test func `an id that there is is refused, and its file is left alone`() throws {
    let run = try new("sample.service.in-time")
    #expect(run.status == 2)
    #expect(run.errors.contains("Rules/sample/service/in-time.yaml"))
    #expect(try folder.text("Rules/sample/service/in-time.yaml") == SampleFolder.inTime)
  }

  @Test func `so is a former id, and the file of a rule that cannot be read`() throws {
    try folder.write(
      "Rules/sample/service/in-time.yaml",
      SampleFolder.inTime + "aliases: [sample.service.receipt-dated]\n")
    let former = try new()
    #expect(former.status == 2)
    #expect(former.errors.contains("is a former id of `sample.service.in-time`"))
    try folder.write("Rules/sample/service/in-time.yaml", "id: [\n")
    #expect(try new("sample.service.in-time").status == 2)
    #expect(try folder.text("Rules/sample/service/in-time.yaml") == "id: [\n")
  }

  @Test(
    "what is wrong is told, and nothing is written",
    arguments: [
      (["sample.receipt"], "is no rule id"), (["sampel.a.b"], "Did you mean `sample`?"),
      (["sample.a.b", "--title-zh", "a"], "`--title-en`, `--cites` missing"),
      (
        ["sample.a.b", "--title-zh", "a", "--title-en", "b", "--cites", "sample-low:1"],
        "Did you mean `sample-law`?"
      ),
      (
        ["sample.a.b", "--title-zh", "a", "--title-en", "b", "--cites", "sample-law"],
        "is no provision"
      ),
      (
        ["sample.a.b", "--title-zh", " ", "--title-en", "b", "--cites", "sample-law:1"], "is empty"
      ),
      (
        [
          "sample.a.b", "--title-zh", "a", "--title-en", "b", "--cites", "sample-law:1", "--basis",
          "decision.made_no",
        ], "Did you mean `made_on`?"
      ),
      (
        [
          "sample.a.b", "--title-zh", "a", "--title-en", "b", "--cites", "sample-law:1", "--from",
          "2024-02-30",
        ], "is no date"
      ),
      (
        [
          "sample.a.b", "--title-zh", "a", "--title-en", "b", "--cites", "sample-law:1", "--kind",
          "indicator", "--deadline",
        ], "exclude each other"
      ),
    ])
  func refusals(arguments: [String], text: String) throws {
    let run = try Program.run(["rules", "new"] + arguments, in: folder)
    #expect(run.status == 2)
    #expect(run.errors.contains(text), "\(run.errors)")
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/Rules/sample/a"))
  }

  @Test func `an instrument without a first day needs one`() throws {
    try folder.write(
      "Rules/instruments.yaml",
      SampleFolder.instruments.replacingOccurrences(of: "from: 2020-01-01", with: "from: null"))
    let run = try new()
    #expect(run.status == 2)
    #expect(run.errors.contains("--from"))
    #expect(try new("sample.service.receipt-dated", "--from", "2021-01-01").status == 0)
  }

  @Test func `on a terminal it asks for what is left out`() throws {
    let terminal = try Terminal(
      ["rules", "new", "sample.service.receipt-dated", "--lang", "en", "--severity", "minor"],
      in: folder, environment: ["HOME": folder.path])
    for (question, answer) in [
      ("requirement in Chinese: ", "回证有日期\r"),
      ("requirement in English: ", "The receipt bears its date\r"),
      ("(Tab completes): ", "sample-lwa\r"), ("Did you mean `sample-law`?", ""),
      ("(Tab completes): ", "sam\t\r"), ("article: ", "第三条\r"), ("Kind [violation]: ", "\r"),
      ("in force [2020-01-01]: ", "\r"),
    ] {
      try terminal.wait(for: question)
      try terminal.type(answer)
    }
    try terminal.wait(for: file)
    #expect(terminal.end() == 0)
    let text = try folder.text(file)
    for line in [
      #"title: { zh: "回证有日期", en: "The receipt bears its date" }"#, "severity: minor",
      #"- { instrument: sample-law, article: "第三条" }"#, "from: 2020-01-01 }",
    ] {
      #expect(text.contains(line), "\(text)")
    }
  }

  @Test func `who leaves the questions writes nothing`() throws {
    let terminal = try Terminal(
      ["rules", "new", "sample.service.receipt-dated", "--lang", "en"], in: folder,
      environment: ["HOME": folder.path])
    try terminal.wait(for: "requirement in Chinese: ")
    try terminal.type("\u{4}")
    #expect(terminal.end() == 2)
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/" + file))
  }
}
