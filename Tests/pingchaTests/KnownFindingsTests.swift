import Foundation
import Testing

/// Living with findings: baselines and waivers.
@Suite struct KnownFindingsTests {
  let folder: SampleFolder

  init() throws { folder = try SampleFolder() }

  private func check(_ arguments: String...) throws -> Program.Run {
    try Program.run(["check"] + arguments + ["--as-of", "2024-12-31"], in: folder)
  }

  private func figures(_ arguments: String...) throws -> [String: Any] {
    let run = try Program.run(
      ["check"] + arguments + ["--as-of", "2024-12-31", "--format", "summary"], in: folder)
    let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    return try #require((object as? [String: Any])?["baseline"] as? [String: Any])
  }

  // MARK: Baselines

  @Test func `what a baseline holds fails no run`() throws {
    #expect(try check("Cases").status == 1)
    #expect(try check("Cases", "--write-baseline", "known.json").status == 0)
    #expect(try check("Cases", "--baseline", "known.json").status == 0)
    #expect(try check("Cases", "--baseline", "known.json").output.contains("[major, known]"))
    #expect(try folder.text("known.json").contains(#""rule":"sample.service.in-time""#))
  }

  @Test func `a case altered by one fact has one resolved and one new finding`() throws {
    try folder.write(
      "Cases/late/case.yaml",
      SampleFolder.lateRecord.replacing("2024-03-20", with: "2024-03-05")
        .replacing("reasoned: true", with: "reasoned: false"))
    #expect(try check("Cases", "--write-baseline", "known.json").status == 0)
    try folder.write("Cases/late/case.yaml", SampleFolder.lateRecord)
    let figures = try figures("Cases", "--baseline", "known.json")
    #expect(figures["new"] as? Int == 1)
    #expect(figures["resolved"] as? Int == 1)
    #expect(figures["unchanged"] as? Int == 0)
    let run = try check("Cases", "--baseline", "known.json")
    #expect(run.status == 1)
    #expect(run.output.contains("[major, new]"))
    #expect(run.output.contains("Resolved (1)\n  样〔2024〕2号  Reasons are given"))
  }

  @Test func `moving lines and reordering keys changes nothing`() throws {
    #expect(try check("Cases", "--write-baseline", "known.json").status == 0)
    let known = try folder.text("known.json")
    try folder.write(
      "Cases/late/case.yaml",
      """
      # moved

      decision:
        reasoned: true
        served_on: 2024-03-20
        made_on: 2024-03-01
      case: { title: 迟送达案, number: 样〔2024〕2号 }
      kind: sample

      """)
    let figures = try figures(
      "Cases", "--baseline", "known.json", "--write-baseline", "again.json")
    #expect(figures["new"] as? Int == 0)
    #expect(figures["resolved"] as? Int == 0)
    #expect(figures["unchanged"] as? Int == 1)
    #expect(try folder.text("again.json") == known)
  }

  @Test func `what was not reviewed is neither resolved nor lost`() throws {
    #expect(try check("Cases", "--write-baseline", "known.json").status == 0)
    let known = try folder.text("known.json")
    for part in [["Cases/clean"], ["Cases", "--select", "sample.decision"]] {
      let run = try Program.run(
        ["check"] + part + [
          "--as-of", "2024-12-31", "--baseline", "known.json", "--write-baseline", "again.json",
        ], in: folder)
      #expect(run.status == 0)
      #expect(!run.output.contains("Resolved"))
      #expect(try folder.text("again.json") == known)
    }
  }

  @Test(
    "a baseline that cannot be used is told of",
    arguments: [
      (nil, "the baseline `known.json` cannot be read"),
      ("{}", "known.json:1:1: error[baseline-shape]"),
      (
        "{\"format\": \"pingcha.baseline\", \"version\": 9, \"findings\": []}",
        "known.json:1:43: error[baseline-version]"
      ),
    ])
  func unusable(text: String?, message: String) throws {
    if let text { try folder.write("known.json", text) }
    let run = try check("Cases", "--baseline", "known.json")
    #expect(run.status == 2)
    #expect(run.errors.contains(message), "\(run.errors)")
    #expect(run.output == "")
  }

  // MARK: Waivers

  private func settings(_ entries: String) throws {
    try folder.write("pingcha.yaml", SampleFolder.settings + "waivers:\n\(entries)\n")
  }

  private static let waived =
    "rule: sample.service.in-time, case: 样〔2024〕2号, reason: 复议已认定, approved_by: 法制科"

  @Test func `what somebody accepts fails no run and is told with the reason`() throws {
    try settings("  - { \(Self.waived), until: 2025-12-31 }")
    let run = try check("Cases")
    #expect(run.status == 0)
    #expect(run.output.contains("Waived (1)"))
    #expect(
      run.output.contains("复议已认定 (approved by 法制科, until 2025-12-31; pingcha.yaml:3)"))
    #expect(try check("Cases", "--format", "junit").output.contains("复议已认定"))
    #expect(try check("Cases", "--format", "csv").output.contains("复议已认定"))
    #expect(try check("Cases", "--format", "github").output.contains("::notice"))
  }

  @Test(
    "a waiver that does nothing weighs as a minor violation",
    arguments: [
      (waived + ", until: 2024-12-30", "waiver-expired"),
      (
        waived.replacing("sample.service.in-time", with: "sample.decision.reasoned"),
        "waiver-unused"
      ),
    ])
  func idle(entry: String, code: String) throws {
    try settings("  - { \(entry) }")
    let run = try check("Cases")
    #expect(run.status == 1)
    #expect(run.output.contains("pingcha.yaml:3:5: warning[\(code)]"))
    #expect(run.output.contains("3 |   - { rule:"))
    #expect(try check("Cases/late", "--fail-on", "never").status == 0)
    // Without the violation itself only the waiver is left to fail the run.
    let alone = ["Cases", "--baseline", "known.json"]
    #expect(try check("Cases", "--write-baseline", "known.json").status == 1)
    #expect(try check(alone[0], alone[1], alone[2]).status == 1)
    #expect(try check(alone[0], alone[1], alone[2], "--fail-on", "major").status == 0)
    let figures = try check("Cases", "--fail-on", "major", "--hide", "violated")
    #expect(figures.output.contains("warning[\(code)]"))
    // Of a case that was not reviewed nothing is said.
    #expect(try check("Cases/clean").status == 0)
  }

  @Test func `a case folder may hold its own waivers`() throws {
    let entry = "- { rule: sample.service.in-time, reason: 复议已认定, approved_by: 法制科 }\n"
    try folder.write("Cases/late/waivers.yaml", entry)
    #expect(try check("Cases").status == 0)
    try folder.write("Cases/clean/waivers.yaml", entry)
    let run = try check("Cases")
    #expect(run.status == 1)
    #expect(run.output.contains("Cases/clean/waivers.yaml:1:3: warning[waiver-unused]"))
    #expect(run.output.contains("1 | - { rule:"))
  }

  @Test func `waivers that cannot be read keep nothing back and end with 2`() throws {
    try folder.write("Cases/late/waivers.yaml", "- { rule: sample.service.in-tim }\n")
    let run = try check("Cases")
    #expect(run.status == 2)
    #expect(run.output.contains("Cases/late/waivers.yaml:1:11: error[unknown-rule]"))
    #expect(run.output.contains("12 days late"))
    try settings("  - { rule: sample.service.in-time }")
    let whole = try check("Cases")
    #expect(whole.status == 2)
    #expect(whole.errors.contains("pingcha.yaml:3:5: error[setting-missing]"))
    #expect(whole.output == "")
  }

  @Test func `lint reads the same file and leaves the waivers to check`() throws {
    try settings("  - { \(Self.waived) }")
    #expect(try Program.run(["rules", "lint", "--strict"], in: folder).status == 0)
  }
}
