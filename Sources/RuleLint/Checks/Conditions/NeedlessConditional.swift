import CEL
import SourceText

/// `c ? true : false`
package enum NeedlessConditional: LintCheck {
  package static let note = LintNote(
    "needless-conditional", .conditions, .warning, hasFix: true,
    summary: BilingualText(
      zh: "`? true : false` 多余", en: "`? true : false` says what the condition says"),
    explanation: BilingualText(
      zh: "`c ? true : false` 就是 `c`，`c ? false : true` 就是 `!c`。",
      en: "`c ? true : false` is `c`, and `c ? false : true` is `!c`."),
    breaking: "applies: '«case.n > 0 ? true : false»'", sound: "applies: 'case.n > 0'")

  package static func run(on pack: LintPack, _ report: inout LintReport) {
    for expression in pack.expressions {
      for node in expression.tree.nodes.indices {
        guard
          case .call(Operator.conditional, nil, let parts) = expression.tree[node].kind,
          case .bool(let yes)? = expression.literal(parts[1]),
          case .bool(let no)? = expression.literal(parts[2]), yes != no
        else { continue }
        let isRoot = node == expression.tree.root
        let condition = expression.text(parts[0])
        let text = yes ? (isRoot ? condition : "(\(condition))") : "!(\(condition))"
        report.add(
          expression, at: node,
          BilingualText(zh: "这就是条件本身", en: "this is what the condition says"),
          help: BilingualText(zh: "写成 `\(text)`。", en: "Write `\(text)`."),
          // What may be null is absent as a condition, and not so beside `==`.
          fix: expression.checked?.types[parts[0]] == .bool
            ? expression.fix(node, with: text) : nil)
      }
    }
  }
}
