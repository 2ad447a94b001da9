import Findings
import Reports
import SourceText
import TestSupport
import Testing
import WorkCalendar

@Suite struct ExplanationPrinterTests {
  private func day(_ text: String) -> CivilDate { Fixture.day(text) }

  private func same(_ text: String) -> Explanation.StepValue {
    .value(BilingualText(zh: text, en: text))
  }

  private func truth(_ value: Bool) -> Explanation.StepValue {
    .value(BilingualText(zh: value ? "是" : "否", en: value ? "true" : "false"))
  }

  private func span(
    _ first: String, _ last: String, _ reason: DaySpan.Reason
  ) -> DaySpan {
    DaySpan(first: day(first), last: day(last), reason: reason)
  }

  private var explanation: Explanation {
    var explanation = Explanation(
      rule: Fixture.rules[2].id, title: Fixture.rules[2].title, source: Fixture.path,
      caseNumber: "黔东南市监罚〔2024〕137号", caseTitle: "某公司虚假宣传案",
      asOf: day("2024-12-31"), outcome: .violated, choice: .basisDate)
    explanation.basis = .init(expression: "decision.made_on", value: same("2024-09-30"))
    explanation.versions = [
      .init(number: 1, from: nil, until: day("2021-07-14")),
      .init(number: 2, from: day("2021-07-15"), until: nil, isLighter: true),
    ]
    var derivation = Explanation.Derivation(version: 2, outcome: .violated)
    derivation.cites = [Fixture.notice]
    derivation.parameters = [
      .init(
        name: "publicity_workdays", value: BilingualText(zh: "7", en: "7"),
        source: "国办发〔2018〕118号", isVerified: true, decidedBy: "region", keyValue: "522600"),
      .init(
        name: "publicity_site", value: BilingualText(zh: "省级", en: "province"), source: "memory",
        isVerified: false, decidedBy: nil, keyValue: nil),
    ]
    let applies = "case.procedure != \"simple\" && !publicity.exempt"
    derivation.applies = .init(
      expression: applies, value: truth(true),
      steps: [
        .init(
          expression: "case.procedure", value: same("ordinary"), depth: 2,
          place: Place(
            file: "case.yaml", line: 10, column: 14, endLine: 10, endColumn: 22,
            range: ByteRange(120, 128))),
        .init(expression: "case.procedure != \"simple\"", value: truth(true), depth: 1),
        .init(expression: "publicity.exempt", value: .absent(["publicity.exempt"]), depth: 2),
        .init(expression: applies, value: truth(true), depth: 0),
      ])
    derivation.exceptions = [
      .init(
        when: .init(expression: "case.sector == \"traffic\"", value: truth(true)),
        checks: ["site", "valid"], cites: [Fixture.act], reading: "special law first")
    ]
    derivation.checks = [inTime, site, officers]
    explanation.derivations = [derivation]
    return explanation
  }

  /// Working days across a holiday with make-up days, a stop, and an extension.
  private var inTime: Explanation.Check {
    var check = Explanation.Check(
      id: "in-time", severity: .major, kind: .violation, outcome: .violated)
    check.when = .init(expression: "has(publicity.result)", value: truth(true))
    var deadline = Explanation.Deadline(
      isWait: false, from: .init(expression: "decision.made_on", value: same("2024-09-27")),
      periodExpression: "workdays(limit)",
      act: .init(expression: "publicity.result.published_on", value: same("2024-11-25")))
    deadline.period = Period(count: 7, unit: .workdays)
    deadline.stops = [
      .init(expression: "publicity.objected_on", first: day("2024-10-08"), last: day("2024-10-10"))
    ]
    let holiday = OfficeCalendar.Occasion(zh: "国庆节", en: "National Day")
    deadline.stages = [
      .init(
        cause: .period(Period(count: 7, unit: .workdays)), start: day("2024-09-27"), count: 7,
        unrolledEnd: day("2024-10-16"), end: day("2024-10-16"),
        spans: [
          span("2024-09-28", "2024-09-28", .weekend),
          span("2024-09-29", "2024-09-29", .makeUpDay(holiday)),
          span("2024-09-30", "2024-09-30", .counted),
          span("2024-10-01", "2024-10-07", .holiday(holiday)),
          span("2024-10-08", "2024-10-08", .counted),
          span("2024-10-09", "2024-10-10", .stopped(0)),
          span("2024-10-11", "2024-10-11", .counted),
          span("2024-10-12", "2024-10-12", .makeUpDay(nil)),
          span("2024-10-13", "2024-10-13", .holiday(nil)),
          span("2024-10-14", "2024-10-15", .counted),
        ]),
      .init(
        cause: .extended(by: Period(count: 1, unit: .months)), approvedOn: day("2024-10-12"),
        start: day("2024-10-16"), count: 31, unrolledEnd: day("2024-11-16"),
        end: day("2024-11-18"),
        spans: [
          span("2024-10-17", "2024-11-16", .counted), span("2024-11-17", "2024-11-18", .rolled),
        ]),
      .init(
        cause: .refused, approvedOn: day("2024-11-20"), start: day("2024-11-18"), count: 0,
        unrolledEnd: day("2024-11-16"), end: day("2024-11-18"), spans: []),
    ]
    deadline.dueBeforeRolling = day("2024-11-16")
    deadline.due = day("2024-11-18")
    deadline.daysLate = 7
    check.deadline = deadline
    check.message = BilingualText(zh: "迟延公开。", en: "Published late.")
    return check
  }

  private var site: Explanation.Check {
    var check = Explanation.Check(
      id: "site", severity: .minor, kind: .violation, outcome: .notApplicable)
    check.exception = 0
    return check
  }

  private var officers: Explanation.Check {
    var check = Explanation.Check(
      id: "valid", severity: .minor, kind: .signal, outcome: .undetermined)
    check.elements = ["officers[1]"]
    check.condition = .init(
      expression: "o.licence_valid_until >= decision.made_on",
      value: .unknown(["officers[1].licence_valid_until"]),
      steps: [
        .init(
          expression: "o.licence_valid_until",
          value: .unknown(["officers[1].licence_valid_until"]), depth: 1),
        .init(expression: "1 / 0", value: .fault("division by zero"), depth: 1),
      ])
    check.missing = ["officers[1].licence_valid_until"]
    return check
  }

  /// What cannot be counted, by two versions of a rule.
  private var undecided: Explanation {
    var explanation = Explanation(
      rule: Fixture.rules[3].id, title: Fixture.rules[3].title, source: "batch.ndjson:17",
      caseNumber: nil, caseTitle: nil, asOf: day("2024-12-31"), outcome: .undetermined,
      choice: .several)
    explanation.missing = ["calendar.2026", "params.service_days"]
    explanation.reason = BilingualText(zh: "几版规定结论不同。", en: "The texts differ.")
    explanation.basis = .init(expression: "decision.made_on", value: .unknown(["decision.made_on"]))
    explanation.versions = [
      .init(number: 1, from: nil, until: day("2021-07-14")),
      .init(number: 2, from: day("2021-07-15"), until: nil),
    ]
    var check = Explanation.Check(
      id: nil, severity: .minor, kind: .violation, outcome: .undetermined)
    var deadline = Explanation.Deadline(
      isWait: true, from: .init(expression: "decision.made_on", value: .absent([])),
      periodExpression: "hours(24)", act: .init(expression: "service.on", value: .absent([])))
    deadline.lastDayCounts = true
    deadline.rolls = false
    deadline.isOpenEnded = true
    deadline.dueAt = "2024-05-06T09:30:00+08:00"
    deadline.stops = [
      .init(expression: "a.from", first: day("2024-05-06"), last: nil, leavesOut: .both),
      .init(
        expression: "b.from", first: day("2024-05-06"), last: day("2024-05-07"),
        leavesOut: .neither),
    ]
    check.deadline = deadline
    var first = Explanation.Derivation(version: 1, outcome: .satisfied)
    first.reason = BilingualText(zh: "各项均合格。", en: "All is well.")
    var second = Explanation.Derivation(version: 2, outcome: .undetermined)
    second.checks = [check]
    explanation.derivations = [first, second]
    return explanation
  }

  private func text(_ explanation: Explanation, _ language: Language, colour: Bool = false)
    -> String
  {
    var text = ""
    ExplanationPrinter { text += $0 }.printText(explanation, language: language, colour: colour)
    return text
  }

  @Test("tells the story of why", arguments: Language.allCases)
  func story(language: Language) {
    expectGolden(text(explanation, language), named: "explanation.\(language.rawValue).txt")
  }

  @Test("tells what could not be decided", arguments: Language.allCases)
  func open(language: Language) {
    expectGolden(text(undecided, language), named: "explanation-open.\(language.rawValue).txt")
  }

  @Test func `tells it as JSON`() {
    var text = ""
    let printer = ExplanationPrinter { text += $0 }
    printer.printJSON(explanation)
    printer.printJSON(undecided)
    expectGolden(text, named: "explanation.json")
  }

  @Test func `draws the calendar with running counts`() {
    let zh = text(explanation, .zh)
    #expect(zh.contains("2024-10-01 – 2024-10-07  国庆节"))
    #expect(zh.contains("累计 7\n"))
    #expect(zh.contains("顺延前 2024-11-16"))
  }

  @Test func `a stage of a clock is told as it ran`() throws {
    let start = day("2024-09-30")
    let clock = DeadlineClock(
      start: start, period: Period(count: 10, unit: .days),
      extensions: [
        .init(.by(Period(count: 5, unit: .days)), approval: .on(day("2024-10-08"))),
        .init(.until(day("2024-10-30")), approval: .on(day("2024-11-30"))),
      ], rolls: false)
    let calendar = try OfficeCalendar([])
    let term = try clock.run(on: calendar)
    let approvals: [CivilDate?] = [day("2024-10-08"), day("2024-11-30")]
    let stages = try term.stages.map { stage in
      Explanation.Stage(
        stage, spans: try clock.account(of: stage, on: calendar), approvals: approvals)
    }
    #expect(stages.map(\.count) == [10, 5, 0])
    #expect(stages.map(\.approvedOn) == [nil, day("2024-10-08"), day("2024-11-30")])
    #expect(stages[1].cause == .extended(by: Period(count: 5, unit: .days)))
    #expect(stages[2].cause == .refused)
    #expect(stages[0].spans.reduce(0) { $0 + $1.days } == 10)
  }

  @Test func `colours only where it is told to`() {
    #expect(!text(explanation, .zh).utf8.contains(0x1B))
    #expect(text(explanation, .zh, colour: true).utf8.contains(0x1B))
  }
}
