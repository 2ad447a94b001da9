import CaseRecords
import Findings
import RuleCompiler
import RuleEvaluator
import SourceText
import WorkCalendar
import YAML

/// Looks for a rule that the law of knowledge does not hold for (semantics §2): makes a record tell
/// less, and more, and compares what rules say.
struct KnowledgeProbe {
  let rulebook: Rulebook
  private let reader: RecordReader
  private let evaluator: RecordEvaluator

  /// Records that were judged.
  private(set) var tried = 0
  /// Rules that were judged on a record that tells less.
  private(set) var judged: Set<String> = []
  /// What breaks the law, as lines to read.
  private(set) var breaches: [String] = []

  init(rulebook: Rulebook, asOf: CivilDate) {
    self.rulebook = rulebook
    reader = RecordReader(schema: rulebook.schema)
    evaluator = RecordEvaluator(rulebook: rulebook, asOf: asOf)
  }

  func read(_ root: Node) -> CaseRecord? { reader.read(root).record }

  func review(_ root: Node) -> [RuleResult]? { read(root).map(evaluator.review) }

  /// Forgets one thing, and then learns that it was something else than it was.
  ///
  /// - Parameters:
  ///   - root: The record that `way` makes tell less.
  ///   - rules: The ids of the rules to judge.
  mutating func tryOut(_ way: Forgetting, of root: Node, known: CaseRecord, rules: [String]) {
    let record = way.forget(root)
    guard let less = read(record) else {
      let problems = reader.read(record).diagnostics.map(\.message.en)
      breaches.append("\(way.name): cannot be read: \(problems)")
      return
    }
    tried += 1
    var decided: [String: Outcome] = [:]
    for id in rules {
      judged.insert(id)
      guard let before = evaluator.review(known, rule: id)?.outcome,
        let after = evaluator.review(less, rule: id)?.outcome
      else { continue }
      // An error is a fault of the rule, which knowing less may keep from showing.
      if after != before, after != .undetermined, before != .error {
        breaches.append("\(way.name): \(id) was \(before.rawValue), is \(after.rawValue)")
      }
      if after != .undetermined { decided[id] = after }
    }
    for discovery in way.discoveries(in: root) {
      guard let found = read(discovery.record) else { continue }
      tried += 1
      for (id, before) in decided {
        guard let after = evaluator.review(found, rule: id) else { continue }
        if after.outcome == before || after.outcome == .error { continue }
        // A rule that applies in none of its versions is not applicable whatever its basis date is;
        // where that is not on file, semantics §6 has it undetermined.
        if before == .notApplicable, after.outcome == .undetermined,
          after.missing.contains("\(way.fact.path)")
        {
          continue
        }
        breaches.append(
          "\(discovery.name): \(id) was \(before.rawValue), is \(after.outcome.rawValue)")
      }
    }
  }
}

/// Which rules read what, by the words that they are written in: a rule that does not mention a fact,
/// and uses no definition that does, is not asked again when it changes.
struct RuleWords {
  private var rules: [(id: String, words: Set<String>)] = []

  init(_ source: RulebookSource, _ rulebook: Rulebook) {
    let definitions = Dictionary(
      source.kinds.flatMap(\.definitions).map { ($0.name.text, Self.words($0.expression.text)) },
      uniquingKeysWith: { $0.union($1) })
    var own: [String: Set<String>] = [:]
    for rule in rulebook.rules {
      guard let file = source.files.first(where: { $0.path == rule.source.file }) else { continue }
      own[rule.id] = Self.words(file.text(in: rule.source.range))
    }
    for rule in rulebook.rules {
      var words = own[rule.id] ?? []
      if words.contains("terms") {
        for terms in rulebook.terms { words.formUnion(own[terms.rule] ?? []) }
      }
      var size = 0
      while words.count > size {
        size = words.count
        for (name, inside) in definitions where words.contains(name) { words.formUnion(inside) }
      }
      if words.contains("params") { words.formUnion(["region", "sector", "kind"]) }
      rules.append((rule.id, words.union(Self.conditions(of: rulebook.schema, among: words))))
    }
  }

  /// Ids of the rules that mention the last name of a path.
  func rules(reading path: FactPath) -> [String] {
    guard
      let name = path.steps.reversed().lazy.compactMap({ step in
        if case .name(let name) = step { name } else { nil }
      }).first
    else { return [] }
    return rules.filter { $0.words.contains(name) }.map(\.id)
  }

  /// Words of the conditions under which the schema expects facts that are mentioned.
  private static func conditions(of schema: RecordSchema, among names: Set<String>) -> Set<String> {
    var words: Set<String> = []
    let sections = schema.sections.map { ($0.name, $0.expectation) }
    let fields = (schema.sections.map(\.shape) + schema.shapes).flatMap(\.fields)
      .map { ($0.name, $0.expectation) }
    for (name, expectation) in sections + fields where names.contains(name) {
      if case .condition(let text, _) = expectation { words.formUnion(Self.words(text)) }
    }
    return words
  }

  private static func words(_ text: String) -> Set<String> {
    Set(
      text.utf8.split { byte in
        !(UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte
          || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
          || byte == UInt8(ascii: "_"))
      }.compactMap { String($0) })
  }
}
