import CEL
import RuleCompiler
import SourceText
import YAML

/// A `let` that nothing reads.
package enum UnusedLet: LintCheck {
  package static let note = LintNote(
    "unused-let", .names, .warning, hasFix: true,
    summary: BilingualText(zh: "`let` 的名称没有用到", en: "a name of `let` is read by nothing"),
    explanation: BilingualText(
      zh: "规则的条件和文字都没有读它。修复时删去；若是漏写了条件，应补上条件。",
      en:
        "No condition and no text of the rule reads it. The fix takes it out; if a condition was "
        + "forgotten, write that instead."),
    breaking: """
      let: { limit: params.threshold, «spare»: case.n + 1 }
      require:
        - { that: case.sum >= limit }
      message: { zh: "数额{case.sum}不够。", en: "The sum of {case.sum} is too small." }
      """,
    sound: """
      let: { limit: params.threshold }
      require:
        - { that: case.sum >= limit }
      message: { zh: "数额{case.sum}不够。", en: "The sum of {case.sum} is too small." }
      """)

  package static func run(on pack: LintPack, _ report: inout LintReport) {
    let used = Dictionary(grouping: pack.expressions.filter { $0.rule != nil }) { $0.rule ?? "" }
      .mapValues { expressions in
        expressions.reduce(into: Set<String>()) {
          $0.formUnion($1.names(under: $1.tree.root))
        }
      }
    for rule in pack.rules {
      let removal = NodeRemoval(file: rule.file)
      for node in rule.node.mappings {
        guard let lets = node["let"], let pairs = lets.mapping else { continue }
        for pair in pairs where !(used[rule.id] ?? []).contains(pair.key.text) {
          report.add(
            rule.file, pair.keyRange, rule: rule.id,
            BilingualText(
              zh: "`\(pair.key.text)` 没有用到", en: "`\(pair.key.text)` is read by nothing"),
            help: BilingualText(zh: "删去它。", en: "Take it out."),
            fix: pairs.count > 1
              ? removal.removing(pair.key.text, from: lets) : removal.removing("let", from: node))
        }
      }
    }
  }
}
