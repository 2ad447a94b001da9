// Parts of a rule that do not go together, are missing, or nobody knows.

extension Refusal {
  static let shapes: [Refusal] = [
    Refusal(
      "a check with a condition and a deadline",
      "require: [{ that: case.n > 0, «deadline»: { from: case.day, within: days(3), act: case.later } }]",
      "that-and-deadline"),
    Refusal(
      "a check with neither", "require: [«{ when: case.n > 0 }»]", "neither-that-nor-deadline"),
    Refusal(
      "a rule with checks and a deadline",
      "deadline: { from: case.day, within: days(3), act: case.later }\n«require»: [{ that: case.n > 0 }]",
      "several-requirements"),
    Refusal(
      "a rule that requires nothing", in: "penalty/test/rule.yaml",
      """
      «id: penalty.test.rule
      title: { zh: 测试, en: Test }
      cites: [{ instrument: apl-2021, article: 第十条 }]
      effective: { basis: case.day, from: 2021-07-15 }
      severity: minor
      message: { zh: 甲, en: a }»
      """, "no-requirement"),
    Refusal("checks that are no list", "require: «{ that: case.n > 0 }»", "wrong-shape"),
    Refusal("a list of no checks", "require: «[]»", "empty-value"),
    Refusal(
      "a deadline with `within` and `wait`",
      "deadline: { from: case.day, within: days(3), «wait»: days(1), act: case.later }",
      "within-and-wait"),
    Refusal(
      "a deadline with neither", "deadline: «{ from: case.day, act: case.later }»",
      "neither-within-nor-wait"),
    Refusal(
      "a deadline without `from`", "deadline: «{ within: days(3), act: case.later }»", "missing-key"
    ),
    Refusal(
      "`last_day_counts` without `wait`",
      "deadline: { from: case.day, within: days(3), act: case.later, «last_day_counts»: true }",
      "only-under-wait"),
    Refusal(
      "an extension by a length and until a day",
      """
      deadline:
        from: case.day
        within: days(3)
        act: case.later
        extended_by: [«{ by: days(3), until: case.later, approved_on: case.day }»]
      """, "by-and-until"),
    Refusal(
      "an extension that nobody approved",
      """
      deadline:
        from: case.day
        within: days(3)
        act: case.later
        extended_by: [«{ by: days(3) }»]
      """, "missing-key"),
    Refusal(
      "several checks, one without id",
      "require: [{ id: a, that: case.n > 0 }, «{ that: case.n > 1 }»]",
      "check-id-missing"),
    Refusal(
      "two checks with one id",
      "require: [{ id: a, that: case.n > 0 }, { id: «a», that: case.n > 1 }]", "check-id-twice"),
    Refusal(
      "a check id in capitals", "require: [{ id: «InTime», that: case.n > 0 }]", "bad-check-id"),
    Refusal(
      "`as` without `each`", "require: [{ «as»: i, that: case.n > 0 }]", "needs-each"),
    Refusal(
      "`as` beside a list of lists",
      "require: [{ each: [{ in: items, as: i }], «as»: j, that: i.v > 0 }]", "only-in-entries"),
    Refusal(
      "`each` without a name", "require: [«{ each: items, that: case.n > 0 }»]", "missing-key"),
    Refusal(
      "an unknown key of a rule", "«requires»: []\nrequire: [{ that: case.n > 0 }]", "unknown-key"),
    Refusal(
      "an unknown key of a check", "require: [{ that: case.n > 0, «absense»: violated }]",
      "unknown-key"),
    Refusal(
      "an unknown key of a deadline",
      "deadline: { from: case.day, within: days(3), act: case.later, «rolls»: false }",
      "unknown-key"),
    Refusal(
      "an unknown key of a stop",
      "deadline: { from: case.day, within: days(3), act: case.later, excluding: [{ from: case.day, «to»: case.later }] }",
      "unknown-key"),
    Refusal(
      "an unknown key of an extension",
      "deadline: { from: case.day, within: days(3), act: case.later, extended_by: [{ by: days(3), approved_on: case.day, «approved_by»: case.mark }] }",
      "unknown-key"),
    Refusal(
      "an unknown key of an exception",
      "require: [{ id: a, that: case.n > 0 }]\nexcept: [{ when: case.told, items: [a], «reason»: 特别法 }]",
      "unknown-key"),
    Refusal(
      "an unknown key of a citation",
      "cites: [{ instrument: apl-2021, article: 第十条, «quote»: 应当 }]\nrequire: [{ that: case.n > 0 }]",
      "unknown-key"),
    Refusal(
      "an unknown key of a message",
      "message: { zh: 不合规定。, en: Not so., «fr»: Non. }\nrequire: [{ that: case.n > 0 }]",
      "unknown-key"),
    Refusal(
      "an unknown key of an example",
      "require: [{ that: case.n > 0 }]\nexamples: [{ base: ordinary, outcome: satisfied, «set»: {} }]",
      "unknown-key"),
    Refusal(
      "an unknown value of `absent`", "require: [{ that: case.n > 0, absent: «satisfied» }]",
      "unknown-value"),
    Refusal(
      "an unknown severity", "severity: «serious»\nrequire: [{ that: case.n > 0 }]", "unknown-value"
    ),
    Refusal(
      "an unknown `count` of a stop",
      "deadline: { from: case.day, within: days(3), act: case.later, excluding: [{ from: case.day, count: «first» }] }",
      "unknown-value"),
    Refusal(
      "`roll: no`, which is a text",
      "deadline: { from: case.day, within: days(3), act: case.later, roll: «no» }", "wrong-shape"),
    Refusal(
      "versions that overlap",
      """
      require: [{ that: case.n > 0 }]
      versions:
        - effective: { basis: case.day, from: 2000-01-01, until: 2021-07-15 }
        - effective: «{ basis: case.day, from: 2021-07-15 }»
      """, "versions-overlap"),
    Refusal(
      "versions that leave a hole",
      """
      require: [{ that: case.n > 0 }]
      versions:
        - effective: { basis: case.day, from: 2000-01-01, until: 2021-07-13 }
        - effective: «{ basis: case.day, from: 2021-07-15 }»
      """, "versions-hole"),
    Refusal(
      "an unknown key of a version",
      """
      require: [{ that: case.n > 0 }]
      versions:
        - { effective: { basis: case.day, from: 2000-01-01 }, «retroactive»: lenient }
      """, "unknown-key"),
    Refusal(
      "`effective` beside `versions`",
      """
      «effective»: { basis: case.day, from: 2021-07-15 }
      require: [{ that: case.n > 0 }]
      versions: [{ effective: { basis: case.day, from: 2000-01-01 } }]
      """, "effective-beside-versions"),
    Refusal(
      "`retroactive` without versions", "«retroactive»: lenient\nrequire: [{ that: case.n > 0 }]",
      "retroactive-without-versions"),
    Refusal(
      "a last day before the first",
      "effective: { basis: case.day, from: 2021-07-15, until: «2021-07-14» }\nrequire: [{ that: case.n > 0 }]",
      "dates-reversed"),
    Refusal(
      "a day that there is not",
      "effective: { basis: case.day, from: «2021-02-30» }\nrequire: [{ that: case.n > 0 }]",
      "bad-date"),
  ]
}
