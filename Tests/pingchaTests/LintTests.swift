import Foundation
import Testing

/// `rules lint` as a user runs it.
@Suite struct LintTests {
  let folder: SampleFolder

  init() throws { folder = try SampleFolder() }

  private func lint(_ arguments: String...) throws -> Program.Run {
    try Program.run(["rules", "lint"] + arguments, in: folder)
  }

  /// Puts something to be put right into a rule.
  private func addSlips() throws {
    try folder.write(
      "Rules/sample/decision/reasoned.yaml",
      SampleFolder.reasoned.replacing("没有说明理由。", with: "\"没有,说明 理由\"")
        .replacing("require:", with: "applies: '!(decision.reasoned == null)'\nrequire:")
        .replacing(
          "- { base: ordinary, outcome: satisfied }",
          with: "- { base: ordinary, outcome: satisfied }\n"
            + "  - { base: ordinary, outcome: not-applicable, without: [decision.reasoned] }"))
  }

  @Test func `a slip is a warning, and with --strict ends with 2`() throws {
    try addSlips()
    let run = try lint()
    #expect(run.status == 0)
    #expect(run.output.contains("reasoned.yaml:8:11: warning[negated-comparison]"))
    #expect(run.output.hasSuffix("0 errors, 4 warnings\n"))
    #expect(try lint("--strict").status == 2)
  }

  @Test func `--level info tells more, --level error less`() throws {
    try addSlips()
    #expect(try lint("--level", "info").output.contains("info[missing-reading]"))
    #expect(try lint("--level", "error", "--strict").status == 0)
  }

  @Test func `--diff shows what --fix does, and fixing again does nothing`() throws {
    try addSlips()
    let path = "Rules/sample/decision/reasoned.yaml"
    let before = try folder.text(path)
    let shown = try lint("--diff")
    #expect(shown.status == 1)
    for line in [
      "--- a/\(path)", "-applies: '!(decision.reasoned == null)'",
      "+applies: 'decision.reasoned != null'",
      "+message: { zh: \"没有，说明理由。\", en: No reasons are given. }",
    ] {
      #expect(shown.output.contains(line + "\n"), "\(line)")
    }
    #expect(try folder.text(path) == before)
    let fixed = try lint("--fix")
    #expect(fixed.status == 0)
    #expect(fixed.errors == "4 put right in 1 file.\n")
    #expect(fixed.output.hasSuffix("nothing is wrong.\n"))
    let after = try folder.text(path)
    #expect(after != before)
    let again = try lint("--fix")
    #expect(again.errors == "")
    #expect(try folder.text(path) == after)
    #expect(try lint("--diff").status == 0)
    // The patch is one that `patch` and `git` take.
    try folder.write("change.diff", shown.output)
    try folder.write(path, before)
    _ = try Program.shell("patch -s -p1 < change.diff", in: folder)
    #expect(try folder.text(path) == after)
  }

  @Test func `the page of a code, in both languages, and what is near to one that there is not`()
    throws
  {
    let page = try lint("--explain", "or-of-equals", "--lang", "zh")
    #expect(page.status == 0)
    #expect(page.output.contains("会被指出：\n  applies: «case.mark"))
    let json = try lint("--explain", "or-of-equals", "--format", "json")
    #expect(json.output.contains("\"code\": \"or-of-equals\""))
    let none = try lint("--explain", "or-of-equal")
    #expect(none.status == 2)
    #expect(none.errors.contains("Did you mean `or-of-equals`?"))
  }

  @Test func `the list of codes, as text and as JSON`() throws {
    #expect(try lint("--list").output.contains("  or-of-equals "))
    let run = try lint("--list", "--format", "json")
    let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    #expect((object?["checks"] as? [Any])?.count ?? 0 > 50)
    #expect(try lint("--list", "--format", "sarif").status == 2)
  }

  @Test func `annotations and SARIF`() throws {
    try addSlips()
    let github = try lint("--format", "github")
    #expect(
      github.output.contains(
        "::warning file=Rules/sample/decision/reasoned.yaml,line=8,endLine=8,col=11,endColumn=39,"
          + "title=negated-comparison::"))
    let sarif = try lint("--format", "sarif")
    let object = try JSONSerialization.jsonObject(with: Data(sarif.output.utf8)) as? [String: Any]
    let runs = try #require(object?["runs"] as? [[String: Any]])
    #expect((runs.first?["results"] as? [Any])?.count == 4)
  }

  @Test func `a mistake in the project's file is told at its place, and nothing else`() throws {
    try folder.write("pingcha.yaml", "lint:\n  title-to-long: off\n")
    let run = try lint()
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.errors.hasPrefix("pingcha.yaml:2:3: error[unknown-setting]"))
    #expect(run.errors.contains("Did you mean `title-too-long`?"))
  }

  @Test func `another file of settings, and one that is not there`() throws {
    try folder.write("strict.yaml", "lint: { too-few-examples: error }\n")
    let run = try lint("--config", "strict.yaml")
    #expect(run.status == 2)
    #expect(run.output.contains("error[too-few-examples]"))
    let none = try lint("--config", "none.yaml")
    #expect(none.status == 2)
    #expect(none.errors.contains("none.yaml"))
  }

  @Test func `the day of the run decides what has passed`() throws {
    try folder.write(
      "pingcha.yaml",
      SampleFolder.settings.replacing(
        "too-few-examples: off",
        with: "ignore: [{ rule: sample.decision.reasoned, code: too-few-examples, reason: small, "
          + "until: 2024-06-30 }]"))
    #expect(try lint("--strict", "--as-of", "2024-06-30").status == 0)
    let later = try lint("--strict", "--as-of", "2024-07-01")
    #expect(later.status == 2)
    #expect(later.output.contains("pingcha.yaml:1:18: warning[ignore-expired]"))
  }

  @Test func `--fix and --diff exclude each other`() throws {
    #expect(try lint("--fix", "--diff").status == 2)
  }
}
