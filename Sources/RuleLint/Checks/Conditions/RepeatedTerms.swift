import CEL
import RuleCompiler
import SourceText

/// A check asks again what `applies` has asked.
package enum RepeatedOfApplies: LintCheck {
  package static let note = LintNote(
    "repeats-applies", .conditions, .warning,
    summary: BilingualText(
      zh: "检查重复了 `applies` 的条件", en: "a check asks again what `applies` has asked"),
    explanation: BilingualText(
      zh: "`applies` 成立才有检查，检查里再问一遍不起作用；写在 `that` 里，就等于什么也没有要求。",
      en:
        "A check is looked at only where `applies` is true, so the condition changes nothing in it. As "
        + "the whole of `that` it would ask for nothing at all."),
    breaking: """
      applies: case.told == true && case.n > 0
      require:
        - { that: case.m > 0 && «case.told == true» }
      """,
    sound: """
      applies: case.told == true && case.n > 0
      require:
        - { that: case.m > 0 }
      """)

  package static func run(on pack: LintPack, _ report: inout LintReport) {
    let places = ExpressionPlaces(pack)
    for rule in pack.rules {
      for reading in rule.readings {
        guard let applies = places[reading.applies, rule] else { continue }
        let known = Set(applies.conjuncts.map { CanonicalText(applies.tree)($0) })
        for check in reading.checks {
          for source in [check.when, check.whereCondition, check.that] {
            guard let expression = places[source, rule] else { continue }
            let canonical = CanonicalText(expression.tree)
            for term in expression.conjuncts where known.contains(canonical(term)) {
              report.add(
                expression, at: term,
                BilingualText(
                  zh: "`applies` 已经问过 `\(expression.text(term))`",
                  en: "`applies` has asked for `\(expression.text(term))` already"),
                help: BilingualText(zh: "删去这里的。", en: "Take it out here."))
            }
          }
        }
      }
    }
  }
}

/// `that` asks again what `when` or `where` has asked.
package enum RepeatedOfWhen: LintCheck {
  package static let note = LintNote(
    "repeats-when", .conditions, .warning,
    summary: BilingualText(
      zh: "`that` 重复了 `when` 或 `where` 的条件",
      en: "`that` asks again what `when` or `where` has asked"),
    explanation: BilingualText(
      zh: "`when` 与 `where` 成立才看 `that`，在 `that` 里再问不起作用。",
      en: "`that` is looked at only where `when` and `where` are true, so it need not ask again."),
    breaking: """
      require:
        - { when: case.told == true, that: «case.told == true» && case.n > 0 }
      """,
    sound: """
      require:
        - { when: case.told == true, that: case.n > 0 }
      """)

  package static func run(on pack: LintPack, _ report: inout LintReport) {
    let places = ExpressionPlaces(pack)
    for rule in pack.rules {
      for check in rule.readings.flatMap(\.checks) {
        guard let that = places[check.that, rule] else { continue }
        let canonical = CanonicalText(that.tree)
        for source in [check.when, check.whereCondition] {
          guard let condition = places[source, rule] else { continue }
          let known = Set(condition.conjuncts.map { CanonicalText(condition.tree)($0) })
          for term in that.conjuncts where known.contains(canonical(term)) {
            report.add(
              that, at: term,
              BilingualText(
                zh: "`\(that.text(term))` 已经问过", en: "`\(that.text(term))` was asked already"),
              help: BilingualText(zh: "删去这里的。", en: "Take it out here."))
          }
        }
      }
    }
  }
}

/// A check whose `when` cannot be true where the rule applies.
package enum UnreachableCheck: LintCheck {
  package static let note = LintNote(
    "unreachable-check", .conditions, .warning,
    summary: BilingualText(
      zh: "检查永远不适用", en: "a check cannot apply where its rule does"),
    explanation: BilingualText(
      zh: "`when` 与 `applies` 不能同时成立，这一检查永远不会做。",
      en: "Its `when` and the rule's `applies` cannot both be true, so the check is never made."),
    breaking: """
      applies: case.mark == "a"
      require:
        - { when: '«case.mark == "b"»', that: case.n > 0 }
      """,
    sound: """
      applies: case.mark in ["a", "b"]
      require:
        - { when: 'case.mark == "b"', that: case.n > 0 }
      """)

  package static func run(on pack: LintPack, _ report: inout LintReport) {
    let places = ExpressionPlaces(pack)
    for rule in pack.rules {
      for reading in rule.readings {
        guard let applies = places[reading.applies, rule] else { continue }
        var around = TermConstraints()
        around.add(applies.conjuncts, of: applies)
        guard !around.isContradictory else { continue }
        for check in reading.checks {
          guard let when = places[check.when, rule] else { continue }
          var alone = TermConstraints()
          alone.add(when.conjuncts, of: when)
          var both = around
          both.add(when.conjuncts, of: when)
          guard both.isContradictory, !alone.isContradictory else { continue }
          report.add(
            when, at: when.tree.root,
            BilingualText(
              zh: "`applies` 成立时，这一条件不能成立",
              en: "this cannot be true where `applies` is"))
        }
      }
    }
  }
}

/// Two checks of a rule that ask the same.
package enum DuplicateCheck: LintCheck {
  package static let note = LintNote(
    "duplicate-check", .conditions, .warning,
    summary: BilingualText(zh: "两项检查要求相同", en: "two checks of a rule ask the same"),
    explanation: BilingualText(
      zh: "同一缺陷会报两次。合成一项，或写出它们的不同。",
      en: "One defect would be told twice. Make them one, or write what they differ in."),
    breaking: """
      require:
        - { id: a, that: case.n > 0 }
        - «{ id: b, that: case.n > 0 }»
      """,
    sound: """
      require:
        - { id: a, that: case.n > 0 }
        - { id: b, that: case.m > 0 }
      """)

  package static func run(on pack: LintPack, _ report: inout LintReport) {
    for rule in pack.rules {
      for reading in rule.readings {
        var seen: [String: CheckSource] = [:]
        for check in reading.checks {
          let text = RuleMeaning.text(of: check)
          guard let other = seen[text] else {
            seen[text] = check
            continue
          }
          report.add(
            rule.file, check.range, rule: rule.id,
            BilingualText(
              zh: "与检查 `\(other.id?.text ?? "")` 要求相同",
              en: "this asks the same as the check `\(other.id?.text ?? "")`"))
        }
      }
    }
  }
}
