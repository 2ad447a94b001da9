import CaseRecords
import Findings
import RuleCompiler
import RuleEvaluator
import SourceText
import Testing
import WorkCalendar
import YAML

/// Losing knowledge never decides a case: semantics §2, over every rule and sample case.
@Suite struct KnowledgeTests {
  private static let day = CivilDate(year: 2024, month: 12, day: 31) ?? .epoch

  @Test(arguments: ProjectRules.cases.indices)
  func `a fact that is no longer recorded turns no outcome round`(number: Int) throws {
    let (name, record) = ProjectRules.cases[number]
    let rulebook = try #require(ProjectRules.loaded.rulebook(for: record))
    let evaluator = RecordEvaluator(rulebook: rulebook, asOf: Self.day)
    let before = evaluator.review(record)
    let reader = RecordReader(schema: rulebook.schema)
    let paths = Facts.paths(in: record)
    #expect(paths.count > 5)
    for path in paths {
      guard let poorer = reader.read(Facts.unrecording(path, in: record)).record else {
        Issue.record("\(name) without \(path) cannot be read")
        continue
      }
      for (old, new) in zip(before, evaluator.review(poorer)) where old.outcome != new.outcome {
        let isKept = new.outcome == .undetermined
        #expect(
          isKept,
          "\(name) without \(path): \(old.rule) was \(old.outcome), is \(new.outcome)")
      }
    }
  }

  @Test(arguments: ProjectRules.cases.indices)
  func `an open record blames nobody for what is not in it`(number: Int) throws {
    let (name, record) = ProjectRules.cases[number]
    guard record.completeness == .closed else { return }
    let rulebook = try #require(ProjectRules.loaded.rulebook(for: record))
    let evaluator = RecordEvaluator(rulebook: rulebook, asOf: Self.day)
    let open = try #require(
      RecordReader(schema: rulebook.schema).read(Facts.opening(record)).record)
    for (old, new) in zip(evaluator.review(record), evaluator.review(open)) {
      let hasTurned =
        [old.outcome, new.outcome] == [.violated, .satisfied]
        || [old.outcome, new.outcome] == [.satisfied, .violated]
      #expect(!hasTurned, "\(name): \(old.rule) was \(old.outcome), is \(new.outcome)")
      for finding in new.findings where finding.outcome == .violated {
        let absent = finding.evidence.filter { $0.isAtFault && $0.state == .absent }
        for fact in absent {
          let isExplicit = record.place(of: fact.path)?.isExact == true
          #expect(isExplicit, "\(name): \(finding.rule) blames \(fact.path)")
        }
      }
    }
  }
}

/// Records with less in them.
private enum Facts {
  /// The paths of all scalars and lists of scalars in a record.
  static func paths(in record: CaseRecord) -> [String] {
    var paths: [String] = []
    for pair in record.root.mapping ?? [] where record.schema.section(pair.key.text) != nil {
      collect(pair.value, at: pair.key.text, record.schema, &paths)
    }
    return paths
  }

  private static func collect(
    _ node: Node, at path: String, _ schema: RecordSchema, _ paths: inout [String]
  ) {
    let target = schema.location(of: path)?.target
    if case .field(let field)? = target {
      if case .record = field.type {} else { paths.append(path) }
    }
    if let items = node.sequence {
      for (index, item) in items.enumerated() where item.mapping != nil {
        collect(item, at: "\(path)[\(index)]", schema, &paths)
      }
    } else {
      for pair in node.mapping ?? [] where schema.location(of: "\(path).\(pair.key.text)") != nil {
        collect(pair.value, at: "\(path).\(pair.key.text)", schema, &paths)
      }
    }
  }

  static func unrecording(_ path: String, in record: CaseRecord) -> Node {
    guard let fact = FactPath(path) else { return record.root }
    let example = ExampleSource(
      base: NameSource(text: "case", range: .none), outcome: .undetermined,
      unrecorded: [ExampleSource.Mention(path: fact, range: .none)], range: .none)
    var poorer = BaseRecordSource(name: "case", record: record.root, file: "")
      .applying(example).record
    // A list cannot be complete and unrecorded.
    if case .mapping(var pairs) = poorer.content,
      let place = pairs.firstIndex(where: { $0.key.text == "complete" })
    {
      let kept = (pairs[place].value.sequence ?? []).filter { $0.scalar?.text != path }
      pairs[place].value.content = .sequence(kept)
      poorer.content = .mapping(pairs)
    }
    return poorer
  }

  static func opening(_ record: CaseRecord) -> Node {
    let open = Node(content: .scalar(Scalar(text: "open", style: .plain)), range: .none)
    let example = ExampleSource(
      base: NameSource(text: "case", range: .none), outcome: .undetermined, completeness: open,
      range: .none)
    return BaseRecordSource(name: "case", record: record.root, file: "").applying(example).record
  }
}
