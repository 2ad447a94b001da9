import Findings
import RuleCompiler
import RuleLint
import SourceText
import TestSupport
import Testing

/// What checks tell of besides their example, and what they leave alone.
@Suite struct LintVariantTests {
  struct Variant: Sendable, CustomTestStringConvertible {
    var code: String
    var isTold: Bool
    /// Parts of a rule.
    var rule: String
    var testDescription: String { "\(code) \(isTold ? "tells" : "leaves") \(rule)" }

    static func told(_ code: String, _ rule: String) -> Self {
      Self(code: code, isTold: true, rule: rule)
    }
    static func left(_ code: String, _ rule: String) -> Self {
      Self(code: code, isTold: false, rule: rule)
    }
  }

  static let conditions: [Variant] = [
    .told("duplicate-term", "applies: case.n > 0 || case.m > 0 || 0 < case.n"),
    .told("duplicate-term", "applies: 'case.n != 1 && !(1 == case.n)'"),
    .left("duplicate-term", "applies: (case.n > 0 || case.m > 0) && (case.n > 0 || case.m > 1)"),
    .told("absorbed-term", "applies: case.told == true || case.n > 0 && case.told == true"),
    .left("absorbed-term", "applies: case.told == true || case.n > 0 && case.told == false"),
    .told("contradictory-terms", "applies: case.n == 3 && case.n > 5"),
    .told("contradictory-terms", "applies: case.n < 3 && case.m > 0 && case.n >= 3"),
    .told("contradictory-terms", "applies: 'case.mark == \"a\" && !(case.mark in [\"a\", \"b\"])'"),
    .told("contradictory-terms", "applies: case.mark in [\"a\"] && case.mark in [\"b\", \"c\"]"),
    .told("contradictory-terms", "applies: 'has(case.opt) && !has(case.opt)'"),
    .left("contradictory-terms", "applies: case.n >= 3 && case.n <= 3"),
    .left("contradictory-terms", "applies: case.n > 3 && case.n > 5"),
    .left("contradictory-terms", "applies: case.n > 5 || case.n < 3"),
    .left("contradictory-terms", "applies: case.n > 5 && case.m < 3"),
    .left("contradictory-terms", "applies: 'case.mark != \"a\" && case.mark != \"b\"'"),
    .left("contradictory-terms", "applies: items.exists(i, i.v > 5) && items.exists(i, i.v < 3)"),
    .left("double-negation", "applies: '!(has(case.opt) && !has(case.opt_on))'"),
    .left("negated-comparison", "applies: '!(case.mark in [\"a\", \"b\"])'"),
    .left("negated-comparison", "applies: '!(case.n < 5 && case.m < 5)'"),
    .told("needless-comparison", "applies: items.exists(i, i.v > 0) == true"),
    .told("needless-comparison", "applies: '(case.n > 1) != false'"),
    .left("needless-comparison", "applies: case.told != false"),
    .left("needless-comparison", "applies: case.sure == true"),
    .left("required-boolean-compared", "applies: case.told == true"),
    .left("swapped-comparison", "applies: params.threshold <= case.sum"),
    .told("swapped-comparison", "applies: null != case.opt"),
    .left("independent-quantifier", "applies: items.exists(i, items.exists(j, i.v < j.v))"),
    .left(
      "independent-quantifier", "applies: items.exists(i, i.v > 0) && items.exists(j, j.v > 1)"),
    .told("unused-element", "applies: items.all(i, true)"),
    .left("unused-element", "applies: items.exists(i, items.exists(j, i.v < j.v))"),
    .left("duplicate-in-list", "applies: case.n in [case.m, case.m]"),
    .left("single-element-list", "applies: case.n in [case.m]"),
    .told("single-element-list", "applies: '!(case.mark in [\"a\"])'"),
    .left("or-of-equals", "applies: case.mark == \"a\" || case.n == 1"),
    .left("or-of-equals", "applies: case.mark == \"a\" || case.mark == \"b\" || case.n > 1"),
    .left("or-of-equals", "applies: case.sum == 5 || case.sum == 6"),
    .left("or-of-equals", "applies: case.mark != \"a\" || case.mark != \"b\""),
    .told("negated-quantifier", "applies: '!items.all(i, !(i.v > 0))'"),
    .left("negated-quantifier", "applies: '!items.exists(i, i.v > 0)'"),
    .told("needless-conditional", "applies: 'case.n > 0 ? false : true'"),
    .left("needless-conditional", "applies: 'case.n > 0 ? case.m > 0 : true'"),
    .told("counted-filter", "applies: size(items.filter(i, i.v > 0)) == 0"),
    .told("counted-filter", "applies: size(items.filter(i, i.v > 0)) >= 1"),
    .left("counted-filter", "applies: size(items.filter(i, i.v > 0)) >= 2"),
    .left("counted-filter", "applies: size(items) > 0"),
    .told(
      "literal-threshold", "deadline: { from: case.day, within: workdays(3), act: case.later }"),
    .left("literal-threshold", "applies: case.sum > 0 && case.n > 5 && size(items) >= 2"),
    .left("literal-threshold", "applies: case.later > case.day + days(1)"),
    .left("compared-quotient", "applies: case.n / 3 > case.m"),
    .left("both-ways-absent", "applies: case.flag != true && case.told != false"),
    .left("needless-guard", "applies: has(case.opt) && case.opt != 1"),
    .left("needless-guard", "applies: has(case.opt) && case.opt == null"),
  ]

  static let checks: [Variant] = [
    .told(
      "repeats-applies",
      "applies: case.told == true\nrequire: [{ when: case.told == true, that: case.m > 0 }]"),
    .left(
      "repeats-applies",
      "applies: case.told == true\nrequire: [{ that: case.told == true || case.m > 0 }]"),
    .told(
      "repeats-when",
      "require:\n  - { each: items, as: i, where: i.v > 0, that: i.v > 0 && i.k != \"\" }"),
    .told(
      "unreachable-check",
      "applies: case.n > 5\nrequire: [{ when: case.n < 3, that: case.m > 0 }]"),
    .left(
      "unreachable-check",
      "applies: case.n > 5\nrequire: [{ when: case.n > 7, that: case.m > 0 }]"),
    .left(
      "duplicate-check",
      "require:\n  - { id: a, that: case.n > 0 }\n  - { id: b, when: case.m > 0, that: case.n > 0 }"
    ),
    .left("unused-let", "let: { big: case.n > 5, bigger: big && case.m > 5 }\napplies: bigger"),
    .left(
      "unused-let",
      "let: { shown: case.n + 1 }\nmessage: { zh: \"数目{shown}。\", en: \"Number {shown}.\" }"),
    .told("unused-let", "let: { big: case.n > 5, bigger: big && case.m > 5 }\napplies: big"),
    .told("unused-binding", "require: [{ each: items, as: i, at: k, that: i.v > 0 }]"),
    .left(
      "unused-binding",
      "require: [{ each: items, as: i, at: k, where: k > 0, that: i.v > 0 }]"),
    .left("missing-remedy", "severity: major\nremedy: { zh: 补正。, en: Put it right. }"),
    .told(
      "missing-remedy",
      "severity: fatal\nmessage: { zh: \"数目{case.n}。\", en: \"Number {case.n}.\" } # remedy:"),
    .told("fatal-signal", "severity: fatal\nkind: signal"),
    .left(
      "needless-override",
      "severity: minor\nrequire: [{ id: a, severity: major, that: case.m > 0 }]"),
    .told(
      "needless-override", "kind: signal\nrequire: [{ id: a, kind: signal, that: case.m > 0 }]"),
    .told(
      "outcome-without-example",
      """
      applies: case.m > 0
      examples:
        - { base: ordinary, outcome: satisfied }
        - { base: ordinary, outcome: violated, with: { case.n: 0 } }
        - { base: ordinary, outcome: undetermined, unrecorded: [case.n] }
      """),
    .told(
      "outcome-without-example",
      """
      deadline: { from: case.day, within: params.term, act: case.later }
      examples:
        - { base: ordinary, outcome: satisfied }
        - { base: ordinary, outcome: violated, with: { case.later: 2025-01-01 } }
        - { base: ordinary, outcome: undetermined, unrecorded: [case.later] }
      """),
    .left(
      "duplicate-example",
      """
      examples:
        - { base: ordinary, outcome: satisfied }
        - { base: ordinary, outcome: pending, as_of: 2024-01-02 }
        - { base: ordinary, outcome: pending, as_of: 2024-01-03 }
      """),
    .told("day-rule", "deadline: { from: case.day, within: days(2), act: case.later }"),
    .told("day-rule", "deadline: { from: case.day, within: workdays(5), act: case.later }"),
    .left("day-rule", "deadline: { from: case.day, within: days(5), act: case.later }"),
    .left("day-rule", "deadline: { from: case.day, within: months(2), act: case.later }"),
  ]

  static let texts: [Variant] = [
    .left("half-width-in-chinese", message(zh: "于10:30办理，数额3.50元，比例1:2。")),
    .told("half-width-in-chinese", message(zh: "数目{case.n}(不含)。")),
    .told("half-width-in-chinese", message(zh: "不合规定.")),
    .left("full-width-in-english", message(en: "The law says “以上（含）” of it.")),
    .told("full-width-in-english", message(en: "Not as asked（see the law）.")),
    .told("han-spacing", message(zh: "数目 {case.n}不够。")),
    .left(
      "han-spacing",
      message(zh: "按 GB 2760 检验。").replacing("按 ", with: "按").replacing(" 检", with: "检")),
    .told("stray-spaces", message(zh: "不合规定。 ")),
    .left("no-end-mark", message(en: "It says “no.”")),
    .left("no-end-mark", message(zh: "不合规定（见第三条）。")),
    .told("no-end-mark", message(zh: "数目是{case.n}")),
    .left("repeated-word", message(en: "It says that that is on on.")),
    .told("repeated-word", message(en: "The the number.")),
    .told("unbalanced-marks", message(zh: "见《样例法。")),
    .told("unbalanced-marks", message(zh: "不合规定（见第三条)。")),
    .left("unbalanced-marks", message(zh: "见《样例法（试行）》“第三条”。")),
    .left("lower-case-start", message(en: "{case.n} is too small.")),
    .told("text-in-one-language", message(zh: "Not as asked.")),
    .told("text-in-one-language", message(en: "不合规定")),
    .left("text-in-one-language", message(en: "The law says 以上.")),
    .left("alternative-in-wrong-language", message(zh: "数目{case.n|0}。", en: "Number {case.n|-}.")),
    .told(
      "alternative-in-wrong-language", message(zh: "数目{case.n|不明}。", en: "Number {case.n|不明}.")),
  ]

  private static func message(zh: String = "不合规定。", en: String = "It is not as asked.") -> String {
    // Both languages have the same placeholders.
    let hasPlaceholder = (zh + en).contains("{case.n")
    func with(_ text: String) -> String {
      hasPlaceholder && !text.contains("{case.n") ? "{case.n}" + text : text
    }
    return "message: { zh: \"\(with(zh))\", en: \"\(with(en))\" }"
  }

  @Test("conditions", arguments: conditions)
  func condition(variant: Variant) { expect(variant) }

  @Test("checks and examples", arguments: checks)
  func check(variant: Variant) { expect(variant) }

  @Test("texts", arguments: texts)
  func text(variant: Variant) { expect(variant) }

  private func expect(_ variant: Variant) {
    let folder = LintFolder(LintExample(in: LintExample.rulePath, variant.rule))
    let found = folder.lint().diagnostics.map(\.diagnostic)
    let errors = found.filter { $0.severity == .error }
    #expect(errors.isEmpty, "\(errors.map(\.message.en))")
    let codes = found.map(\.code)
    #expect(codes.contains(variant.code) == variant.isTold, "\(codes)")
  }

  // MARK: Other files

  private func codes(_ files: [String: String]) -> [String] {
    LintFolder(files).lint().diagnostics.map(\.diagnostic).filter { $0.severity != .info }
      .map(\.code)
  }

  @Test func `a number that rules read as days is a term`() {
    let parameter = """
      threshold:
        label: { zh: 日数, en: Days }
        type: integer
        order: []
        values:
          - { value: 3, source: 样例法第三条, cites: [ { instrument: sample-law, article: 第三条 } ], confidence: verified }

      """
    func rule(_ unit: String) -> String {
      LintFolder.files["sample/third/rule.yaml", default: ""]
        .replacing("params.term", with: "\(unit)(params.threshold)")
    }
    let other = LintFolder.files["sample/other/rule.yaml", default: ""]
      .replacing("case.sum >=", with: "case.m >=").replacing(
        "&& busy", with: "&& busy # params.term")
    for (unit, codes) in [("days", ["day-rule"]), ("workdays", [])] {
      #expect(
        self.codes([
          "parameters/threshold.yaml": parameter, "sample/third/rule.yaml": rule(unit),
          "sample/other/rule.yaml": other,
        ]) == codes)
    }
  }

  @Test func `a general value fills the gap between two special ones`() {
    let parameter = """
      threshold:
        label: { zh: 数额, en: Sum }
        type: money
        order: [sector, date]
        values:
          - { value: 1, source: 样例法第三条, cites: [ { instrument: sample-law, article: 第三条 } ], confidence: verified }
          - { sector: a, value: 2, until: 2021-12-31, source: 样例法第三条, cites: [ { instrument: sample-law, article: 第三条 } ], confidence: verified }
          - { sector: a, value: 3, from: 2023-01-01, source: 样例法第三条, cites: [ { instrument: sample-law, article: 第三条 } ], confidence: verified }

      """
    #expect(codes(["parameters/threshold.yaml": parameter]) == [])
    let without = parameter.split(separator: "\n").filter { !$0.contains("value: 1") }
      .joined(separator: "\n")
    #expect(codes(["parameters/threshold.yaml": without + "\n"]) == ["parameter-gap"])
  }

  @Test func `labels are texts too`() {
    let definitions = LintFolder.files["records/sample.definitions.yaml", default: ""]
    #expect(
      codes([
        "records/sample.definitions.yaml": definitions.replacing("zh: 忙", with: "zh: \"忙,乱\"")
      ]) == ["half-width-in-chinese"])
    #expect(
      codes(["records/sample.definitions.yaml": definitions.replacing("en: Busy", with: "en: busy")]
      )
        == [])
  }

  @Test func `a rule that does not compile uses what it uses all the same`() {
    let broken = LintFolder.files["sample/other/rule.yaml", default: ""]
      .replacing("has(case.opt)", with: "has(case.optt)")
    #expect(codes(["sample/other/rule.yaml": broken]) == ["cel-unknown-field"])
  }

  /// Files that editors and disks have damaged: lint says something or nothing, and lives.
  @Test func `damaged files are survived`() {
    var mutator = ByteMutator(seed: 7)
    let linter = Linter(settings: LintSettings(), day: LintFolder.day)
    let notes = LintChecks.notes.filter(\.breaking.isRule)
    for number in 0..<40 {
      let text = LintFolder(notes[number * 7 % notes.count].breaking)
      let bytes = mutator.mutate(Array(MarkedText(text.marked).text.utf8))
      let folder = LintFolder(["sample/test/rule.yaml": String(decoding: bytes, as: UTF8.self)])
      let loaded = folder.load()
      let errors = loaded.diagnostics.count { $0.diagnostic.severity == .error }
      let fixed = FixedFolder(loaded, by: linter)
      for change in fixed.changes {
        let again = LintFolder([change.after.path: change.after.text]).load()
        #expect(again.diagnostics.count { $0.diagnostic.severity == .error } <= errors)
      }
    }
  }
}
