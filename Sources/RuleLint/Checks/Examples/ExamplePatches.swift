import CaseRecords
import RuleCompiler
import SourceText
import YAML

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
