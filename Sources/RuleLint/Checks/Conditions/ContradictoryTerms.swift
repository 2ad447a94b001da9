import CEL
import SourceText

/// Terms of one conjunction that cannot all be true.
package enum ContradictoryTerms: LintCheck {
  package static let note = LintNote(
    "contradictory-terms", .conditions, .warning,
    summary: BilingualText(
      zh: "条件的各项不能同时成立", en: "the terms of a condition cannot all be true"),
    explanation: BilingualText(
      zh: "例如 `x > 5 && x < 3`，或 `a && !a`：没有案卷满足。范围之外的写法由加载时的 `cel-always-false` 指出。",
      en:
        "No record satisfies `x > 5 && x < 3`, or `a && !a`. The plainest cases are told by "
        + "`cel-always-false` when rules are loaded; this looks at bounds, lists and negations."),
    breaking: "applies: «case.n > 5 && case.n < 3»",
    sound: "applies: case.n > 3 && case.n < 5")

  package static func run(on pack: LintPack, _ report: inout LintReport) {
    for expression in pack.expressions {
      for chain in expression.chains(of: Operator.logicalAnd) {
        var constraints = TermConstraints()
        constraints.add(chain.terms, of: expression)
        let range = expression.range(of: expression.tree[chain.node].range)
        guard constraints.isContradictory, !pack.isToldConstant(expression.file, range) else {
          continue
        }
        report.add(
          expression, at: chain.node,
          BilingualText(
            zh: "这些条件不能同时成立", en: "these conditions cannot all be true"),
          help: BilingualText(
            zh: "看其中的数或值是否写错，或 `&&` 应为 `||`。",
            en: "See whether a value is wrong, or `&&` should be `||`."))
      }
    }
  }
}
