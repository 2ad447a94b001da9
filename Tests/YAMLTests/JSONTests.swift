import SourceText
import TestSupport
import Testing
import YAML

@Suite struct JSONTests {
  @Test(
    "reads into the same tree, numbers as written",
    arguments: [
      (
        #"{"a": 5000.00, "b": [true, false, null, -0, 1E+3]}"#,
        #"{"a": 5000.00, "b": [true, false, null, -0, 1E+3]}"#
      ),
      (#""x""#, #""x""#), (" 12 ", "12"), ("[]", "[]"), ("{}", "{}"), ("[[], {}]", "[[], {}]"),
      (#""\"\\\/\b\f\n\r\t\u6c49\uD83D\uDE00""#, "\"\"\\/\u{8}\u{C}↵\r\t汉😀\""),
      ("\u{FEFF}{\"汉字\": \"数\"}\r\n", #"{"汉字": "数"}"#), (#"{"": ""}"#, #"{"": ""}"#),
      ("\"\u{2028}\u{7F}\"", "\"\u{2028}\u{7F}\""),
    ])
  func tree(text: String, expected: String) {
    let (root, diagnostics) = readJSON(text)
    #expect(diagnostics == [])
    #expect(flat(root) == expected)
  }

  @Test(arguments: [
    (#"{"a": «12.50»}"#, "a"), (#"{«"a"» : 1}"#, "a#"), (#"{"汉": «"字"» }"#, "汉"),
    (#"{"a": [1, «[2, 3]»]}"#, "a.1"), (#" «{"a": [1]}» "#, ""), ("{\"a\":\r\n«true»}", "a"),
    (#"{"a": «"x\"y\u6c49"»}"#, "a"),
  ])
  func `every place is known, also at a base offset`(marked: String, path: String) throws {
    let wanted = MarkedText(marked)
    let root = try #require(readJSON(wanted.text).root)
    #expect(range(at: path, in: root) == wanted.ranges[0])
    let line = (Array("{}\n".utf8) + wanted.bytes)[3...]
    let moved = try #require(readJSON(line, base: 1000).root)
    let (start, end) = (wanted.ranges[0].start + 1000, wanted.ranges[0].end + 1000)
    #expect(range(at: path, in: moved) == ByteRange(start: start, end: end))
  }

  @Test func `a null is null and text is not`() {
    let root = readJSON(#"{"a": null, "b": "null", "c": "true", "d": true}"#).root
    #expect(root?["a"]?.isNull == true)
    #expect(root?["b"]?.isNull == false)
    #expect(root?["c"]?.scalar?.bool == nil)
    #expect(root?["d"]?.scalar?.bool == true)
  }

  @Test(
    "says what is wrong and where",
    arguments: [
      ("«»", ["empty-document"]), ("  «»", ["empty-document"]),
      (#"{"a": 1, «"a"»: 2, «"\u0061"»: 3}"#, ["duplicate-key", "duplicate-key"]),
      (#"{"a": 1} «{"b": 2}»"#, ["text-after-document"]), ("1 «x»  ", ["text-after-document"]),
      (#"«{»"a": 1"#, ["unclosed-bracket"]), ("[1, «[»2", ["unclosed-bracket"]),
      ("«[»", ["unclosed-bracket"]),
      ("«[»1,", ["unclosed-bracket"]), (#"«{»"a""#, ["unclosed-bracket"]),
      (#"«{»"a":"#, ["unclosed-bracket"]),
      ("[1«,»]", ["trailing-comma"]), (#"{"a": 1«,» }"#, ["trailing-comma"]),
      ("[1 «2»]", ["missing-comma"]), (#"{"a": 1 «"»b": 2}"#, ["missing-comma"]),
      ("[1«，» 2]", ["missing-comma"]),
      ("[1«}»", ["missing-comma"]), (#"{"a" «1»}"#, ["missing-colon"]),
      (#"{"a"«：»1}"#, ["missing-colon"]),
      ("{«a»: 1}", ["key-expected"]), ("{«1»: 1}", ["key-expected"]), ("{«,»}", ["key-expected"]),
      ("[«True»]", ["value-expected"]), ("[«NaN»]", ["value-expected"]),
      ("[«'a'»]", ["value-expected"]),
      ("[«“a”»]", ["value-expected"]), ("[«//» x\n1]", ["value-expected"]),
      ("[«,»1]", ["value-expected"]),
      ("[«+1»]", ["value-expected"]), ("[«.5»]", ["value-expected"]),
      ("[«01»]", ["bad-number"]), ("[«-»]", ["bad-number"]), ("[«1.»]", ["bad-number"]),
      ("[«1e»]", ["bad-number"]),
      ("[«2024-09-30»]", ["bad-number"]), ("[«0x1F»]", ["bad-number"]),
      ("[«1.5.2»]", ["bad-number"]),
      ("[«-01»]", ["bad-number"]),
      ("[«\"»a", ["unclosed-quote"]), ("[«\"»a\n\"]", ["unclosed-quote"]),
      ("«\"»\\\"", ["unclosed-quote"]),
      ("[\"a«\t»b\"]", ["control-character"]), ("[\"a«\u{1B}»b\"]", ["control-character"]),
      (#"["«\d»"]"#, ["bad-escape"]), (#"["«\u12»g4"]"#, ["bad-escape"]),
      ("\"«\\»", ["bad-escape"]),
      (#"["«\汉»"]"#, ["bad-escape"]),
      (#"["«\ud83d»"]"#, ["lone-surrogate"]), (#"["«\ude00»"]"#, ["lone-surrogate"]),
      (#"["«\ud83d»\u0041"]"#, ["lone-surrogate"]), (#"["«\ud83d»x"]"#, ["lone-surrogate"]),
    ])
  func diagnostics(marked: String, codes: [String]) {
    expectDiagnostics(marked, codes) { readJSON($0).diagnostics }
    // The same behind 汉字, where it is whole enough to be the second element of a list.
    guard codes[0] != "text-after-document", codes[0] != "unclosed-quote" else { return }
    guard marked.hasSuffix("]") || marked.hasSuffix("}") else { return }
    expectDiagnostics("[\"汉字😀\",\n" + marked + "]", codes) { readJSON($0).diagnostics }
  }

  @Test func `a diagnostic of one line of many stands at its base offset`() {
    let line = Array(#"{"a": 1, "a": 2}"#.utf8)
    let (_, diagnostics) = readJSON(line[...], base: 70)
    #expect(diagnostics.first?.range == ByteRange(79, 82))
    #expect(diagnostics.first?.help?.en.contains("line 1") == true)
  }

  @Test(arguments: ["[", "{\"a\":", "[{\"a\":"])
  func `ten thousand levels are one error`(opening: String) {
    let (root, diagnostics) = readJSON(String(repeating: opening, count: 10_000))
    #expect(root == nil)
    #expect(diagnostics.map(\.code) == ["too-deep"])
  }

  @Test func `a key that stands twice among many is found`() {
    let fields = (0..<100).map { "\"k\($0)\": \($0)" }.joined(separator: ", ")
    let (root, diagnostics) = readJSON("{\(fields), \"k0\": 1, \"k15\": 1, \"k16\": 1, \"k99\": 1}")
    #expect(diagnostics.map(\.code) == Array(repeating: "duplicate-key", count: 4))
    #expect(root?.mapping?.count == 100)
    #expect(root?["k99"]?.scalar?.text == "99")
  }
}
