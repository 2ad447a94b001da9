import Findings
import RuleCompiler
import SourceText
import TestSupport
import Testing

/// What cannot be right in a score sheet is refused when the rules are loaded, each with a place and
/// a way out.
@Suite struct StandardRefusalTests {
  private static let rule = """
    id: penalty.test.rule
    aliases: [penalty.test.old]
    title: { zh: 测试, en: Test }
    cites: [{ instrument: apl-2021, article: 第十条 }]
    effective: { basis: case.day, from: 2021-07-15 }
    severity: minor
    require:
      - { id: told, that: case.told == true }
      - { id: many, that: case.n > 1 }
    message: { zh: 不合规定。, en: Not as the law has it. }
    """

  private static let other = """
    id: penalty.test.other
    title: { zh: 测试, en: Test }
    cites: [{ instrument: apl-2021, article: 第十条 }]
    effective: { basis: case.day, from: 2021-07-15 }
    severity: minor
    require: [{ that: case.n > 1 }]
    message: { zh: 不合规定。, en: Not as the law has it. }
    """

  private static let heading: [(key: String, value: String)] = [
    ("id", "sheet"), ("kind", "penalty"), ("name", "{ zh: 表, en: Sheet }"),
    ("confidence", "constructed"), ("base", "100"),
  ]

  private static let item =
    "items: [{ id: a, zh: 甲, en: A, points: 8, deduct: [{ zh: 甲, en: A, points: 2, fed_by: [penalty.test.rule] }] }]"

  /// A sheet that is right but for `body`.
  private static func sheet(
    _ name: String, _ body: String, _ codes: [String], others: [String: String] = [:]
  ) -> Refusal {
    let lines = body.split(separator: "\n")
    let heading = heading.filter { entry in
      !lines.contains { $0.hasPrefix("\(entry.key):") || $0.hasPrefix("«\(entry.key)»:") }
    }.map { "\($0.key): \($0.value)\n" }.joined()
    var refusal = Refusal(name, in: "standards/sheet.yaml", heading + body)
    refusal.codes = codes
    refusal.others = others.merging(
      ["penalty/test/rule.yaml": rule, "penalty/test/other.yaml": other]
    ) { given, _ in given }
    return refusal
  }

  static let all: [Refusal] = [
    sheet("a key that no sheet has", "«scal»: 100", ["unknown-key"]),
    sheet("a confidence that is none", "confidence: «primary»", ["unknown-value"]),
    sheet("another name than the file's", "id: «sheets»", ["standard-id-not-at-path"]),
    sheet("an unknown record kind", "kind: «penalties»", ["unknown-record-kind"]),
    sheet("a name in one language", "name: «{ zh: 表 }»", ["language-missing"]),
    sheet("points that are words", "base: «all»", ["bad-points"]),
    sheet("points below zero", "base: «-5»", ["bad-points"]),
    sheet("points to three decimals", "base: «1.125»", ["bad-points"]),
    sheet("items that count for nothing", "«items»: \(item.dropFirst(7))", ["items-without-scale"]),
    sheet("a scale of nothing", "«scale»: 50", ["scale-without-items"]),
    sheet(
      "grades from the worst up",
      "grades: [{ id: pass, zh: 中, en: Pass, min: 60 }, { id: good, zh: 上, en: Good, min: «80» }, { id: fail, zh: 下, en: Fail, min: 0 }]",
      ["grades-not-falling"]),
    sheet(
      "a total without a grade", "«grades»: [{ id: pass, zh: 中, en: Pass, min: 60 }]",
      ["grades-end-above-zero"]),
    sheet(
      "a grade for vetoes that is none",
      "veto_grade: «failed»\ngrades: [{ id: fail, zh: 下, en: Fail, min: 0 }]", ["unknown-value"]),
    sheet(
      "an entry that nothing feeds", "veto: [«{ id: v, zh: 甲, en: A }»]", ["not-fed"]),
    sheet(
      "an id twice",
      "veto:\n  - { id: v, zh: 甲, en: A, fed_by: [] }\n  - { id: «v», zh: 乙, en: B, fed_by: [] }",
      ["standard-entry-twice"]),
    sheet(
      "a rule that is not there, nearly",
      "veto: [{ id: v, zh: 甲, en: A, fed_by: [«penalty.test.rul»] }]",
      ["unknown-rule"]),
    sheet(
      "a rule that is not there at all",
      "veto: [{ id: v, zh: 甲, en: A, fed_by: [«penalty.service.late»] }]", ["unknown-rule"]),
    sheet(
      "a rule without its family", "veto: [{ id: v, zh: 甲, en: A, fed_by: [«other»] }]",
      ["unknown-rule"]),
    sheet(
      "a check that is not there",
      "veto: [{ id: v, zh: 甲, en: A, fed_by: [«'penalty.test.rule#tolled'»] }]",
      ["unknown-check"]),
    sheet(
      "a check of a rule with one",
      "veto: [{ id: v, zh: 甲, en: A, fed_by: [«penalty.test.other#told»] }]", ["unknown-check"]),
    sheet(
      "a field that is not there",
      "veto: [{ id: v, zh: 甲, en: A, fed_by: [], feeds: [«case.tld»] }]", ["unknown-field"]),
    sheet(
      "a field with an index",
      "veto: [{ id: v, zh: 甲, en: A, fed_by: [], feeds: [case.told, items.v, «items.x»] }]",
      ["unknown-field"]),
    sheet(
      "an item without lines", "scale: 100\nitems: [«{ id: a, zh: 甲, en: A, points: 8 }»]",
      ["missing-key"]),
    sheet(
      "rules outside of the lines",
      "scale: 100\nitems: [{ id: a, zh: 甲, en: A, points: 8, «fed_by»: [penalty.test.rule], "
        + "deduct: [{ zh: 甲, en: A, points: 2, fed_by: [] }] }]",
      ["fed-without-line"]),
    sheet(
      "lines of what a person judges",
      "scale: 100\nitems: [{ id: a, zh: 甲, en: A, points: 8, judgement: true, "
        + "«deduct»: [{ zh: 甲, en: A, points: 2, fed_by: [] }] }]",
      ["judged-lines"]),
    sheet(
      "a line over its item",
      "scale: 100\nitems: [{ id: a, zh: 甲, en: A, points: 8, "
        + "deduct: [{ zh: 甲, en: A, points: «9», fed_by: [] }] }]",
      ["line-over-item"]),
    sheet(
      "a range downwards",
      "deductions: [{ id: d, zh: 甲, en: A, points: «[3, 1]», fed_by: [] }]", ["bad-points"]),
    sheet(
      "how often a line costs",
      "deductions: [{ id: d, zh: 甲, en: A, points: 3, per: «findings», fed_by: [] }]",
      ["unknown-value"]),
    sheet("a condition that is none", "applies: «case.n + 1»", ["cel-type"]),
    sheet("a condition on nothing", "applies: «cas».n > 1", ["cel-unknown-name"]),
    sheet(
      "two defaults", "id: «sheet»\ndefault: true", ["two-default-standards"],
      others: [
        "standards/first.yaml": "id: first\nkind: penalty\nname: { zh: 一, en: One }\n"
          + "confidence: constructed\nbase: 100\ndefault: true\n"
      ]),
  ]

  @Test("says what is wrong, where, and what to do", arguments: all)
  func refusal(refusal: Refusal) {
    let found = refusal.diagnostics()
    #expect(found.map(\.diagnostic.code) == refusal.codes, "\(found.map(\.diagnostic.message.en))")
    #expect(found.allSatisfy { $0.file == refusal.path }, "\(found.map(\.file))")
    let marked = MarkedText.marking(
      MarkedText(refusal.text).text, found.map(\.diagnostic.range))
    #expect(marked == refusal.text)
    for diagnostic in found.map(\.diagnostic) {
      expectWellWritten(diagnostic)
      #expect(diagnostic.help != nil, "\(diagnostic.code)")
    }
  }

  @Test("what people read", arguments: [Language.zh, .en])
  func goldens(language: Language) {
    expectGolden(
      Refusal.report(of: Self.all, in: language), named: "standards.\(language.rawValue).txt")
  }

  @Test func `a sheet that is right is kept, with the present ids of its rules`() throws {
    let refusal = Self.sheet(
      "nothing",
      "scale: 100\n\(Self.item)\nveto: [{ id: v, zh: 甲, en: A, fed_by: [penalty.test.old#told] }]",
      [])
    #expect(refusal.diagnostics() == [])
    let standard = try #require(refusal.standards().first)
    #expect(standard.sheet.id == "sheet")
    #expect(
      standard.sheet.vetoes.first?.feeders == [.init(rule: "penalty.test.rule", check: "told")])
  }

  @Test func `a sheet with an error is left out, the rules are not`() {
    let refusal = Self.sheet("one", "veto: [{ id: v, zh: 甲, en: A, fed_by: [nothing.at.all] }]", [])
    #expect(refusal.standards().isEmpty)
    #expect(refusal.loaded().rules.count == 2)
  }
}

extension Refusal {
  fileprivate func loaded() -> LoadedRules {
    var files = Self.files
    for (path, text) in others { files[path] = text }
    let source = RulebookSource(
      reading: files.map { SourceFile(path: $0.key, text: $0.value) } + [self.source])
    return RulebookLoader.compile(source, folder: "")
  }

  fileprivate func standards() -> [CompiledStandard] { loaded().standards }
}
