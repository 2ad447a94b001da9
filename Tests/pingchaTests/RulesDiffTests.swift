import Foundation
import Testing

/// `rules diff` in a repository of its own.
@Suite struct RulesDiffTests {
  let folder: SampleFolder

  init() throws {
    folder = try SampleFolder()
    try commit("Begin")
  }

  private static let rule = "Rules/sample/service/in-time.yaml"

  private func commit(_ message: String) throws {
    try folder.write("message", message)
    let run = try Program.shell(
      """
      git init -q . && git add Rules Cases && \
      git -c user.name=T -c user.email=t@example.org -c commit.gpgsign=false \
      commit -q --allow-empty -F message
      """, in: folder)
    try #require(run.status == 0, "\(run.errors)")
  }

  private func edit(_ old: String, _ new: String) throws {
    let text = try folder.text(Self.rule)
    try #require(text.contains(old))
    try folder.write(Self.rule, text.replacingOccurrences(of: old, with: new))
  }

  private func diff(_ arguments: String...) throws -> Program.Run {
    try Program.run(
      ["rules", "diff"] + arguments + ["--as-of", "2024-12-31", "--lang", "en"], in: folder)
  }

  @Test func `an edit that changes results is told with its first witness`() throws {
    try edit("days(7)", "days(30)")
    let run = try diff("HEAD", "--cases", "Cases")
    #expect(run.status == 1)
    for part in [
      "sample.service.in-time  edited", "- days(7)", "+ days(30)", "violated → satisfied",
      "first witness", "Cases/late", "not declared", "Rule-Change:",
    ] {
      #expect(run.output.contains(part), "\(part)\n\(run.output)")
    }
  }

  @Test func `every format tells of it`() throws {
    try edit("days(7)", "days(30)")
    let json = try diff("HEAD", "--cases", "Cases", "--format", "json")
    let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    #expect(object?["undeclared"] as? Int == 1)
    let rules = object?["rules"] as? [[String: Any]]
    #expect(rules?.first?["rule"] as? String == "sample.service.in-time")
    #expect((rules?.first?["records"] as? [Any])?.isEmpty == false)
    let markdown = try diff("HEAD", "--cases", "Cases", "--format", "md")
    #expect(markdown.output.contains("| `sample.service.in-time`"))
    let annotations = try diff("HEAD", "--cases", "Cases", "--format", "github")
    #expect(annotations.output.hasPrefix("::error file=Rules/sample/service/in-time.yaml,line="))
  }

  @Test func `a second run takes the cases from a pack, and says the same`() throws {
    try edit("days(7)", "days(30)")
    let arguments = ["HEAD", "--cases", "Cases", "--format", "json"]
    func packs() throws -> [String] {
      let run = try Program.shell("ls .pingcha/records 2>/dev/null", in: folder)
      return run.output.split(separator: "\n").map(String.init)
    }
    func diff(_ more: String...) throws -> Program.Run {
      try Program.run(
        ["rules", "diff"] + arguments + more + ["--as-of", "2024-12-31", "--lang", "en"],
        in: folder)
    }
    let anew = try diff("--no-cache")
    #expect(try packs().isEmpty)
    let first = try diff()
    #expect(first.output == anew.output)
    // One of the cases, one of the examples.
    #expect(try packs().count == 2)
    #expect(try diff().output == anew.output)
    // A damaged pack costs time and nothing else.
    for pack in try packs() { try folder.write(".pingcha/records/\(pack)", "pingcha pack 1\n") }
    #expect(try diff().output == anew.output)
    // Another text of a case is another pack.
    _ = try Program.shell("echo '# seen' >> Cases/late/case.yaml", in: folder)
    #expect(try diff().output == anew.output)
    #expect(try packs().count == 3)
  }

  @Test func `a declared change passes, by a commit or by a file`() throws {
    try edit("days(7)", "days(30)")
    try folder.write("declared", "Rule-Change: sample.service.in-time: thirty days since 2024\n")
    #expect(try diff("HEAD", "--declared", "declared").status == 0)
    try folder.write("empty", "Rule-Change: sample.service.in-time:\n")
    #expect(try diff("HEAD", "--declared", "empty").status == 1)
    try commit("Give thirty days\n\nRule-Change: sample.service.in-time: thirty days since 2024")
    let run = try diff("HEAD~1..HEAD")
    #expect(run.status == 0)
    #expect(run.output.contains("thirty days since 2024"))
  }

  @Test func `comments and layout are no change`() throws {
    let text = try folder.text(Self.rule)
    try folder.write(Self.rule, "# A comment.\n\n" + text)
    let run = try diff("HEAD", "--cases", "Cases")
    #expect(run.status == 0)
    #expect(!run.output.contains("in-time  edited"))
    #expect(run.output.contains("0 with another result"))
    try folder.write(Self.rule, text)
    #expect(try diff("HEAD").output == "The rules say what they said.\n")
  }

  @Test func `a rule that is new and one that is gone are told`() throws {
    let text = try folder.text(Self.rule)
    try FileManager.default.removeItem(atPath: "\(folder.path)/\(Self.rule)")
    try folder.write(
      "Rules/sample/service/at-once.yaml",
      text.replacingOccurrences(of: "sample.service.in-time", with: "sample.service.at-once"))
    let run = try diff("HEAD", "--cases", "Cases")
    #expect(run.status == 1)
    #expect(run.output.contains("sample.service.at-once  new"))
    #expect(run.output.contains("sample.service.in-time  removed"))
    #expect(run.output.contains("violated → no rule"))
  }

  @Test func `two folders need no repository`() throws {
    try FileManager.default.copyItem(
      atPath: "\(folder.path)/Rules", toPath: "\(folder.path)/Old")
    try edit("days(7)", "days(30)")
    #expect(try diff("Old", "Rules", "--cases", "Cases").status == 1)
  }

  @Test func `what cannot be compared ends with 2 and says why`() throws {
    let unknown = try diff("no-such-branch")
    #expect(unknown.status == 2)
    #expect(unknown.errors.contains("`no-such-branch`"))
    #expect(try diff("HEAD", "--declared", "nothing").status == 2)
    try edit("days(7)", "days(")
    let broken = try diff("HEAD")
    #expect(broken.status == 2)
    #expect(broken.errors.contains("in-time.yaml"))
    try commit("Break it")
    try folder.write("Cases/bad/case.yaml", "kind: [")
    #expect(try diff("HEAD~1", "--cases", "Cases").status == 2)
  }
}
