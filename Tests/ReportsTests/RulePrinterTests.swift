import Findings
import Reports
import SourceText
import TestSupport
import Testing

@Suite struct RulePrinterTests {
  @Test("lists rules", arguments: Language.allCases)
  func list(language: Language) {
    var text = ""
    RuleListPrinter { text += $0 }.printText(Fixture.rules, language: language, colour: false)
    expectGolden(text, named: "rules.\(language.rawValue).txt")
  }

  @Test func `lists rules as JSON`() {
    var text = ""
    RuleListPrinter { text += $0 }.printJSON(Fixture.rules)
    expectGolden(text, named: "rules.json")
  }

  @Test("lists nothing", arguments: [(Language.zh, "共 0 条规则\n"), (.en, "0 rules\n")])
  func nothing(language: Language, expected: String) {
    var text = ""
    RuleListPrinter { text += $0 }.printText([], language: language, colour: false)
    #expect(text == expected)
  }

  // MARK: One rule

  private var description: RuleDescription {
    var deadline = RuleDescription.Deadline(
      from: "decision.made_on", period: "workdays(limit)", isWait: false,
      act: "publicity.result.published_on")
    deadline.excluding = ["publicity.objected_on – publicity.answered_on"]
    deadline.extendedBy = ["days(30), publicity.extension_approved_on"]
    deadline.rolls = false
    var inTime = RuleDescription.Check(id: "in-time", severity: .major, kind: .violation)
    inTime.when = "!publicity.exempt"
    inTime.deadline = deadline
    inTime.message = BilingualText(
      zh: "应在 {due} 前公开，{act|未公开}。", en: "To be published by {due}: {act|not published}.")
    var valid = RuleDescription.Check(id: "valid", severity: .minor, kind: .signal)
    valid.each = ["o in officers"]
    valid.whereCondition = "has(o.name)"
    valid.that = "o.licence_valid_until >= decision.made_on"
    valid.absent = .undetermined
    valid.cites = [Fixture.act]
    valid.remedy = BilingualText(zh: "换发证件。", en: "Renew the licence.")
    var old = RuleDescription.Version(
      from: nil, until: Fixture.day("2021-07-14"), basis: ["decision.made_on"])
    old.checks = [.init(id: nil, severity: .major, kind: .violation)]
    old.checks[0].that = "has(publicity.result)"
    var new = RuleDescription.Version(
      from: Fixture.day("2021-07-15"), until: nil, basis: ["decision.made_on", "as_of"])
    new.isLighter = true
    new.cites = [Fixture.notice]
    new.applies = "case.procedure != \"simple\""
    new.definitions = [.init(name: "limit", expression: "params.publicity_workdays")]
    new.checks = [inTime, valid]
    new.exceptions = [
      .init(
        when: "case.sector == \"traffic\"", checks: ["valid"], cites: [Fixture.act],
        reading: "special law before general law")
    ]
    new.reading = "We count from the day after the decision."
    var rule = RuleDescription(summary: Fixture.rules[2], versions: [old, new])
    rule.aliases = ["penalty.publicity.published"]
    rule.isRetroactiveWhereLenient = true
    rule.examples = Array(
      repeating: RuleDescription.Example(base: "ordinary", outcome: .satisfied), count: 7)
    return rule
  }

  @Test("shows a rule", arguments: Language.allCases)
  func show(language: Language) {
    var text = ""
    RuleShowPrinter { text += $0 }.printText(description, language: language, colour: false)
    expectGolden(text, named: "rule.\(language.rawValue).txt")
  }

  @Test func `shows a rule as JSON`() {
    var text = ""
    RuleShowPrinter { text += $0 }.printJSON(description)
    expectGolden(text, named: "rule.json")
  }

  // MARK: Examples

  private let file = SourceFile(
    path: "penalty/publicity/decision-published.yaml",
    text: "examples:\n  - { base: ordinary, outcome: violated, note: 迟一日 }\n")

  private var results: [ExampleResult] {
    var failed = ExampleResult(
      rule: Fixture.rules[2].id, number: 2, base: "ordinary", note: "迟一日", expected: .violated,
      actual: .satisfied,
      place: Fixture.place(
        of: "{ base: ordinary, outcome: violated, note: 迟一日 }", in: file), isPassed: false)
    failed.checks = [
      .init(id: "in-time", expected: .violated, actual: .satisfied),
      .init(id: "valid", expected: nil, actual: .undetermined),
      .init(id: "same", expected: .violated, actual: .violated),
    ]
    failed.message = BilingualText(zh: "公开于 2024-10-15，在期限内。", en: "Published in time.")
    return [
      ExampleResult(
        rule: Fixture.rules[2].id, number: 1, base: "ordinary", note: nil, expected: .satisfied,
        actual: .satisfied, place: nil, isPassed: true), failed,
      ExampleResult(
        rule: Fixture.rules[3].id, number: 1, base: "simple", note: nil, expected: .pending,
        actual: nil, place: nil, isPassed: false),
    ]
  }

  @Test("tells failed examples with their lines", arguments: Language.allCases)
  func examples(language: Language) {
    var text = ""
    ExampleResultsPrinter(sources: { [file] in $0 == file.path ? file : nil }) { text += $0 }
      .printText(results, language: language, colour: false)
    expectGolden(text, named: "examples.\(language.rawValue).txt")
    #expect(text.hasSuffix("\n1 passed, 2 failed\n"))
  }

  @Test func `tells examples as JSON`() {
    var text = ""
    ExampleResultsPrinter { text += $0 }.printJSON(results)
    expectGolden(text, named: "examples.json")
  }

  @Test func `says only the count where all pass`() {
    var text = ""
    ExampleResultsPrinter { text += $0 }
      .printText([results[0]], language: .zh, colour: false)
    #expect(text == "1 passed, 0 failed\n")
  }

  // MARK: Diagnostics

  @Test("prints diagnostics", arguments: Language.allCases)
  func diagnostics(language: Language) {
    var text = ""
    DiagnosticsPrinter(sources: Fixture.sources) { text += $0 }.printText(
      Fixture.unreadable.diagnostics + [Fixture.missingFolder], language: language, colour: false)
    expectGolden(text, named: "diagnostics.\(language.rawValue).txt")
  }

  @Test func `prints diagnostics as JSON`() {
    var text = ""
    DiagnosticsPrinter { text += $0 }
      .printJSON(Fixture.unreadable.diagnostics + [Fixture.missingFolder])
    expectGolden(text, named: "diagnostics.json")
  }

  @Test func `prints nothing where nothing is wrong`() {
    var text = ""
    let printer = DiagnosticsPrinter { text += $0 }
    printer.printText([], language: .en, colour: false)
    #expect(text == "")
  }
}
