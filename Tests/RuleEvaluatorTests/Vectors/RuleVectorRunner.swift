import CaseRecords
import Findings
import RuleCompiler
import RuleEvaluator
import SourceText
import WorkCalendar
import YAML

extension RuleVector {
  /// Why a vector has no result.
  enum Failure: Error, CustomStringConvertible {
    /// Its rule does not load, as a vector may expect.
    case refused([String])
    /// The vector itself cannot be used.
    case broken(String)

    var description: String {
      switch self {
      case .refused(let problems): "refused: \(problems.joined(separator: "; "))"
      case .broken(let why): "broken: \(why)"
      }
    }
  }

  static let calendar =
    (try? OfficeCalendar(RuleFixture.folder.source.publishedYears)) ?? OfficeCalendar.empty

  /// The rulebook of the vector, and the id of the rule that it is about.
  func rulebook() throws(Failure) -> (rulebook: Rulebook, rule: String) {
    let source = RulebookSource(vector: node)
    func told(_ diagnostics: [FileDiagnostic]) -> [String] {
      diagnostics.map(\.diagnostic).filter { $0.severity == .error }
        .map { "\($0.code): \($0.message.en)" }
    }
    guard let kind = source.kinds.first, let document = kind.schema else {
      throw .broken("no schema")
    }
    let (schema, found) = SchemaReader.read(document)
    guard let schema else { throw .broken("schema: \(found.map(\.message.en))") }
    let problems = told(source.diagnostics)
    if !problems.isEmpty { throw .refused(problems) }
    guard let rule = source.rules.first else { throw .broken("no rule") }
    let (rulebook, diagnostics) = RulebookCompiler.compile(
      RulebookCompiler.Input(
        schema: schema, schemaFile: SourceFile(path: "schema", bytes: []),
        definitions: kind.definitions, parameters: ParameterTable(source.parameters),
        registry: LawRegistry(source.instruments), calendar: Self.calendar, rules: source.rules,
        files: Dictionary(
          source.files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })))
    let faults = told(diagnostics)
    if !faults.isEmpty { throw .refused(faults) }
    return (rulebook, rule.id.text)
  }

  func asOf() throws(Failure) -> CivilDate {
    guard let day = node["as_of"]?.scalar.flatMap({ CivilDate($0.text) }) else {
      throw .broken("no day of the review")
    }
    return day
  }

  func run() throws(Failure) -> RuleResult {
    let (rulebook, id) = try rulebook()
    guard let root = node["record"] else { throw .broken("loaded, and has no record") }
    let reading = RecordReader(schema: rulebook.schema).read(root)
    guard let record = reading.record else {
      throw .broken("record: \(reading.diagnostics.map(\.message.en))")
    }
    guard
      let result = RecordEvaluator(rulebook: rulebook, asOf: try asOf()).review(record, rule: id)
    else { throw .broken("no rule `\(id)`") }
    return result
  }
}
