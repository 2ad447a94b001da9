import CEL
import CaseRecords
import Findings
import Foundation
import RuleCompiler
import RuleEvaluator
import SourceText
import TestSupport
import Testing
import WorkCalendar
import YAML

/// One vector of the rule semantics (shared/conformance/rules).
struct RuleVector: Sendable, CustomTestStringConvertible {
  var file: String
  var name: String
  var node: Node

  var testDescription: String { "\(file)/\(name)" }

  static let folder = ProjectFolder.shared.map { "\($0)/conformance/rules" }

  static let files = [
    "absent", "algebra", "deadlines-wait", "deadlines-within", "definitions", "each", "except",
    "excluding", "extended-by", "hours-months-years", "imprecise-dates", "library", "load-errors",
    "open-lists", "outcomes", "parameters", "placeholders", "retroactive", "rolling", "versions",
  ]

  /// Every vector; none where the shared folder is not there.
  static let all: [RuleVector] = files.flatMap { file -> [RuleVector] in
    guard let folder, let data = FileManager.default.contents(atPath: "\(folder)/\(file).yaml")
    else { return [] }
    // The tag says what the schema says anyway; ours is not a reader of tags.
    let text = String(decoding: data, as: UTF8.self).replacing("!!timestamp ", with: "")
    let reading = readYAML(Array(text.utf8))
    return (reading.root?.sequence ?? []).map {
      RuleVector(file: file, name: $0["name"]?.scalar?.text ?? "?", node: $0)
    }
  }

  static let calendar: OfficeCalendar = {
    let source = RulebookSource.load(folder: "\(ProjectFolder.root)/Rules")
    return (try? OfficeCalendar(source.publishedYears)) ?? .empty
  }()

  /// What came of a vector, as lines to compare and to read.
  enum Result {
    case refused([String])
    case reviewed(RuleResult)
    case broken(String)
  }

  func run() -> Result {
    var source = RulebookSource(vector: node)
    var refused = source.diagnostics.filter { $0.diagnostic.severity == .error }
      .map { "\($0.diagnostic.code): \($0.diagnostic.message.en)" }
    if node["schema"] == nil { return .broken("no schema") }
    guard let schemaNode = source.kinds.first?.schema else { return .broken("no schema") }
    let (schema, found) = SchemaReader.read(schemaNode)
    guard let schema else {
      return .broken("schema: \(found.map(\.message.en).joined(separator: "; "))")
    }
    if refused.isEmpty {
      let (rulebook, diagnostics) = RulebookCompiler.compile(
        RulebookCompiler.Input(
          schema: schema, schemaFile: SourceFile(path: "schema", bytes: []),
          definitions: source.kinds[0].definitions,
          parameters: ParameterTable(source.parameters),
          registry: LawRegistry(source.instruments), calendar: Self.calendar,
          rules: source.rules,
          files: Dictionary(
            source.files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })))
      refused += diagnostics.filter { $0.diagnostic.severity == .error }
        .map { "\($0.diagnostic.code): \($0.diagnostic.message.en)" }
      if refused.isEmpty {
        guard let recordNode = node["record"] else { return .broken("loaded") }
        let reading = RecordReader(schema: schema).read(recordNode)
        guard let record = reading.record else {
          return .broken("record: \(reading.diagnostics.map(\.message.en).joined(separator: "; "))")
        }
        guard let asOf = node["as_of"]?.scalar.flatMap({ CivilDate($0.text) }) else {
          return .broken("no as_of")
        }
        let evaluator = RecordEvaluator(rulebook: rulebook, asOf: asOf)
        guard let first = source.rules.first,
          let result = evaluator.review(record, rule: first.id.text)
        else { return .broken("no rule") }
        return .reviewed(result)
      }
    }
    source.files = []
    return .refused(refused)
  }

  /// Returns what differs from what the vector expects; empty where nothing does.
  func differences() -> [String] {
    let expect = node["expect"]
    let result = run()
    if expect?["load_error"]?.scalar?.bool == true {
      if case .refused = result { return [] }
      return ["expected to be refused, got \(result)"]
    }
    guard case .reviewed(let review) = result else { return ["\(result)"] }
    var problems: [String] = []
    let outcome = expect?["outcome"]?.scalar?.text ?? ""
    if review.outcome.rawValue != outcome {
      problems.append(
        "outcome \(review.outcome.rawValue), expected \(outcome)"
          + " \(review.reason?.en ?? "") missing \(review.missing)"
          + " \(review.findings.map { "\($0.check ?? "-") \($0.elements) \($0.outcome.rawValue) \($0.message.en)" })"
      )
    }
    if let missing = expect?["missing"]?.sequence {
      let wanted = Set(missing.compactMap { $0.scalar?.text })
      if wanted != Set(review.missing) {
        problems.append("missing \(review.missing), expected \(wanted.sorted())")
      }
    }
    if let findings = expect?["findings"]?.sequence {
      problems += compare(findings, review)
    }
    return problems
  }

  private func compare(_ expected: [Node], _ review: RuleResult) -> [String] {
    var problems: [String] = []
    var actual = review.findings.filter { !($0.elements.last?.hasSuffix("[]") ?? false) }
    for finding in expected {
      let outcome = finding["outcome"]?.scalar?.text ?? ""
      let check = finding["check"]?.scalar?.text
      let elements =
        finding["element"]?.scalar.map { [$0.text] }
        ?? finding["element"]?.sequence?.compactMap { $0.scalar?.text }
      if outcome == "satisfied" || outcome == "not-applicable" {
        if actual.contains(where: {
          $0.check == check && (elements == nil || $0.elements == elements)
        }) {
          problems.append("\(check ?? "-") is not \(outcome)")
        }
        continue
      }
      guard
        let index = actual.firstIndex(where: {
          (check == nil || $0.check == check) && (elements == nil || $0.elements == elements)
            && $0.outcome.rawValue == outcome
        })
      else {
        problems.append("no finding \(check ?? "-") \(elements ?? []) \(outcome)")
        continue
      }
      problems += compare(finding, actual.remove(at: index))
    }
    problems += actual.map {
      "unexpected finding \($0.check ?? "-") \($0.elements) \($0.outcome.rawValue)"
    }
    return problems
  }

  private func compare(_ expected: Node, _ actual: Finding) -> [String] {
    var problems: [String] = []
    if let kind = expected["kind"]?.scalar?.text, kind != actual.kind.rawValue {
      problems.append("kind \(actual.kind.rawValue), expected \(kind)")
    }
    if let due = expected["due"]?.scalar?.text {
      let got = actual.computed.dueAt ?? actual.computed.due?.description ?? "none"
      if !(got == due || Self.sameMoment(got, due)) {
        problems.append("due \(got), expected \(due)")
      }
    }
    if let late = expected["days_late"]?.scalar?.text,
      late != actual.computed.daysLate.map({ "\($0)" })
    {
      problems.append("late \(actual.computed.daysLate ?? -1), expected \(late)")
    }
    for language in Language.allCases {
      if let text = expected["message"]?[language.rawValue]?.scalar?.text,
        text != actual.message[language]
      {
        problems.append("message \(actual.message[language]), expected \(text)")
      }
    }
    for lacking in expected["message_lacks"]?.sequence ?? [] {
      if let text = lacking.scalar?.text,
        actual.message.zh.contains(text) || actual.message.en.contains(text)
      {
        problems.append("message holds \(text)")
      }
    }
    return problems
  }

  private static func sameMoment(_ a: String, _ b: String) -> Bool {
    guard let x = try? Timestamp(parsing: a), let y = try? Timestamp(parsing: b) else {
      return false
    }
    return x == y
  }
}

@Suite(.enabled(if: ProjectFolder.hasShared, "the shared vectors are not there"))
struct RuleVectorTests {
  @Test(arguments: RuleVector.all) func `a vector has the outcome it says`(vector: RuleVector) {
    let problems = vector.differences()
    #expect(problems.isEmpty, "\(vector.testDescription): \(problems.joined(separator: "\n"))")
  }

  @Test func `every vector was there`() { #expect(RuleVector.all.count >= 354) }
}
