import Findings
import RuleCompiler
import RuleProof
import SourceText
import Testing

/// A small rulebook with one rule, of which a test says what it is about.
struct CoverageFixture {
  var applies: String?
  var lets: [String] = []
  /// The keys of checks, a mapping each.
  var checks = ["{ that: decision.a }"]
  var definitions: [String] = []
  /// The examples without their base: `outcome: satisfied, with: { … }`.
  var examples: [String] = []
  /// A second rule with its examples, to share definitions with.
  var other: (that: String, examples: [String])?
  var proof: String?
  var effective = "effective: { basis: decision.made_on, from: 2020-01-01 }"
  /// Keys of the rule beside those.
  var more = ""

  init(that condition: String, _ examples: [String] = []) {
    checks = ["{ that: '\(condition)' }"]
    self.examples = examples
  }

  init(checks: [String], _ examples: [String] = []) {
    self.checks = checks
    self.examples = examples
  }

  var files: [SourceFile] {
    var files = [
      SourceFile(path: "records/sample.yaml", text: Self.schema),
      SourceFile(path: "records/sample.examples/ordinary.yaml", text: Self.record),
      SourceFile(path: "instruments.yaml", text: Self.instruments),
      SourceFile(path: "sample/decision/tested.yaml", text: rule),
    ]
    if !definitions.isEmpty {
      files.append(
        SourceFile(
          path: "records/sample.definitions.yaml",
          text: "define:\n" + definitions.map { "  \($0)\n" }.joined()))
    }
    if let other {
      var second = CoverageFixture(that: other.that, other.examples)
      second.other = nil
      files.append(
        SourceFile(
          path: "sample/decision/other.yaml",
          text: second.rule.replacing("sample.decision.tested", with: "sample.decision.other")))
    }
    if let proof { files.append(SourceFile(path: "proof.yaml", text: proof)) }
    return files
  }

  private var rule: String {
    var text = """
      id: sample.decision.tested
      title: { zh: 被测规则, en: The tested rule }
      cites:
        - { instrument: sample-law, article: 第二条 }
      \(effective)
      severity: minor
      kind: violation

      """
    if let applies { text += "applies: '\(applies)'\n" }
    if !lets.isEmpty { text += "let:\n" + lets.map { "  \($0)\n" }.joined() }
    text += "require:\n" + checks.map { "  - \($0)\n" }.joined()
    text += "message: { zh: 不合规。, en: It is not so. }\n"
    text += "remedy: { zh: 改正。, en: Mend it. }\n" + more
    if !examples.isEmpty {
      text += "examples:\n" + examples.map { "  - { base: ordinary, \($0) }\n" }.joined()
    }
    return text
  }

  var loaded: LoadedRules {
    RulebookLoader.compile(RulebookSource(reading: files), folder: "Rules")
  }

  /// What was measured; a rulebook with errors, or an example that fails, is a fault of the test.
  func measured(
    _ prefixes: [String] = [], sourceLocation: SourceLocation = #_sourceLocation
  ) -> (report: CoverageReport, warnings: [FileDiagnostic]) {
    let loaded = loaded
    let problems = loaded.diagnostics.filter { $0.diagnostic.severity == .error }
    #expect(problems.map(\.diagnostic.message.en) == [], sourceLocation: sourceLocation)
    var meter = CoverageMeter(loaded, scope: CoverageScope(prefixes: prefixes))
    meter.runExamples()
    let (report, warnings) = meter.report()
    #expect(report.failedExamples == 0, sourceLocation: sourceLocation)
    return (report, warnings)
  }

  /// What is shown of each condition of the first group, `text: true false`, a side that is missing
  /// as its problem.
  func conditions(
    of group: Int = 0, _ prefixes: [String] = [],
    sourceLocation: SourceLocation = #_sourceLocation
  ) -> [String] {
    let report = measured(prefixes, sourceLocation: sourceLocation).report
    guard report.groups.indices.contains(group) else { return [] }
    return report.groups[group].decisions.flatMap(\.conditions).map { condition in
      condition.text + ": " + condition.sides.map(Self.word).joined(separator: " ")
    }
  }

  private static func word(_ side: SideCoverage) -> String {
    switch side.state {
    case .shown: "\(side.side)"
    case .excused: "excused"
    case .missing: side.gap?.problem.rawValue ?? "missing"
    }
  }

  private static let schema = """
    kind: sample
    zh: 样例
    en: Sample
    sections:
      - name: decision
        zh: 决定
        en: Decision
        shape: record
        expect: always
        fields:
          - { name: made_on, zh: 决定日期, en: Made on, type: date, expect: always }
          - { name: a, zh: 甲, en: A, type: boolean, expect: always }
          - { name: b, zh: 乙, en: B, type: boolean, expect: always }
          - { name: c, zh: 丙, en: C, type: boolean, expect: decision.b }
          - { name: kind, zh: 种类, en: Kind, type: text, expect: always }
          - { name: amount, zh: 数额, en: Amount, type: integer, expect: never-required }
      - name: officers
        zh: 人员
        en: Officers
        shape: list
        expect: always
        fields:
          - { name: name, zh: 姓名, en: Name, type: text, expect: always }
          - { name: licensed, zh: 持证, en: Licensed, type: boolean, expect: always }

    """
  private static let record = """
    kind: sample
    decision: { made_on: 2024-03-01, a: true, b: true, c: true, kind: fine, amount: 3 }
    officers: [ { name: x, licensed: true }, { name: y, licensed: true } ]

    """
  private static let instruments = """
    - { id: sample-law, name: { zh: 样例法, en: Sample Law }, number: null, issuer: 样例机关, from: 2020-01-01 }

    """
}
