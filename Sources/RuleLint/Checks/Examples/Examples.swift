import CaseRecords
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

/// The same example twice.
package enum DuplicateExample: LintCheck {
  package static let note = LintNote(
    "duplicate-example", .examples, .warning, hasFix: true,
    summary: BilingualText(zh: "两个示例相同", en: "an example is there twice"),
    explanation: BilingualText(
      zh: "基础记录、改动和结果都相同；多半是抄了一行忘了改。修复时删去没有说明的后一个。",
      en:
        "Base, patch and outcome are the same; probably a line was copied and not changed. The fix takes "
        + "the second out where it has no note."),
    breaking: """
      examples:
        - { base: ordinary, outcome: satisfied }
        - { base: ordinary, outcome: violated, with: { case.n: 0 } }
        - { base: ordinary, outcome: undetermined, unrecorded: [case.n] }
        - «{ base: ordinary, outcome: violated, with: { case.n: 0 } }»
      """,
    sound: """
      examples:
        - { base: ordinary, outcome: satisfied }
        - { base: ordinary, outcome: violated, with: { case.n: 0 } }
        - { base: ordinary, outcome: undetermined, unrecorded: [case.n] }
      """)

  package static func run(on pack: LintPack, _ report: inout LintReport) {
    for rule in pack.rules {
      guard let list = rule.node["examples"], let nodes = list.sequence else { continue }
      var seen: Set<String> = []
      for (place, node) in nodes.enumerated() {
        let text = ExamplePatch.text(of: node, without: ["note"])
        guard !seen.insert(text).inserted else { continue }
        report.add(
          rule.file, node.range, rule: rule.id,
          BilingualText(zh: "前面已有同样的示例", en: "the same example stands above"),
          fix: node["note"] == nil
            ? NodeRemoval(file: rule.file).removing(place, from: list) : nil)
      }
    }
  }
}

/// The same patch with two outcomes.
package enum ContradictoryExamples: LintCheck {
  package static let note = LintNote(
    "contradictory-examples", .examples, .warning,
    summary: BilingualText(
      zh: "同样的案卷，两个示例的结果不同",
      en: "two examples ask for different outcomes of the same record"),
    explanation: BilingualText(
      zh: "基础记录和改动都相同，结果却不同，其中必有一个不会通过。",
      en: "Base and patch are the same and the outcomes are not, so that one of them must fail."),
    breaking: """
      examples:
        - { base: ordinary, outcome: satisfied }
        - { base: ordinary, outcome: violated, with: { case.n: 0 } }
        - { base: ordinary, outcome: undetermined, unrecorded: [case.n] }
        - «{ base: ordinary, outcome: pending, with: { case.n: 0 } }»
      """,
    sound: """
      examples:
        - { base: ordinary, outcome: satisfied }
        - { base: ordinary, outcome: violated, with: { case.n: 0 } }
        - { base: ordinary, outcome: undetermined, unrecorded: [case.n] }
      """)

  package static func run(on pack: LintPack, _ report: inout LintReport) {
    for rule in pack.rules {
      var outcomes: [String: String] = [:]
      for node in rule.node["examples"]?.sequence ?? [] {
        let text = ExamplePatch.text(of: node, without: ["note", "outcome", "check"])
        let outcome = node["outcome"]?.scalar?.text ?? ""
        if let other = outcomes[text], other != outcome {
          report.add(
            rule.file, node.range, rule: rule.id,
            BilingualText(
              zh: "同样的案卷，前面的示例说是 `\(other)`",
              en: "an example above says `\(other)` of the same record"))
        }
        outcomes[text] = outcome
      }
    }
  }
}

/// A patch that sets what the base holds anyway.
package enum PatchWithoutEffect: LintCheck {
  package static let note = LintNote(
    "patch-without-effect", .examples, .info,
    summary: BilingualText(
      zh: "示例设的值与基础记录相同", en: "an example sets what its base holds anyway"),
    explanation: BilingualText(
      zh: "示例应当是说明问题的最短改动；基础记录里已是这个值，不必再写。",
      en: "An example is the shortest patch that shows its point; the base holds the value already."
    ),
    breaking: """
      examples:
        - { base: ordinary, outcome: satisfied, with: { «case.n»: 1 } }
        - { base: ordinary, outcome: violated, with: { case.n: 0 } }
        - { base: ordinary, outcome: undetermined, unrecorded: [case.n] }
      """,
    sound: """
      examples:
        - { base: ordinary, outcome: satisfied }
        - { base: ordinary, outcome: violated, with: { case.n: 0 } }
        - { base: ordinary, outcome: undetermined, unrecorded: [case.n] }
      """)

  package static func run(on pack: LintPack, _ report: inout LintReport) {
    let bases = Dictionary(
      pack.loaded.source.kinds.flatMap { kind in
        kind.bases.map { ("\(kind.name)/\($0.name)", $0.record) }
      }, uniquingKeysWith: { first, _ in first })
    for rule in pack.rules {
      for example in rule.source.examples where example.without.isEmpty {
        guard let record = bases["\(rule.source.recordKind)/\(example.base.text)"] else { continue }
        for setting in example.with {
          guard let given = setting.value.scalar?.text,
            let held = record.value(at: setting.path.steps[...])?.scalar?.text, given == held
          else { continue }
          report.add(
            rule.file, setting.pathRange, rule: rule.id,
            BilingualText(
              zh: "`\(example.base.text)` 里 `\(setting.path)` 已是 `\(given)`",
              en: "`\(setting.path)` is `\(given)` in `\(example.base.text)` already"))
        }
      }
    }
  }
}

/// A day of the review that decides nothing.
package enum DayWithoutEffect: LintCheck {
  package static let note = LintNote(
    "day-without-effect", .examples, .info,
    summary: BilingualText(
      zh: "示例写了 `as_of`，规则却不看日期",
      en: "an example names a day of the review that its rule does not look at"),
    explanation: BilingualText(
      zh: "规则没有期限，也没有读 `as_of`，评查日期不影响结果。",
      en:
        "The rule has no deadline and does not read `as_of`, so that the day of the review decides "
        + "nothing."),
    breaking: """
      examples:
        - { base: ordinary, outcome: satisfied }
        - { base: ordinary, outcome: violated, with: { case.n: 0 }, «as_of»: 2024-05-01 }
        - { base: ordinary, outcome: undetermined, unrecorded: [case.n] }
      """,
    sound: """
      examples:
        - { base: ordinary, outcome: satisfied }
        - { base: ordinary, outcome: violated, with: { case.n: 0 } }
        - { base: ordinary, outcome: undetermined, unrecorded: [case.n] }
      """)

  package static func run(on pack: LintPack, _ report: inout LintReport) {
    // A definition that reads the day, and whatever is called after it, reads the day too.
    let dated = Set(
      pack.loaded.source.kinds.flatMap(\.definitions)
        .filter { $0.expression.text.contains("as_of") }.map(\.name.text))
    let readers = Set(
      pack.expressions.filter { expression in
        let names = expression.calledNames
        return names.contains("as_of") || names.contains("terms") || !names.isDisjoint(with: dated)
      }.compactMap(\.rule))
    for rule in pack.rules where !readers.contains(rule.id) {
      guard !rule.readings.contains(where: { $0.checks.contains { $0.deadline != nil } }),
        !rule.source.isRetroactiveWhereLenient
      else { continue }
      for node in rule.node["examples"]?.sequence ?? [] {
        guard let pair = node.mapping?.first(where: { $0.key.text == "as_of" }) else { continue }
        report.add(
          rule.file, pair.keyRange, rule: rule.id,
          BilingualText(
            zh: "规则不看评查日期", en: "the rule does not look at the day of the review"))
      }
    }
  }
}

/// An example as one text, whatever the style and the order of its keys.
enum ExamplePatch {
  static func text(of node: Node, without keys: Set<String>) -> String {
    switch node.content {
    case .scalar(let scalar): return "\"\(scalar.text)\""
    case .sequence(let nodes):
      return "[" + nodes.map { text(of: $0, without: []) }.joined(separator: ",") + "]"
    case .mapping(let pairs):
      return "{"
        + pairs.filter { !keys.contains($0.key.text) }
        .map { "\($0.key.text):\(text(of: $0.value, without: []))" }.sorted()
        .joined(separator: ",") + "}"
    }
  }
}

extension Node {
  /// The value at a path of a record; one that tells its document is taken for its value.
  fileprivate func value(at steps: ArraySlice<FactPath.Step>) -> Node? {
    guard let step = steps.first else { return mapping == nil ? self : self["value"] ?? self }
    switch step {
    case .name(let name): return self[name]?.value(at: steps.dropFirst())
    case .index(let number):
      guard let nodes = sequence, nodes.indices.contains(number) else { return nil }
      return nodes[number].value(at: steps.dropFirst())
    }
  }
}
