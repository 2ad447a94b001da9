import Findings
import SourceText
import Testing

/// Semantics §3: what each key of a check means.
@Suite struct CheckTests {
  static let record = """
    completeness: closed
    unrecorded: [case.lost]
    case: { n: 1, m: 5, flag: true, day: 2024-05-06, later: 2024-05-10 }
    items:
      - { k: a, v: 1, on: 2024-05-01, parts: [{ p: x, q: 1 }, { p: y, q: 2 }] }
      - { k: b, v: 2 }
    """

  func trial(_ rule: String) -> RuleTrial { RuleTrial(rule: rule, record: Self.record) }

  @Test(arguments: [
    (
      "require: [{ that: case.n > 0, deadline: { from: case.day, within: days(3), act: case.later } }]",
      "that-and-deadline"
    ),
    ("require: [{ when: case.n > 0 }]", "neither-that-nor-deadline"),
    ("require: [{ that: case.n > 0, absense: violated }]", "unknown-key"),
    ("requires: [{ that: case.n > 0 }]", "unknown-key no-requirement"),
    ("deadline: { from: case.day, within: days(3), act: case.later, rolls: true }", "unknown-key"),
  ])
  func `a check is that or deadline, exactly one; a key that nobody knows is an error at load`(
    rule: String, codes: String
  ) {
    #expect(trial(rule).outcome == "refused \(codes)")
  }

  @Test func `a top-level deadline is short for a list of one`() {
    let deadline = "{ from: case.day, within: days(3), act: case.later }"
    let short = trial("deadline: \(deadline)")
    let long = trial("require: [{ deadline: \(deadline) }]")
    #expect(short.findings == ["- violated"])
    #expect(short.findings == long.findings)
  }

  @Test(arguments: [
    ("[{ id: a, that: case.n > 0 }, { that: case.n > 0 }]", "check-id-missing"),
    ("[{ id: a, that: case.n > 0 }, { id: a, that: case.n > 0 }]", "check-id-twice"),
  ])
  func `id: needed when there are several, unique in the rule`(require: String, code: String) {
    #expect(trial("require: \(require)").outcome == "refused \(code)")
  }

  @Test func `id is part of the fingerprint`() throws {
    let one = try trial("require: [{ id: a, that: case.n > 1 }]").result().findings
    let other = try trial("require: [{ id: b, that: case.n > 1 }]").result().findings
    let again = try trial("require: [{ id: a, that: case.n > 2 }]").result().findings
    #expect(one.map(\.fingerprint) != other.map(\.fingerprint))
    #expect(one.map(\.fingerprint) == again.map(\.fingerprint))
  }

  @Test func `when: else the check is not applicable`() {
    #expect(trial("require: [{ when: case.n > 1, that: case.m > 9 }]").outcome == "not-applicable")
    #expect(trial("require: [{ when: case.n > 0, that: case.m > 9 }]").outcome == "violated")
  }

  @Test func `each: one result an element, one finding a failing element, at the element's place`()
    throws
  {
    let trial = trial("require: [{ id: v, each: items, as: i, that: i.v > 1 }]")
    #expect(trial.findings == ["v items[0] violated"])
    let evidence = try #require(trial.result().findings.first?.evidence.first)
    #expect(evidence.path == "items[0].v")
    #expect(evidence.isAtFault)
    #expect(evidence.place != nil)
  }

  @Test func `each may be a list, for lists in lists and pairs`() {
    #expect(
      trial(
        "require: [{ each: [{ in: items, as: i }, { in: i.parts, as: p }], that: i.v + p.q > 2 }]"
      ).findings == ["- items[0] items[0].parts[0] violated"])
    #expect(
      trial(
        "require: [{ each: [{ in: items, as: a }, { in: items, as: b }], that: a.v >= b.v }]"
      ).findings == ["- items[0] items[1] violated"])
  }

  @Test func `the place of a finding is the element, also through filter`() {
    #expect(
      trial("require: [{ each: 'items.filter(x, x.k == \"b\")', as: i, that: i.v > 2 }]").findings
        == ["- items[1] violated"])
  }

  @Test func `at names the index, from 0`() {
    #expect(
      trial("require: [{ each: items, as: i, at: n, that: n > 0 }]").findings
        == ["- items[0] violated"])
    #expect(
      trial(
        "require: [{ each: [{ in: items, as: i, at: n }, { in: items, as: j, at: m }], that: n != m || n == 1 }]"
      ).findings == ["- items[0] items[0] violated"])
  }

  @Test func `where selects: what it leaves out has no result`() {
    #expect(
      trial("require: [{ each: items, as: i, where: i.v > 1, that: i.v > 9 }]").findings
        == ["- items[1] violated"])
  }

  @Test func `kind, severity, cites, message, remedy, basis override the rule's for this check`()
    throws
  {
    let trial = trial(
      """
      kind: violation
      severity: fatal
      cites: [{ instrument: a, article: 第一条 }]
      message: { zh: 甲, en: rule }
      remedy: { zh: 甲, en: mend }
      effective: { basis: case.day, from: 2024-05-07 }
      require:
        - { id: own, that: case.n > 1, kind: signal, severity: minor, cites: [{ instrument: b, article: 第二条 }],
            message: { zh: 乙, en: check }, remedy: { zh: 乙, en: do }, basis: case.later }
        - { id: plain, that: case.n > 1, basis: case.later }
        - { id: early, that: case.n > 1 }
      """)
    // The rule's own basis is too early for it to be in force at all.
    #expect(trial.outcome == "not-applicable")
    var inForce = trial
    inForce.rule = trial.rule.replacing("from: 2024-05-07", with: "from: 2024-05-01")
    let findings = try inForce.result().findings
    let own = try #require(findings.first { $0.check == "own" })
    let plain = try #require(findings.first { $0.check == "plain" })
    #expect(own.kind == .signal)
    #expect(own.severity == .minor)
    #expect(own.cites.map(\.instrument) == ["b"])
    #expect(own.message.en == "check")
    #expect(own.remedy?.en == "do")
    #expect(plain.kind == .violation)
    #expect(plain.severity == .fatal)
    #expect(plain.cites.map(\.instrument) == ["a"])
    #expect(plain.message.en == "rule")
    #expect(plain.remedy?.en == "mend")
  }

  @Test func `basis of a check: judged only where the version holds on that day`() {
    let rule = """
      effective: { basis: case.day, from: 2024-05-01, until: 2024-05-08 }
      require:
        - { id: late, that: case.n > 1, basis: case.later }
        - { id: both, that: case.n > 1 }
      """
    #expect(trial(rule).findings == ["both violated"])
  }

  @Test(arguments: [
    ("violated", "violated"), ("undetermined", "undetermined"),
    ("not-applicable", "not-applicable"),
  ])
  func `absent says what an absent fact means here`(meaning: String, outcome: String) {
    #expect(trial("require: [{ that: case.opt > 0, absent: \(meaning) }]").outcome == outcome)
    #expect(trial("require: [{ that: case.gone > 0, absent: \(meaning) }]").outcome == outcome)
  }

  @Test func `except: those checks become not-applicable`() throws {
    let rule = """
      require: [{ id: rank, that: case.n > 1 }, { id: other, that: case.m > 9 }]
      except: [{ when: case.flag, items: [rank], cites: [{ instrument: s, article: 第三条 }] }]
      """
    #expect(trial(rule).findings == ["other violated"])
    #expect(
      trial(rule.replacing("when: case.flag", with: "when: case.n > 1")).findings
        == ["rank violated", "other violated"])
  }

  @Test func `an indicator has value in place of require, and no outcome`() {
    #expect(
      trial("{ kind: indicator, value: case.n, require: [{ that: case.n > 0 }] }").outcome
        .hasPrefix("refused"))
    #expect(trial("{ kind: indicator }").outcome == "refused indicator-without-value")
    #expect(trial("{ kind: indicator, value: case.n }").outcome == "not-applicable")
    #expect(trial("{ value: case.n }").outcome == "refused value-without-indicator")
  }
}

/// Semantics §3: facts that are not on file.
@Suite struct AbsentFactTests {
  static let record = """
    completeness: closed
    unrecorded: [case.lost]
    case: { n: 1, m: 5, flag: true, day: 2024-05-06, later: 2024-05-10 }
    """

  func outcome(_ that: String, _ keys: String = "", record: String = Self.record) -> String {
    RuleTrial(that: that, keys, record: record).outcome
  }

  @Test func `absent defaults to violated for a fact that the schema expects`() {
    let trial = RuleTrial(that: "case.gone > 0", record: Self.record)
    #expect(trial.outcome == "violated")
    #expect(trial.missing == ["case.gone"])
  }

  @Test
  func
    `where the condition of an expectation does not hold for the record, the default is undetermined`()
  {
    let that = "case.told_on >= case.day"
    #expect(outcome(that) == "undetermined")
    #expect(outcome(that, record: Self.record.replacing("n: 1", with: "n: 2")) == "violated")
  }

  @Test(arguments: [
    "case.opt > 0", "case.opt == 1", "case.opt != 1", "case.opt in [1]", "-case.opt < 0",
    "case.opt_text.size() > 0", "case.n > 0 || case.opt > 0", "case.paper.pages > 0",
  ])
  func
    `a fact that the schema does not expect, by any operator, without a has guard, must say absent`(
      that: String
    )
  {
    #expect(outcome(that) == "refused rule-absent-unsaid")
    #expect(!outcome(that, "absent: violated").hasPrefix("refused"))
    let fact =
      that.contains("opt_text")
      ? "case.opt_text" : that.contains("paper") ? "case.paper.pages" : "case.opt"
    #expect(!outcome("!has(\(fact)) || (\(that))").hasPrefix("refused"))
  }

  @Test func `where a check says absent, ==, != and in on an absent fact count as absent too`() {
    for that in ["case.gone == 1", "case.gone != 1", "case.gone in [1]", "1 == case.gone"] {
      #expect(outcome(that, "absent: not-applicable") == "not-applicable")
    }
  }

  @Test func `except against a literal null`() {
    #expect(outcome("case.gone == null", "absent: not-applicable") == "satisfied")
    #expect(outcome("case.gone != null", "absent: not-applicable") == "violated")
  }

  @Test func `comparing with a literal true, false or null is a guard of its own`() {
    let schema = RuleTrial.schema.replacing(
      "- { name: opt,",
      with: "- { name: mark, type: boolean, expect: never-required }\n      - { name: opt,")
    for (that, expected) in [
      ("case.mark == true", "violated"), ("case.mark != true", "satisfied"),
      ("case.mark == false", "violated"), ("case.opt == null", "satisfied"),
      ("null != case.opt", "violated"),
    ] {
      var trial = RuleTrial(that: that, record: Self.record)
      trial.schema = schema
      #expect(trial.outcome == expected)
    }
  }

  @Test func `against null it guards other uses as has does`() {
    #expect(outcome("case.opt != null && case.opt > 0") == "violated")
    #expect(outcome("case.opt == null || case.opt > 0") == "satisfied")
    #expect(outcome("case.opt == null ? true : case.opt > 0") == "satisfied")
    #expect(outcome("case.opt == null && case.opt > 0") == "refused rule-absent-unsaid")
  }

  @Test func `a list needs neither: absent is empty`() {
    #expect(outcome("size(case.tags) == 0") == "satisfied")
    #expect(outcome("has(case.tags)") == "violated")
    #expect(outcome("case.tags.all(t, t == \"a\")") == "satisfied")
    #expect(outcome("size(items) == 0 && !has(items)") == "satisfied")
  }

  @Test
  func `comparing two facts, neither of them expected always nor guarded, is an error at load`() {
    #expect(outcome("case.told_on == case.opt_on") == "refused rule-two-absent")
    #expect(outcome("case.opt_on != case.told_on") == "refused rule-two-absent")
    #expect(outcome("has(case.opt_on) && case.told_on == case.opt_on") == "violated")
    #expect(outcome("case.told_on == case.day") == "violated")
  }

  @Test(arguments: [
    ("applies: case.opt > 0\nrequire: [{ that: case.n > 0 }]"),
    ("require: [{ when: case.opt > 0, that: case.n > 0 }]"),
    ("require: [{ each: items, as: i, where: case.opt > 0, that: case.n > 0 }]"),
    ("deadline: { from: case.opt_on, within: days(3), act: case.later }"),
    ("deadline: { from: case.day, within: 'days(case.opt)', act: case.later }"),
  ])
  func
    `in applies, when, where, from and within a strict use of an unexpected fact without a guard is an error at load`(
      rule: String
    )
  {
    #expect(RuleTrial(rule: rule, record: Self.record).outcome == "refused rule-unguarded-fact")
  }

  @Test(arguments: [
    "has(case.opt) && case.opt > 0", "case.opt > 0 && has(case.opt)",
    "!has(case.opt) || case.opt > 0", "case.opt > 0 || !has(case.opt)",
    "has(case.opt) ? case.opt > 0 : false", "!has(case.opt) ? false : case.opt > 0",
    "case.n > 0 && (has(case.opt) && case.m > 0) && case.opt > 0",
  ])
  func `guards count on either side of && and || and in ?:`(condition: String) {
    let trial = RuleTrial(
      rule: "applies: '\(condition)'\nrequire: [{ that: case.n > 0 }]", record: Self.record)
    #expect(!trial.outcome.hasPrefix("refused"))
  }

  @Test func `an absent fact that made == or in false is listed in missing`() {
    for that in ["case.gone == 1", "case.gone in [1]"] {
      let trial = RuleTrial(that: that, record: Self.record)
      #expect(trial.outcome == "violated")
      #expect(trial.missing == ["case.gone"])
    }
    #expect(RuleTrial(that: "case.n == 2", record: Self.record).missing == [])
  }

  @Test func `absent speaks of that, and of from and within`() {
    func trial(_ from: String, _ within: String) -> String {
      RuleTrial(
        rule:
          "require: [{ absent: not-applicable, deadline: { from: \(from), within: \(within), act: case.later } }]",
        record: Self.record
      ).outcome
    }
    #expect(trial("case.opt_on", "days(3)") == "not-applicable")
    #expect(trial("case.day", "'days(case.opt)'") == "not-applicable")
  }

  @Test func `the act, the stops and the extensions of a deadline need no absent`() {
    let rule = """
      deadline:
        from: case.day
        within: days(3)
        act: case.opt_on
        excluding: [{ from: case.opt_on, until: decision.until_on }]
        extended_by: [{ until: case.opt_on, approved_on: decision.approved_on }]
      """
    #expect(RuleTrial(rule: rule, record: Self.record).outcome == "violated")
  }

  @Test(arguments: [
    ("applies: case.gone > 0\nrequire: [{ that: case.n > 1 }]", ["case.gone"]),
    ("applies: case.lost > 0\nrequire: [{ that: case.n > 1 }]", ["case.lost"]),
    ("require: [{ when: case.gone > 0, that: case.n > 1 }]", ["case.gone"]),
    ("require: [{ when: case.lost > 0, that: case.n > 1 }]", ["case.lost"]),
    ("require: [{ each: '[1]', as: i, where: case.lost > i, that: case.n > 1 }]", ["case.lost"]),
    ("require: [{ each: '[1]', as: i, where: case.gone > i, that: case.n > 1 }]", ["case.gone"]),
    (
      "require: [{ id: a, that: case.n > 1 }]\nexcept: [{ when: case.lost > 0, items: [a] }]",
      ["case.lost"]
    ),
    (
      "require: [{ id: a, that: case.n > 1 }]\nexcept: [{ when: case.gone > 0, items: [a] }]",
      ["case.gone"]
    ),
  ])
  func
    `an applies, when or where that is A or U, and a when of except that is, makes what hangs on it undetermined and names the facts`(
      rule: String, missing: [String]
    )
  {
    let trial = RuleTrial(rule: rule, record: Self.record)
    #expect(trial.outcome == "undetermined")
    #expect(trial.missing == missing)
  }
}
