import Findings
import RuleCompiler
import SourceText
import YAML

/// A rule with hardly any example.
package enum TooFewExamples: LintCheck {
  package static let least = 3

  package static let note = LintNote(
    "too-few-examples", .examples, .warning,
    summary: BilingualText(zh: "示例太少", en: "a rule has fewer than three examples"),
    explanation: BilingualText(
      zh: "示例是规则的测试：至少一个满足、一个违反，和一个无法判断或不适用。",
      en:
        "The examples are the tests of a rule: at least one that is satisfied, one that is violated, "
        + "and one that is undetermined or does not apply."),
    breaking: """
      id: «sample.test.rule»
      examples:
        - { base: ordinary, outcome: satisfied }
        - { base: ordinary, outcome: violated, with: { case.n: 0 } }
      """,
    sound: """
      id: sample.test.rule
      examples:
        - { base: ordinary, outcome: satisfied }
        - { base: ordinary, outcome: violated, with: { case.n: 0 } }
        - { base: ordinary, outcome: undetermined, unrecorded: [case.n] }
      """)

  package static func run(on pack: LintPack, _ report: inout LintReport) {
    for rule in pack.rules where rule.source.examples.count < least {
      let count = rule.source.examples.count
      report.add(
        rule.file, rule.source.id.range, rule: rule.id,
        BilingualText(
          zh: "只有 \(count) 个示例",
          en: "there \(count == 1 ? "is 1 example" : "are \(count) examples")"))
    }
  }
}

/// An outcome that a rule can come to, and no example shows.
package enum OutcomeWithoutExample: LintCheck {
  package static let note = LintNote(
    "outcome-without-example", .examples, .warning,
    summary: BilingualText(zh: "有的结果没有示例", en: "an outcome has no example"),
    explanation: BilingualText(
      zh: "满足、违反各要有示例；有 `applies` 的要有不适用的；只问期限的要有期限未到的。",
      en:
        "A rule shows what satisfies and what violates it, with `applies` also what it does not apply "
        + "to, and where it asks for nothing but a term also what is pending."),
    breaking: """
      id: «sample.test.rule»
      examples:
        - { base: ordinary, outcome: satisfied }
        - { base: ordinary, outcome: satisfied, with: { case.n: 3 } }
        - { base: ordinary, outcome: undetermined, unrecorded: [case.n] }
      """,
    sound: """
      id: sample.test.rule
      examples:
        - { base: ordinary, outcome: satisfied }
        - { base: ordinary, outcome: violated, with: { case.n: 0 } }
        - { base: ordinary, outcome: undetermined, unrecorded: [case.n] }
      """)

  package static func run(on pack: LintPack, _ report: inout LintReport) {
    for rule in pack.rules where !rule.source.checks.isEmpty || !rule.source.versions.isEmpty {
      let outcomes = Set(rule.source.examples.map(\.outcome))
      guard rule.source.examples.count >= TooFewExamples.least else { continue }
      var wanted: [Outcome] = [.satisfied, .violated]
      if rule.readings.contains(where: { $0.applies != nil }) { wanted.append(.notApplicable) }
      if rule.readings.contains(where: hasTerm) { wanted.append(.pending) }
      let missing = wanted.filter { !outcomes.contains($0) }.map(\.rawValue)
      guard !missing.isEmpty else { continue }
      let names = missing.map { "`\($0)`" }
      report.add(
        rule.file, rule.source.id.range, rule: rule.id,
        BilingualText(
          zh: "没有示例的结果：\(names.joined(separator: "、"))",
          en: "no example is \(names.joined(separator: " or "))"))
    }
  }
}

extension OutcomeWithoutExample {
  /// True where a rule asks for nothing but acts within their terms, and does not look away where there
  /// is no act yet.
  fileprivate static func hasTerm(_ rule: RuleSource) -> Bool {
    let checks = rule.checks.filter { ($0.kind ?? rule.kind) == .violation }
    return !checks.isEmpty
      && checks.allSatisfy { check in
        guard let deadline = check.deadline, case .within = deadline.term else { return false }
        let guardText = "has(\(deadline.act.text))"
        return ![check.when, check.whereCondition, rule.applies].contains {
          $0?.text.contains(guardText) ?? false
        }
      }
  }
}

/// A rule of which no example forgets a fact.
package enum NoUndeterminedExample: LintCheck {
  package static let note = LintNote(
    "no-undetermined-example", .examples, .warning,
    summary: BilingualText(zh: "没有“无法判断”的示例", en: "no example is undetermined"),
    explanation: BilingualText(
      zh: "事实没有摘录时规则不应猜测；用 `unrecorded:` 去掉一个事实，写明结果是无法判断。",
      en:
        "A rule must not guess what nobody recorded. Forget a fact with `unrecorded:` and say that the "
        + "outcome is undetermined."),
    breaking: """
      id: «sample.test.rule»
      examples:
        - { base: ordinary, outcome: satisfied }
        - { base: ordinary, outcome: violated, with: { case.n: 0 } }
        - { base: ordinary, outcome: violated, with: { case.n: -1 } }
      """,
    sound: """
      id: sample.test.rule
      examples:
        - { base: ordinary, outcome: satisfied }
        - { base: ordinary, outcome: violated, with: { case.n: 0 } }
        - { base: ordinary, outcome: undetermined, unrecorded: [case.n] }
      """)

  package static func run(on pack: LintPack, _ report: inout LintReport) {
    for rule in pack.rules
    where rule.source.examples.count >= TooFewExamples.least
      && !rule.source.examples.contains(where: { $0.outcome == .undetermined })
    {
      report.add(
        rule.file, rule.source.id.range, rule: rule.id,
        BilingualText(zh: "没有无法判断的示例", en: "no example is undetermined"))
    }
  }
}

/// A check of several that no example shows to fail.
package enum CheckWithoutExample: LintCheck {
  package static let note = LintNote(
    "check-without-example", .examples, .info,
    summary: BilingualText(
      zh: "有的检查没有违反的示例", en: "no example names a check as violated"),
    explanation: BilingualText(
      zh: "规则有几项检查时，每项都应有一个用 `check:` 指明它的违反示例；否则一项写错了看不出来。",
      en:
        "Where a rule has several checks, each should have a violated example that names it with "
        + "`check:`; else a slip in one of them does not show."),
    breaking: """
      require:
        - { id: one, that: case.n > 0 }
        - { id: «two», that: case.m > 0 }
      examples:
        - { base: ordinary, outcome: satisfied }
        - { base: ordinary, outcome: violated, check: one, with: { case.n: 0 } }
        - { base: ordinary, outcome: undetermined, unrecorded: [case.n] }
      """,
    sound: """
      require:
        - { id: one, that: case.n > 0 }
        - { id: two, that: case.m > 0 }
      examples:
        - { base: ordinary, outcome: satisfied }
        - { base: ordinary, outcome: violated, check: one, with: { case.n: 0 } }
        - { base: ordinary, outcome: violated, check: two, with: { case.m: 0 } }
        - { base: ordinary, outcome: undetermined, unrecorded: [case.n] }
      """)

  package static func run(on pack: LintPack, _ report: inout LintReport) {
    for rule in pack.rules {
      let shown = Set(
        rule.source.examples.filter { $0.outcome == .violated }.flatMap(\.checks).map(\.text))
      // A rule that names no check in its examples leaves it to them as a whole.
      guard !shown.isEmpty else { continue }
      for reading in rule.readings where reading.checks.count > 1 {
        for check in reading.checks where (check.kind ?? reading.kind) == .violation {
          guard let id = check.id, !shown.contains(id.text) else { continue }
          report.add(
            rule.file, id.range, rule: rule.id,
            BilingualText(
              zh: "没有违反 `\(id.text)` 的示例", en: "no example shows `\(id.text)` violated"))
        }
      }
    }
  }
}
