import CEL
import RuleCompiler
import SourceText

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
