import SourceText
import Testing

@testable import CEL

@Suite struct SyntaxLimitTests {
  @Test(
    "nesting beyond the limit is one diagnostic",
    arguments: [
      ("(", "", ")"), ("[", "", "]"), ("f(", "a", ")"), ("!", "a", ""), ("-", "a", ""),
      ("{1: ", "1", "}"), ("a[", "0", "]"), ("a ? ", "b", " : c"), ("[1].map(x, ", "x", ")"),
      ("T{f: ", "1", "}"), ("has(", "a.b", ")"), ("cel.bind(x, ", "1", ", x)"),
    ])
  func depth(opening: String, inner: String, closing: String) {
    let many = 3_000
    let source =
      String(repeating: opening, count: many) + inner + String(repeating: closing, count: many)
    let result = parse(source)
    #expect(result.diagnostics.map(\.code) == ["too-deep"])
    expectWellFormed(result)
  }

  @Test func `nesting up to the limit is accepted`() {
    let source = String(repeating: "(", count: 99) + "a" + String(repeating: ")", count: 99)
    #expect(parse(source).diagnostics.isEmpty)
    #expect(parse("(" + source + ")").diagnostics.map(\.code) == ["too-deep"])
    #expect(parse(String(repeating: "!", count: 99) + "a").diagnostics.isEmpty)
    #expect(!parse(String(repeating: "!", count: 100) + "a").isValid)
  }

  @Test(
    "flat chains of thousands are read",
    arguments: [
      (" && a", 13_000, 20), (" || a", 13_000, 20), (" + 1", 4_000, 4_001), (".b", 4_000, 4_001),
      ("[0]", 4_000, 4_001), (" ? b : a", 4_000, 4_001), (" == a && b", 6_000, 20),
    ])
  func chains(link: String, count: Int, height: Int) {
    let result = parse("a" + String(repeating: link, count: count))
    #expect(result.diagnostics.isEmpty)
    #expect(result.tree.height <= height)
    expectWellFormed(result)
  }

  @Test func `a chain that grows too high is one diagnostic`() {
    let result = parse("1" + String(repeating: " + 1", count: 6_000))
    #expect(result.diagnostics.map(\.code) == ["too-deep"])
    expectWellFormed(result)
  }

  @Test func `a short chain of and leans to the left, a long one is balanced`() {
    let short = parse("a && b && c && d").tree
    #expect(outline(short) == "_&&_(_&&_(_&&_(a, b), c), d)")
    let names = (0..<100).map { "a\($0)" }
    let long = parse(names.joined(separator: " && ")).tree
    #expect(long.height == 8)
    var inOrder: [String] = []
    var waiting = [long.root]
    while let id = waiting.popLast() {
      if case .identifier(let name, _) = long[id].kind { inOrder.append(name) }
      waiting += long[id].kind.children.reversed()
    }
    #expect(inOrder == names)
  }

  @Test func `a source that is too long is not read`() {
    let options = ParserOptions(maximumBytes: 10)
    #expect(parse("12345 + 67", options: options).diagnostics.isEmpty)
    #expect(parse("12345 + 678", options: options).diagnostics.map(\.code) == ["source-too-long"])
  }

  @Test func `diagnostics stop at their limit`() {
    let source = String(repeating: "# ", count: 500)
    #expect(parse(source).diagnostics.count == 100)
  }
}
