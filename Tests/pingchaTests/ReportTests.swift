import CaseRecords
import Foundation
import Testing

/// `pingcha report` as a user runs it.
@Suite struct ReportTests {
  let folder: SampleFolder

  init() throws { folder = try SampleFolder() }

  private func run(_ arguments: String...) throws -> Program.Run {
    try Program.run(["report"] + arguments + ["--as-of", "2024-12-31"], in: folder)
  }

  @Test func `Markdown goes to standard output, and a violation ends with 1`() throws {
    let run = try run("Cases")
    #expect(run.status == 1, "\(run.errors)")
    #expect(run.output.contains("# Case file audit"))
    #expect(run.output.contains("| Violations (major) | 1 |"))
    #expect(run.output.contains("`sample.service.in-time`"))
    #expect(run.errors.isEmpty)
  }

  @Test func `several formats in one run, each whole in its place`() throws {
    let run = try run(
      "Cases", "--format", "html=report.html", "--format", "md=report.md", "--lang", "zh")
    #expect(run.status == 1)
    #expect(run.output.isEmpty)
    #expect(try folder.text("report.html").hasSuffix("</html>\n"))
    #expect(try folder.text("report.md").contains("# 案卷评查报告"))
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(!left.contains { $0.contains("partial") })
  }

  @Test("the digest is that of the other lines", arguments: ["html", "md"])
  func digest(format: String) throws {
    let run = try run("Cases", "--format", format)
    let lines = run.output.split(separator: "\n", omittingEmptySubsequences: false)
    let place = try #require(lines.lastIndex { $0.contains("without this line") })
    let told = try #require(lines[place].firstMatch(of: /[0-9a-f]{64}/)).output
    let rest = (lines[..<place] + lines[(place + 1)...]).joined(separator: "\n")
    #expect(sha256(of: Array(rest.utf8)) == told)
  }

  @Test func `the same input gives the same bytes, whatever the number of workers`() throws {
    for format in ["html", "md"] {
      let one = try run("Cases", "--format", format, "--jobs", "1")
      let four = try run("Cases", "--format", format, "--jobs", "4")
      #expect(one.output == four.output)
    }
  }

  @Test func `a folder has a page a case, and none left over from a longer report`() throws {
    #expect(try run("Cases", "--format", "html=site/").status == 1)
    let late = try folder.text("site/cases/00002.html")
    #expect(late.contains("样〔2024〕2号"))
    #expect(late.contains("href=\"../index.html\""))
    #expect(try folder.text("site/index.html").contains("<a href=cases/00002.html#c2-1>"))
    try folder.write("site/cases/00003.html", "<!DOCTYPE html> not ours")
    #expect(try run("Cases/clean", "--format", "html=site/").status == 0)
    #expect(throws: (any Error).self) { try folder.text("site/cases/00002.html") }
    #expect(try folder.text("site/cases/00003.html").contains("not ours"))
  }

  @Test func `only chosen rules are told, and the report says which`() throws {
    let run = try run("Cases", "--select", "sample.decision")
    #expect(run.status == 0)
    #expect(!run.output.contains("sample.service.in-time"))
    #expect(run.output.contains("`--select sample.decision`"))
  }

  @Test func `groups are those that were asked for`() throws {
    let run = try run("Cases", "--by", "month", "--by", "article")
    #expect(run.output.contains("## By month of the decision"))
    #expect(run.output.contains("| 2024-03 | 2 | 1 |"))
    #expect(run.output.contains("## By article"))
    #expect(!run.output.contains("## By office"))
  }

  @Test func `what is waived does not fail the run`() throws {
    try folder.write(
      "Cases/late/waivers.yaml",
      """
      - rule: sample.service.in-time
        reason: flood
        approved_by: legal office

      """)
    let run = try run("Cases")
    #expect(run.status == 0, "\(run.errors)\(run.output)")
    #expect(run.output.contains("waived: flood (approved by legal office"))
  }

  @Test(
    "a wrong option is told, and nothing is written",
    arguments: [
      (["--format", "htm=x.html"], "Did you mean `html`?"),
      (["--format", "md=x", "--format", "html=x"], "two formats are to be written to `x`"),
      (["--by", "offices"], "offices"),
      (["--standard", "none"], "there is no standard `none`"),
      (["--jobs", "0"], "jobs"),
      (["--format", "md=nowhere/x.md"], "`nowhere/x.md` cannot be written"),
    ])
  func wrongOption(options: [String], message: String) throws {
    let run = try Program.run(["report", "Cases"] + options, in: folder)
    #expect(run.status == 2)
    #expect(run.errors.contains(message), "\(run.errors)")
    #expect(run.output.isEmpty)
  }
}
