import SourceText
import Testing

@testable import CEL

@Suite struct SyntaxDiagnosticTests {
  @Test(
    "words",
    arguments: [
      ("a «#» b", ["unknown-character"]), ("a «;»", ["unknown-character"]),
      ("f«（»a«，» b«）»", ["full-width-character", "full-width-character", "full-width-character"]),
      ("a «＝＝» b", ["full-width-character"]), ("«！»a", ["full-width-character"]),
      ("a ? b «：» c", ["full-width-character"]), ("a«\u{3000}»== b", ["full-width-space"]),
      ("«年龄» > 18", ["foreign-name"]), ("case_«»age", []), ("«x年» == 1", ["foreign-name"]),
      ("a == «“»市场”", ["curly-quote"]), ("a == «‘»b’ && c", ["curly-quote"]),
      ("a == \"市场«”» && b", ["curly-quote"]),
      ("a == «\"»b", ["unclosed-quote"]), ("f(«'»a)", ["unclosed-quote"]),
      ("«'''»a\n'", ["unclosed-quote"]), ("a.«`»b", ["unclosed-quote"]),
      ("a.«`汉`»", ["bad-quoted-field"]), ("a.«``»", ["bad-quoted-field"]),
      (
        #"'a«\q»b«\x»Z«\0»9«\uD800»«\U00110000»'"#,
        ["bad-escape", "bad-escape", "bad-escape", "bad-escape", "bad-escape"]
      ),
      (#"b'«\u0041»'"#, ["bad-escape"]), (#"'«\4»00'"#, ["bad-escape"]),
      ("«3d» + «1_000» + «0x»", ["bad-number", "bad-number", "bad-number"]),
      ("«9223372036854775808»", ["number-out-of-range"]),
      ("«-9223372036854775809»", ["number-out-of-range"]),
      ("«18446744073709551616u»", ["number-out-of-range"]), ("«1e999»", ["number-out-of-range"]),
      ("a «=» b", ["wrong-operator"]), ("a «===» b", ["wrong-operator"]),
      ("a «and» b «OR» c", ["wrong-operator", "wrong-operator"]),
      ("«not» a", ["wrong-operator"]), ("«not» (a)", ["wrong-operator"]), ("not(a)", []),
      ("a «not in» b", ["wrong-operator"]),
      ("a «&» b «|» c", ["wrong-operator", "wrong-operator"]),
      ("a «<>» b", ["wrong-operator"]), ("a «=>» b", ["wrong-operator"]),
      ("a «≥» b", ["wrong-operator"]), ("and && or", []),
    ])
  func words(marked: String, codes: [String]) {
    guard !codes.isEmpty else {
      #expect(parse(unmark(marked).source).diagnostics.isEmpty)
      return
    }
    expectDiagnostics(marked, codes)
  }

  @Test(
    "grammar",
    arguments: [
      ("a «&&»", ["missing-operand"]), ("«*» b", ["missing-operand"]),
      ("a «+» * b", ["missing-operand"]), ("(a «==») && b", ["missing-operand"]),
      ("a «b»", ["missing-operator"]),
      ("a.b «'x'» && c «d»", ["missing-operator", "missing-operator"]),
      ("name «contains» 'x'", ["missing-operator"]),
      ("«()»", ["empty-brackets"]), ("a[«»]", []), ("f(a, «,»b)", ["missing-element"]),
      ("f(a«,»)", ["trailing-comma"]), ("[«,»]", ["missing-element"]),
      ("«(»a", ["unclosed-bracket"]), ("f«(»a, «[»b", ["unclosed-bracket", "unclosed-bracket"]),
      ("(a«]» && b", ["mismatched-bracket"]), ("f(«[»a) && b", ["unclosed-bracket"]),
      ("a«)» && b", ["unmatched-bracket"]), ("a «,» b", ["unexpected-token"]),
      ("a «:» b", ["unexpected-token"]), ("[a «:» b]", ["unexpected-token"]),
      ("a «?» b", ["missing-colon"]), ("a«?».b", ["missing-colon"]),
      ("a ? «b ? c : d» : e", ["nested-conditional"]),
      ("{«a», 'b': 1}", ["missing-colon"]), ("{'a': 1, «'b'»}", ["missing-colon"]),
      ("a«.»", ["missing-field"]), ("a«.» && b", ["missing-field"]),
      ("T{«1»: 2}", ["missing-field"]),
      ("a.«in»", ["keyword-field"]), ("«if» && b", ["reserved-word"]), ("let«»", []),
      ("«package».f", ["reserved-word"]), ("l.all(«for», a)", ["reserved-word"]),
      ("«`a b`» == 1", ["stray-quoted-field"]), ("a[0]«(»1)", ["not-callable"]),
      ("f(a)«{»b: 1}", ["not-a-type"]), ("d > «2024-09-30»", ["date-arithmetic"]),
    ])
  func grammar(marked: String, codes: [String]) {
    if codes.isEmpty {
      #expect(!parse(unmark(marked).source).isValid)
    } else {
      expectDiagnostics(marked, codes)
    }
  }

  @Test(
    "macros",
    arguments: [
      ("has(«a + b»)", ["has-argument"]), ("has(«a[0]»)", ["has-argument"]),
      ("«has»(a, b)", ["macro-arguments"]), ("«has»()", ["macro-arguments"]),
      ("l.«all»(x)", ["macro-arguments"]), ("l.«filter»(a, b, c)", ["macro-arguments"]),
      ("l.«transformMap»(a, b)", ["macro-arguments"]), ("cel.«bind»(a, b)", ["macro-arguments"]),
      ("cel.«block»(a, b)", ["macro-arguments"]),
      ("l.map(«a.b», c)", ["macro-variable"]), ("l.map(«1», c)", ["macro-variable"]),
      ("l.map(«.a», c)", ["macro-variable"]), ("l.exists(i, «f(i)», c)", ["macro-variable"]),
      ("cel.bind(«(a)», b, c)", ["macro-variable"]),
      ("l.all(x, «x», x)", ["repeated-variable"]),
    ])
  func macros(marked: String, codes: [String]) { expectDiagnostics(marked, codes) }

  @Test func `one pass finds many mistakes`() {
    expectDiagnostics(
      "a «=» 1 «and» has(«b + c») ? [d, e «f»] : {«g»} && h«.»",
      [
        "wrong-operator", "wrong-operator", "has-argument", "missing-operator",
        "missing-colon", "missing-field",
      ])
  }

  @Test func `nothing at all is said to be nothing`() {
    #expect(parse("").diagnostics.map(\.code) == ["empty-expression"])
    #expect(parse(" // 无").diagnostics.map(\.code) == ["empty-expression"])
    #expect(parse("a[]").diagnostics.map(\.code) == ["empty-brackets"])
  }

  @Test func `messages are in both languages, in the author's own words`() throws {
    let found = try #require(parse("status = 'open'").diagnostics.first)
    #expect(found.message == BilingualText(zh: "`=` 不是运算符", en: "`=` is not an operator"))
    #expect(found.help == BilingualText(zh: "应写 `==`。", en: "Write `==`."))
  }
}
