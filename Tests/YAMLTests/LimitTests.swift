import SourceText
import TestSupport
import Testing
import YAML

@Suite struct LimitTests {
  private func limits(_ change: (inout ReadingLimits) -> Void) -> ReadingLimits {
    var limits = ReadingLimits()
    change(&limits)
    return limits
  }

  @Test func `an alias bomb is one error at an alias`() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...30 {
      let uses = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(uses)]\n"
    }
    let (root, diagnostics) = readYAML(text)
    #expect(root == nil)
    #expect(diagnostics.map(\.code) == ["too-many-nodes"])
    let place = SourceFile(path: "x", text: text).position(at: diagnostics[0].range.start)
    #expect(place.line == 7)
  }

  @Test func `an alias bomb of text is one error at an alias`() {
    let long = String(repeating: "x", count: 1 << 20)
    let text = "a: &a \(long)\nb: [" + String(repeating: "*a, ", count: 17) + "]\n"
    let (root, diagnostics) = readYAML(text)
    #expect(root == nil)
    #expect(diagnostics.map(\.code) == ["aliases-too-large"])
  }

  @Test func `an alias adds the depth of what it names`() {
    var text = "a0: &a0 [x]\n"
    for level in 1...300 { text += "a\(level): &a\(level) [*a\(level - 1)]\n" }
    let (_, diagnostics) = readYAML(text)
    #expect(diagnostics.map(\.code) == ["too-deep"])
    let place = SourceFile(path: "x", text: text).position(at: diagnostics[0].range.start)
    #expect(place.line == 256)
  }

  @Test(arguments: [
    String(repeating: "[", count: 10_000), String(repeating: "{a: ", count: 10_000),
    String(repeating: "- ", count: 10_000) + "x\n", String(repeating: "? ", count: 10_000) + "x\n",
    (0..<1_500).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
    String(repeating: "[", count: 10_000) + String(repeating: "]", count: 10_000),
    String(repeating: "[?", count: 10_000), String(repeating: "{{", count: 5_000),
    (0..<1_500).map { String(repeating: " ", count: $0) + "- &x\($0)\n" }.joined(),
  ])
  func `ten thousand levels are one error at the first too deep`(text: String) {
    let (root, diagnostics) = readYAML(text)
    #expect(root == nil)
    #expect(diagnostics.last?.code == "too-deep")
    #expect(
      diagnostics.allSatisfy {
        $0.code == "too-deep" || $0.code == "collection-key" || $0.code == "too-many-problems"
      })
  }

  @Test(arguments: [255, 256, 257]) func `the depth allowed is allowed`(depth: Int) {
    let text = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    #expect(readYAML(text).diagnostics.isEmpty == (depth <= 256))
    #expect(readJSON(text).diagnostics.isEmpty == (depth <= 256))
  }

  @Test func `the marked level is the first too deep`() {
    expectDiagnostics("a: [b, «[»c]]", ["too-deep"]) {
      readYAML($0, limits: limits { $0.depth = 2 }).diagnostics
    }
    expectDiagnostics("{\"a\": [1, «[»2]]}", ["too-deep"]) {
      readJSON($0, limits: limits { $0.depth = 2 }).diagnostics
    }
  }

  @Test func `nodes and aliases are counted`() {
    expectDiagnostics("[a, b, c, «d»]", ["too-many-nodes"]) {
      readYAML($0, limits: limits { $0.nodes = 4 }).diagnostics
    }
    expectDiagnostics("[1, 2, 3, «4»]", ["too-many-nodes"]) {
      readJSON($0, limits: limits { $0.nodes = 4 }).diagnostics
    }
    expectDiagnostics("[&a b, *a, *a, «*a»]", ["too-many-aliases"]) {
      readYAML($0, limits: limits { $0.aliases = 2 }).diagnostics
    }
  }

  @Test func `reading stops when there is too much to say`() {
    let text = String(repeating: "a: 1\n", count: 1000)
    let codes = readYAML(text).diagnostics.map(\.code)
    #expect(codes.count == 101)
    #expect(codes.last == "too-many-problems")
  }

  @Test func `a hundred megabytes are one error with the size and the limit`() {
    let bytes = [UInt8](repeating: 0x61, count: 100 << 20)
    for diagnostics in [readYAML(bytes).diagnostics, readJSON(bytes).diagnostics] {
      #expect(diagnostics.map(\.code) == ["too-large"])
      #expect(diagnostics[0].message.en == "the file has 100 MiB, over the limit of 64 MiB")
    }
  }

  @Test func `many TAG lines do not make libyaml compare each with all`() {
    let text = (0..<100_000).map { "%TAG !a\($0)! tag:x,2024:\n" }.joined() + "---\na: 1\n"
    #expect(readYAML(text).diagnostics.map(\.code) == ["bad-directive"])
  }

  @Test(
    arguments: [
      ([0xFF, 0xFE, 0x61, 0], "not-utf8"), ([0x61, 0, 0x3A, 0, 0x20, 0, 0x62, 0], "not-utf8"),
      (Array("%PDF-1.7\n%âãÏÓ\n".utf8), "not-text"), ([0x50, 0x4B, 3, 4, 20, 0], "not-text"),
      ([0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0], "not-text"), ([1, 2, 3, 0, 0xFF], "not-text"),
      ([0x61, 0x3A, 0x20, 0xB0, 0xB8, 0xBC, 0xFE], "invalid-utf8"),
      ([0x61, 0x3A, 0x20, 0xE6, 0xB1], "invalid-utf8"),
    ] as [([UInt8], String)])
  func `what is no text in UTF-8 is one error`(bytes: [UInt8], code: String) {
    let (root, diagnostics) = readYAML(bytes)
    #expect(root == nil)
    #expect(diagnostics.map(\.code) == [code])
    for diagnostic in diagnostics { expectWellWritten(diagnostic) }
    #expect(readJSON(bytes).diagnostics.count == 1)
  }

  @Test func `bytes that are not UTF-8 are marked exactly`() {
    let bytes = Array("汉: ".utf8) + [0xB0, 0x61]
    #expect(readYAML(bytes).diagnostics.first?.range == ByteRange(5, 6))
  }
}
