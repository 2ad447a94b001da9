import CEL
import SourceText

/// A macro inside another over the same list, which does not look at the outer element.
package enum IndependentQuantifier: LintCheck {
  package static let note = LintNote(
    "independent-quantifier", .conditions, .warning,
    summary: BilingualText(
      zh: "内层逐项与外层无关", en: "an inner quantifier runs over the same list for itself"),
    explanation: BilingualText(
      zh: "内层在同一列表上逐项，却没有用到外层的元素：外层每一项都会重算一遍同样的结果。多半是想比较两项，漏了外层的名称。",
      en:
        "The inner macro runs over the list of the outer one and does not look at the outer element, "
        + "so that it gives the same for each. Probably two elements were to be compared."),
    breaking:
      "applies: items.exists(i, i.v > 0 && «items.exists(j, j.v == 0)»)",
    sound: "applies: items.exists(i, i.v > 0 && items.exists(j, j.v == i.v))")

  package static func run(on pack: LintPack, _ report: inout LintReport) {
    for expression in pack.expressions {
      let canonical = CanonicalText(expression.tree)
      for node in expression.tree.nodes.indices {
        guard case .macro(let outer) = expression.tree[node].kind, outer.kind != .bind else {
          continue
        }
        for inside in expression.nodes(under: outer.body) {
          guard case .macro(let inner) = expression.tree[inside].kind, inner.kind != .bind,
            canonical(inner.target) == canonical(outer.target),
            expression.names(under: inside).isDisjoint(with: outer.variables)
          else { continue }
          report.add(
            expression, at: inside,
            BilingualText(
              zh: "内层没有用到外层的 `\(outer.variables.joined(separator: "`、`"))`",
              en:
                "this does not look at `\(outer.variables.joined(separator: "`, `"))` of the outer "
                + "`\(outer.kind.rawValue)`"),
            help: BilingualText(
              zh: "用上外层的元素，或把它移到外面。", en: "Use the outer element, or move this outside."))
        }
      }
    }
  }
}

/// A macro whose condition does not look at its element.
package enum UnusedElement: LintCheck {
  package static let note = LintNote(
    "unused-element", .conditions, .warning,
    summary: BilingualText(
      zh: "逐项的条件没有用到元素", en: "a macro does not look at its element"),
    explanation: BilingualText(
      zh: "例如 `xs.exists(x, true)`。要问列表是否为空，写 `has(xs)`；否则是漏写了元素的名称。",
      en:
        "As in `xs.exists(x, true)`. To ask whether there are any, write `has(xs)`; else the name of "
        + "the element was forgotten."),
    breaking: "applies: «items.exists(i, case.n > 0)»",
    sound: "applies: items.exists(i, i.v > 0)")

  package static func run(on pack: LintPack, _ report: inout LintReport) {
    for expression in pack.expressions {
      for node in expression.tree.nodes.indices {
        guard case .macro(let macro) = expression.tree[node].kind, macro.kind != .bind else {
          continue
        }
        let bodies = [macro.filter, macro.body].compactMap(\.self)
        let names = bodies.reduce(into: Set<String>()) {
          $0.formUnion(expression.names(under: $1))
        }
        guard names.isDisjoint(with: macro.variables) else { continue }
        report.add(
          expression, at: node,
          BilingualText(
            zh: "`\(macro.variables.joined(separator: "`、`"))` 没有用到",
            en: "`\(macro.variables.joined(separator: "`, `"))` is not looked at"),
          help: BilingualText(
            zh: "用上它；只问有没有，写 `has(\(expression.text(macro.target)))`。",
            en:
              "Use it; to ask whether there is any, write `has(\(expression.text(macro.target)))`.")
        )
      }
    }
  }
}

/// `size(xs.filter(x, a)) > 0`
package enum CountedFilter: LintCheck {
  package static let note = LintNote(
    "counted-filter", .conditions, .warning,
    summary: BilingualText(
      zh: "数出来再与 0 比较", en: "elements are counted to see whether there is one"),
    explanation: BilingualText(
      zh: "`xs.exists(x, a)` 说得更直接，而且一项已经成立时，其他项缺失或未摘录都不影响；`filter` 遇到一项不明就全部不明。",
      en:
        "`xs.exists(x, a)` says it, and is true as soon as one element is, whatever of others is absent "
        + "or unrecorded; a `filter` is lost whole with one of them."),
    breaking: "applies: «size(items.filter(i, i.v > 0)) > 0»",
    sound: "applies: items.exists(i, i.v > 0)")

  package static func run(on pack: LintPack, _ report: inout LintReport) {
    for expression in pack.expressions {
      for node in expression.tree.nodes.indices {
        guard case .call(let name, nil, let arguments) = expression.tree[node].kind,
          arguments.count == 2,
          [Operator.greater, Operator.equals, Operator.notEquals, Operator.greaterEquals].contains(
            name),
          case .int(let bound)? = expression.literal(arguments[1]),
          bound == (name == Operator.greaterEquals ? 1 : 0),
          isCountedFilter(arguments[0], expression)
        else { continue }
        report.add(
          expression, at: node,
          BilingualText(
            zh: "只问有没有，不必数", en: "this counts to see whether there is one"),
          help: BilingualText(
            zh: name == Operator.equals ? "写成 `!….exists(…)`。" : "写成 `….exists(…)`。",
            en: name == Operator.equals ? "Write `!….exists(…)`." : "Write `….exists(…)`."))
      }
    }
  }

  private static func isCountedFilter(_ node: NodeID, _ expression: LintExpression) -> Bool {
    guard case .call("size", let target, let arguments) = expression.tree[node].kind,
      let list = target ?? arguments.first, case .macro(let macro) = expression.tree[list].kind
    else { return false }
    return macro.kind == .filter
  }
}
