import Foundation
import TestSupport
import Testing

/// An edit of a real rule that changes what the law is taken to say, or hides it.
struct SeededEdit: CustomTestStringConvertible, Sendable {
  var name: String
  /// Below the rules folder.
  var file: String
  var old: String
  var new: String
  /// What must catch it, without the rules folder.
  var verb: [String]
  /// What it says of it.
  var says: String

  var testDescription: String { name }

  static let all: [SeededEdit] = [
    SeededEdit(
      name: "> for >= in a deadline", file: "penalty/hearing/decision-on-transcript.yaml",
      old: "that: decision.made_on >= hearing.held_on",
      new: "that: decision.made_on > hearing.held_on",
      verb: ["rules", "test", "penalty.hearing.decision-on-transcript"], says: "violated"),
    SeededEdit(
      name: "days for workdays",
      file: "penalty/publicity/decision-published-in-seven-workdays.yaml",
      old: "within: workdays(limit)", new: "within: days(limit)",
      verb: ["rules", "test", "penalty.publicity.decision-published-in-seven-workdays"],
      says: "violated"),
    SeededEdit(
      name: "a wrong kind of party", file: "penalty/leniency/under-14.yaml",
      old: "applies: party.kind == \"natural\"", new: "applies: party.kind == \"sole-trader\"",
      verb: ["rules", "test", "penalty.leniency.under-14"], says: "not applicable"),
    SeededEdit(
      name: "a dropped exception", file: "penalty/simple-procedure/conditions.yaml",
      old: """
        except:
          - when: traffic
            items: [amount]
            cites: [ { instrument: rtsl-2003, article: 第一百零七条, says: 二百元以下罚款，交通警察可以当场作出 } ]
            reading: The traffic law sets a limit of its own and goes before the general one.

        """, new: "",
      verb: ["rules", "test", "penalty.simple-procedure.conditions"], says: "passed, "),
    SeededEdit(
      name: "a threshold off by a cent", file: "parameters/hearing.yaml",
      old: """
            - sector: market
              party: legal
              value: { amount: 100000.00, inclusive: true }
        """,
      new: """
            - sector: market
              party: legal
              value: { amount: 100000.01, inclusive: true }
        """,
      verb: ["rules", "test", "penalty.hearing.decision-not-before-period"], says: "satisfied"),
    SeededEdit(
      name: "an in-force date off by a day", file: "penalty/decision/within-limit.yaml",
      old: "from: 2021-07-15 }", new: "from: 2021-07-16 }",
      verb: ["rules", "test", "penalty.decision.within-limit"], says: "not applicable"),
    SeededEdit(
      name: "a swapped field", file: "penalty/decision/within-limit.yaml",
      old: "from: case.filed_on\n", new: "from: case.discovered_on\n",
      verb: ["rules", "test", "penalty.decision.within-limit"], says: "failed"),
    SeededEdit(
      name: "a lowered severity", file: "penalty/hearing/decision-not-before-period.yaml",
      old: "severity: fatal", new: "severity: minor", verb: ["rules", "diff"],
      says: "- fatal"),
    SeededEdit(
      name: "a citation to a repealed text", file: "penalty/decision/within-limit.yaml",
      old: "{ instrument: apl-2021, article: 第六十条", new: "{ instrument: apl-2017, article: 第六十条",
      verb: ["rules", "lint", "--strict"], says: "repealed-citation"),
    SeededEdit(
      name: "a translation with another placeholder",
      file: "penalty/hearing/decision-not-before-period.yaml",
      old: "until {period_end|an unknown day}", new: "until {notice.served_on|an unknown day}",
      verb: ["rules", "lint", "--strict"], says: "placeholder"),
    SeededEdit(
      name: "all for exists", file: "penalty/leniency/first-offence-conditions.yaml",
      old: "party.prior_violations.exists(v,", new: "party.prior_violations.all(v,",
      verb: ["rules", "test", "penalty.leniency.first-offence-conditions"], says: "failed"),
    SeededEdit(
      name: "a lost negation", file: "penalty/leniency/first-offence-conditions.yaml",
      old: "that: '!before'", new: "that: before",
      verb: ["rules", "test", "penalty.leniency.first-offence-conditions"], says: "failed"),
    SeededEdit(
      name: "a widened applies", file: "penalty/publicity/market-twenty-workdays.yaml",
      old: "case.sector in [\"market\", \"drug\"] && ", new: "",
      verb: ["rules", "diff"], says: "→"),
    SeededEdit(
      name: "a message that points at the wrong fact",
      file: "penalty/hearing/decision-on-transcript.yaml",
      old: """
              zh: "听证于{hearing.held_on|日期不明}举行，决定已于{decision.made_on|日期不明}作出。"
              en: "The hearing was held on {hearing.held_on|an unknown day}; the decision had been made on {decision.made_on|an unknown day}."
        """,
      new: """
              zh: "听证举行前决定已经作出；立案日期：{case.filed_on|日期不明}。"
              en: "The decision had been made before the hearing. Filed on {case.filed_on|an unknown day}."
        """,
      verb: ["rules", "lint", "--strict"], says: "message-of-other-fact"),
  ]
}

/// Fourteen slips that an edit of a rule may make, each against the command that must not let it pass.
/// Slow: every one reads and compiles the whole rules folder anew.
@Suite struct SeededEditTests {
  @Test("a bad edit is caught", arguments: SeededEdit.all)
  func isCaught(edit: SeededEdit) throws {
    let folder = try SampleFolder()
    let rules = "\(ProjectFolder.root)/Rules"
    try FileManager.default.copyItem(atPath: rules, toPath: "\(folder.path)/Edited")
    let text = try folder.text("Edited/\(edit.file)")
    #expect(text.components(separatedBy: edit.old).count == 2, "the text is there once")
    try folder.write(
      "Edited/\(edit.file)", text.replacingOccurrences(of: edit.old, with: edit.new))
    let arguments =
      edit.verb == ["rules", "diff"]
      ? edit.verb + [rules, "Edited", "--quiet"] : edit.verb + ["--rules", "Edited"]
    let run = try Program.run(arguments + ["--lang", "en"], in: folder)
    #expect(run.status != 0, "\(run.output)")
    #expect((run.output + run.errors).contains(edit.says), "\(run.output)\n\(run.errors)")
  }

  @Test func `an edit of comments and layout changes nothing`() throws {
    let folder = try SampleFolder()
    let rules = "\(ProjectFolder.root)/Rules"
    try FileManager.default.copyItem(atPath: rules, toPath: "\(folder.path)/Edited")
    let file = "Edited/penalty/decision/within-limit.yaml"
    let text = try folder.text(file)
    try folder.write(
      file,
      "# A comment.\n"
        + text.replacingOccurrences(
          of: "reading: >-\n  Ninety days", with: "# Another.\nreading: >-\n  Ninety\n  days"))
    let run = try Program.run(
      ["rules", "diff", rules, "Edited", "--quiet", "--lang", "en"], in: folder)
    #expect(run.status == 0)
    #expect(!run.output.contains("penalty.decision.within-limit  edited"))
    #expect(run.output.contains("0 with another result"))
  }
}
