import CEL
import SourceText

/// `!!a`, `!(!a)`
package enum DoubleNegation: LintCheck {
  package static let note = LintNote(
    "double-negation", .conditions, .warning, hasFix: true,
    summary: BilingualText(zh: "双重否定", en: "a negation of a negation"),
    explanation: BilingualText(
      zh: "两个 `!` 互相抵消。修复时一并删去。", en: "The two `!` cancel each other; the fix takes both out."),
    breaking: "applies: '«!!has(case.opt)» && case.told == true'",
    sound: "applies: 'has(case.opt) && case.told == true'")

  package static func run(on pack: LintPack, _ report: inout LintReport) {
    for expression in pack.expressions {
      for node in expression.tree.nodes.indices {
        guard let once = expression.negated(node), let twice = expression.negated(once) else {
          continue
        }
        // What may be null is absent under `!`, and not so beside `==`.
        let isPlain = expression.checked?.types[twice] == .bool
        let text = expression.operandText(twice)
        report.add(
          expression, at: node,
          BilingualText(zh: "双重否定", en: "this negates a negation"),
          help: BilingualText(zh: "写成 `\(text)`。", en: "Write `\(text)`."),
          fix: isPlain ? expression.fix(node, with: text) : nil)
      }
    }
  }
}

/// `!(a == b)`
package enum NegatedComparison: LintCheck {
  package static let note = LintNote(
    "negated-comparison", .conditions, .warning, hasFix: true,
    summary: BilingualText(
      zh: "否定一个比较", en: "a comparison is negated as a whole"),
    explanation: BilingualText(
      zh: "`!(a == b)` 写成 `a != b`，`!(a < b)` 写成 `a >= b`：意思相同，好读。不在卷的事实两种写法结果一样。",
      en:
        "`!(a == b)` reads better as `a != b`, and `!(a < b)` as `a >= b`. They mean the same, also "
        + "where a fact is not on file."),
    breaking: "applies: '«!(case.n < 5)»'", sound: "applies: 'case.n >= 5'")

  package static func run(on pack: LintPack, _ report: inout LintReport) {
    for expression in pack.expressions {
      for node in expression.tree.nodes.indices {
        guard let inner = expression.negated(node),
          case .call(let name, nil, let arguments) = expression.tree[inner].kind,
          let opposite = CanonicalText.opposites[name], arguments.count == 2,
          !arguments.contains(where: { isDouble($0, expression) })
        else { continue }
        let symbol = opposite.filter { $0 != "_" }
        let sides = arguments.map { expression.operandText($0) }
        let text = "\(sides[0]) \(symbol) \(sides[1])"
        report.add(
          expression, at: node,
          BilingualText(zh: "否定了整个比较", en: "the comparison is negated as a whole"),
          help: BilingualText(zh: "写成 `\(text)`。", en: "Write `\(text)`."),
          fix: isOperandOfTighter(node, expression) ? nil : expression.fix(node, with: text))
      }
    }
  }

  /// A double may be no number, and then neither `a < b` nor `a >= b`.
  private static func isDouble(_ node: NodeID, _ expression: LintExpression) -> Bool {
    switch expression.checked?.types[node].unwrapped {
    case .double?, .dynamic?, nil: true
    default: false
    }
  }

  /// True where a parent binds tighter than a comparison, and would need brackets.
  private static func isOperandOfTighter(_ node: NodeID, _ expression: LintExpression) -> Bool {
    expression.tree.nodes.contains { parent in
      guard case .call(let name, let target, let arguments) = parent.kind,
        arguments.contains(node) || target == node
      else { return false }
      switch name {
      case Operator.logicalAnd, Operator.logicalOr, Operator.conditional: return false
      default: return name.contains("_") || name == Operator.in || target == node
      }
    }
  }
}

/// `!xs.exists(x, !a)`
package enum NegatedQuantifier: LintCheck {
  package static let note = LintNote(
    "negated-quantifier", .conditions, .warning, hasFix: true,
    summary: BilingualText(
      zh: "否定“没有一个不”", en: "“there is none that is not” stands for “all are”"),
    explanation: BilingualText(
      zh: "`!xs.exists(x, !a)` 就是 `xs.all(x, a)`，`!xs.all(x, !a)` 就是 `xs.exists(x, a)`。",
      en:
        "`!xs.exists(x, !a)` is `xs.all(x, a)`, and `!xs.all(x, !a)` is `xs.exists(x, a)`; both also "
        + "where facts are absent or unrecorded."),
    breaking: "applies: '«!items.exists(i, !(i.k in [\"a\", \"b\"]))»'",
    sound: "applies: 'items.all(i, i.k in [\"a\", \"b\"])'")

  package static func run(on pack: LintPack, _ report: inout LintReport) {
    for expression in pack.expressions {
      for node in expression.tree.nodes.indices {
        guard let inner = expression.negated(node),
          case .macro(let macro) = expression.tree[inner].kind,
          macro.kind == .exists || macro.kind == .all, let body = expression.negated(macro.body)
        else { continue }
        let word = macro.kind == .exists ? "all" : "exists"
        let text =
          "\(expression.text(macro.target)).\(word)(\(macro.variables.joined(separator: ", ")), "
          + "\(expression.text(body)))"
        report.add(
          expression, at: node,
          BilingualText(zh: "这就是 `\(word)`", en: "this is `\(word)`"),
          help: BilingualText(zh: "写成 `\(text)`。", en: "Write `\(text)`."),
          fix: expression.fix(node, with: text))
      }
    }
  }
}
