// Expressions that CEL cannot read, or that do not fit the record.

extension Refusal {
  static let expressions: [Refusal] = [
    Refusal(
      "a field that nobody has", "require: [{ that: case.«mrak» == \"甲\" }]", "cel-unknown-field"),
    Refusal(
      "a field behind 汉字", "require: [{ that: 'case.mark == \"处罚决定书\" && case.«nn» > 0' }]",
      "cel-unknown-field"),
    Refusal(
      "a field inside a block",
      "require:\n  - that: |-\n      case.mark == \"处罚\"\n      || case.«nn» > 0",
      "cel-unknown-field"),
    Refusal(
      "a field behind escapes",
      "require:\n  - that: \"case.mark == \\\"\\u5904罚\\\" || case.«nn» > 0\"", "cel-unknown-field"),
    Refusal("a name that nothing has", "require: [{ that: «decison».made }]", "cel-unknown-name"),
    Refusal(
      "a parameter that there is not", "require: [{ that: case.n < «params.limt» }]",
      "cel-unknown-name"),
    Refusal(
      "a value that the enum does not have",
      "require: [{ that: 'case.procedure == «\"simpel\"»' }]", "cel-unknown-enum-value"),
    Refusal(
      "a date against a text", "require: [{ that: 'case.day «>» \"2024-01-01\"' }]",
      "cel-date-with-text"),
    Refusal("a condition that is a number", "require: [{ that: «case.n + 1» }]", "cel-type"),
    Refusal(
      "an expression that CEL cannot read", "require: [{ that: case.n «>» > 1 }]", "missing-operand"
    ),
    Refusal(
      "full-width marks", "require: [{ that: 'case.n > 0 «＆＆» case.told' }]", "full-width-character"
    ),
    Refusal("one `=`", "require: [{ that: case.n «=» 1 }]", "wrong-operator"),
    Refusal(
      "a function that there is not",
      "require: [{ that: '«daysbetween»(case.day, case.later) > 1' }]", "cel-unknown-function"),
    Refusal(
      "an argument too few", "require: [{ that: «daysBetween»(case.day) > 1 }]",
      "cel-argument-count"),
    Refusal("the field of a list", "require: [{ that: items.«v» > 1 }]", "cel-field-of-list"),
    Refusal(
      "an act that is no date", "deadline: { from: case.day, within: days(3), act: «case.n» }",
      "rule-expression-type"),
    Refusal(
      "a start that is a text",
      "deadline: { from: «'case.mark'», within: days(3), act: case.later }",
      "rule-expression-type"),
    Refusal(
      "a length that is a number",
      "deadline: { from: case.day, within: «case.n», act: case.later }",
      "rule-expression-type"),
    Refusal(
      "`each` over something else than a list",
      "require: [{ each: «case.mark», as: i, that: case.n > 0 }]", "each-not-a-list"),
    Refusal(
      "`each` in a list over something else than a list",
      "require: [{ each: [{ in: items, as: i }, { in: «i.v», as: j }], that: case.n > 0 }]",
      "each-not-a-list"),
    Refusal(
      "a basis that is no date",
      "effective: { basis: «case.n», from: 2021-07-15 }\nrequire: [{ that: case.n > 0 }]",
      "rule-expression-type"),
  ]
}
