import Foundation
import Testing

@Suite struct CheckTests {
  let folder: SampleFolder

  init() throws { folder = try SampleFolder() }

  private func check(_ arguments: String..., environment: [String: String] = [:]) throws
    -> Program.Run
  {
    try Program.run(
      ["check"] + arguments + ["--as-of", "2024-12-31"], in: folder, environment: environment)
  }

  // MARK: Exit codes

  @Test(
    "the exit code says whether there is a violation at or above --fail-on",
    arguments: [
      (["Cases/clean"], 0), (["Cases"], 1), (["Cases", "--fail-on", "minor"], 1),
      (["Cases", "--fail-on", "major"], 1), (["Cases", "--fail-on", "fatal"], 0),
      (["Cases", "--fail-on", "never"], 0), (["Cases", "--select", "sample.decision.reasoned"], 0),
    ] as [([String], Int32)])
  func threshold(arguments: [String], status: Int32) throws {
    let run = try Program.run(
      ["check"] + arguments + ["--as-of", "2024-12-31"], in: folder)
    #expect(run.status == status)
    #expect(run.errors == "")
  }

  @Test func `what is undetermined counts only when it is asked for`() throws {
    try folder.write(
      "Cases/late/case.yaml",
      SampleFolder.record.replacing("made_on", with: "made_on").replacing(
        "served_on: 2024-03-05, ", with: "") + "unrecorded: [decision.served_on]\n")
    #expect(try check("Cases").status == 0)
    #expect(try check("Cases", "--unknown", "fail").status == 1)
    #expect(try check("Cases", "--unknown", "fail", "--fail-on", "fatal").status == 0)
  }

  @Test func `where the time went is told on standard error`() throws {
    let run = try check("Cases", "--profile", "--format", "json", "--lang", "en")
    #expect(run.errors.contains("µs a record"))
    for stage in ["loading rules", "reading records", "evaluating", "writing"] {
      #expect(run.errors.contains("\n\(stage) "))
    }
    #expect(run.errors.contains("\n  sample.decision.reasoned "))
    #expect(run.output == (try check("Cases", "--format", "json").output))
  }

  @Test func `what could not be done wins over a violation`() throws {
    let run = try check("Cases", "nowhere")
    #expect(run.status == 2)
    #expect(run.output.contains("nowhere: error[missing-file]"))
    #expect(run.output.contains("Due by 2024-03-08; served on: 2024-03-20."))
  }

  @Test func `an altered attachment ends with 1 unless it is not looked at`() throws {
    try folder.write("Cases/clean/attachments/a.txt", "altered")
    try folder.write(
      "Cases/clean/case.yaml",
      SampleFolder.record + """
        documents:
          - { id: d1, path: attachments/a.txt, sha256: \(String(repeating: "0", count: 64)) }

        """)
    let run = try check("Cases/clean")
    #expect(run.status == 1)
    #expect(run.output.contains("case.yaml:5:48: error[attachment-altered]"))
    #expect(try check("Cases/clean", "--fail-on", "never").status == 0)
    #expect(try check("Cases/clean", "--no-attachments").status == 0)
  }

  // MARK: What is printed

  @Test func `a finding has its article, its line and its day`() throws {
    let run = try check("Cases")
    for part in [
      "as of 2024-12-31", "Sample Law (样令第1号), 第一条", "Cases/late/case.yaml:5:14",
      "5 |   served_on: 2024-03-20", "Due: 2024-03-08, 12 days late", "Serve it now.",
    ] {
      #expect(run.output.contains(part), "\(part)")
    }
  }

  @Test(
    "the language is that of --lang, else of the locale",
    arguments: [
      (["LC_ALL": "zh_CN.UTF-8"], [], "送达日期"), (["LC_ALL": "C"], [], "Date of service"),
      (["LC_ALL": "", "LC_MESSAGES": "zh_CN", "LANG": "en_US"], [], "送达日期"),
      (["LC_ALL": "", "LANG": "zh_TW.UTF-8"], [], "送达日期"),
      (["LC_ALL": "", "LANG": "de_DE"], [], "Date of service"),
      (["LC_ALL": "zh_CN.UTF-8"], ["--lang", "en"], "Date of service"),
      (["LC_ALL": "C"], ["--lang", "zh"], "送达日期"),
    ] as [([String: String], [String], String)])
  func language(environment: [String: String], arguments: [String], part: String) throws {
    let run = try Program.run(
      ["check", "Cases"] + arguments, in: folder, environment: environment)
    #expect(run.output.contains(part))
  }

  @Test func `colour is off where the output is no terminal and on when it is asked for`() throws {
    #expect(try !check("Cases").output.contains("\u{1B}"))
    #expect(try check("Cases", "--color", "always").output.contains("\u{1B}[1;31m"))
    #expect(try !check("Cases", "--color", "never").output.contains("\u{1B}"))
  }

  @Test func `an excerpt shows no personal data`() throws {
    try folder.write(
      "Cases/late/case.yaml",
      SampleFolder.record.replacing("title: 样例案", with: "party: 张三丰")
        .replacing("reasoned: true", with: "reasoned: false")
        .replacing("\ndecision: {", with: "\ndecision: { ")
        .replacing("2024-03-05", with: "2024-03-20"))
    let run = try check("Cases/late")
    #expect(run.output.contains("served_on: 2024-03-20"))
    #expect(!run.output.contains("张三丰"))
  }

  @Test func `several formats go to several places`() throws {
    let run = try check(
      "Cases", "--format", "text", "--format", "json=out.json", "--format", "ndjson=out.ndjson")
    #expect(run.status == 1)
    #expect(run.output.hasPrefix("Case file review"))
    let json = try JSONSerialization.jsonObject(with: Data(folder.text("out.json").utf8))
    let document = try #require(json as? [String: Any])
    #expect(document["as_of"] as? String == "2024-12-31")
    #expect((document["cases"] as? [Any])?.count == 2)
    #expect(try folder.text("out.ndjson").split(separator: "\n").count == 4)
  }

  @Test func `a rule is found by its former id`() throws {
    try folder.write(
      "Rules/sample/service/in-time.yaml",
      SampleFolder.inTime.replacing(
        "title:", with: "aliases: [sample.service.old]\ntitle:", maxReplacements: 1))
    let run = try check("Cases", "--select", "sample.service.old")
    #expect(run.status == 1)
    #expect(run.output.contains("2 cases, 1 rule"))
  }

  @Test func `quiet leaves out what is in order`() throws {
    #expect(try check("Cases").output.contains("样例案"))
    #expect(try !check("Cases", "--quiet").output.contains("样例案"))
  }

  // MARK: Where the rules are

  @Test func `the rules are found above the working folder`() throws {
    let run = try Program.shell("cd Cases && pingcha check late --as-of 2024-12-31", in: folder)
    #expect(run.status == 1)
  }

  @Test func `the environment names the rules, and the option goes before it`() throws {
    try folder.makeFolder("elsewhere")
    let line = "PINGCHA_RULES=elsewhere pingcha check Cases"
    let run = try Program.shell(line, in: folder)
    #expect(run.status == 2)
    #expect(run.errors.contains("`PINGCHA_RULES`"))
    #expect(try Program.shell("\(line) --rules Rules", in: folder).status == 1)
  }
}
