import Testing

@testable import CEL

@Suite struct CompiledPatternTests {
  @Test(
    "patterns match as RE2 has it",
    arguments: [
      ("foo|bar", "", false), ("", "cows", true), ("", "", true), ("bc", "abcd", true),
      ("gr(a|e)y", "grey", true), ("ba(na)*", "banana", true), ("a+ñ+a+", "mañana", true),
      ("(a|😀){2}", "🐱😀😀", true), ("^abc$", "abc", true), ("^abc$", "abc\n", false),
      ("^b", "a\nb", false), ("(?m)^b$", "a\nb\nc", true), ("a.c", "a\nc", false),
      ("(?s)a.c", "a\nc", true), ("(?i)abc", "xABCx", true), ("(?i:a)b", "AB", false),
      ("(?i:a)b", "Ab", true), ("a(?i)b|c", "aB", true), ("a(?i)b|c", "C", true),
      ("a{2}", "a", false), ("a{2,}", "aaa", true), ("^a{2,3}$", "aaaa", false),
      ("a{,2}", "a{,2}", true),
      ("x{", "x{", true), ("[a-c]+", "xbx", true), ("[^a-c]", "abc", false), ("[]a]", "]", true),
      ("[a-]", "-", true), (#"[\d.]+$"#, "v1.2", true), (#"\d"#, "１", false), (#"\w"#, "汉", false),
      (#"\bfoo\b"#, "a foo b", true), (#"\bfoo\b"#, "afoo", false), (#"\Boo"#, "foo", true),
      ("[[:alpha:]][[:^alpha:]]", "a1", true), (#"^\p{Han}+$"#, "行政处罚", true),
      (#"^\p{Han}+$"#, "行政a", false), (#"\pN"#, "a٣", true), (#"^\P{L}$"#, "1", true),
      (#"\x41\x{6c49}"#, "A汉", true), (#"\Qa.b\E+"#, "a.bb", true), (#"\Qa.b\E"#, "axb", false),
      ("(?P<year>[0-9]{4})", "in 2024", true), ("a*?b", "aab", true), ("(a*)*b", "aac", false),
      ("(|a)*b", "aab", true), ("^(?:a?){30}a{30}$", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", true),
      (#"黔\S+罚〔\d{4}〕\d+号"#, "黔东南市监罚〔2024〕137号", true), ("é", "e\u{301}", false),
      ("^.$", "e\u{301}", false), (#"\A\z"#, "", true), ("$^", "", true),
      ("[[:word:]-]+$", "a-b", true),
      (#"[^\d\s]"#, "1 2", false), (#"[^\D]"#, "a1", true), ("(?i)[a-c]", "B", true),
      ("(?i)straße", "STRAßE", true), ("(?:(?:){1000}){1000}", "", true),
    ])
  func matching(pattern: String, text: String, matches: Bool) throws {
    #expect(try CompiledPattern(pattern).matches(text) == matches)
  }

  @Test(
    "what RE2 has not is refused, and where",
    arguments: [
      ("a(b", 1), ("a)b", 1), ("[a", 0), ("*a", 0), ("a|*", 2), ("a**", 1), ("a{2}{3}", 1),
      ("a{1001}", 1), ("a{3,2}", 1), (#"a\1"#, 1), (#"\q"#, 0), (#"\"#, 0), ("(?=a)", 0),
      ("(?<!a)b", 0), ("(?<n", 0), ("[z-a]", 1), ("[[:foo:]]", 1), (#"\p{Klingon}"#, 0),
      (#"\C"#, 0), (#"\xZ"#, 0), ("(?z)", 0),
    ])
  func faults(pattern: String, offset: Int) {
    #expect { try CompiledPattern(pattern) } throws: { error in
      (error as? PatternFault)?.offset == offset
    }
  }

  @Test(
    "patterns that would grow without end are refused",
    arguments: [
      "((a{1000}){1000}){1000}", String(repeating: "(", count: 5_000),
      String(repeating: "(?:a?){1000}", count: 100),
    ])
  func size(pattern: String) {
    #expect(throws: PatternFault.self) { try CompiledPattern(pattern) }
  }

  @Test func `a pattern that makes others try every way runs at once`() throws {
    let text = String(repeating: "a", count: 3_000) + "c"
    #expect(try !CompiledPattern("(a+)+b").matches(text))
    #expect(try !CompiledPattern("(a|aa)+$").matches(text))
  }

  @Test func `made-up patterns never crash the parser`() {
    var generator = SeededGenerator(seed: 7)
    let parts = [
      "a", "汉", "\\", "(", ")", "[", "]", "{", "}", "*", "+", "?", "|", "^", "$", ".", "-", ":",
      "[:", ":]", "\\d", "\\p", "{2,3}", "(?", "P<", "i", ",", "9", "\\Q", "\\E", "\\x",
    ]
    var accepted = 0
    for _ in 0..<20_000 {
      let count = Int.random(in: 0..<10, using: &generator)
      let pattern = (0..<count).map { _ in parts.randomElement(using: &generator) ?? "" }.joined()
      do {
        _ = try CompiledPattern(pattern).matches("a汉d9-")
        accepted += 1
      } catch {
        #expect(error.offset <= pattern.unicodeScalars.count)
      }
    }
    #expect(accepted > 1_000)
  }
}
