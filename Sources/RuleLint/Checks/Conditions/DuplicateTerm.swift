import CEL
import SourceText

/// The same term twice in a chain of `&&` or `||`.
package enum DuplicateTerm: LintCheck {
  package static let note = LintNote(
    "duplicate-term", .conditions, .warning, hasFix: true,
    summary: BilingualText(zh: "同一条件写了两遍", en: "a condition says the same thing twice"),
    explanation: BilingualText(
      zh: "`&&` 或 `||` 的一串条件里，同一项出现两次；通常是想写另一项。修复时删去后一项。",
      en:
        "A chain of `&&` or `||` has the same term twice. Often another was meant; if not, the second "
        + "can go, which is what the fix does."),
    breaking: "applies: case.told == true && case.n > 0 && «case.told == true»",
    sound: "applies: case.told == true && case.n > 0")

  package static func run(on pack: LintPack, _ report: inout LintReport) {
    for expression in pack.expressions {
      let canonical = CanonicalText(expression.tree)
      for connective in [Operator.logicalAnd, Operator.logicalOr] {
        for chain in expression.chains(of: connective) {
          var seen: Set<String> = []
          for (place, term) in chain.terms.enumerated()
          where !seen.insert(canonical(term)).inserted {
            report.add(
              expression, at: term,
              BilingualText(
                zh: "`\(expression.text(term))` 在同一串条件里出现过了",
                en: "`\(expression.text(term))` stands in the same chain already"),
              help: BilingualText(
                zh: "删去其中一项，或写出本来要写的。", en: "Take one out, or write what was meant."),
              fix: removing(place, of: chain.terms, in: expression))
          }
        }
      }
    }
  }

  /// Takes a term and the connective before it out; `nil` where brackets stand around either side.
  private static func removing(
    _ place: Int, of terms: [NodeID], in expression: LintExpression
  ) -> LintFix? {
    guard place > 0, !expression.isBracketed(terms[place]),
      !expression.isBracketed(terms[place - 1])
    else { return nil }
    let before = expression.tree[terms[place - 1]].range.end
    let range = ByteRange(start: before, end: expression.tree[terms[place]].range.end)
    // Nothing but the connective may stand between the two.
    let between = ByteRange(start: before, end: expression.tree[terms[place]].range.start)
    let bytes = Array(expression.tree.source.utf8)[Int(between.start)..<Int(between.end)]
    guard bytes.allSatisfy({ [0x20, 0x0A, 0x26, 0x7C].contains($0) }) else { return nil }
    return expression.fix([(range, "")])
  }
}
