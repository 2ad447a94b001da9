import Findings
import RuleCompiler
import RuleLint
import SourceText
import TestSupport
import Testing

/// What a fix does to the text around it: nothing.
@Suite struct FixTests {
  struct Trial: Sendable, CustomTestStringConvertible {
    var name: String
    /// Parts of a rule.
    var before: String
    /// `nil` where it stays as it is.
    var after: String?
    var testDescription: String { name }

    init(_ name: String, _ before: String, _ after: String?) {
      self.name = name
      self.before = before
      self.after = after
    }
  }

  static let trials = [
    Trial(
      "a plain scalar is quoted where it must be",
      "applies: has(case.opt) == false # 注释", "applies: '!has(case.opt)' # 注释"),
    Trial(
      "in a flow mapping too",
      "require: [{ that: case.mark == \"a\" || case.mark == \"b\", absent: violated }]",
      "require: [{ that: 'case.mark in [\"a\", \"b\"]', absent: violated }]"),
    Trial(
      "double quotes are escaped in double quotes",
      "applies: \"case.mark == \\\"a\\\" || case.mark == \\\"汉\\\"\"",
      "applies: \"case.mark in [\\\"a\\\", \\\"汉\\\"]\""),
    Trial(
      "single quotes are doubled in single quotes",
      "applies: 'case.mark == ''a'' || case.mark == ''b'''",
      "applies: 'case.mark in [''a'', ''b'']'"),
    Trial(
      "the lines of a block stay",
      "applies: |-\n  5 < case.n &&\n  case.told == true\n",
      "applies: |-\n  case.n > 5 &&\n  case.told == true\n"),
    Trial("a folded scalar stays", "applies: >-\n  5 < case.n\n", nil),
    Trial(
      "several in one expression",
      "applies: 5 < case.n && items.size() > 0 && 6 < case.m",
      "applies: case.n > 5 && size(items) > 0 && case.m > 6"),
    Trial(
      "one inside of another",
      "applies: '!(5 < items.size())'", "applies: 'size(items) <= 5'"),
    Trial(
      "brackets stay where they are needed",
      "applies: '!(case.n < 5 || case.m < 5) && (case.mark == \"a\" || case.mark == \"b\")'",
      "applies: '!(case.n < 5 || case.m < 5) && (case.mark in [\"a\", \"b\"])'"),
    Trial(
      "an operand that binds loosely gets brackets",
      "applies: '(case.n > 1 || case.m > 1) == (has(case.opt) == false)'",
      "applies: '(case.n > 1 || case.m > 1) == (!has(case.opt))'"),
    Trial(
      "a block of `let` loses a line and no comment",
      """
      let:
        # 门槛
        limit: params.threshold
        spare: case.n + 1 # 备用
        # 后面
      require:
        - { that: case.sum >= limit }
      """,
      """
      let:
        # 门槛
        limit: params.threshold
        # 后面
      require:
        - { that: case.sum >= limit }
      """),
    Trial(
      "the only `let` goes with its key",
      "let: { spare: case.n + 1 }\nrequire:\n  - { that: case.m > 0 }",
      "require:\n  - { that: case.m > 0 }"),
    Trial(
      "punctuation beside placeholders",
      "message: { zh: \"数目{case.n},应当 补正\", en: \"the the number {case.n}  is wrong\" }",
      "message: { zh: \"数目{case.n}，应当补正。\", en: \"The number {case.n} is wrong.\" }"),
  ]

  @Test("leaves everything else as it is", arguments: trials)
  func trial(trial: Trial) {
    let folder = LintFolder(LintExample(in: LintExample.rulePath, trial.before))
    let wanted = LintFolder(LintExample(in: LintExample.rulePath, trial.after ?? trial.before))
    let linter = Linter(settings: LintSettings(), day: LintFolder.day)
    let errors = folder.load().diagnostics.filter { $0.diagnostic.severity == .error }
    #expect(errors.isEmpty, "\(errors.map(\.diagnostic.message.en))")
    let fixed = FixedFolder(folder.load(), by: linter)
    #expect((fixed.changes.first?.after.text ?? folder.marked) == wanted.marked)
    #expect(fixed.changes.isEmpty == (trial.after == nil))
    #expect(FixedFolder(wanted.load(), by: linter).changes.isEmpty)
  }

  @Test func `several files at once`() {
    let folder = LintFolder([
      "sample/one/rule.yaml": LintFolder.files["sample/other/rule.yaml", default: ""]
        .replacing("sample.other", with: "sample.one").replacing("另一规则", with: "一  规则")
        .replacing("The other", with: "One").replacing("case.opt)", with: "case.opt_on)")
        .replacing("{ case.opt: 1 }", with: "{ case.opt_on: 2024-01-02 }"),
      "sample/two/rule.yaml": LintFolder.files["sample/third/rule.yaml", default: ""]
        .replacing("sample.third", with: "sample.two").replacing("第三规则", with: "第二规则。")
        .replacing("The third", with: "The second").replacing(
          "applies: busy && known", with: "applies: known"),
    ])
    let linter = Linter(settings: LintSettings(), day: LintFolder.day)
    let fixed = FixedFolder(folder.load(), by: linter)
    #expect(fixed.changes.map(\.after.path) == ["sample/one/rule.yaml", "sample/two/rule.yaml"])
    #expect(fixed.count == 2)
    #expect(fixed.changes.first?.after.text.contains("zh: 一规则,") == true)
    #expect(fixed.changes.last?.after.text.contains("zh: 第二规则,") == true)
  }
}
