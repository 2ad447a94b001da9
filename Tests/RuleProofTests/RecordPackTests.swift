import CaseRecords
import Findings
import RuleCompiler
import RuleEvaluator
import TestSupport
import Testing
import WorkCalendar

/// Records kept in a pack mean what they meant when they were read.
@Suite struct RecordPackTests {
  private static let schemas = ProjectRules.loaded.rulebooks.map(\.schema)

  private static let bytes: [UInt8] = {
    var writer = PackWriter(schemas: schemas)
    for (name, record) in ProjectRules.cases { writer.add(record, named: name) }
    writer.add(nil, named: "unreadable")
    return writer.finished(key: "key") ?? []
  }()

  @Test func `every rule says of a packed record what it says of the record`() throws {
    let pack = try #require(RecordPack(Self.bytes, key: "key", schemas: Self.schemas))
    let rulebook = try #require(ProjectRules.loaded.rulebooks.first)
    let day = try #require(CivilDate(year: 2024, month: 12, day: 31))
    let evaluator = RecordEvaluator(rulebook: rulebook, asOf: day)
    #expect(pack.count == ProjectRules.cases.count + 1)
    for (number, (name, record)) in ProjectRules.cases.enumerated() {
      let entry = try #require(pack.entry(number))
      #expect(entry.name == name)
      let packed = try #require(entry.record)
      let (before, after) = (evaluator.review(record), evaluator.review(packed))
      #expect(before.map { $0.withoutPlaces } == after.map { $0.withoutPlaces }, "\(name)")
    }
  }

  @Test func `what could not be read is told by its name`() throws {
    let pack = try #require(RecordPack(Self.bytes, key: "key", schemas: Self.schemas))
    let last = try #require(pack.entry(pack.count - 1))
    #expect(last.name == "unreadable")
    #expect(last.record == nil)
  }

  @Test func `a pack of another key is none`() {
    #expect(RecordPack(Self.bytes, key: "other", schemas: Self.schemas) == nil)
  }

  @Test func `a damaged pack is none, wherever the damage is`() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<40 {
      var damaged = Self.bytes
      let place = Int.random(in: damaged.indices, using: &generator)
      damaged[place] ^= UInt8.random(in: 1...255, using: &generator)
      #expect(RecordPack(damaged, key: "key", schemas: Self.schemas) == nil, "at \(place)")
    }
    for count in [0, 1, 20, 64, 100, Self.bytes.count / 2, Self.bytes.count - 1] {
      #expect(RecordPack(Array(Self.bytes.prefix(count)), key: "key", schemas: Self.schemas) == nil)
    }
  }
}

extension RuleResult {
  /// Without where facts stand, which a pack does not keep.
  fileprivate var withoutPlaces: Self {
    var result = self
    for finding in result.findings.indices {
      for fact in result.findings[finding].evidence.indices {
        result.findings[finding].evidence[fact].place = nil
        result.findings[finding].evidence[fact].document = nil
      }
    }
    return result
  }
}
