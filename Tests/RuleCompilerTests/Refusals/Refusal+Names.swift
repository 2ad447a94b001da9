// Names that are taken, reserved or go round in a circle.

extension Refusal {
  private static let definitions = "records/penalty.definitions.yaml"

  static let names: [Refusal] = [
    Refusal(
      "a name that CEL reserves", "require: [{ each: items, as: «for», that: case.n > 0 }]",
      "reserved-name"),
    Refusal(
      "a `let` that CEL reserves", "let: { «in»: '1' }\nrequire: [{ that: case.n > 0 }]",
      "reserved-name"),
    Refusal("a name in 汉字", "let: { «上限»: '1' }\nrequire: [{ that: case.n > 0 }]", "bad-name"),
    Refusal(
      "a `let` with the name of a section", "let: { «case»: '1' }\nrequire: [{ that: case.n > 0 }]",
      "rule-name-taken"),
    Refusal(
      "an element with the name of a section",
      "require: [{ each: items, as: «items», that: case.n > 0 }]", "rule-name-taken"),
    Refusal(
      "two elements with one name",
      "require: [{ each: [{ in: items, as: i }, { in: items, as: «i» }], that: i.v > 0 }]",
      "name-twice"),
    Refusal(
      "a `let` that uses a later one",
      "let: { a: «b» + 1, b: '2' }\nrequire: [{ that: a > 0 }]", "cel-unknown-name"),
    Refusal(
      "definitions in a circle, told once", in: definitions,
      """
      define:
        «one»: { type: integer, is: two + 1 }
        two: { type: integer, is: three(1) }
        three: { args: { n: integer }, type: integer, is: one - n }
      """, "definition-cycle",
      others: ["penalty/test/rule.yaml": Refusal("", "require: [{ that: one > three(2) }]").text]),
    Refusal(
      "a definition that uses itself", in: definitions,
      "define: { «one»: { type: integer, is: one + 1 } }", "definition-cycle"),
    Refusal(
      "a definition with an error, told once", in: definitions,
      "define: { one: { type: integer, is: case.«nn» }, two: { type: integer, is: one + 1 } }",
      "cel-unknown-field",
      others: ["penalty/test/rule.yaml": Refusal("", "require: [{ that: one > two }]").text]),
    Refusal(
      "a definition of an unknown type", in: definitions,
      "define: { one: { type: «int», is: case.n } }", "definition-type",
      others: ["penalty/test/rule.yaml": Refusal("", "require: [{ that: one > 2 }]").text]),
    Refusal(
      "a definition of another type than it says", in: definitions,
      "define: { one: { type: boolean, is: «case.n» } }", "cel-type"),
    Refusal(
      "a definition with the name of a section", in: definitions,
      "define: { «case»: { type: integer, is: '1' } }", "rule-name-taken"),
    Refusal(
      "rules that read each other's terms", in: "penalty/test/all.yaml",
      """
      - id: «penalty.test.one»
        title: { zh: 甲, en: One }
        cites: [{ instrument: apl-2021, article: 第十条 }]
        effective: { basis: case.day, from: 2021-07-15 }
        severity: minor
        message: { zh: 甲, en: one }
        deadline: { term: first, from: terms.second.due, within: days(3), act: case.later }
      - id: penalty.test.two
        title: { zh: 乙, en: Two }
        cites: [{ instrument: apl-2021, article: 第十条 }]
        effective: { basis: case.day, from: 2021-07-15 }
        severity: minor
        message: { zh: 乙, en: two }
        deadline: { term: second, from: terms.first.due, within: days(3), act: case.later }
      """, "term-cycle"),
    Refusal(
      "a term that no rule has",
      "deadline: { from: «terms.decison.due», within: days(3), act: case.later }", "unknown-term",
      others: [
        "penalty/test/term.yaml": Refusal(
          "",
          "id: penalty.test.term\ndeadline: { term: decision, from: case.day, within: days(3), act: case.later }"
        ).text
      ]),
    Refusal(
      "two rules with one name for a term",
      "deadline: { term: «decision», from: case.day, within: days(3), act: case.later }",
      "rule-name-taken",
      others: [
        "penalty/test/earlier.yaml": Refusal(
          "",
          "id: penalty.test.earlier\ndeadline: { term: decision, from: case.day, within: days(3), act: case.later }"
        ).text
      ]),
  ]
}
