// Expressions that YAML reads as something else.

extension Refusal {
  static let words: [Refusal] = [
    Refusal(
      "an expression that starts with `!`",
      "applies: «!has(case.opt)»\nrequire: [{ that: case.n > 0 }]",
      "unknown-tag"),
    Refusal(
      "an expression that starts with a quote",
      "require:\n  - that: \"甲\" «in [case.mark]»", "text-after-value"),
    Refusal(
      "an expression that starts with `[`", "require:\n  - that: [1, 2]«.exists(x, x == case.n)»",
      "text-after-value"),
    Refusal(
      "a list where an expression stands",
      "applies: «[case.told]»\nrequire: [{ that: case.n > 0 }]", "expression-not-text"),
    Refusal(
      "a mapping where an expression stands",
      "applies: «{ case.told }»\nrequire: [{ that: case.n > 0 }]",
      "expression-not-text"),
    Refusal(
      "an expression that starts with `&`", "require:\n  - that: «&&» case.told", "bad-anchor"),
    Refusal("an expression that starts with `*`", "require:\n  - that: «*case.n»", "bad-alias"),
    Refusal(
      "an expression that holds a colon and a blank",
      "require:\n  - that: case.told ? case.n > 0 «:» case.n > 1", "unexpected-colon"),
    Refusal(
      "an expression that holds a blank and `#`",
      "require:\n  - that: «case.mark == \"甲» #1\"", "expression-cut-off"),
    Refusal(
      "an expression that holds a comma, in braces",
      "require: [{ that: «daysBetween(case.day, case.later) > 1» }]", "expression-cut-off"),
    Refusal(
      "an expression that is not there", "applies:«»\nrequire: [{ that: case.n > 0 }]",
      "empty-value"),
    Refusal(
      "a key that is there twice",
      "severity: minor\nrequire: [{ that: case.n > 0 }]\n«severity»: major",
      "duplicate-key"),
  ]
}
