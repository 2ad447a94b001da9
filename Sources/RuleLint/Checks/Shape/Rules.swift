import Findings
import RuleCompiler
import SourceText
import YAML

/// A grave violation without a word on what to do.
package enum MissingRemedy: LintCheck {
  package static let note = LintNote(
    "missing-remedy", .shape, .warning,
    summary: BilingualText(
      zh: "严重的问题没有写补救办法", en: "a grave check says nothing of how to put it right"),
    explanation: BilingualText(
      zh: "一票否决和严重的违反，要用 `remedy` 告诉承办人怎样改正。",
      en: "A fatal or major violation should tell in `remedy` what would put it right."),
    breaking: """
      severity: major
      require:
        - «{ id: one, that: case.n > 0 }»
        - { id: two, that: case.m > 0, remedy: { zh: 补正。, en: Put it right. } }
      """,
    sound: """
      severity: major
      require:
        - { id: one, that: case.n > 0, remedy: { zh: 补正。, en: Put it right. } }
        - { id: two, that: case.m > 0, remedy: { zh: 补正。, en: Put it right. } }
      """)

  package static func run(on pack: LintPack, _ report: inout LintReport) {
    for rule in pack.rules {
      for reading in rule.readings where reading.remedy == nil {
        for check in reading.checks where check.remedy == nil {
          guard (check.kind ?? reading.kind) == .violation,
            (check.severity ?? reading.severity) != .minor
          else { continue }
          report.add(
            rule.file, check.range, rule: rule.id,
            BilingualText(zh: "没有 `remedy`", en: "there is no `remedy`"))
        }
      }
    }
  }
}

/// A rule that says nothing of the choices it makes.
package enum MissingReading: LintCheck {
  package static let note = LintNote(
    "missing-reading", .shape, .info,
    summary: BilingualText(
      zh: "没有写 `reading`", en: "a rule says nothing of how it reads the law"),
    explanation: BilingualText(
      zh: "条文留下的选择由谁、怎样作出，写在 `reading` 里；条文没有留下选择的可以不写。",
      en:
        "A `reading` says the choices that the words of the law leave open, and whose they are. A rule "
        + "that makes none needs none."),
    breaking: "id: «sample.test.rule»",
    sound: """
      id: sample.test.rule
      reading: The number is that of the file.
      """)

  package static func run(on pack: LintPack, _ report: inout LintReport) {
    for rule in pack.rules where rule.readings.allSatisfy({ $0.reading == nil }) {
      report.add(
        rule.file, rule.source.id.range, rule: rule.id,
        BilingualText(zh: "没有 `reading`", en: "there is no `reading`"))
    }
  }
}

/// A signal of the gravest severity.
package enum FatalSignal: LintCheck {
  package static let note = LintNote(
    "fatal-signal", .shape, .warning,
    summary: BilingualText(
      zh: "线索标为一票否决", en: "a signal has the severity of a veto"),
    explanation: BilingualText(
      zh: "`signal` 只提示再看一看，不算违反；标 `fatal` 互相矛盾。",
      en: "A signal is a reason to look and no violation; `fatal` contradicts it."),
    breaking: """
      severity: minor
      require:
        - { id: one, that: case.n > 0 }
        - { id: two, kind: signal, severity: «fatal», that: case.m > 0 }
      """,
    sound: """
      severity: minor
      require:
        - { id: one, that: case.n > 0 }
        - { id: two, kind: signal, severity: major, that: case.m > 0 }
      """)

  package static func run(on pack: LintPack, _ report: inout LintReport) {
    for rule in pack.rules {
      for node in [rule.node] + (rule.node["require"]?.sequence ?? []) {
        let kind = node["kind"] ?? rule.node["kind"]
        guard kind?.scalar?.text == "signal", let severity = node["severity"],
          severity.scalar?.text == RuleSeverity.fatal.rawValue
        else { continue }
        report.add(
          rule.file, severity.range, rule: rule.id,
          BilingualText(zh: "线索不能一票否决", en: "a signal is no veto"))
      }
    }
  }
}

/// Two rules that ask the same.
package enum NearDuplicateRule: LintCheck {
  package static let note = LintNote(
    "near-duplicate-rule", .shape, .warning,
    summary: BilingualText(
      zh: "两条规则的条件相同", en: "two rules ask the same of the same records"),
    explanation: BilingualText(
      zh: "去掉写法的不同，两条规则的 `applies` 和检查完全一样，同一缺陷会报两次。",
      en:
        "But for how they are written, `applies` and the checks of the two are the same, so that one "
        + "defect is told twice."),
    breaking: """
      id: «sample.test.rule»
      applies: params.threshold <= case.sum && busy
      require:
        - { that: has(case.opt) }
      """,
    sound: """
      id: sample.test.rule
      applies: case.sum >= params.threshold && busy
      require:
        - { that: has(case.opt_on) }
      """)

  package static func run(on pack: LintPack, _ report: inout LintReport) {
    var owners: [String: String] = [:]
    for rule in pack.rules.sorted(by: { $0.id < $1.id }) {
      let texts = Set(
        rule.readings.filter { !$0.checks.isEmpty }.map {
          "\(rule.source.recordKind) \(RuleMeaning.text(of: $0))"
        })
      let other = texts.compactMap { owners[$0] }.min()
      if let other {
        report.add(
          rule.file, rule.source.id.range, rule: rule.id,
          BilingualText(zh: "与 `\(other)` 的条件相同", en: "`\(other)` asks the same"))
      }
      for text in texts where owners[text] == nil { owners[text] = rule.id }
    }
  }
}

/// A definition or parameter that reports cannot name.
package enum DefinitionWithoutLabel: LintCheck {
  package static let note = LintNote(
    "definition-without-label", .shape, .warning,
    summary: BilingualText(
      zh: "定义或参数没有名称", en: "a definition or parameter has no label"),
    explanation: BilingualText(
      zh: "报告和 `explain` 用 `label` 称呼它，两种语言都要有。",
      en: "Reports and `explain` call it by its `label`, in both languages."),
    breaking: LintExample(
      in: "records/sample.definitions.yaml",
      """
      define:
        «busy»: { type: boolean, is: case.n > 0, meaning: As said. }
      """),
    sound: LintExample(
      in: "records/sample.definitions.yaml",
      """
      define:
        busy: { label: { zh: 忙, en: Busy }, type: boolean, is: case.n > 0, meaning: As said. }
      """))

  package static func run(on pack: LintPack, _ report: inout LintReport) {
    let message = BilingualText(zh: "没有 `label`", en: "there is no `label`")
    for definition in pack.loaded.source.kinds.flatMap(\.definitions)
    where definition.label == nil {
      report.add(pack.file(definition.file), definition.name.range, rule: nil, message)
    }
    for parameter in pack.loaded.source.parameters where parameter.label == nil {
      report.add(pack.file(parameter.file), parameter.name.range, rule: nil, message)
    }
  }
}
