import Foundation
import Testing

@Suite struct RuleDocsTests {
  let folder: SampleFolder

  init() throws {
    folder = try SampleFolder()
    try folder.write(
      "Cases/late/expected.yaml",
      """
      as_of: 2024-12-31
      about: { zh: 第十九日送达, en: Served on the nineteenth day }
      rules: { sample.service.in-time: violated }

      """)
  }

  private func docs(_ arguments: String...) throws -> Program.Run {
    try Program.run(["rules", "docs", "--out", "site"] + arguments, in: folder)
  }

  private let page = "site/rules/sample.service.in-time.html"

  @Test func `a page says what its rule reads, and which case shows it`() throws {
    let run = try docs("--cases", "Cases")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output == "7 files, 7 changed.\n")
    let text = try folder.text(page)
    for part in [
      "七日内送达", "Served within seven days", "样例法", "决定·决定日期", "Decision: Date of service",
      "<code>days(7)</code>", "{act|not served}", "2024-03-09", "第十九日送达", "<code>late</code>",
    ] {
      #expect(text.contains(part), "\(part)")
    }
    #expect(try folder.text("site/search-index.js").contains("sample.decision.reasoned"))
  }

  @Test func `--check tells what is stale, missing and left over`() throws {
    #expect(try docs("--check").status == 1)
    #expect(try docs().status == 0)
    let current = try docs("--check")
    #expect(current.status == 0)
    #expect(current.output == "")
    try folder.write(
      "Rules/sample/service/in-time.yaml",
      SampleFolder.inTime.replacingOccurrences(of: "zh: 七日内送达,", with: "zh: 按期送达,"))
    try FileManager.default.removeItem(atPath: folder.path + "/Rules/sample/decision/reasoned.yaml")
    try FileManager.default.removeItem(atPath: folder.path + "/site/style.css")
    let stale = try docs("--check")
    #expect(stale.status == 1)
    for line in [
      "\(page): stale\n", "site/style.css: missing\n",
      "site/rules/sample.decision.reasoned.html: left over: its rule is gone\n",
    ] {
      #expect(stale.output.contains(line), "\(stale.output)")
    }
  }

  @Test func `pages of rules that are gone are removed, and nothing else`() throws {
    #expect(try docs().status == 0)
    try folder.write("site/rules/notes.html", "<p>ours</p>\n")
    try FileManager.default.removeItem(atPath: folder.path + "/Rules/sample/decision/reasoned.yaml")
    #expect(try docs().output.hasSuffix("changed, 1 removed.\n"))
    #expect(try folder.text("site/rules/notes.html") == "<p>ours</p>\n")
    #expect(try docs("--check").status == 0)
    #expect(try docs().output == "6 files, 0 changed.\n")
  }

  @Test func `Markdown has no site around it`() throws {
    let run = try docs("--format", "markdown", "--lang", "zh")
    #expect(run.output == "共 4 个文件，改动 4 个。\n")
    #expect(try folder.text("site/README.md").contains("(rules/sample.service.in-time.md)"))
    #expect(
      try folder.text("site/rules/sample.service.in-time.md").contains(
        "# 七日内送达 / Served within seven days"))
  }

  @Test func `the law registry's addresses are links`() throws {
    try folder.write(
      "Rules/instruments.yaml", SampleFolder.instruments + "  source: https://law.example/1\n")
    #expect(try docs().status == 0)
    #expect(try folder.text(page).contains("<a href=\"https://law.example/1\""))
  }

  @Test(
    "what cannot be done is told, and nothing is written",
    arguments: [
      (["--cases", "Rules"], "no case folder"), (["--format", "pdf"], "pdf"),
      (["--out", ""], "names no folder"),
    ])
  func refusals(arguments: [String], text: String) throws {
    let run = try Program.run(["rules", "docs", "--out", "site"] + arguments, in: folder)
    #expect(run.status == 2)
    #expect(run.errors.contains(text), "\(run.errors)")
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/site"))
  }

  @Test func `a wrong expected file is shown at its line`() throws {
    try folder.write("Cases/late/expected.yaml", "as_of: 2024-12-31\nrules: { a.b.c: late }\n")
    let run = try docs("--cases", "Cases")
    #expect(run.status == 2)
    #expect(run.errors.contains("Cases/late/expected.yaml:2:"))
  }
}
