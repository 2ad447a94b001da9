import SourceText
import TestSupport
import Testing
import YAML

@Suite struct YAMLTreeTests {
  @Test(
    "reads into a tree, guessing nothing",
    arguments: [
      ("a: 2024-09-30", "{a: 2024-09-30}"),
      (
        "[no, on, yes, 0100, 1e3, 5000.00, ~, null, true]",
        "[no, on, yes, 0100, 1e3, 5000.00, ~, null, true]"
      ),
      ("a:\nb: ''\nc: \"\"\n", "{a: , b: '', c: \"\"}"),
      ("- a: 1\n  b: [x, {y: z}]\n- - q\n", "[{a: 1, b: [x, {y: z}]}, [q]]"),
      ("a: 'it''s'\nb: \"x\\ty\\u6c49\"\n", "{a: 'it's', b: \"x\ty汉\"}"),
      ("a: |\n  x\n   y\n\nb: >-\n  p\n  q\n", "{a: |x↵ y↵, b: >p q}"),
      ("a: one\n  two\n\n  three\n", "{a: one two↵three}"),
      ("a: &x {k: 1}\nb: *x\nc: [*x]\n", "{a: {k: 1}, b: {k: 1}, c: [{k: 1}]}"),
      ("&k a: 1\nb: *k\n", "{a: 1, b: a}"),
      ("a: &x 1\nb: &x 2\nc: *x\n", "{a: 1, b: 2, c: 2}"),
      ("%YAML 1.2\n---\na: 1\n...\n", "{a: 1}"),
      ("\u{FEFF}a: 汉字\r\nb: 😀\r\n", "{a: 汉字, b: 😀}"),
      ("? a\n? b\n", "{a: , b: }"),
      ("# nothing\ntext", "text"),
      ("~", "~"),
      ("''", "''"),
      ("{a, b: 1}", "{a: , b: 1}"),
      ("a: \"p\\\n  q\"\n", "{a: \"pq\"}"),
    ])
  func tree(text: String, expected: String) {
    let (root, diagnostics) = readYAML(text)
    #expect(diagnostics == [])
    #expect(flat(root) == expected)
  }

  @Test(
    arguments: [
      ("true", true), ("false", false), ("True", nil), ("no", nil), ("on", nil), ("'true'", nil),
    ] as [(String, Bool?)])
  func `only two unquoted words are booleans`(text: String, expected: Bool?) {
    #expect(readYAML(text).root?.scalar?.bool == expected)
  }

  @Test(
    "knows the place of every node",
    arguments: [
      ("a: «b c»  # d\n", "a"), ("«a»: b", "a#"), ("a: «'b'' c'»", "a"), ("a: «\"b\\n\"» ", "a"),
      ("汉字: «数»\n", "汉字"), ("«汉字»: 数\n", "汉字#"), ("😀: «😀😀» #\n", "😀"),
      ("\u{FEFF}«a»: 1", "a#"), ("x: 1\r\na: «b»\r\n\r\nc: 1\r\n", "a"),
      ("汉: 1\r\n\r\na: «b»\r\n", "a"),
      ("a: «b\n  c\n\n  d»\n\n\ne: f\n", "a"),
      ("a: «|\n  x\n\n  y»\n\n\nb: 1\n", "a"), ("a: «|+\n  x»\n\n\nb: 1\n", "a"),
      ("a: «>-\n  汉字\n  x»\n  \n# c\nb: 1\n", "a"), ("a: «|\r\n  x»\r\n\r\nb: 1\r\n", "a"),
      ("a: «|»\n\nb: 1\n", "a"), ("a: «|-»   # c\n\nb: 1\n", "a"), ("a: «|\n  x»", "a"),
      ("a: «|2\n   x »\n \nb: 1\n", "a"), ("a: «|\n  x\n    »\n\nb: 1", "a"),
      ("a: «[b, c]» # d\n", "a"), ("a: [«b», c]\n", "a.0"), ("a: «{b: c}»\n", "a"),
      ("a:\n  «b: c\n  d: e»\n\n# x\nf: g\n", "a"), ("a:\n  «- b\n  - c»\n\nf: g\n", "a"),
      ("a:\n«- b\n- c»\nf: g\n", "a"), ("«a: b»\n\n", ""), ("- «a: b\n  c: d»\n- e\n", "0"),
      ("a:«» \nb: 1\n", "a"), ("a:«»\n\n\n", "a"), ("- «x»\n-«»\n", "0"), ("? a«»\n\nb: 1\n", "a"),
      ("a: &x «b»\n", "a"), ("a: &x\n  «b: c»\nd: 1", "a"), ("a: &x # why\n  «- b»\nd: 1", "a"),
      ("a: &x«»\nb: 1\n", "a"), ("a: &x «[b]»\n", "a"), ("&k «a»: b\n", "a#"),
      ("a: &x 1\nb: «*x» #\n", "b"), ("a: &x [p]\nb: [«*x»]\n", "b.0"),
      ("a:\n  -«» \n", "a.0"), ("«- x\n- {p: q}»\n", ""),
    ])
  func place(marked: String, path: String) throws {
    for front in ["", "# 汉字😀\n"] where front.isEmpty || !marked.hasPrefix("\u{FEFF}") {
      let wanted = MarkedText(front + marked)
      let (root, diagnostics) = readYAML(wanted.text)
      #expect(diagnostics == [])
      let tree = try #require(root)
      let found = try #require(range(at: path, in: tree))
      let first = Array(wanted.ranges.prefix(1))
      if wanted.ranges.count == 1 {
        #expect(MarkedText.marking(wanted.text, [found]) == front + marked)
      } else {
        #expect(found == first.first)
      }
    }
  }

  @Test func `a key that is looked up is found, also in a large mapping`() {
    let text = (0..<200).map { "k\($0): \($0)\n" }.joined()
    let (root, diagnostics) = readYAML(text + "k3: again\nk199: again\n")
    #expect(diagnostics.map(\.code) == ["duplicate-key", "duplicate-key"])
    #expect(root?["k199"]?.scalar?.text == "199")
    #expect(root?.mapping?.count == 200)
  }

  @Test(.enabled(if: ProjectFolder.hasShared))
  func `the sample files read without a diagnostic, ranges inside their parents`() throws {
    let shared = try #require(ProjectFolder.shared)
    let files = ProjectFolder.files(under: shared + "/domain", suffix: ".yaml")
    #expect(!files.isEmpty)
    for path in files {
      let bytes = try #require(ProjectFolder.bytes(atPath: path))
      let (root, diagnostics) = readYAML(bytes)
      #expect(diagnostics == [], "\(path)")
      let tree = try #require(root)
      checkNesting(tree, in: ByteRange(0, bytes.count))
    }
  }

  private func checkNesting(_ node: Node, in outer: ByteRange) {
    #expect(outer.start <= node.range.start && node.range.end <= outer.end)
    for child in node.sequence ?? [] { checkNesting(child, in: node.range) }
    var last = node.range.start
    for pair in node.mapping ?? [] {
      #expect(last <= pair.keyRange.start && pair.keyRange.end <= pair.value.range.start)
      checkNesting(pair.value, in: node.range)
      last = pair.value.range.end
    }
  }
}
