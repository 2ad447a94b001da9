import CaseRecords
import Findings
import RuleCompiler
import RuleProof
import SourceText
import Testing

/// A rulebook of one rule over a few made-up facts.
struct SmallRulebook {
  let loaded: LoadedRules

  /// - Parameters:
  ///   - body: The rule's keys but for its heading, from the first column on.
  ///   - effective: The text of `effective:`, or of `versions:`.
  init(
    _ body: String, effective: String = "effective: { basis: decision.made_on, from: 2020-01-01 }",
    kind: String = "violation", proof: String? = nil
  ) {
    let rule = """
      id: sample.decision.rule
      title: { zh: 样例, en: A sample }
      cites: [ { instrument: sample-law, article: 第二条 } ]
      \(effective)
      severity: minor
      kind: \(kind)
      message: { zh: 不符。, en: It is not so. }
      remedy: { zh: 改正。, en: Mend it. }

      """
    var files = [
      SourceFile(path: "records/sample.yaml", text: Self.schema),
      SourceFile(path: "records/sample.definitions.yaml", text: Self.definitions),
      SourceFile(path: "records/sample.examples/ordinary.yaml", text: Self.record),
      SourceFile(path: "parameters/sample.yaml", text: Self.parameters),
      SourceFile(path: "instruments.yaml", text: Self.instruments),
      SourceFile(path: "sample/decision/rule.yaml", text: rule + body + "\n"),
    ]
    if let proof { files.append(SourceFile(path: "proof.yaml", text: proof)) }
    loaded = RulebookLoader.compile(RulebookSource(reading: files), folder: "Rules")
  }

  /// A rulebook whose rule has one condition, and examples.
  init(that condition: String, examples: [String] = [], proof: String? = nil) {
    let list =
      examples.isEmpty ? "" : "\nexamples:\n" + examples.map { "  \($0)" }.joined(separator: "\n")
    self.init("require:\n  - that: |-\n      \(condition)\(list)", proof: proof)
  }

  /// The mutants of the rule.
  func mutants() throws -> [Mutant] {
    #expect(loaded.diagnostics.map(\.diagnostic).filter { $0.severity == .error } == [])
    let rulebook = try #require(loaded.rulebooks.first)
    let rule = try #require(rulebook.rules.first)
    let file = try #require(loaded.source.files.first { $0.path == rule.source.file })
    return MutantMaker(rule, in: rulebook, file: file).mutants()
  }

  /// What the examples see of the mutants.
  func measured(searches: Bool = true) -> RuleMutation {
    let rule = loaded.source.rules[0]
    return MutantRunner(loaded, searches: searches).run(rule)
  }

  private static let schema = """
    kind: sample
    zh: 样例
    en: Sample
    enums:
      procedure: { values: [ { id: ordinary, zh: 普通, en: Ordinary }, { id: simple, zh: 简易, en: Simple }, { id: expedited, zh: 快速, en: Expedited } ] }
    sections:
      - name: case
        zh: 案件
        en: Case
        shape: record
        expect: always
        fields:
          - { name: procedure, zh: 程序, en: Procedure, type: "enum:procedure", expect: always }
          - { name: filed_on, zh: 立案日期, en: Filed on, type: date, expect: always }
      - name: decision
        zh: 决定
        en: Decision
        shape: record
        expect: always
        fields:
          - { name: made_on, zh: 决定日期, en: Made on, type: date, expect: always }
          - { name: told_on, zh: 告知日期, en: Told on, type: date, expect: always }
          - { name: reasoned, zh: 说明理由, en: Reasoned, type: boolean, expect: always }
          - { name: sealed, zh: 盖章, en: Sealed, type: boolean, expect: always }
          - { name: fine, zh: 罚款, en: Fine, type: money, expect: always }
          - { name: pages, zh: 页数, en: Pages, type: integer, expect: always }
          - { name: note_on, zh: 备注日期, en: Noted on, type: date, expect: never-required }
      - name: notice
        zh: 告知
        en: Notice
        shape: record
        expect: always
        fields:
          - { name: told_on, zh: 告知日期, en: Told on, type: date, expect: always }
      - name: officers
        zh: 执法人员
        en: Officers
        shape: list
        key: name
        expect: always
        fields:
          - { name: name, zh: 姓名, en: Name, type: text, expect: always }
          - { name: licensed, zh: 持证, en: Licensed, type: boolean, expect: always }
          - { name: from, zh: 起, en: From, type: date, expect: always }
          - { name: until, zh: 止, en: Until, type: date, expect: always }

    """
  private static let definitions = """
    define:
      all_licensed: { type: boolean, is: 'officers.all(o, o.licensed == true)' }

    """
  private static let record = """
    kind: sample
    case: { procedure: ordinary, filed_on: 2024-02-01 }
    decision: { made_on: 2024-03-01, told_on: 2024-03-05, reasoned: true, sealed: true, fine: 5000.00, pages: 3 }
    notice: { told_on: 2024-02-20 }
    officers:
      - { name: 甲, licensed: true, from: 2024-01-01, until: 2024-12-31 }
      - { name: 乙, licensed: true, from: 2024-01-01, until: 2024-12-31 }

    """
  private static let parameters = """
    term:
      label: { zh: 期限, en: Term }
      type: period
      order: [date]
      values: [ { value: days(7), source: 样例, confidence: verified } ]
    most:
      label: { zh: 最多, en: At most }
      type: money
      order: [date]
      values: [ { value: 10000.00, source: 样例, confidence: verified } ]
    strict:
      label: { zh: 从严, en: Strict }
      type: boolean
      order: [date]
      values: [ { value: true, source: 样例, confidence: verified } ]

    """
  private static let instruments = """
    - { id: sample-law, name: { zh: 样例法, en: Sample Law }, number: null, issuer: 样例机关, from: 2019-01-01 }

    """
}

extension Mutant {
  /// The expression that the rule's only check would have.
  var that: String? {
    guard case .rule(let rule) = change else { return nil }
    return rule.checks.first?.that?.text
  }
}
