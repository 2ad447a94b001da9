// Facts that a file need not hold, used as if it did.

extension Refusal {
  static let guards: [Refusal] = [
    Refusal(
      "an optional fact in `applies`",
      "applies: «case.opt» > 3\nrequire: [{ that: case.n > 0 }]", "rule-unguarded-fact"),
    Refusal(
      "an optional fact in `when`",
      "require: [{ when: 'case.mark == \"甲\" && «case.opt» > 3', that: case.n > 0 }]",
      "rule-unguarded-fact"),
    Refusal(
      "an optional fact in `where`",
      "require: [{ each: items, as: i, where: «i.w» > 3, that: i.v > 0 }]", "rule-unguarded-fact"),
    Refusal(
      "an optional fact in `from`",
      "deadline: { from: «case.opt_on», within: workdays(3), act: case.later }",
      "rule-unguarded-fact"),
    Refusal(
      "an optional fact in `within`",
      "deadline: { from: case.day, within: 'workdays(«case.opt»)', act: case.later }",
      "rule-unguarded-fact"),
    Refusal(
      "an optional fact in `wait`",
      "deadline: { from: case.day, wait: 'days(«case.opt»)', act: case.later }",
      "rule-unguarded-fact"),
    Refusal(
      "an optional fact in the `when` of `except`",
      "require: [{ id: a, that: case.n > 0 }]\nexcept: [{ when: «case.opt» > 3, items: [a] }]",
      "rule-unguarded-fact"),
    Refusal(
      "an optional fact in the `when` of a stop",
      """
      deadline:
        from: case.day
        within: workdays(3)
        act: case.later
        excluding: [{ from: case.later, when: «case.opt» > 3 }]
      """, "rule-unguarded-fact"),
    Refusal(
      "an optional fact in the `where` of an extension",
      """
      deadline:
        from: case.day
        within: workdays(3)
        act: case.later
        extended_by: [{ by: days(3), approved_on: case.later, where: «case.opt» > 3 }]
      """, "rule-unguarded-fact"),
    Refusal(
      "an optional fact in order, without `absent`",
      "require: [{ that: «case.opt» > 3 }]", "rule-absent-unsaid"),
    Refusal(
      "an optional fact in an equality, without `absent`",
      "require: [{ that: «case.opt» == 3 }]", "rule-absent-unsaid"),
    Refusal(
      "an optional fact in an inequality, without `absent`",
      "require: [{ that: '«case.opt_text» != \"甲\"' }]", "rule-absent-unsaid"),
    Refusal(
      "an optional fact in a membership, without `absent`",
      "require: [{ that: '«case.opt» in [1, 2]' }]", "rule-absent-unsaid"),
    Refusal(
      "an optional fact of an element, without `absent`",
      "require: [{ each: items, as: i, that: «i.w» > 0 }]", "rule-absent-unsaid"),
    Refusal(
      "an optional fact as the argument of a function",
      "require:\n  - that: |-\n      case.mark == \"甲\"\n      && «case.opt_text».startsWith(\"乙\")",
      "rule-absent-unsaid"),
    Refusal(
      "an optional fact inside a `let`, told where that is used",
      "let: { big: case.opt > 3 }\nrequire: [{ that: «big» || case.n > 0 }]", "rule-absent-unsaid"),
    Refusal(
      "an optional fact as the key of an order",
      "require: [{ that: 'items.sortBy(i, «i.w»).size() > 0' }]", "rule-absent-unsaid"),
    Refusal(
      "a guard of another fact",
      "require: [{ that: has(case.opt) && «case.opt2» > 3 }]", "rule-absent-unsaid"),
    Refusal(
      "a guard in the other branch",
      "require: [{ that: 'has(case.opt) ? case.n > 0 : «case.opt» > 0' }]", "rule-absent-unsaid"),
    Refusal(
      "two facts that may both be absent, in a check",
      "require: [{ that: «case.opt == case.opt2» }]", "rule-two-absent"),
    Refusal(
      "two facts that may both be absent, in a condition",
      "require: [{ when: '«case.cond_on == case.opt_on»', that: case.n > 0 }]", "rule-two-absent"),
  ]
}
