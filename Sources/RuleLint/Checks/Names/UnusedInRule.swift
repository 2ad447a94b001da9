import CEL
import RuleCompiler
import SourceText
import YAML

/// The name of an element or index that its check does not read.
package enum UnusedBinding: LintCheck {
  package static let note = LintNote(
    "unused-binding", .names, .warning,
    summary: BilingualText(
      zh: "逐项检查没有用到元素", en: "a check does not look at the element it runs over"),
    explanation: BilingualText(
      zh: "`each` 让检查对每个元素做一遍；条件没有读元素，就会把同一结果报许多遍。",
      en:
        "`each` makes the check once for each element. A condition that does not read the element "
        + "tells the same as often as there are elements."),
    breaking: """
      require:
        - { each: items, as: «i», that: case.n > 0 }
      """,
    sound: """
      require:
        - { each: items, as: i, that: i.v > 0 }
      """)

  package static func run(on pack: LintPack, _ report: inout LintReport) {
    for rule in pack.rules {
      for reading in rule.readings {
        for check in reading.checks where !check.each.isEmpty {
          let names = self.names(in: check, reading)
          for name in check.each.flatMap({ [$0.name, $0.at].compactMap(\.self) })
          where !names.contains(name.text) {
            report.add(
              rule.file, name.range, rule: rule.id,
              BilingualText(
                zh: "`\(name.text)` 没有用到", en: "`\(name.text)` is not looked at"))
          }
        }
      }
    }
  }

  private static func names(in check: CheckSource, _ rule: RuleSource) -> Set<String> {
    var texts = [check.whereCondition, check.that].compactMap { $0?.text }
    texts += check.each.map(\.list.text)
    if let deadline = check.deadline {
      texts += [deadline.from.text, deadline.term.period.text, deadline.act.text]
      for stop in deadline.excluding {
        texts += [stop.from, stop.until, stop.when, stop.whereCondition].compactMap { $0?.text }
        texts += stop.each.map(\.list.text)
      }
      texts += deadline.extendedBy.flatMap {
        [$0.length.expression, $0.approvedOn, $0.whereCondition].compactMap { $0?.text }
      }
    }
    texts += [check.message ?? rule.message, check.remedy ?? rule.remedy].compactMap(\.self)
      .flatMap { $0.zh.placeholders.map(\.expression) }
    return texts.reduce(into: Set<String>()) { names, text in
      for node in parse(text).tree.nodes {
        if case .identifier(let name, _) = node.kind { names.insert(name) }
      }
    }
  }
}

/// A message or remedy of the rule that every check replaces.
package enum UnusedMessage: LintCheck {
  package static let note = LintNote(
    "unused-message", .names, .warning, hasFix: true,
    summary: BilingualText(
      zh: "规则的文字被每项检查替换了",
      en: "every check has a text of its own in place of the rule's"),
    explanation: BilingualText(
      zh: "规则的 `message` 或 `remedy` 只用于没有自己文字的检查；每项检查都有，它就永远不会印出来。修复时删去。",
      en:
        "The `message` or `remedy` of a rule is for checks without one. Where each has its own it is never "
        + "printed; the fix takes it out."),
    breaking: """
      require:
        - { id: one, that: case.m > 0, message: { zh: "{case.m}不够。", en: "{case.m} is too few." } }
        - { id: two, that: case.n > 0, message: { zh: "{case.n}不够。", en: "{case.n} is too few." } }
      «message»: { zh: "数目{case.n}不合规定。", en: "The number {case.n} is not as asked." }
      remedy: { zh: 补正。, en: Put it right. }
      """,
    sound: """
      require:
        - { id: one, that: case.m > 0, message: { zh: "{case.m}不够。", en: "{case.m} is too few." } }
        - { id: two, that: case.n > 0, message: { zh: "{case.n}不够。", en: "{case.n} is too few." } }
      remedy: { zh: 补正。, en: Put it right. }
      """)

  package static func run(on pack: LintPack, _ report: inout LintReport) {
    for rule in pack.rules where rule.source.versions.isEmpty && !rule.source.checks.isEmpty {
      let checks = rule.source.checks
      let replaced = [
        ("message", checks.allSatisfy { $0.message != nil }),
        ("remedy", checks.allSatisfy { $0.remedy != nil }),
      ]
      for (key, isReplaced) in replaced where isReplaced {
        guard let pair = rule.node.mapping?.first(where: { $0.key.text == key }) else { continue }
        report.add(
          rule.file, pair.keyRange, rule: rule.id,
          BilingualText(
            zh: "每项检查都有自己的 `\(key)`", en: "every check has a `\(key)` of its own"),
          fix: NodeRemoval(file: rule.file).removing(key, from: rule.node))
      }
    }
  }
}

/// An exception that cannot be where the rule applies.
package enum UnusedException: LintCheck {
  package static let note = LintNote(
    "unused-exception", .names, .warning,
    summary: BilingualText(
      zh: "例外永远用不上", en: "an exception cannot hold where its rule applies"),
    explanation: BilingualText(
      zh: "`except` 的 `when` 与规则的 `applies` 不能同时成立。",
      en: "The `when` of `except` and the rule's `applies` cannot both be true."),
    breaking: """
      applies: case.mark == "a"
      require:
        - { id: one, that: case.n > 0 }
      except:
        - { when: '«case.mark == "b"»', items: [one] }
      """,
    sound: """
      applies: case.mark in ["a", "b"]
      require:
        - { id: one, that: case.n > 0 }
      except:
        - { when: 'case.mark == "b"', items: [one] }
      """)

  package static func run(on pack: LintPack, _ report: inout LintReport) {
    let places = ExpressionPlaces(pack)
    for rule in pack.rules {
      for reading in rule.readings {
        guard let applies = places[reading.applies, rule] else { continue }
        for exception in reading.exceptions {
          guard let when = places[exception.when, rule] else { continue }
          var constraints = TermConstraints()
          constraints.add(applies.conjuncts, of: applies)
          guard !constraints.isContradictory else { continue }
          constraints.add(when.conjuncts, of: when)
          guard constraints.isContradictory else { continue }
          report.add(
            when, at: when.tree.root,
            BilingualText(
              zh: "`applies` 成立时，这一例外不能成立",
              en: "this cannot be true where `applies` is"))
        }
      }
    }
  }
}
