import CEL
import CaseRecords
import SourceText
import TestSupport
import Testing
import YAML

/// The made-up cases and the rule vectors of the shared folder.
@Suite(.enabled(if: ProjectFolder.hasShared)) struct SharedRecordTests {
  static let examples = ["example-ordinary", "example-simple", "example-first-offence"]

  @Test("reads a whole case folder without a word", arguments: examples)
  func example(name: String) throws {
    let folder = try #require(ProjectFolder.shared) + "/domain/" + name
    let loader = RecordLoader(kinds: RecordKinds([try PenaltySchemaTests.schema()]))
    let found = RecordDiscovery.find([folder])
    #expect(found.count == 1)
    guard case .source(let source)? = found.first else {
      Issue.record("\(found)")
      return
    }
    let loaded = loader.load(source)
    #expect(loaded.diagnostics == [])
    let record = try #require(loaded.record)
    #expect(record.completeness == .closed)
    #expect(record.number != nil)
    #expect(!record.documents.elements.isEmpty)
  }

  @Test("survives a damaged case file: a record or a diagnostic", arguments: examples)
  func damaged(name: String) throws {
    let text = try #require(ProjectFolder.sharedText("domain/\(name)/case.yaml"))
    let kinds = RecordKinds([try PenaltySchemaTests.schema()])
    var mutator = ByteMutator(seed: 137)
    for _ in 0..<64 {
      let bytes = mutator.mutate(Array(text.utf8))
      let (root, problems) = readYAML(bytes)
      guard let root else {
        #expect(!problems.isEmpty)
        continue
      }
      let reading = kinds.read(root)
      #expect(reading.record != nil || !reading.diagnostics.isEmpty)
      for diagnostic in reading.diagnostics {
        #expect(Int(diagnostic.range.end) <= bytes.count)
        expectWellWritten(diagnostic)
      }
    }
  }

  @Test func `every vector of the rule semantics has a schema and a record that read`() throws {
    let folder = try #require(ProjectFolder.shared) + "/conformance/rules"
    var count = 0
    for path in ProjectFolder.files(under: folder, suffix: ".yaml") {
      let bytes = try #require(ProjectFolder.bytes(atPath: path))
      // The vectors tag times, which a record of ours does not.
      let text = String(decoding: bytes, as: UTF8.self).replacing("!!timestamp ", with: "")
      for vector in try #require(readYAML(text).root?.sequence) {
        let name = "\(path): \(vector["name"]?.scalar?.text ?? "")"
        guard let schemaNode = vector["schema"] else { continue }
        let (schema, problems) = SchemaReader.read(schemaNode)
        #expect(problems == [], "\(name)")
        guard let schema, let recordNode = vector["record"] else { continue }
        let reading = RecordReader(schema: schema).read(recordNode)
        #expect(reading.diagnostics == [], "\(name)")
        #expect(reading.record != nil, "\(name)")
        count += 1
      }
    }
    #expect(count > 300)
  }
}
