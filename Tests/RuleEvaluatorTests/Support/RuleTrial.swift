import CaseRecords
import Findings
import RuleCompiler
import RuleEvaluator
import SourceText
import TestSupport
import Testing
import WorkCalendar
import YAML

/// A small rulebook and a record to try it on, written as YAML.
///
/// What a test does not care for is left out: the schema is then the one below, the record a closed
/// one, the day of the review the last of 2025.
struct RuleTrial {
  /// Facts of every kind of expectation. `case.gone` and `case.lost` are expected and never given,
  /// `case.opt…` are not expected, `case.told_on` is expected where `case.n` is above 1.
  static let schema = """
    sections:
      - name: case
        shape: record
        expect: always
        fields:
          - { name: number, type: text, expect: always }
          - { name: region, type: text, expect: always }
          - { name: sector, type: text, expect: always }
          - { name: n, type: integer, expect: always }
          - { name: m, type: integer, expect: always }
          - { name: gone, type: integer, expect: always }
          - { name: lost, type: integer, expect: always }
          - { name: day, type: date, expect: always }
          - { name: later, type: date, expect: always }
          - { name: at, type: datetime, expect: always }
          - { name: done_at, type: datetime, expect: always }
          - { name: flag, type: boolean, expect: always }
          - { name: word, type: text, expect: always }
          - { name: who, type: text, expect: always, personal: true }
          - { name: sum, type: money, expect: always }
          - { name: told_on, type: date, expect: case.n > 1 }
          - { name: opt, type: integer, expect: never-required }
          - { name: opt_on, type: date, expect: never-required }
          - { name: opt_text, type: text, expect: never-required }
          - { name: tags, type: "list:text", expect: never-required }
          - { name: paper, type: document, expect: never-required }
      - name: party
        shape: record
        expect: always
        fields: [{ name: kind, type: text, expect: always }]
      - name: decision
        shape: record
        expect: always
        fields:
          - { name: made_on, type: date, expect: never-required }
          - { name: approved_on, type: date, expect: never-required }
          - { name: until_on, type: date, expect: never-required }
      - name: hearing
        shape: record
        expect: never-required
        fields: [{ name: held_on, type: date, expect: always }]
      - name: items
        shape: list
        key: k
        expect: never-required
        fields:
          - { name: k, type: text, expect: always }
          - { name: v, type: integer, expect: always }
          - { name: on, type: date, expect: always }
          - { name: until, type: date, expect: always }
          - { name: parts, type: "list:Part", expect: never-required }
    shapes:
      - { name: Part, key: p, fields: [{ name: p, type: text, expect: always }, { name: q, type: integer, expect: always }] }
      - { name: Document, key: id, fields: [{ name: id, type: text, expect: always }, { name: pages, type: integer, expect: never-required }] }
    """

  var schema = RuleTrial.schema
  var parameters: String?
  var definitions: String?
  var instruments: String?
  /// One rule, or a list whose first is tried.
  var rule: String
  var record = "{}"
  var asOf = "2025-12-31"

  /// Why a trial could not be held; for messages.
  struct Refused: Error, CustomStringConvertible {
    var codes: [String]
    var description: String
  }

  private static let calendar: OfficeCalendar = {
    (try? OfficeCalendar(RuleFixture.folder.source.publishedYears)) ?? .empty
  }()

  func rulebook() throws -> Rulebook {
    var text = "schema:\n\(Self.indented(schema))\n"
    for (key, part) in [
      ("parameters", parameters), ("define", definitions), ("instruments", instruments),
    ] {
      if let part { text += "\(key):\n\(Self.indented(part))\n" }
    }
    let reading = readYAML(text)
    guard let root = reading.root else { throw Self.refused(reading.diagnostics) }
    var source = RulebookSource(vector: root)
    let file = SourceFile(path: "rule.yaml", text: rule)
    let document = readYAML(rule)
    var reader = SourceReader(file: file.path, bytes: file.bytes, leniency: .vector)
    if let root = document.root { source.rules = reader.rules(root) }
    let kind = try #require(source.kinds.first)
    let (schema, problems) = SchemaReader.read(try #require(kind.schema))
    let found =
      source.diagnostics.map(\.diagnostic) + document.diagnostics + reader.diagnostics
      + problems
    guard let schema, !found.contains(where: { $0.severity == .error }) else {
      throw Self.refused(found)
    }
    let (rulebook, diagnostics) = RulebookCompiler.compile(
      RulebookCompiler.Input(
        schema: schema, schemaFile: SourceFile(path: "schema.yaml", bytes: []),
        definitions: kind.definitions, parameters: ParameterTable(source.parameters),
        registry: LawRegistry(source.instruments), calendar: Self.calendar, rules: source.rules,
        files: [file.path: file]))
    let errors = diagnostics.map(\.diagnostic).filter { $0.severity == .error }
    guard errors.isEmpty else { throw Self.refused(errors) }
    return rulebook
  }

  func read(by rulebook: Rulebook) throws -> CaseRecord {
    let reading = readYAML(record)
    let root = try #require(reading.root, "\(reading.diagnostics.map(\.message.en))")
    let result = RecordReader(schema: rulebook.schema).read(root)
    return try #require(result.record, "\(result.diagnostics.map(\.message.en))")
  }

  /// Reviews the record.
  func result(of id: String = "vector.test.rule") throws -> RuleResult {
    let rulebook = try rulebook()
    let day = try #require(CivilDate(asOf))
    return try #require(
      RecordEvaluator(rulebook: rulebook, asOf: day).review(try read(by: rulebook), rule: id))
  }

  /// `violated`, or `refused cel-type` for a rule that does not load.
  var outcome: String {
    do {
      return try result().outcome.rawValue
    } catch let refused as Refused {
      return "refused \(refused.codes.joined(separator: " "))"
    } catch {
      return "\(error)"
    }
  }

  private static func refused(_ diagnostics: [Diagnostic]) -> Refused {
    Refused(
      codes: diagnostics.map(\.code),
      description: diagnostics.map { "\($0.code): \($0.message.en)" }.joined(separator: "; "))
  }

  private static func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { "  \($0)" }
      .joined(separator: "\n")
  }
}
