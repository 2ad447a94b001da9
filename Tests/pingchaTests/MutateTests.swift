import Foundation
import Testing

@Suite struct MutateTests {
  let folder: SampleFolder

  init() throws { folder = try SampleFolder() }

  private func mutate(_ options: String...) throws -> Program.Run {
    try Program.run(["rules", "mutate"] + options, in: folder)
  }

  private func rules(_ options: String...) throws -> [String] {
    let run = try Program.run(["rules", "mutate", "--format", "json"] + options, in: folder)
    let document =
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any] ?? [:]
    return (document["rules"] as? [[String: Any]] ?? []).compactMap { $0["rule"] as? String }
  }

  @Test func `the verb has help with its exit codes and examples`() throws {
    let run = try mutate("--help")
    #expect(run.status == 0)
    for part in ["EXIT CODES", "EXAMPLES", "  pingcha rules mutate", "USAGE"] {
      #expect(run.output.contains(part), "\(part)")
    }
  }

  @Test func `survivors are listed, and only the threshold fails`() throws {
    let run = try mutate()
    #expect(run.status == 0)
    #expect(run.errors == "")
    #expect(run.output.contains("\n  survives: "))
    #expect(run.output.contains("2 rules, "))
    #expect(try mutate("--threshold", "100").status == 1)
    #expect(try mutate("--threshold", "1").status == 0)
    #expect(try mutate("--lang", "zh").output.contains("存活："))
  }

  @Test func `a beginning of ids chooses rules`() throws {
    #expect(try rules("sample.decision") == ["sample.decision.reasoned"])
    #expect(try rules() == ["sample.decision.reasoned", "sample.service.in-time"])
  }

  @Test func `results of an earlier run give the same bytes`() throws {
    let first = try mutate()
    let cache = try folder.text(".pingcha/mutation.json")
    #expect(try mutate().output == first.output)
    #expect(try mutate("--no-cache").output == first.output)
    #expect(try mutate("--jobs", "1", "--no-cache").output == first.output)
    try folder.write(".pingcha/mutation.json", "{ not JSON")
    #expect(try mutate().output == first.output)
    #expect(try folder.text(".pingcha/mutation.json") == cache)
  }

  @Test func `git tells which rules have changed`() throws {
    let git = "git -c user.name=x -c user.email=x@example.invalid"
    let line = "git init -q && git add Rules && \(git) commit -q -m one"
    #expect(try Program.shell(line, in: folder).status == 0)
    #expect(try rules("--changed") == [])
    try folder.write(
      "Rules/sample/decision/reasoned.yaml", "# A comment.\n" + SampleFolder.reasoned)
    #expect(try rules("--changed") == [])
    try folder.write(
      "Rules/sample/service/in-time.yaml",
      SampleFolder.inTime.replacing("severity: major", with: "severity: minor"))
    #expect(try rules("--changed") == ["sample.service.in-time"])
    #expect(try rules("--since", "HEAD", "sample.decision") == [])
    let unknown = try mutate("--since", "nothing")
    #expect(unknown.status == 2)
    #expect(unknown.errors.contains("git knows no revision `nothing`"))
  }

  @Test(
    "what cannot be done ends with 2",
    arguments: [
      (["--threshold", "101"], "no percentage"), (["--jobs", "0"], "nothing to work with"),
      (["sample.nothing"], "there is no rule `sample.nothing`"),
      (["--changed"], "no git repository"),
      (["--changed", "--since", "HEAD"], "only one of"),
    ])
  func refused(options: [String], words: String) throws {
    let run = try Program.run(["rules", "mutate"] + options, in: folder)
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.errors.contains(words))
  }

  @Test func `a rule whose examples fail is not measured`() throws {
    try folder.write(
      "Rules/sample/service/in-time.yaml",
      SampleFolder.inTime.replacing("2024-03-09", with: "2024-03-08"))
    let run = try mutate()
    #expect(run.status == 2)
    #expect(run.output.contains("sample.service.in-time  not measured"))
  }
}
