internal import Findings
package import SourceText

// The forms of `proof.yaml`: what no example can show, and why.

extension SourceForm {
  package static let proof = SourceForm(
    "proof", .proof,
    [
      .may(
        "coverage", .list(.form(coverageException)), zh: "没有记录能够展示的结论和条件。",
        en: "Outcomes and conditions that no record can show."),
      .may(
        "mutation", .list(.form(mutationException)), zh: "与原规则等价的变异。",
        en: "Mutants that mean the same as the rule."),
    ])

  static let coverageException = SourceForm(
    "coverageException", .coverageException,
    [
      .may("rule", .text, zh: "规则编号。", en: "The id of a rule."),
      .may("definition", .text, zh: "定义名称。", en: "The name of a definition."),
      .may("field", .text, zh: "字段路径。", en: "The path of a field."),
      .may("check", .text, zh: "检查项编号。", en: "The id of a check of the rule."),
      .may("condition", .text, zh: "条件原文。", en: "A condition, as it is written."),
      .may("outcome", .word(Outcome.self), zh: "结论。", en: "An outcome."),
      .may("side", .flag, zh: "条件的真或假；默认两者。", en: "The side of the condition; both unless said."),
      .must("reason", .form(reason), zh: "理由。", en: "Why no record can show it."),
    ],
    choices: [.exactlyOne("rule", "definition", "field"), .exactlyOne("condition", "outcome")])

  static let mutationException = SourceForm(
    "mutationException", .mutationException,
    [
      .must("rule", .text, zh: "规则编号。", en: "The id of a rule."),
      .must("mutant", .text, zh: "变异编号。", en: "The mutant, as `rules mutate` calls it."),
      .must("reason", .form(reason), zh: "理由。", en: "Why it means the same."),
    ])

  static let reason = bilingual("reason", .reason)
}
