import CEL
import SourceText

/// `a && (a || b)`, `a || a && b`: the part with `b` changes nothing.
package enum AbsorbedTerm: LintCheck {
  package static let note = LintNote(
    "absorbed-term", .conditions, .warning,
    summary: BilingualText(
      zh: "条件的一部分不起作用", en: "a part of a condition changes nothing"),
    explanation: BilingualText(
      zh: "`a && (a || b)` 与 `a || a && b` 都等于 `a`，写着 `b` 的那一部分不起作用。",
      en: "`a && (a || b)` and `a || a && b` are both `a`: the part with `b` changes nothing."),
    breaking: "applies: case.told == true && («case.told == true || case.n > 0»)",
    sound: "applies: case.told == true || case.n > 0")

  package static func run(on pack: LintPack, _ report: inout LintReport) {
    let pairs = [
      (Operator.logicalAnd, Operator.logicalOr), (Operator.logicalOr, Operator.logicalAnd),
    ]
    for expression in pack.expressions {
      let canonical = CanonicalText(expression.tree)
      for (outer, inner) in pairs {
        for chain in expression.chains(of: outer) {
          let known = Set(chain.terms.map { canonical($0) })
          for term in chain.terms {
            let (parts, joints) = expression.tree.terms(of: term, joinedBy: inner)
            guard !joints.isEmpty, let same = parts.first(where: { known.contains(canonical($0)) })
            else { continue }
            report.add(
              expression, at: term,
              BilingualText(
                zh: "旁边已有 `\(expression.text(same))`，这一部分不起作用",
                en: "`\(expression.text(same))` stands beside it, so this part changes nothing"),
              help: BilingualText(zh: "删去这一部分，或改写条件。", en: "Take it out, or write what was meant."))
          }
        }
      }
    }
  }
}
