import CEL
import SourceText

/// `["a", "b", "a"]`
package enum DuplicateInList: LintCheck {
  package static let note = LintNote(
    "duplicate-in-list", .conditions, .warning, hasFix: true,
    summary: BilingualText(zh: "列表里有两个相同的值", en: "a list of literals has a value twice"),
    explanation: BilingualText(
      zh: "第二个不起作用，多半是想写另一个值。修复时删去它。",
      en: "The second changes nothing; perhaps another value was meant. The fix takes it out."),
    breaking: "applies: case.mark in [\"a\", \"b\", «\"a\"»]",
    sound: "applies: case.mark in [\"a\", \"b\"]")

  package static func run(on pack: LintPack, _ report: inout LintReport) {
    for expression in pack.expressions {
      for node in expression.tree.nodes.indices {
        guard case .list(let elements) = expression.tree[node].kind else { continue }
        var seen: Set<String> = []
        for (place, element) in elements.enumerated() {
          guard let literal = expression.literal(element.value),
            !seen.insert("\(literal)").inserted
          else { continue }
          let before = expression.tree[elements[place - 1].value].range.end
          let range = ByteRange(start: before, end: expression.tree[element.value].range.end)
          report.add(
            expression, at: element.value,
            BilingualText(
              zh: "`\(expression.text(element.value))` 已在列表里",
              en: "`\(expression.text(element.value))` is in the list already"),
            fix: expression.fix([(range, "")]))
        }
      }
    }
  }
}

/// `x in ["a"]`
package enum SingleElementList: LintCheck {
  package static let note = LintNote(
    "single-element-list", .conditions, .warning, hasFix: true,
    summary: BilingualText(zh: "在只有一个值的列表里找", en: "`in` looks into a list of one"),
    explanation: BilingualText(
      zh: "`x in [\"a\"]` 就是 `x == \"a\"`，不在卷时也一样。",
      en: "`x in [\"a\"]` is `x == \"a\"`, also where the fact is not on file."),
    breaking: "applies: «case.mark in [\"a\"]»", sound: "applies: case.mark == \"a\"")

  package static func run(on pack: LintPack, _ report: inout LintReport) {
    for expression in pack.expressions {
      for node in expression.tree.nodes.indices {
        guard let (left, right) = expression.operands(node, of: Operator.in),
          case .list(let elements) = expression.tree[right].kind, elements.count == 1,
          expression.literal(elements[0].value) != nil
        else { continue }
        let text =
          "\(expression.operandText(left)) == \(expression.text(elements[0].value))"
        report.add(
          expression, at: node,
          BilingualText(zh: "列表里只有一个值", en: "the list has one value"),
          help: BilingualText(zh: "写成 `\(text)`。", en: "Write `\(text)`."),
          fix: expression.fix(node, with: text))
      }
    }
  }
}

/// `x == "a" || x == "b"`
package enum OrOfEquals: LintCheck {
  package static let note = LintNote(
    "or-of-equals", .conditions, .warning, hasFix: true,
    summary: BilingualText(
      zh: "同一事实逐个比较", en: "one fact is compared with several values one by one"),
    explanation: BilingualText(
      zh: "整串 `x == \"a\" || x == \"b\"` 写成 `x in [\"a\", \"b\"]`，意思相同。",
      en:
        "A whole chain `x == \"a\" || x == \"b\"` is `x in [\"a\", \"b\"]`; they mean the same in every "
        + "state of the fact."),
    breaking: "applies: «case.mark == \"a\" || case.mark == \"b\"»",
    sound: "applies: case.mark in [\"a\", \"b\"]")

  package static func run(on pack: LintPack, _ report: inout LintReport) {
    for expression in pack.expressions {
      let canonical = CanonicalText(expression.tree)
      for chain in expression.chains(of: Operator.logicalOr) {
        var (subject, values): (NodeID?, [String]) = (nil, [])
        let isAlike = chain.terms.allSatisfy { term in
          guard let (left, right) = expression.operands(term, of: Operator.equals),
            let literal = expression.literal(right), isWord(literal)
          else { return false }
          if let first = subject, canonical(first) != canonical(left) { return false }
          subject = subject ?? left
          values.append(expression.text(right))
          return true
        }
        guard isAlike, let subject, values.count > 1, Set(values).count == values.count,
          isComparedWithWords(subject, expression)
        else { continue }
        let text = "\(expression.operandText(subject)) in [\(values.joined(separator: ", "))]"
        report.add(
          expression, at: chain.node,
          BilingualText(
            zh: "`\(expression.text(subject))` 与几个值逐个比较",
            en: "`\(expression.text(subject))` is compared with \(values.count) values one by one"),
          help: BilingualText(zh: "写成 `\(text)`。", en: "Write `\(text)`."),
          fix: expression.fix(chain.node, with: text))
      }
    }
  }

  /// Sums compare with numbers by `==`, and are in no list of them.
  private static func isComparedWithWords(
    _ subject: NodeID, _ expression: LintExpression
  ) -> Bool {
    switch expression.checked?.types[subject].unwrapped {
    case .string?, .int?, .enumeration?: true
    default: false
    }
  }

  private static func isWord(_ literal: Literal) -> Bool {
    switch literal {
    case .string, .int: true
    default: false
    }
  }
}
