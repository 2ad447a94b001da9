import SourceText
import Testing

@testable import CEL

@Suite struct SyntaxMeaningTests {
  @Test(
    "operators bind as the language has it",
    arguments: [
      ("a || b && c", "_||_(a, _&&_(b, c))"),
      ("a && b || c && d", "_||_(_&&_(a, b), _&&_(c, d))"),
      ("a + b * c - d", "_-_(_+_(a, _*_(b, c)), d)"),
      ("(a + b) * c", "_*_(_+_(a, b), c)"),
      ("a < b == c", "_==_(_<_(a, b), c)"),
      ("!a.b && -c.d[0] > e", "_&&_(!_(a.b), _>_(-_(c.d[int(0)]), e))"),
      ("!!a", "!_(!_(a))"),
      ("a ? b : c ? d : e", "_?_:_(a, b, _?_:_(c, d, e))"),
      ("a ? (b ? c : d) : e", "_?_:_(a, _?_:_(b, c, d), e)"),
      ("a in b && c", "_&&_(@in(a, b), c)"),
      ("1in[1]", "@in(int(1), [int(1)])"),
      ("a - -1", "_-_(a, int(-1))"),
      ("-1.abs()", "int(-1).abs()"),
      ("-9223372036854775808", "int(-9223372036854775808)"),
      ("--9223372036854775808", "-_(int(-9223372036854775808))"),
      ("-5u", "-_(uint(5))"),
      ("a // not this: && b", "a"),
      ("24.indexOf('2')", "int(24).indexOf(string(\"2\"))"),
      (".5 + 1e3", "_+_(double(0.5), double(1000.0))"),
      ("0xFFu", "uint(255)"),
    ])
  func operators(source: String, meaning: String) { expect(source, meaning) }

  @Test(
    "members, lists, maps and messages",
    arguments: [
      ("a.b.c", "a.b.c"), (".a.b", ".a.b"), ("a.f(b, c)", "a.f(b, c)"), (".f(a)", ".f(a)"),
      ("a.?b[?c].d", "a.?b[?c].d"), ("a.`x-y`.if", "a.x-y.if"), ("a.if()", "a.if()"),
      ("[1, ?a,]", "[int(1), ?a]"), ("{a: 1, ?b: c,}", "{a: int(1), ?b: c}"),
      ("a.B{f: 1, ?`g h`: c, if: d}", "a.B{f: int(1), ?g h: c, if: d}"), (".A{}", ".A{}"),
      ("[[], {}]", "[[], {}]"), ("f()[0]", "f()[int(0)]"), ("x.optMap(y, y)", "optMap(y in x : y)"),
    ])
  func members(source: String, meaning: String) { expect(source, meaning) }

  @Test(
    "macros are expanded while parsing",
    arguments: [
      ("has(a.b.c)", "has(a.b.c)"), ("has(a.?b.c)", "has(a.?b.c)"),
      ("has(hearing)", "has(hearing)"),
      ("l.all(x, x > y)", "all(x in l : _>_(x, y))"),
      ("l.exists(i, v, i == v)", "exists(i, v in l : _==_(i, v))"),
      ("l.exists_one(x, x)", "existsOne(x in l : x)"),
      ("l.existsOne(x, y, z)", "existsOne(x, y in l : z)"),
      ("l.map(x, y)", "map(x in l : y)"), ("l.map(x, p, t)", "map(x in l | p : t)"),
      ("l.filter(x, p)", "filter(x in l : p)"),
      ("l.transformList(i, v, v)", "transformList(i, v in l : v)"),
      ("l.transformList(i, v, p, v)", "transformList(i, v in l | p : v)"),
      ("m.transformMap(k, v, p, v)", "transformMap(k, v in m | p : v)"),
      ("m.transformMapEntry(k, v, {v: k})", "transformMapEntry(k, v in m : {v: k})"),
      ("cel.bind(x, a + b, x * x)", "bind(x in _+_(a, b) : _*_(x, x))"),
      (
        "cel.block([a, cel.index(0)], cel.index(1))",
        "bind(@index0 in a : bind(@index1 in @index0 : @index1))"
      ),
      ("l.map(cel.iterVar(0, 1), cel.iterVar(0, 1))", "map(@it:0:1 in l : @it:0:1)"),
      ("l.all(x, x.all(x, x))", "all(x in l : all(x in x : x))"),
      ("map(a, b)", "map(a, b)"), ("cel.f(a)", "cel.f(a)"), ("b.cel.bind(a)", "b.cel.bind(a)"),
    ])
  func macros(source: String, meaning: String) { expect(source, meaning) }

  @Test func `macros are calls when they are switched off`() {
    let options = ParserOptions(macrosEnabled: false)
    let result = parse("has(a.b) || l.all(x, y) || cel.bind(a, b, c)", options: options)
    #expect(result.diagnostics.isEmpty)
    #expect(
      outline(result.tree) == "_||_(_||_(has(a.b), l.all(x, y)), cel.bind(a, b, c))")
  }

  @Test(
    "a node knows its words and the part to point at",
    arguments: [
      ("(a + b) * c", "(a + b) * c", "*"), ("  ( a )  ", "a", "a"), ("a.b.c", "a.b.c", "c"),
      ("a .f( b )", "a .f( b )", "f"), ("f(b)", "f(b)", "f"), ("a[0]", "a[0]", "[0]"),
      ("- 5", "- 5", "- 5"), ("!a", "!a", "!"), ("a ? b : (c)", "a ? b : (c)", "?"),
      ("has(a.b)", "has(a.b)", "b"), ("l.all(x, x)", "l.all(x, x)", "all"),
      ("cel.bind(x, y, z)", "cel.bind(x, y, z)", "bind"), ("T.U{f: 1}", "T.U{f: 1}", "T.U"),
      (".a", ".a", ".a"), ("[1, 2] // c", "[1, 2]", "[1, 2]"), ("a.`b c`", "a.`b c`", "`b c`"),
    ])
  func ranges(source: String, words: String, focus: String) {
    let tree = parse(source).tree
    #expect(tree.text(of: tree.root) == words)
    let bytes = Array(source.utf8)
    let range = tree[tree.root].focus
    #expect(String(decoding: bytes[Int(range.start)..<Int(range.end)], as: UTF8.self) == focus)
  }

  @Test(
    "escapes",
    arguments: [
      (#""\a\b\f\n\r\t\v""#, "\u{07}\u{08}\u{0C}\n\r\t\u{0B}"), (#"'\\\?\"\'\`'"#, "\\?\"'`"),
      (#"'\x41\101\u6c49\U0001F62C'"#, "AA汉😬"), (#"r'\n'"#, "\\n"), ("'''a'b\nc'''", "a'b\nc"),
      (#"'\377'"#, "ÿ"), (#""""""""#, ""),
    ])
  func strings(source: String, value: String) {
    let tree = parse(source).tree
    guard case .literal(.string(let found)) = tree[tree.root].kind else {
      Issue.record("no string: \(outline(tree))")
      return
    }
    #expect(found == value)
  }

  @Test func `bytes are octets`() {
    let tree = parse(#"b'\xff\377ÿ'"#).tree
    guard case .literal(.bytes(let found)) = tree[tree.root].kind else {
      Issue.record("no bytes: \(outline(tree))")
      return
    }
    #expect(found == [255, 255, 195, 191])
  }

  private func expect(
    _ source: String, _ meaning: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let result = parse(source)
    #expect(result.diagnostics.isEmpty, sourceLocation: sourceLocation)
    #expect(outline(result.tree) == meaning, sourceLocation: sourceLocation)
    expectWellFormed(result, sourceLocation: sourceLocation)
  }
}
