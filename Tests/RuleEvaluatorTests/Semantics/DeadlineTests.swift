import CEL
import Findings
import SourceText
import Testing
import WorkCalendar

/// Semantics §5. The calendar is that of the rules folder: 2024-10-01/07 are holidays, 2024-09-29 and
/// 2024-10-12 are make-up days.
@Suite struct DeadlineRuleTests {
  /// What a deadline comes to: its outcome, and the due day where a finding gives one.
  func result(
    _ deadline: String, facts: String, rest: String = "", asOf: String = "2025-12-31"
  ) -> String {
    var trial = RuleTrial(rule: "deadline: \(deadline)", record: "case: \(facts)\n\(rest)")
    trial.asOf = asOf
    do {
      let result = try trial.result()
      let computed = result.findings.first?.computed
      let due = computed?.dueAt ?? computed?.due.map { "\($0)" }
      let late = computed?.daysLate.map { " \($0) late" } ?? ""
      return [result.outcome.rawValue, due].compactMap(\.self).joined(separator: " ") + late
    } catch {
      return "\(error)"
    }
  }

  static let within = "{ from: case.day, within: workdays(3), act: case.later }"

  @Test func `within: the act on or before the due day is in time, also before from`() {
    // Friday; three working days, of which Sunday the 29th is one.
    #expect(result(Self.within, facts: "{ day: 2024-09-27, later: 2024-10-08 }") == "satisfied")
    #expect(result(Self.within, facts: "{ day: 2024-09-26, later: 2024-09-20 }") == "satisfied")
    #expect(result(Self.within, facts: "{ day: 2024-09-26, later: 2024-09-30 }") == "satisfied")
    #expect(
      result(Self.within, facts: "{ day: 2024-09-26, later: 2024-10-01 }")
        == "violated 2024-09-30 1 late")
  }

  static let wait = "{ from: case.day, wait: days(3), act: case.later }"

  @Test func `wait: the act must come after the due day`() {
    #expect(
      result(Self.wait, facts: "{ day: 2024-05-06, later: 2024-05-09 }") == "violated 2024-05-09")
    #expect(result(Self.wait, facts: "{ day: 2024-05-06, later: 2024-05-10 }") == "satisfied")
    #expect(
      result(Self.wait, facts: "{ day: 2024-05-06, later: 2024-05-01 }") == "violated 2024-05-09")
  }

  @Test func `last_day_counts: on it or after`() {
    let wait = "{ from: case.day, wait: days(3), act: case.later, last_day_counts: true }"
    #expect(result(wait, facts: "{ day: 2024-05-06, later: 2024-05-09 }") == "satisfied")
    #expect(result(wait, facts: "{ day: 2024-05-06, later: 2024-05-08 }") == "violated 2024-05-09")
  }

  @Test func `the day of the event is not counted`() {
    let deadline = "{ from: case.day, within: days(1), act: case.later, roll: false }"
    #expect(result(deadline, facts: "{ day: 2024-05-06, later: 2024-05-07 }") == "satisfied")
    #expect(
      result(deadline, facts: "{ day: 2024-05-06, later: 2024-05-08 }")
        == "violated 2024-05-07 1 late")
  }

  @Test func `under wait an absent act is not-applicable: there is nothing yet to judge`() {
    #expect(result(Self.wait, facts: "{ day: 2024-05-06 }") == "not-applicable")
    #expect(result(Self.wait, facts: "{ day: 2024-05-06 }", asOf: "2024-05-07") == "not-applicable")
  }

  @Test
  func
    `a deadline rolls a calendar period that ends on a day off to the next working day, unless roll: false`()
  {
    // 2024-09-28 + 4 days is the second day of the holiday.
    let facts = "{ day: 2024-09-28, later: 2024-10-09 }"
    let deadline = "{ from: case.day, within: days(4), act: case.later }"
    #expect(result(deadline, facts: facts) == "violated 2024-10-08 1 late")
    #expect(
      result(deadline.replacing("later }", with: "later, roll: false }"), facts: facts)
        == "violated 2024-10-02 7 late")
    let working = "{ from: case.day, within: workdays(1), act: case.later }"
    #expect(
      result(working, facts: "{ day: 2024-09-27, later: 2024-10-08 }")
        == "violated 2024-09-29 9 late")
  }

  @Test(arguments: [
    ("due(case.day, days(4))", "2024-10-08"), ("due(case.day, months(1))", "2024-10-28"),
    ("case.day + days(4)", "2024-10-02"), ("case.day - days(0)", "2024-09-28"),
    ("case.later - months(1)", "2024-09-30"),
  ])
  func `due(d, period) rolls; plain d + period and d - period never do`(
    expression: String, day: String
  ) {
    let trial = RuleTrial(
      that: "\(expression) == date(\"\(day)\")",
      record: "case: { day: 2024-09-28, later: 2024-10-30 }")
    #expect(trial.outcome == "satisfied")
  }

  @Test(arguments: [
    ("2024-01-31", "months(1)", "2024-02-29"), ("2023-01-31", "months(1)", "2023-02-28"),
    ("2024-02-29", "years(1)", "2025-02-28"), ("2024-03-15", "months(2)", "2024-05-15"),
    ("2024-08-31", "months(1)", "2024-09-30"), ("2024-02-29", "years(4)", "2028-02-29"),
  ])
  func `months and years end on the same day number, or the month's last day`(
    day: String, period: String, end: String
  ) {
    let trial = RuleTrial(
      that: "case.day + \(period) == date(\"\(end)\")", record: "case: { day: \(day) }")
    #expect(trial.outcome == "satisfied")
  }

  @Test func `hours run from minute to minute, without rolling`() {
    let deadline = "{ from: case.at, within: hours(24), act: case.done_at }"
    func facts(_ done: String) -> String {
      "{ at: 2024-09-30T10:15:00+08:00, done_at: \(done) }"
    }
    #expect(result(deadline, facts: facts("2024-10-01T10:15:00+08:00")) == "satisfied")
    #expect(
      result(deadline, facts: facts("2024-10-01T10:16:00+08:00"))
        == "violated 2024-10-01T10:15:00+08:00 0 late")
    #expect(
      result(deadline, facts: facts("2024-10-01")) == "undetermined 2024-10-01T10:15:00+08:00")
  }

  @Test(
    "what has to wait for hours to end comes behind their last moment",
    arguments: [
      ("", "2024-10-01T10:15:00+08:00", false), ("", "2024-10-01T10:15:01+08:00", true),
      (", last_day_counts: true", "2024-10-01T10:15:00+08:00", true),
      (", last_day_counts: true", "2024-10-01T10:14:59+08:00", false), ("", "2024-10-02", true),
      ("", "2024-09-30", false),
    ])
  func waitingForHours(keys: String, done: String, isInTime: Bool) {
    let said = result(
      "{ from: case.at, wait: hours(24), act: case.done_at\(keys) }",
      facts: "{ at: 2024-09-30T10:15:00+08:00, done_at: \(done) }")
    #expect(said.hasPrefix(isInTime ? "satisfied" : "violated"), "\(said)")
  }

  @Test func `a term of hours is told to the minute`() throws {
    let trial = RuleTrial(
      rule: """
        deadline: { from: case.at, within: hours(24), act: case.done_at }
        message: { zh: "应于{due}前", en: "by {due}" }
        """,
      record: "case: { at: 2024-09-30T10:15:00+08:00, done_at: 2024-10-01T12:20:30+08:00 }")
    let finding = try #require(try trial.result().findings.first)
    #expect(finding.message.en == "by 2024-10-01T10:15:00+08:00")
    #expect(finding.message.zh == "应于2024-10-01T10:15:00+08:00前")
    #expect(finding.computed.minutesLate == 126)
  }

  @Test(
    "a waiting term says from when the act is in time",
    arguments: [("", Computed.Wait.afterLastDay), (", last_day_counts: true", .onLastDay)])
  func waits(keys: String, wait: Computed.Wait) throws {
    let trial = RuleTrial(
      rule: "deadline: { from: case.day, wait: days(3), act: case.later\(keys) }",
      record: "case: { day: 2024-07-01, later: 2024-07-02 }")
    let finding = try #require(try trial.result().findings.first)
    #expect(finding.computed.wait == wait)
    #expect(finding.computed.due == CivilDate("2024-07-04"))
  }

  @Test
  func
    `a due day that only an unpublished year of the calendar could tell is unknown: undetermined, and the year is named`()
    throws
  {
    var trial = RuleTrial(
      rule: "deadline: \(Self.within)", record: "case: { day: 2098-05-06, later: 2098-05-08 }")
    trial.asOf = "2099-01-01"
    #expect(trial.outcome == "undetermined")
    #expect(trial.missing == ["calendar.2098"])
    #expect(
      result(
        "{ from: case.day, within: days(3), act: case.later, roll: false }",
        facts: "{ day: 2098-05-06, later: 2098-05-09 }") == "satisfied")
  }

  @Test func `an absent act is pending up to and on the due day at as_of, violated after it`() {
    let facts = "{ day: 2024-09-26 }"
    #expect(result(Self.within, facts: facts, asOf: "2024-09-30") == "pending 2024-09-30")
    #expect(result(Self.within, facts: facts, asOf: "2024-10-01") == "violated 2024-09-30 1 late")
  }

  @Test func `an unrecorded act is undetermined`() {
    #expect(
      result(Self.within, facts: "{ day: 2024-09-26 }", rest: "unrecorded: [case.later]")
        == "undetermined 2024-09-30")
  }

  @Test func `days late are calendar days, from the due day to the act, or to as_of`() {
    #expect(
      result(Self.within, facts: "{ day: 2024-09-26, later: 2024-10-10 }")
        == "violated 2024-09-30 10 late")
    #expect(
      result(Self.within, facts: "{ day: 2024-09-26 }", asOf: "2024-10-10")
        == "violated 2024-09-30 10 late")
  }
}

/// Semantics §5: stops.
@Suite struct StopTests {
  static let days = "{ from: case.day, within: days(10), act: case.later, roll: false"

  /// Ten days from 2024-05-06, with stops, and an act far too late unless they help.
  func due(_ stops: String, more: String = "") -> String {
    trial("\(Self.days), excluding: [\(stops)] }", more: more).due
  }

  func trial(
    _ deadline: String, act: String = "later: 2024-07-30", more: String = "",
    asOf: String = "2025-12-31"
  ) -> (outcome: String, due: String, missing: [String]) {
    var trial = RuleTrial(
      rule: "deadline: \(deadline)",
      record: "case: { day: 2024-05-06\(act.isEmpty ? "" : ", \(act)"), n: 1 }\n\(more)")
    trial.asOf = asOf
    do {
      let result = try trial.result()
      let due = result.findings.first?.computed.due.map { "\($0)" } ?? "none"
      return (result.outcome.rawValue, due, result.missing)
    } catch {
      return ("\(error)", "", [])
    }
  }

  static func items(_ spans: String...) -> String {
    "items: ["
      + spans.enumerated().map { number, span in
        let ends = span.split(separator: "/", omittingEmptySubsequences: false)
        let until = ends[1].isEmpty ? "" : ", until: \(ends[1])"
        return "{ k: s\(number), on: \(ends[0])\(until), v: \(number) }"
      }.joined(separator: ", ") + "]"
  }

  static let each = "{ each: items, as: s, from: s.on, until: s.until }"

  @Test func `the first day of a stop is not excluded, the last is`() {
    #expect(due(Self.each, more: Self.items("2024-05-10/2024-05-13")) == "2024-05-19")
    #expect(due(Self.each, more: Self.items("2024-05-10/2024-05-10")) == "2024-05-16")
  }

  @Test func `count: both, both are excluded; neither, neither is`() {
    let both = Self.each.replacing(" }", with: ", count: both }")
    let neither = Self.each.replacing(" }", with: ", count: neither }")
    #expect(due(both, more: Self.items("2024-05-10/2024-05-13")) == "2024-05-20")
    #expect(due(neither, more: Self.items("2024-05-10/2024-05-13")) == "2024-05-18")
  }

  @Test func `their union, cut to the running period, does not count`() {
    // Two that overlap are one; what lies before the start or after the end does nothing.
    #expect(
      due(Self.each, more: Self.items("2024-05-10/2024-05-13", "2024-05-12/2024-05-15"))
        == "2024-05-21")
    #expect(due(Self.each, more: Self.items("2024-05-01/2024-05-08")) == "2024-05-18")
    #expect(due(Self.each, more: Self.items("2024-06-01/2024-06-08")) == "2024-05-16")
    // A stop that another one lets the period reach.
    #expect(
      due(Self.each, more: Self.items("2024-05-10/2024-05-15", "2024-05-20/2024-05-22"))
        == "2024-05-23")
  }

  @Test func `an entry whose from is absent is none`() {
    #expect(due("{ from: decision.made_on, until: decision.until_on }") == "2024-05-16")
    #expect(
      due(
        "{ from: decision.made_on, until: decision.until_on }",
        more: "decision: { until_on: 2024-05-10 }") == "2024-05-16")
  }

  @Test
  func
    `one with no end on file still runs: a late act is then undetermined, an absent one pending`()
  {
    let deadline = "\(Self.days), excluding: [\(Self.each)] }"
    let running = Self.items("2024-05-10/")
    #expect(trial(deadline, more: running).outcome == "undetermined")
    #expect(trial(deadline, act: "", more: running).outcome == "pending")
    #expect(trial(deadline, act: "later: 2024-05-16", more: running).outcome == "satisfied")
    // One that begins after the end of the period does nothing.
    #expect(trial(deadline, more: Self.items("2024-05-17/")).outcome == "violated")
  }

  @Test
  func `the due day is the n-th counted day outside the union, working days only for workdays`() {
    let deadline =
      "{ from: case.day, within: workdays(5), act: case.later, excluding: [\(Self.each)] }"
    // Monday 05-06; a stop over 05-08 to 05-10 leaves 7, 11 (made up), 13, 14, 15.
    #expect(trial(deadline, more: Self.items("2024-05-07/2024-05-10")).due == "2024-05-15")
  }

  @Test func `months and years have as many days as they would have without stops`() {
    let deadline =
      "{ from: case.day, within: months(1), act: case.later, roll: false, excluding: [\(Self.each)] }"
    // 31 days from 05-06 to 06-06, put off by three.
    #expect(trial(deadline, more: Self.items("2024-05-10/2024-05-13")).due == "2024-06-09")
  }

  @Test func `then rolled`() {
    let deadline =
      "{ from: case.day, within: days(10), act: case.later, excluding: [\(Self.each)] }"
    // Two more days end on Saturday the 18th.
    #expect(trial(deadline, more: Self.items("2024-05-10/2024-05-12")).due == "2024-05-20")
  }

  @Test func `where and when select stops`() {
    let first = "{ each: items, as: s, where: s.v == 0, from: s.on, until: s.until }"
    let items = Self.items("2024-05-10/2024-05-13", "2024-05-14/2024-05-15")
    #expect(due(first, more: items) == "2024-05-19")
    let never = "{ when: case.n > 1, each: items, as: s, from: s.on, until: s.until }"
    #expect(due(never, more: items) == "2024-05-16")
  }

  @Test
  func
    `an unknown or open list of stops can only lengthen: what is in time stays in time, what is too early stays too early, the rest is undetermined`()
  {
    let within = "\(Self.days), excluding: [\(Self.each)] }"
    let wait = within.replacing("within:", with: "wait:")
    for open in [
      "unrecorded: [items]", "\(Self.items("2024-05-10/2024-05-13"))\nunrecorded: [items]",
    ] {
      #expect(trial(within, act: "later: 2024-05-16", more: open).outcome == "satisfied")
      let late = trial(within, act: "later: 2024-05-30", more: open)
      #expect(late.outcome == "undetermined")
      #expect(late.missing == ["items"])
      #expect(trial(wait, act: "later: 2024-05-15", more: open).outcome == "violated")
      #expect(trial(wait, act: "later: 2024-05-30", more: open).outcome == "undetermined")
    }
  }
}

/// Semantics §5: extensions, and terms that others read.
@Suite struct ExtensionTests {
  /// Ten days from Monday 2024-05-06 end on Thursday 05-16; twelve days on Saturday, rolled to Monday.
  func due(_ extensions: String, days: Int = 10, decision: String, more: String = "") -> String {
    let trial = RuleTrial(
      rule: """
        deadline:
          from: case.day
          within: days(\(days))
          act: case.later
          excluding: [{ each: items, as: s, from: s.on, until: s.until }]
          extended_by: [\(extensions)]
        """,
      record: "case: { day: 2024-05-06, later: 2024-09-30, n: 1 }\ndecision: \(decision)\n\(more)")
    do {
      let result = try trial.result()
      return result.findings.first?.computed.due.map { "\($0)" } ?? result.outcome.rawValue
    } catch {
      return "\(error)"
    }
  }

  static let by = "{ by: days(5), approved_on: decision.approved_on }"
  static let until = "{ until: decision.until_on, approved_on: decision.approved_on }"

  @Test
  func `an extension counts only if approved on or before the due day as it then stood (rolled)`() {
    #expect(due(Self.by, decision: "{ approved_on: 2024-05-16 }") == "2024-05-21")
    #expect(due(Self.by, decision: "{ approved_on: 2024-05-17 }") == "2024-05-16")
    #expect(due(Self.by, days: 12, decision: "{ approved_on: 2024-05-20 }") == "2024-05-23")
    #expect(due(Self.by, decision: "{ made_on: 2024-05-16 }") == "2024-05-16")
  }

  @Test func `by runs on from the last day before rolling`() {
    // From Saturday the 18th, not from Monday.
    #expect(due(Self.by, days: 12, decision: "{ approved_on: 2024-05-17 }") == "2024-05-23")
  }

  @Test func `until sets the day; stops after the approval are added`() {
    let decision = "{ approved_on: 2024-05-10, until_on: 2024-05-23 }"
    #expect(due(Self.until, decision: decision) == "2024-05-23")
    let after = "items: [{ k: a, on: 2024-05-14, until: 2024-05-16 }]"
    #expect(due(Self.until, decision: decision, more: after) == "2024-05-27")
    let before = "items: [{ k: a, on: 2024-05-07, until: 2024-05-09 }]"
    #expect(due(Self.until, decision: decision, more: before) == "2024-05-23")
  }

  @Test func `where: an extension for which it is false does not count`() {
    let extended = Self.by.replacing(" }", with: ", where: case.n > 1 }")
    #expect(due(extended, decision: "{ approved_on: 2024-05-10 }") == "2024-05-16")
  }

  /// Whether a condition on the terms of another rule holds.
  func reads(_ that: String, record: String) -> RuleTrial {
    RuleTrial(
      rule: """
        - { id: vector.test.rule, require: [{ that: '\(that)' }] }
        - id: vector.test.owner
          applies: case.n > 0
          deadline:
            term: decision
            from: case.day
            within: days(10)
            act: case.later
            excluding: [{ each: items, as: s, from: s.on, until: s.until }]
            extended_by: [\(Self.by)]
        """, record: record)
  }

  @Test func `term: name gives terms.name.due and .base (before extensions) to other rules`() {
    let record =
      "case: { day: 2024-05-06, later: 2024-06-01, n: 1 }\ndecision: { approved_on: 2024-05-10 }"
    #expect(
      reads("terms.decision.base == date(\"2024-05-16\")", record: record).outcome == "satisfied")
    #expect(
      reads("terms.decision.due == date(\"2024-05-21\")", record: record).outcome == "satisfied")
  }

  @Test func `a term is as unknown as what it rests on`() {
    let early = "terms.decision.due < date(\"2024-06-05\")"
    let start = reads(early, record: "unrecorded: [case.day]\ncase: { n: 1 }")
    #expect(start.outcome == "undetermined")
    #expect(start.missing == ["case.day"])
    let month = reads(early, record: "case: { n: 1, day: 2024-05 }")
    #expect(month.outcome == "undetermined")
    #expect(month.missing == ["case.day"])
    #expect(reads(early, record: "case: { n: 1, day: 2024-04 }").outcome == "satisfied")
    #expect(reads(early, record: "case: { n: 1, day: 2024-06 }").outcome == "violated")
    let stops = reads(early, record: "unrecorded: [items]\ncase: { n: 1, day: 2024-05-06 }")
    #expect(stops.outcome == "undetermined")
    #expect(stops.missing == ["items"])
    let applies = reads(early, record: "unrecorded: [case.n]\ncase: { day: 2024-05-06 }")
    #expect(applies.outcome == "undetermined")
    #expect(applies.missing == ["case.n"])
    #expect(
      reads("terms.decision.due == null", record: "case: { n: 0, day: 2024-05-06 }").outcome
        == "satisfied")
  }
}

/// Semantics §5: a start, an act or a stop that is known imprecisely.
@Suite struct ImpreciseDeadlineTests {
  func outcome(_ day: String, _ act: String, _ within: String = "days(10)", more: String = "")
    -> String
  {
    RuleTrial(
      rule:
        "deadline: { from: case.day, within: \(within), act: case.later, roll: false, excluding: [{ each: items, as: s, from: s.on, until: s.until }] }",
      record: "case: { day: \(day), later: \(act) }\n\(more)"
    ).outcome
  }

  @Test func `decided where every day that it may be gives the same answer`() {
    #expect(outcome("2024-05", "2024-05-11") == "satisfied")
    #expect(outcome("2024-05", "2024-05-12") == "undetermined")
    #expect(outcome("2024-05", "2024-06-10") == "undetermined")
    #expect(outcome("2024-05", "2024-06-11") == "violated")
    #expect(outcome("2024-05-06", "2024-05-16/2024-05-17") == "undetermined")
    #expect(outcome("2024-05-06", "2024-05-10/2024-05-16") == "satisfied")
  }

  /// Of the last days of January the earlier gives the longer month: with a stop over the 31st it
  /// ends on 03-01, and that from the 31st on 02-28.
  @Test func `a later start may end a month with stops sooner`() {
    let stop = "items: [{ k: a, on: 2023-01-30, until: 2023-01-31 }]"
    #expect(outcome("2023-01-30", "2023-03-01", "months(1)", more: stop) == "satisfied")
    #expect(outcome("2023-01-31", "2023-03-01", "months(1)", more: stop) == "violated")
    #expect(
      outcome("2023-01-30/2023-01-31", "2023-03-01", "months(1)", more: stop) == "undetermined")
    #expect(outcome("2023-01-30/2023-01-31", "2023-02-28", "months(1)", more: stop) == "satisfied")
    #expect(outcome("2023-01-30/2023-01-31", "2023-03-02", "months(1)", more: stop) == "violated")
  }
}
