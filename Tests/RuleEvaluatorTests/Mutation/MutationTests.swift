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

/// Damaged files on their whole way: a record through reading and review, a rule through reading,
/// compiling and the review of a sound record. Whatever comes of it is told.
@Suite struct MutationTests {
  static let rounds = 64

  /// What is told because only one file is there.
  static let ofOtherFiles: Set<String> = [
    "unknown-instrument", "unknown-base", "unknown-record-kind",
  ]

  @Test("a damaged record is reviewed, or told what is wrong", arguments: SampleRecord.caseFiles)
  func records(path: String) throws {
    let rulebook = try RuleFixture.rulebook()
    let evaluator = RecordEvaluator(rulebook: rulebook, asOf: try #require(CivilDate("2024-12-31")))
    let bytes = try #require(ProjectFolder.bytes(atPath: path))
    var mutator = ByteMutator(seed: UInt64(bytes.count))
    for round in 0..<Self.rounds {
      let damaged = mutator.mutate(bytes)
      let document = readYAML(damaged)
      let reading = document.root.map { RecordReader(schema: rulebook.schema).read($0) }
      let diagnostics = document.diagnostics + (reading?.diagnostics ?? [])
      expectPlaced(diagnostics, in: SourceFile(path: path, bytes: damaged))
      guard let record = reading?.record else {
        #expect(!diagnostics.isEmpty, "round \(round)")
        continue
      }
      let results = evaluator.review(record)
      #expect(results.count == rulebook.rules.count)
      for finding in results.flatMap(\.findings) {
        #expect(!finding.message.zh.isEmpty && !finding.message.en.isEmpty)
      }
    }
  }

  @Test("a damaged rule is compiled, or told what is wrong", arguments: RuleFixture.ruleFiles)
  func rules(path: String) throws {
    let folder = RuleFixture.folder
    let file = try #require(folder.source.files.first { $0.path == path })
    let sample = try #require(SampleRecord.all.first { $0.name == "examples/ordinary" })
    var mutator = ByteMutator(seed: UInt64(file.bytes.count))
    var compiled = 0
    for round in 0..<Self.rounds {
      let damaged = SourceFile(path: path, bytes: mutator.mutate(file.bytes))
      let source = RulebookSource(reading: [damaged])
      // Of the other files none is there, which is told as well.
      let found = source.diagnostics.map(\.diagnostic)
      expectPlaced(found, in: damaged)
      #expect(!source.rules.isEmpty || !found.isEmpty, "round \(round)")
      // As in the rulebook itself, a rule that was not read without errors is not compiled.
      let isSound = found.allSatisfy {
        $0.severity == .warning || Self.ofOtherFiles.contains($0.code)
      }
      for rule in source.rules where isSound {
        compiled += 1
        try compile(rule, of: damaged, sample)
      }
    }
    #expect(compiled > 0)
  }

  private func compile(_ rule: RuleSource, of file: SourceFile, _ sample: SampleRecord) throws {
    let whole = try RuleFixture.rulebook()
    let source = RuleFixture.folder.source
    let (rulebook, diagnostics) = RulebookCompiler.compile(
      RulebookCompiler.Input(
        schema: whole.schema, schemaFile: SourceFile(path: "schema", bytes: []),
        definitions: source.kinds.flatMap(\.definitions), parameters: whole.parameters,
        registry: whole.registry, calendar: whole.calendar, rules: [rule],
        files: [file.path: file]))
    let own = diagnostics.filter { $0.file == file.path }.map(\.diagnostic)
    expectPlaced(own, in: file)
    guard let compiled = rulebook.rules.first else {
      #expect(!diagnostics.isEmpty)
      return
    }
    let record = try #require(RecordReader(schema: whole.schema).read(sample.root).record)
    let result = RecordEvaluator(rulebook: rulebook, asOf: sample.asOf)
      .review(record, rule: compiled.id)
    #expect(result != nil)
  }

  private func expectPlaced(_ diagnostics: [Diagnostic], in file: SourceFile) {
    for diagnostic in diagnostics {
      #expect(!diagnostic.message.zh.isEmpty && !diagnostic.message.en.isEmpty)
      guard diagnostic.range != .none else { continue }
      #expect(Int(diagnostic.range.end) <= file.bytes.count, "\(diagnostic.code)")
      #expect(diagnostic.range.start <= diagnostic.range.end, "\(diagnostic.code)")
    }
  }
}
