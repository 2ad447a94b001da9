// Words of findings, and their placeholders.

extension Refusal {
  static let messages: [Refusal] = [
    Refusal(
      "a placeholder of an optional fact, without alternative",
      "message: { zh: '由{«case.opt_text»}批准。', en: 'Approved by {«case.opt_text»}.' }\nrequire: [{ that: case.n > 0 }]",
      "message-alternative", "message-alternative"),
    Refusal(
      "the act, without alternative",
      """
      message:
        zh: 应于{due}前办理，实际于{«act»}办理。
        en: Due by {due}, done on {«act»}.
      deadline: { from: case.day, within: days(3), act: case.later }
      """, "message-alternative", "message-alternative"),
    Refusal(
      "a placeholder in one language only",
      "message: { zh: '于{case.day}立案。', en: «Filed.» }\nrequire: [{ that: case.n > 0 }]",
      "placeholders-differ"),
    Refusal(
      "one language only", "message: «{ zh: 不合规定。 }»\nrequire: [{ that: case.n > 0 }]",
      "language-missing"),
    Refusal(
      "a placeholder that is not closed",
      "message: { zh: '于«{case.day»', en: Filed. }\nrequire: [{ that: case.n > 0 }]",
      "placeholder-not-closed"),
    Refusal(
      "a brace by itself",
      "message: { zh: \"\\u4e8e«}»立案\", en: Filed. }\nrequire: [{ that: case.n > 0 }]", "lone-brace"
    ),
    Refusal(
      "an empty placeholder",
      "message:\n  zh: |-\n    案件\n    于«{ }»立案\n  en: Filed.\nrequire: [{ that: case.n > 0 }]",
      "placeholder-empty"),
    Refusal(
      "a field in a placeholder that nobody has",
      """
      message:
        zh: |-
          案件
          于{case.«dya»|日期不明}立案。
        en: "The c\\u0061se was filed on {case.«dya»|an unknown day}."
      require: [{ that: case.n > 0 }]
      """, "cel-unknown-field", "cel-unknown-field"),
    Refusal(
      "the due day of a check that has none",
      "message: { zh: '至迟{«due»|不明}。', en: 'By {«due»|an unknown day}.' }\nrequire: [{ that: case.n > 0 }]",
      "message-needs-deadline", "message-needs-deadline"),
    Refusal(
      "a check without words", in: "penalty/test/rule.yaml",
      """
      id: penalty.test.rule
      title: { zh: 测试, en: Test }
      cites: [{ instrument: apl-2021, article: 第十条 }]
      effective: { basis: case.day, from: 2021-07-15 }
      severity: minor
      require: [«{ that: case.n > 0 }»]
      """, "missing-key"),
  ]
}
