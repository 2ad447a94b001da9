import RuleCompiler
import SourceText
import TestSupport
import Testing
import YAML

/// The vectors of the rule semantics, as far as reading goes: they are in `rules/` of the shared
/// conformance folder, and their form is described there.
@Suite(.enabled(if: ProjectFolder.hasShared)) struct SourceVectorTests {
  /// What the reader itself has to refuse; the other load errors are for the compiler.
  static let refused: [String: String] = [
    "that-and-deadline": "that-and-deadline",
    "neither-that-nor-deadline": "neither-that-nor-deadline",
    "require-and-deadline": "several-requirements",
    "within-and-wait": "within-and-wait",
    "several-checks-without-id": "check-id-missing",
    "same-id-twice": "check-id-twice",
    "unknown-key-of-a-check": "unknown-key",
    "unknown-key-of-a-deadline": "unknown-key",
    "unknown-value-of-absent": "unknown-value",
    "versions-overlap": "versions-overlap",
    "versions-leave-a-hole": "versions-hole",
    "reserved-name": "reserved-name",
    "parameter-tie": "parameter-tie",
    "parameter-dates-overlap": "parameter-dates-overlap",
    "expression-that-yaml-takes-for-a-tag": "unknown-tag",
  ]

  static let files: [String] =
    ProjectFolder.shared.map {
      ProjectFolder.files(under: $0 + "/conformance/rules", suffix: ".yaml")
    } ?? []

  /// The vectors of a file. Their records tag points in time, which a record of ours does not.
  func vectors(in path: String) throws -> [Node] {
    let bytes = try #require(ProjectFolder.bytes(atPath: path))
    let text = String(decoding: bytes, as: UTF8.self).replacing("!!timestamp ", with: "")
    return try #require(readYAML(text).root?.sequence)
  }

  @Test("reads every vector, and refuses what has a fault of form", arguments: files)
  func vectors(path: String) throws {
    let vectors = try vectors(in: path)
    for vector in vectors {
      let name = vector["name"]?.scalar?.text ?? ""
      let source = RulebookSource(vector: vector)
      let codes = source.diagnostics.map(\.diagnostic.code)
      if let code = Self.refused[name] {
        #expect(codes == [code], "\(path) \(name)")
      } else if name == "expression-that-yaml-takes-for-a-mapping" {
        // A fault of YAML's own syntax, whose code is the YAML reader's.
        #expect(codes.count == 1)
        #expect(source.rules.isEmpty)
      } else {
        #expect(codes == [], "\(path) \(name)")
        #expect(!source.rules.isEmpty, "\(path) \(name)")
      }
      for rule in source.rules { #expect(rule.recordKind == RulebookSource.vectorKind) }
    }
  }

  @Test func `every vector that the reader refuses is there`() throws {
    let path = try #require(Self.files.first { $0.hasSuffix("load-errors.yaml") })
    let vectors = try vectors(in: path)
    let names = Set(vectors.compactMap { $0["name"]?.scalar?.text })
    #expect(Set(Self.refused.keys).isSubset(of: names))
  }
}

@Suite struct SourceMutationTests {
  @Test("damaged rule files never crash the reader", arguments: 1...8)
  func damage(seed: UInt64) {
    var mutator = ByteMutator(seed: seed)
    let bytes = Array(
      (SourceRuleTests.published
        + """

        versions:
          - effective: { basis: a, from: 2000-01-01, until: 2020-01-01 }
            require: [{ id: a, each: l, as: x, that: x.n > 1 }]
          - { effective: { basis: a, from: 2020-01-02 }, lighter: true }
        """).utf8)
    for _ in 0..<200 {
      let damaged = mutator.mutate(bytes)
      let source = RulebookSource(
        reading: [SourceFile(path: "penalty/test/rule.yaml", bytes: damaged)])
      for found in source.diagnostics {
        #expect(Int(found.diagnostic.range.end) <= damaged.count)
      }
    }
  }
}
