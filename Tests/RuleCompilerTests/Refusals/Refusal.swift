import Findings
import RuleCompiler
import SourceText
import TestSupport
import Testing

/// Something that an author got wrong, and what the rulebook says of it when it is loaded.
struct Refusal: Sendable, CustomTestStringConvertible {
  /// What is wrong, in a few words.
  var name: String
  /// The file that is told of, with `«…»` around the places, in the order of the codes.
  var text: String
  var codes: [String]
  var path = "penalty/test/rule.yaml"
  /// Other files, in place of those of `files` or beside them.
  var others: [String: String] = [:]

  var testDescription: String { name }

  /// A rule that is right but for `body`, which holds the mistake.
  init(_ name: String, _ body: String, _ codes: String..., others: [String: String] = [:]) {
    self.name = name
    self.codes = codes
    self.others = others
    text = Self.heading(besides: body) + body + "\n"
  }

  /// Another file than the rule.
  init(
    _ name: String, in path: String, _ text: String, _ codes: String...,
    others: [String: String] = [:]
  ) {
    self.name = name
    self.codes = codes
    self.path = path
    self.others = others
    self.text = text + "\n"
  }

  /// What a rule has to say besides what a test is about: the keys that `body` does not have.
  private static func heading(besides body: String) -> String {
    let lines = body.split(separator: "\n")
    return heading.filter { entry in
      !lines.contains { $0.hasPrefix("\(entry.key):") || $0.hasPrefix("«\(entry.key)»:") }
        && !(entry.key == "effective" && lines.contains("versions:"))
    }.map { "\($0.key): \($0.value)\n" }.joined()
  }

  private static let heading: [(key: String, value: String)] = [
    ("id", "penalty.test.rule"), ("title", "{ zh: 测试, en: Test }"),
    ("cites", "[{ instrument: apl-2021, article: 第十条 }]"),
    ("effective", "{ basis: case.day, from: 2021-07-15 }"), ("severity", "minor"),
    ("message", "{ zh: 不合规定。, en: Not as the law has it. }"),
  ]

  static let files: [String: String] = [
    "instruments.yaml": "- { id: apl-2021, name: { zh: 处罚法, en: Penalty Law }, from: 2021-07-15 }",
    "parameters/terms.yaml": """
    limit: { type: integer, order: [], values: [{ value: 1, source: 某规定, confidence: verified }] }
    term: { type: period, order: [], values: [{ value: workdays(7), source: 某规定, confidence: verified }] }
    """,
    "records/penalty.examples/ordinary.yaml": "{ completeness: closed }",
    "records/penalty.yaml": """
    kind: penalty
    sections:
      - name: case
        shape: record
        expect: always
        fields:
          - { name: day, type: date, expect: always }
          - { name: later, type: date, expect: always }
          - { name: n, type: integer, expect: always }
          - { name: sum, type: money, expect: always }
          - { name: told, type: boolean, expect: always }
          - { name: mark, type: text, expect: always }
          - { name: procedure, type: "enum:procedure", expect: always }
          - { name: opt, type: integer, expect: never-required }
          - { name: opt2, type: integer, expect: never-required }
          - { name: opt_on, type: date, expect: never-required }
          - { name: opt_text, type: text, expect: never-required }
          - { name: cond_on, type: date, expect: case.n > 1 }
      - name: items
        shape: list
        key: k
        expect: always
        fields:
          - { name: k, type: text, expect: always }
          - { name: v, type: integer, expect: always }
          - { name: w, type: integer, expect: never-required }
          - { name: on, type: date, expect: always }
    enums: { procedure: [simple, ordinary] }
    """,
  ]

  /// The file without the marks.
  var source: SourceFile { SourceFile(path: path, text: MarkedText(text).text) }

  /// What loading says, in the order that it is printed.
  func diagnostics() -> [FileDiagnostic] {
    var files = Self.files
    for (path, text) in others { files[path] = text }
    files[path] = nil
    let source = RulebookSource(
      reading: files.map { SourceFile(path: $0.key, text: $0.value) } + [self.source])
    return RulebookLoader.compile(source, folder: "").diagnostics.map {
      FileDiagnostic(file: String($0.file.drop { $0 == "/" }), diagnostic: $0.diagnostic)
    }
  }

  /// What people read of several, one after the other.
  static func report(of refusals: [Refusal], in language: Language) -> String {
    let printer = ExcerptPrinter(language: language)
    return refusals.map { refusal in
      let found = refusal.diagnostics().map {
        printer.text(of: $0.diagnostic, in: refusal.source) + "\n"
      }
      return "── \(refusal.name)\n" + found.joined() + "\n"
    }.joined()
  }

  /// Everything that is tried, by topic.
  static let all = guards + shapes + words + expressions + names + law + messages
}
