import CaseRecords
import Findings
import Foundation
import RuleCompiler
import RuleEvaluator
import SourceText
import Testing
import WorkCalendar
import YAML

/// Semantics §2: learning a fact never turns `violated` into `satisfied` or back.
///
/// What a rule says of a record it still says, or it is undetermined, when the record tells less;
/// and what it says when the record tells less it says whatever the record may turn out to hold.
@Suite struct LawOfKnowledgeTests {
  /// With `LAW_OF_KNOWLEDGE=all` every way to forget something of every sample is tried on every
  /// rule, which takes minutes; else some of them, each rule on each sample.
  static let triesAll = ProcessInfo.processInfo.environment["LAW_OF_KNOWLEDGE"] == "all"
  static let stride = 29

  /// `exists_one` is lost to an absent element, and settled by two that are found where the list is
  /// open (semantics §1, §2): here learning of the absent element does away with the violation.
  static let exempt: Set<String> = ["exists-one-absent-despite-two"]

  static let words: RuleWords? =
    (try? RuleFixture.rulebook()).map { RuleWords(RuleFixture.folder.source, $0) }

  @Test("holds for every rule and sample", arguments: SampleRecord.all)
  func samples(sample: SampleRecord) throws {
    var probe = KnowledgeProbe(rulebook: try RuleFixture.rulebook(), asOf: sample.asOf)
    let words = try #require(Self.words)
    let known = try #require(probe.read(sample.root))
    let everyRule = probe.rulebook.rules.map(\.id)
    // Which of the ways are taken differs from sample to sample.
    let offset = sample.name.utf8.reduce(0) { ($0 &* 31 &+ Int($1)) % Self.stride }
    for (number, way) in Forgetting.all(of: sample.root, probe.rulebook.schema).enumerated() {
      if Self.triesAll {
        probe.tryOut(way, of: sample.root, known: known, rules: everyRule)
        continue
      }
      let rules = words.rules(reading: way.fact.path)
      let isNew = !rules.allSatisfy(probe.judged.contains)
      guard !rules.isEmpty, isNew || number % Self.stride == offset else { continue }
      probe.tryOut(way, of: sample.root, known: known, rules: rules)
    }
    #expect(probe.breaches.isEmpty, "\(probe.breaches.joined(separator: "\n"))")
    #expect(probe.tried > 0)
  }

  @Test("holds for every vector of the semantics", arguments: RuleVectorFile.all)
  func vectors(file: RuleVectorFile) throws {
    for vector in file.vectors {
      guard let root = vector.node["record"], !Self.exempt.contains(vector.name) else { continue }
      let (rulebook, _) = try vector.rulebook()
      var probe = KnowledgeProbe(rulebook: rulebook, asOf: try vector.asOf())
      let known = try #require(probe.read(root))
      for way in Forgetting.all(of: root, rulebook.schema) {
        probe.tryOut(way, of: root, known: known, rules: rulebook.rules.map(\.id))
      }
      #expect(
        probe.breaches.isEmpty,
        "\(vector.testDescription)\n\(probe.breaches.joined(separator: "\n"))")
    }
  }
}

extension LawOfKnowledgeTests {
  /// What an open record does not mention nobody looked for, so no violation can rest on its not
  /// being on file.
  @Test("an extract does not blame for what it leaves out", arguments: SampleRecord.all)
  func extracts(sample: SampleRecord) throws {
    let probe = KnowledgeProbe(rulebook: try RuleFixture.rulebook(), asOf: sample.asOf)
    let open = Node(content: .scalar(Scalar(text: "open", style: .plain)), range: sample.root.range)
    let extract = sample.root.changing([.name("completeness")]) { _ in open }
      .changing([.name("complete")]) { _ in nil }
    let closed = try #require(probe.review(sample.root))
    let opened = try #require(probe.review(extract))
    for (before, after) in zip(closed, opened) {
      #expect(
        after.outcome == before.outcome || after.outcome == .undetermined
          || before.outcome == .error,
        "\(before.rule) was \(before.outcome.rawValue), is \(after.outcome.rawValue)")
      for finding in after.findings where finding.outcome == .violated {
        for path in finding.missing {
          // Only what the extract says is not there is not there.
          let node = FactPath(path).flatMap { sample.root.node(at: $0.steps[...]) }
          #expect(
            node?.plainValue.isNull == true || Self.isBelowNull(path, sample.root),
            "\(before.rule): \(path)")
        }
      }
    }
  }

  /// True for a fact of a section, or of a record in one, that the record says is not there.
  private static func isBelowNull(_ path: String, _ root: Node) -> Bool {
    guard let steps = FactPath(path)?.steps else { return false }
    return steps.indices.dropFirst().contains { end in
      root.node(at: steps[..<end])?.plainValue.isNull ?? false
    }
  }

  @Test func `some samples have violations that an extract leaves open`() throws {
    var turned = 0
    for sample in SampleRecord.all {
      let probe = KnowledgeProbe(rulebook: try RuleFixture.rulebook(), asOf: sample.asOf)
      let open = Node(
        content: .scalar(Scalar(text: "open", style: .plain)), range: sample.root.range)
      let extract = sample.root.changing([.name("completeness")]) { _ in open }
      let closed = try #require(probe.review(sample.root))
      let opened = try #require(probe.review(extract))
      turned +=
        zip(closed, opened).filter {
          $0.outcome == .violated && $1.outcome == .undetermined
        }.count
    }
    #expect(turned > 5)
  }
}
