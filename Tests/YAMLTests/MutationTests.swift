import SourceText
import TestSupport
import Testing
import YAML

@Suite struct MutationTests {
  private static let samples: [(name: String, bytes: [UInt8])] =
    [
      (
        "block",
        "a: 1\nb:\n  - c: 'd'\n    e: \"f\\n\"\n  - &x [g, h]\n  - *x\ni: |\n  汉字\n   x\n\nj: >-\n  k\n  l\n"
      ),
      ("flow", "{a: [b, {c: d}], 'e': \"\\u6c49\", f: &y {g: h}, i: *y, j: ~}\r\n"),
      ("edges", "\u{FEFF}%YAML 1.2\n---\n? a\n: b\n? c\nd: !e f\n\"g\\\n  h\": i\n...\n"),
      (
        "json",
        "{\"a\": [1, -2.50e+3, true, null], \"b\\u0041\": {\"汉\": \"\\ud83d\\ude00\\n\"}, \"c\": []}\n"
      ),
    ].map { ($0.0, Array($0.1.utf8)) }

  private func check(_ name: String, _ bytes: [UInt8], seed: UInt64, rounds: Int = 64) {
    var mutator = ByteMutator(seed: seed)
    for round in 0..<rounds {
      let mutated = mutator.mutate(bytes)
      let file = SourceFile(path: name, bytes: mutated)
      for (root, diagnostics) in [readYAML(mutated), readJSON(mutated)] {
        #expect(root != nil || !diagnostics.isEmpty, "\(name) \(seed) \(round)")
        for diagnostic in diagnostics {
          #expect(Int(diagnostic.range.end) <= mutated.count, "\(name) \(seed) \(round)")
          expectWellWritten(diagnostic)
          #expect(ExcerptPrinter().text(of: diagnostic, in: file).contains("^"))
        }
        guard let root else { continue }
        for range in ranges(in: root) {
          #expect(Int(range.end) <= mutated.count, "\(name) \(seed) \(round)")
        }
      }
    }
  }

  @Test(arguments: 0..<MutationTests.samples.count)
  func `damaged text gives a tree or a diagnostic`(index: Int) {
    let sample = Self.samples[index]
    for seed in 0..<8 { check(sample.name, sample.bytes, seed: UInt64(seed)) }
  }

  @Test(.enabled(if: ProjectFolder.hasShared))
  func `damaged case files give a tree or a diagnostic`() throws {
    let shared = try #require(ProjectFolder.shared)
    let files = ProjectFolder.files(under: shared + "/domain", suffix: "case.yaml")
    #expect(!files.isEmpty)
    for (index, path) in files.enumerated() {
      let bytes = try #require(ProjectFolder.bytes(atPath: path))
      check(path, bytes, seed: UInt64(index))
    }
  }

  /// Whatever libyaml says of damaged text, it is told in our words.
  @Test func `no fault of syntax falls back to the words of libyaml`() {
    for sample in Self.samples {
      var mutator = ByteMutator(seed: 77)
      for _ in 0..<2000 {
        let mutated = mutator.mutate(sample.bytes)
        for diagnostic in readYAML(mutated).diagnostics where diagnostic.code == "yaml-syntax" {
          Issue.record("\(diagnostic.message.en): \(String(decoding: mutated, as: UTF8.self))")
        }
      }
    }
  }
}
