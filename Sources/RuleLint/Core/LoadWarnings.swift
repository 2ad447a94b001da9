import SourceText

/// The pages of what loading warns of: it is told without lint too, and set in the same file.
enum LoadWarnings {
  static let constantConditions: Set<String> = ["cel-always-true", "cel-always-false"]

  static let notes = [
    LintNote(
      "cel-always-true", .conditions, .warning,
      summary: BilingualText(zh: "条件恒为真", en: "a condition is true for every record"),
      explanation: BilingualText(
        zh: "条件的值与案卷无关，总是真，多半是写错了。删去它，或写出本来要问的。",
        en:
          "The condition does not depend on the record, which is hardly what was meant. Take it out, "
          + "or write what was to be asked."),
      breaking: "applies: «case.n == case.n» && case.told == true",
      sound: "applies: case.n == case.m && case.told == true"),
    LintNote(
      "cel-always-false", .conditions, .warning,
      summary: BilingualText(zh: "条件恒为假", en: "a condition is false for every record"),
      explanation: BilingualText(
        zh: "条件的值与案卷无关，总是假；写在 `applies` 里，规则就永远不适用。",
        en:
          "The condition does not depend on the record. In `applies` it means that the rule never "
          + "applies."),
      breaking: "applies: «case.mark == \"a\" && case.mark == \"b\"»",
      sound: "applies: case.mark in [\"a\", \"b\"]"),
    LintNote(
      "missing-label", .shape, .warning,
      summary: BilingualText(zh: "字段没有名称", en: "a field has a label in one language only"),
      explanation: BilingualText(
        zh: "报告用字段的名称称呼事实，两种语言都要有。",
        en: "Reports call a fact by its label, and need it in both languages."),
      breaking: LintExample(
        in: "records/other.yaml",
        """
        kind: other
        zh: 样例
        en: Sample
        sections:
          - name: case
            zh: 案件
            en: Case
            shape: record
            expect: always
            fields:
              - { name: n, «zh»: 案号, type: text, expect: always }
        """),
      sound: LintExample(
        in: "records/other.yaml",
        """
        kind: other
        zh: 样例
        en: Sample
        sections:
          - name: case
            zh: 案件
            en: Case
            shape: record
            expect: always
            fields:
              - { name: n, zh: 案号, en: Number, type: text, expect: always }
        """)),
    LintNote(
      "nothing-to-take-out", .examples, .warning,
      summary: BilingualText(
        zh: "示例去掉的事实本来就没有", en: "an example takes out what its base does not hold"),
      explanation: BilingualText(
        zh: "`without` 里的路径在基础记录中没有，多半是写错了。",
        en: "The base record has nothing at a path of `without`, which is probably a slip."),
      breaking: """
        examples:
          - { base: ordinary, outcome: satisfied }
          - { base: ordinary, outcome: violated, without: [«case.opt»] }
          - { base: ordinary, outcome: undetermined, unrecorded: [case.n] }
        """,
      sound: """
        examples:
          - { base: ordinary, outcome: satisfied }
          - { base: ordinary, outcome: violated, without: [case.n] }
          - { base: ordinary, outcome: undetermined, unrecorded: [case.n] }
        """),
  ]
}
