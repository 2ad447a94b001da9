import Findings
import Testing

/// Semantics §6: which text of the law holds.
@Suite struct VersionTests {
  func trial(_ rule: String, _ record: String, asOf: String = "2025-12-31") -> RuleTrial {
    var trial = RuleTrial(rule: rule, record: record)
    trial.asOf = asOf
    return trial
  }

  static let one =
    "effective: { basis: case.day, from: 2021-07-15, until: 2023-12-31 }\nrequire: [{ that: case.n > 1 }]"

  @Test(arguments: [
    ("2021-07-14", "not-applicable"), ("2021-07-15", "violated"), ("2023-12-31", "violated"),
    ("2024-01-01", "not-applicable"),
  ])
  func `effective: both days included`(day: String, outcome: String) {
    #expect(trial(Self.one, "case: { n: 1, day: \(day) }").outcome == outcome)
  }

  @Test func `basis may be a list; the first date that is present counts`() {
    let rule =
      "effective: { basis: [decision.made_on, as_of], from: 2021-07-15 }\nrequire: [{ that: case.n > 1 }]"
    #expect(
      trial(rule, "case: { n: 1 }\ndecision: { made_on: 2020-01-01 }").outcome == "not-applicable")
    #expect(trial(rule, "case: { n: 1 }").outcome == "violated")
    #expect(trial(rule, "case: { n: 1 }", asOf: "2020-01-01").outcome == "not-applicable")
  }

  @Test
  func
    `where none is, the rule is undetermined if the schema expects one of them for the record, and not-applicable otherwise`()
  {
    let expected = trial(Self.one, "case: { n: 1 }")
    #expect(expected.outcome == "undetermined")
    #expect(expected.missing == ["case.day"])
    let rule = Self.one.replacing("case.day", with: "case.told_on")
    #expect(trial(rule, "case: { n: 1 }").outcome == "not-applicable")
    #expect(trial(rule, "case: { n: 2 }").outcome == "undetermined")
    // Nobody can tell whether the schema expects it.
    let open = trial(rule, "unrecorded: [case.n]\ncase: {}")
    #expect(open.outcome == "undetermined")
    #expect(open.missing == ["case.told_on", "case.n"])
  }

  @Test func `a basis that may fall in two versions is decided when both give the same outcome`() {
    let rule = """
      versions:
        - { effective: { basis: case.day, from: 2000-01-01, until: 2021-07-14 }, require: [{ that: case.n > 1 }] }
        - { effective: { basis: case.day, from: 2021-07-15 }, require: [{ that: case.n > 5 }] }
      """
    #expect(trial(rule, "case: { n: 1, day: 2021-07 }").outcome == "violated")
    #expect(trial(rule, "case: { n: 9, day: 2021-07 }").outcome == "satisfied")
    let between = trial(rule, "case: { n: 3, day: 2021-07 }")
    #expect(between.outcome == "undetermined")
    #expect(between.missing == ["case.day"])
    #expect(trial(rule, "case: { n: 3, day: 2021-06 }").outcome == "satisfied")
    #expect(trial(rule, "case: { n: 3, day: 2021-08 }").outcome == "violated")
    // A month in which the rule came into force at all.
    #expect(trial(Self.one, "case: { n: 1, day: 2021-07 }").outcome == "undetermined")
    #expect(
      trial(Self.one + "\napplies: case.n > 1", "case: { n: 1, day: 2021-07 }").outcome
        == "not-applicable")
  }

  @Test
  func `versions hold several in one file; each key given in a version replaces the one above`() {
    let rule = """
      severity: minor
      applies: case.n > 0
      require: [{ id: a, that: case.n > 1 }]
      versions:
        - { effective: { basis: case.day, from: 2000-01-01, until: 2021-07-14 } }
        - { effective: { basis: case.day, from: 2021-07-15 }, applies: case.n > 1, require: [{ id: b, that: case.n > 5 }] }
      """
    #expect(trial(rule, "case: { n: 1, day: 2020-01-01 }").findings == ["a violated"])
    #expect(trial(rule, "case: { n: 1, day: 2022-01-01 }").outcome == "not-applicable")
    #expect(trial(rule, "case: { n: 2, day: 2022-01-01 }").findings == ["b violated"])
  }

  @Test(arguments: [
    ("until: 2021-07-15", "versions-overlap"), ("until: 2021-07-13", "versions-hole"),
    ("until: 2021-07-14", "violated"),
  ])
  func `versions neither overlap nor leave a hole`(until: String, expected: String) {
    let rule = """
      require: [{ that: case.n > 1 }]
      versions:
        - { effective: { basis: case.day, from: 2000-01-01, \(until) } }
        - { effective: { basis: case.day, from: 2021-07-15 } }
      """
    let outcome = trial(rule, "case: { n: 1, day: 2022-01-01 }").outcome
    #expect(outcome == expected || outcome == "refused \(expected)")
  }
}

/// Semantics §6: `retroactive: lenient`.
@Suite struct RetroactiveTests {
  /// The old text asks for more than 5, the new one for more than 1.
  static func rule(lighter: Bool) -> String {
    """
    retroactive: lenient
    versions:
      - { effective: { basis: case.day, from: 2000-01-01, until: 2021-07-14 }, require: [{ that: case.n > 5 }] }
      - { effective: { basis: case.day, from: 2021-07-15 }, lighter: \(lighter), require: [{ that: case.n > 1 }] }
    """
  }

  func outcome(
    _ conduct: String, _ decision: String?, n: Int = 3, lighter: Bool = true,
    unrecorded: String = "", asOf: String = "2025-12-31"
  ) -> String {
    let made = decision.map { "decision: { made_on: \($0) }" } ?? ""
    var trial = RuleTrial(
      rule: Self.rule(lighter: lighter),
      record: "unrecorded: [\(unrecorded)]\ncase: { n: \(n), day: \(conduct) }\n\(made)")
    trial.asOf = asOf
    return trial.outcome
  }

  @Test
  func
    `versions in force on any day from the basis date to decision.made_on are candidates; one that says lighter wins`()
  {
    #expect(outcome("2020-01-01", "2021-07-14") == "violated")
    #expect(outcome("2020-01-01", "2021-07-15") == "satisfied")
    #expect(outcome("2022-01-01", "2022-02-01") == "satisfied")
  }

  @Test func `as_of while there is no decision`() {
    #expect(outcome("2020-01-01", nil) == "satisfied")
    #expect(outcome("2020-01-01", nil, asOf: "2021-07-14") == "violated")
  }

  @Test func `where none says so and outcomes differ, undetermined`() {
    #expect(outcome("2020-01-01", "2022-01-01", lighter: false) == "undetermined")
    #expect(outcome("2020-01-01", "2022-01-01", n: 9, lighter: false) == "satisfied")
    #expect(outcome("2020-01-01", "2022-01-01", n: 1, lighter: false) == "violated")
  }

  @Test func `a lighter text that may not have been in force yet has to agree with the older one`()
  {
    let lost = "decision.made_on"
    #expect(outcome("2020-01-01", nil, unrecorded: lost) == "undetermined")
    #expect(outcome("2020-01-01", nil, n: 9, unrecorded: lost) == "satisfied")
    #expect(outcome("2020-01-01", nil, n: 1, unrecorded: lost) == "violated")
    #expect(outcome("2020-01-01", "2021-07") == "undetermined")
    #expect(outcome("2020-01-01", "2021-08") == "satisfied")
    #expect(outcome("2020-01-01", "2021-06") == "violated")
    #expect(outcome("2021-07", "2022-01-01") == "satisfied")
  }
}

/// Semantics §6: parameters.
@Suite struct ParameterTests {
  /// Reads `params.p` and tells its value: the trial asks whether it is above 4.
  func outcome(
    _ parameter: String, _ facts: String = "", rest: String = "", that: String = "params.p > 4"
  ) -> (outcome: String, missing: [String]) {
    var trial = RuleTrial(
      rule: "effective: { basis: case.day }\nrequire: [{ that: '\(that)' }]",
      record: "case: { n: 1, day: 2022-01-01\(facts) }\n\(rest)")
    trial.parameters = parameter.replacing("V }", with: "source: S, confidence: verified }")
    return (trial.outcome, trial.missing)
  }

  @Test(arguments: [
    ("period", "workdays(7)", "params.p == workdays(7)"),
    ("list:integer", "[1, 2]", "2 in params.p"),
    ("money", "5000.00", "params.p == 5000"), ("date", "2021-07-15", "params.p < case.day"),
    ("boolean", "true", "params.p"),
  ])
  func `a parameter declares its type (also period, record, list)`(
    type: String, value: String, that: String
  ) {
    let parameter = "p: { type: \(type), order: [], values: [{ value: \(value), V }] }"
    #expect(outcome(parameter, that: that).outcome == "satisfied")
    let record = """
      p:
        type: record
        fields: [{ name: amount, type: integer }, { name: inclusive, type: boolean }]
        order: []
        values: [{ value: { amount: 5, inclusive: true }, V }]
      """
    #expect(
      outcome(record, that: "params.p.amount == 5 && params.p.inclusive").outcome == "satisfied")
  }

  static let byKeys = """
    p:
      type: integer
      order: [region, sector, party, date]
      values:
        - { value: 1, V }
        - { region: "52", value: 5, V }
        - { region: "5226", value: 1, V }
        - { region: "52", sector: salt, value: 6, V }
        - { sector: salt, value: 1, V }
    """

  @Test
  func
    `the order of its keys: the first key that differs decides; region by longest prefix of its code`()
  {
    #expect(outcome(Self.byKeys, ", region: '522301'").outcome == "satisfied")
    #expect(outcome(Self.byKeys, ", region: '522601'").outcome == "violated")
    #expect(outcome(Self.byKeys, ", region: '440100'").outcome == "violated")
    #expect(outcome(Self.byKeys, ", region: '522301', sector: salt").outcome == "satisfied")
    // Region goes first: the more special region wins over the sector.
    #expect(outcome(Self.byKeys, ", region: '522601', sector: salt").outcome == "violated")
  }

  @Test func `dates that overlap decide nothing, and what stays undecided is an error at load`() {
    let overlap =
      "p: { type: integer, order: [date], values: [{ from: 2000-01-01, value: 1, V }, { from: 2021-01-01, value: 2, V }] }"
    #expect(outcome(overlap).outcome == "refused parameter-dates-overlap")
    let tie =
      "p: { type: integer, order: [region], values: [{ region: '52', value: 1, V }, { region: '52', value: 2, V }] }"
    #expect(outcome(tie).outcome == "refused parameter-tie")
  }

  @Test
  func
    `combine: least or greatest chooses in place of the order among the fitting values that no other refines`()
  {
    let values = "values: [{ region: '52', value: 5, V }, { sector: salt, value: 1, V }]"
    let facts = ", region: '522301', sector: salt"
    #expect(
      outcome("p: { type: integer, order: [region, sector], combine: greatest, \(values) }", facts)
        .outcome == "satisfied")
    #expect(
      outcome("p: { type: integer, order: [region, sector], combine: least, \(values) }", facts)
        .outcome == "violated")
    let refined = "values: [{ value: 9, V }, { region: '52', value: 1, V }]"
    #expect(
      outcome("p: { type: integer, order: [region, sector], combine: greatest, \(refined) }", facts)
        .outcome == "violated")
  }

  @Test func `value: null with a source means that the law sets none, and reads null`() {
    let none = "p: { type: integer, order: [], values: [{ value: null, V }] }"
    #expect(outcome(none, that: "params.p == null").outcome == "satisfied")
  }

  @Test func `no entry is unknown and names the parameter`() {
    let other = "p: { type: integer, order: [region], values: [{ region: '44', value: 5, V }] }"
    #expect(outcome(other, ", region: '522301'") == ("undetermined", ["params.p"]))
  }

  @Test
  func
    `an unrecorded key makes it unknown, naming that fact, unless every value that may fit is the same`()
  {
    let lost = "unrecorded: [case.region]"
    #expect(outcome(Self.byKeys, rest: lost) == ("undetermined", ["case.region"]))
    let same =
      "p: { type: integer, order: [region], values: [{ value: 5, V }, { region: '52', value: 5, V }] }"
    #expect(outcome(same, rest: lost).outcome == "satisfied")
  }

  @Test func `values are those of the rule's basis date`() {
    let dated =
      "p: { type: integer, order: [date], values: [{ from: 2000-01-01, until: 2021-12-31, value: 1, V }, { from: 2022-01-01, value: 5, V }] }"
    #expect(outcome(dated).outcome == "satisfied")
    #expect(
      outcome(
        dated.replacing("2021-12-31", with: "2022-01-01").replacing(
          "from: 2022-01-01", with: "from: 2022-01-02")
      ).outcome == "violated")
  }

  @Test func `its source joins the finding's cites`() throws {
    var trial = RuleTrial(
      rule: "cites: [{ instrument: a, article: 第一条 }]\nrequire: [{ that: case.n > params.p }]",
      record: "case: { n: 1 }")
    trial.parameters =
      "p: { type: integer, order: [], values: [{ value: 5, source: S, confidence: verified, cites: [{ instrument: b, article: 第二条 }] }] }"
    let finding = try #require(trial.result().findings.first)
    #expect(finding.cites.map(\.instrument) == ["a", "b"])
    #expect(finding.computed.parameters.map(\.source) == ["S"])
  }
}

/// Semantics §6: values that nobody verified.
@Suite struct UnverifiedTests {
  func trial(_ rule: String, n: Int = 1, more: String = "") -> RuleTrial {
    var trial = RuleTrial(rule: rule, record: "case: { n: \(n), m: 1 }\n\(more)")
    trial.parameters = """
      p: { type: integer, order: [], values: [{ value: 5, source: S, confidence: memory }] }
      q: { type: integer, order: [region], values: [{ region: "52", value: 5, source: S, confidence: memory },
        { value: 5, source: S, confidence: verified }] }
      """
    return trial
  }

  static let beside = "{ id: other, that: case.m > 0 }"

  @Test
  func
    `a value whose confidence is not verified turns the violation that rests on it into a signal`()
    throws
  {
    let trial = trial("require: [{ id: a, that: case.n > params.p }, \(Self.beside)]")
    #expect(trial.outcome == "satisfied")
    #expect(try trial.result().findings.map(\.kind) == [.signal])
    #expect(
      self.trial("require: [{ id: a, that: case.n > params.p }, \(Self.beside)]", n: 9).findings
        == [])
  }

  @Test func `a violation that holds whatever the value is does not rest on it`() throws {
    let trial = trial(
      "require: [{ id: a, that: 'case.n > params.p && case.n > 1' }, \(Self.beside)]")
    #expect(trial.outcome == "violated")
    #expect(try trial.result().findings.map(\.kind) == [.violation])
  }

  @Test func `one that rests on it through applies, when or a definition of the rule does`() {
    #expect(
      trial("applies: case.n < params.p\nrequire: [{ id: a, that: case.n > 1 }]").findings
        == ["a violated"])
    #expect(
      trial("require: [{ id: a, when: case.n < params.p, that: case.n > 1 }, \(Self.beside)]")
        .outcome
        == "satisfied")
    #expect(
      trial("let: { few: case.n < params.p }\nrequire: [{ id: a, that: '!few' }, \(Self.beside)]")
        .outcome
        == "satisfied")
  }

  @Test func `where unrecorded facts decide whether it does, it is undetermined`() {
    let both = trial(
      "require: [{ id: a, that: 'case.n > params.p && case.lost > 1' }, \(Self.beside)]",
      more: "unrecorded: [case.lost]")
    #expect(both.outcome == "undetermined")
    #expect(both.missing == ["params.p", "case.lost"])
    let key = trial(
      "require: [{ id: a, that: case.n > params.q }, \(Self.beside)]",
      more: "unrecorded: [case.region]")
    #expect(key.outcome == "undetermined")
    #expect(key.missing == ["case.region"])
  }
}
