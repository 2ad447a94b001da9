import RuleCompiler
import SourceText
import YAML

/// The keys of a rule in another order than the custom.
package enum KeyOrder: LintCheck {
  package static let note = LintNote(
    "key-order", .shape, .warning,
    summary: BilingualText(
      zh: "规则的键没有按惯例排列", en: "the keys of a rule are not in their order"),
    explanation: BilingualText(
      zh: "规则文件的键顺序一致，读的人才知道到哪里找：\(order.joined(separator: "、"))。",
      en:
        "Rules keep their keys in one order, so that a reader knows where to look: "
        + order.joined(separator: ", ") + "."),
    breaking: """
      message: { zh: 不合规定。, en: It is not as asked. }
      «require»:
        - { that: case.n > 0 }
      """,
    sound: """
      require:
        - { that: case.n > 0 }
      message: { zh: 不合规定。, en: It is not as asked. }
      """)

  static let order = [
    "id", "aliases", "title", "cites", "effective", "severity", "kind", "applies", "let", "require",
    "deadline", "value", "except", "message", "remedy", "reading", "versions", "examples",
  ]

  package static func run(on pack: LintPack, _ report: inout LintReport) {
    for rule in pack.rules {
      var highest: (rank: Int, key: String)?
      for pair in rule.node.mapping ?? [] {
        guard let rank = order.firstIndex(of: pair.key.text) else { continue }
        if let highest, rank < highest.rank {
          report.add(
            rule.file, pair.keyRange, rule: rule.id,
            BilingualText(
              zh: "`\(pair.key.text)` 应在 `\(highest.key)` 之前",
              en: "`\(pair.key.text)` stands before `\(highest.key)`"))
          break
        }
        highest = (rank, pair.key.text)
      }
    }
  }
}

/// An expression in a folded scalar.
package enum FoldedExpression: LintCheck {
  package static let note = LintNote(
    "folded-expression", .shape, .warning,
    summary: BilingualText(
      zh: "表达式用了折叠的写法", en: "an expression stands in a folded scalar"),
    explanation: BilingualText(
      zh: "折叠（`>`）会把换行变成空格，诊断就指不准列。用引号或 `|-`。",
      en:
        "Folding (`>`) turns line breaks into spaces, and places in the expression are lost. Use quotes "
        + "or `|-`."),
    breaking: """
      applies: «>-
        case.n > 0 &&
        case.told == true»
      """,
    sound: """
      applies: |-
        case.n > 0 &&
        case.told == true
      """)

  package static func run(on pack: LintPack, _ report: inout LintReport) {
    for expression in pack.expressions where expression.role != .placeholder {
      guard expression.node.scalar?.style == .folded else { continue }
      var range = expression.node.range
      while range.end > range.start, expression.file.bytes[Int(range.end) - 1] == 0x0A {
        range.end -= 1
      }
      report.add(
        expression.file, range, rule: expression.rule,
        BilingualText(zh: "表达式被折叠", en: "the expression is folded"),
        help: BilingualText(zh: "用 `|-` 或引号。", en: "Use `|-` or quotes."))
    }
  }
}

/// A check that says again what its rule says.
package enum NeedlessOverride: LintCheck {
  package static let note = LintNote(
    "needless-override", .shape, .warning, hasFix: true,
    summary: BilingualText(
      zh: "检查重复了规则自己的值", en: "a check says again what its rule says"),
    explanation: BilingualText(
      zh: "检查的 `severity`、`kind` 与规则相同，不必再写；规则一改，它就会不一致。修复时删去。",
      en:
        "A `severity` or `kind` that is the rule's own says nothing, and stays behind when the rule is "
        + "changed. The fix takes it out."),
    breaking: """
      severity: minor
      require:
        - { id: one, «severity»: minor, that: case.n > 0 }
        - { id: two, that: case.m > 0 }
      """,
    sound: """
      severity: minor
      require:
        - { id: one, that: case.n > 0 }
        - { id: two, that: case.m > 0 }
      """)

  package static func run(on pack: LintPack, _ report: inout LintReport) {
    for rule in pack.rules {
      for node in [rule.node] + (rule.node["versions"]?.sequence ?? []) {
        for check in node["require"]?.sequence ?? [] {
          for key in ["severity", "kind"] {
            // A version may replace the rule's severity, and a check of the rule keep the old.
            let own = node[key] ?? rule.node[key]
            guard rule.source.versions.isEmpty || node[key] != nil,
              let pair = check.mapping?.first(where: { $0.key.text == key }),
              let given = pair.value.scalar?.text,
              given == own?.scalar?.text ?? (key == "kind" ? "violation" : nil)
            else { continue }
            report.add(
              rule.file, pair.keyRange, rule: rule.id,
              BilingualText(
                zh: "规则的 `\(key)` 已是 `\(given)`",
                en: "the `\(key)` of the rule is `\(given)` already"),
              fix: NodeRemoval(file: rule.file).removing(key, from: check))
          }
        }
      }
    }
  }
}

/// A key that says what leaving it out says.
package enum NeedlessDefault: LintCheck {
  package static let note = LintNote(
    "needless-default", .shape, .warning, hasFix: true,
    summary: BilingualText(zh: "写出了默认值", en: "a key says what leaving it out says"),
    explanation: BilingualText(
      zh:
        "`roll: true`、`last_day_counts: false`、`count: last` 是默认值，空的 `aliases`、`unrecorded` 等也没有意思。修复时删去。",
      en:
        "`roll: true`, `last_day_counts: false` and `count: last` are what holds anyway, and an empty "
        + "list of `aliases` or `unrecorded` says nothing. The fix takes them out."),
    breaking: "deadline: { from: case.day, within: params.term, act: case.later, «roll»: true }",
    sound: "deadline: { from: case.day, within: params.term, act: case.later }")

  private static let defaults = [
    "roll": "true", "last_day_counts": "false", "count": "last", "lighter": "false",
  ]
  private static let lists: Set<String> = [
    "aliases", "without", "unrecorded", "excluding", "extended_by", "except",
  ]

  package static func run(on pack: LintPack, _ report: inout LintReport) {
    for rule in pack.rules {
      // Values of examples are facts, not keys of ours.
      let own = (rule.node.mapping ?? []).filter { $0.key.text != "examples" }.map(\.value)
      let examples = rule.node["examples"]?.sequence ?? []
      for node in [rule.node] + own.flatMap(\.mappings) + examples {
        for pair in node.mapping ?? [] {
          let key = pair.key.text
          let isDefault = defaults[key].map { $0 == pair.value.scalar?.text } ?? false
          let isEmpty = lists.contains(key) && pair.value.sequence?.isEmpty == true
          guard isDefault || isEmpty else { continue }
          report.add(
            rule.file, pair.keyRange, rule: rule.id,
            BilingualText(
              zh: "不写 `\(key)` 也是这样", en: "leaving `\(key)` out says the same"),
            fix: NodeRemoval(file: rule.file).removing(key, from: node))
        }
      }
    }
  }
}
