// Parameters, instruments, ids, examples: what a rule says of other files, and they of themselves.

extension Refusal {
  private static let parameters = "parameters/terms.yaml"

  static let law: [Refusal] = [
    Refusal(
      "working days that are no number", in: "instruments.yaml",
      "- { id: apl-2021, name: { zh: 处罚法, en: Penalty Law }, from: 2021-07-15, working_days: { up_to: «十» } }",
      "no-number-of-days"),
    Refusal(
      "working days in words", in: "instruments.yaml",
      "- { id: apl-2021, name: { zh: 处罚法, en: Penalty Law }, from: 2021-07-15, working_days: «ten» }",
      "wrong-shape"),
    Refusal(
      "two values of a parameter that fit alike", in: parameters,
      """
      limit:
        type: integer
        order: [region]
        values:
          - { region: "52", value: 1, source: 甲, confidence: verified }
          - «{ region: "52", value: 2, source: 乙, confidence: verified }»
      """, "parameter-tie"),
    Refusal(
      "dated values of a parameter that share a day", in: parameters,
      """
      limit:
        type: integer
        order: [date]
        values:
          - { from: 2000-01-01, until: 2021-07-15, value: 1, source: 甲, confidence: verified }
          - «{ from: 2021-07-15, value: 2, source: 乙, confidence: verified }»
      """, "parameter-dates-overlap"),
    Refusal(
      "a value without source", in: parameters,
      "limit: { type: integer, order: [], values: [«{ value: 1, confidence: verified }»] }",
      "missing-key"),
    Refusal(
      "a value of another type", in: parameters,
      "limit: { type: integer, order: [], values: [{ value: «十五», source: 甲, confidence: verified }] }",
      "parameter-value-type"),
    Refusal(
      "a period that is none", in: parameters,
      "term: { type: period, order: [], values: [{ value: «15», source: 甲, confidence: verified }] }",
      "parameter-value-type"),
    Refusal(
      "a key that the order lacks", in: parameters,
      "limit: { type: integer, order: [region], values: [{ «sector»: market, value: 1, source: 甲, confidence: verified }] }",
      "parameter-key-not-in-order"),
    Refusal(
      "a region by its name", in: parameters,
      "limit: { type: integer, order: [region], values: [{ region: «贵州», value: 1, source: 甲, confidence: verified }] }",
      "bad-region"),
    Refusal(
      "`combine` over values that do not compare", in: parameters,
      """
      term:
        type: period
        order: [region, sector]
        combine: least
        values:
          - { region: "52", value: days(5), source: 甲, confidence: verified }
          - «{ sector: market, value: workdays(3), source: 乙, confidence: verified }»
      """, "parameter-not-comparable"),
    Refusal(
      "a parameter of an unknown type", in: parameters,
      "limit: { type: «int», order: [], values: [] }", "unknown-type"),
    Refusal(
      "an instrument that is not registered",
      "cites: [{ instrument: «apl-2012», article: 第十条 }]\nrequire: [{ that: case.n > 0 }]",
      "unknown-instrument"),
    Refusal(
      "an instrument like no other",
      "require: [{ that: case.n > 0, cites: [{ instrument: «customs», article: 第十条 }] }]",
      "unknown-instrument"),
    Refusal(
      "an example from a base that there is not",
      "require: [{ that: case.n > 0 }]\nexamples: [{ base: «ordinery», outcome: satisfied }]",
      "unknown-base"),
    Refusal(
      "an example of an unknown outcome",
      "require: [{ that: case.n > 0 }]\nexamples: [{ base: ordinary, outcome: «late» }]",
      "unknown-value"),
    Refusal(
      "an example of a check that there is not",
      "require: [{ id: done, that: case.n > 0 }]\nexamples: [{ base: ordinary, outcome: violated, check: «don» }]",
      "unknown-check"),
    Refusal(
      "an example with a path that is none",
      "require: [{ that: case.n > 0 }]\nexamples: [{ base: ordinary, outcome: violated, with: { «case..n»: 1 } }]",
      "bad-path"),
    Refusal(
      "an exception of a check that there is not",
      "require: [{ id: rank, that: case.n > 0 }]\nexcept: [{ when: case.told, items: [«rnak»] }]",
      "unknown-check"),
    Refusal(
      "an exception of a check of another version",
      """
      except: [{ when: case.told, items: [«old»] }]
      versions:
        - { effective: { basis: case.day, from: 2000-01-01, until: 2021-07-14 }, require: [{ id: old, that: case.n > 0 }] }
        - { effective: { basis: case.day, from: 2021-07-15 }, require: [{ id: new, that: case.n > 0 }] }
      """, "except-unknown-check"),
    Refusal(
      "an id that does not fit the place of the file",
      "id: «penalty.test.rules»\nrequire: [{ that: case.n > 0 }]", "rule-id-not-at-path"),
    Refusal(
      "an id that is none", "id: «penalty.rule»\nrequire: [{ that: case.n > 0 }]", "bad-rule-id"),
    Refusal(
      "two rules with one id", in: "penalty/test/zwei.yaml",
      Refusal(
        "", "id: penalty.test.zwei\naliases: [«penalty.test.rule»]\nrequire: [{ that: case.n > 0 }]"
      ).text,
      "rule-id-twice",
      others: ["penalty/test/rule.yaml": Refusal("", "require: [{ that: case.n > 0 }]").text]),
    Refusal(
      "a rule of a kind that there is not", in: "penalties/test/rule.yaml",
      Refusal("", "id: «penalties.test.rule»\nrequire: [{ that: case.n > 0 }]").text,
      "unknown-record-kind"),
    Refusal(
      "a rule without what a finding needs", in: "penalty/test/rule.yaml",
      "««««{ id: penalty.test.rule, require: [«{ that: case.n > 0 }»] }»»»»", "missing-key",
      "missing-key", "missing-key", "missing-key", "missing-key"),
  ]
}
