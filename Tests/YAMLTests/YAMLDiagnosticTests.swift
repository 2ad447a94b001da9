import SourceText
import TestSupport
import Testing
import YAML

@Suite struct YAMLDiagnosticTests {
  @Test(
    "says what is wrong and where",
    arguments: [
      // what YAML allows and we do not
      ("a: 1\n«a»: 2\n", ["duplicate-key"]),
      ("{a: 1, «a»: 2, «'a'»: 3}", ["duplicate-key", "duplicate-key"]),
      ("a: 1\n«---»\nb: 2\n", ["several-documents"]), ("a: 1\n...\n«---»\n", ["several-documents"]),
      ("a: «!!int» 1\n", ["unknown-tag"]), ("a: «!» x\n", ["unknown-tag"]),
      ("a: «!has(x)»\n", ["unknown-tag"]), ("[«!a», b]\n", ["unknown-tag"]),
      ("a: &x «!t»\n  b: 1\n", ["unknown-tag"]), ("a: «!t» &x\n  - b\n", ["unknown-tag"]),
      ("a: «!<tag:x,y>» z\n", ["unknown-tag"]), ("a: «!x!y» z\n", ["unknown-tag"]),
      ("«<<»: {a: 1}\nb: 2\n", ["merge-key"]), ("«~»: 1\n", ["null-key"]),
      ("a: {«:» 1}\n", ["null-key"]),
      ("«null»: 1\n", ["null-key"]), ("? «[a]»\n: b\n", ["collection-key"]),
      ("«{a: 1}»: b\n", ["collection-key"]),
      ("a: «*b»\n", ["unknown-alias"]), ("a: &x [«*x»]\n", ["alias-cycle"]),
      ("a: &x {b: «*x», c: «*y»}\n", ["alias-cycle", "unknown-alias"]),
      ("«%YAML» 1.1\n---\na: 1\n", ["yaml-version"]),
      ("«»", ["empty-document"]), ("«»# nothing\n", ["empty-document"]),
      ("«»---\n", ["empty-document"]),
      // encoding
      ("a: b«\u{1B}»c\n", ["forbidden-character"]), ("a: b«\u{2028}»c\n", ["forbidden-character"]),
      ("a: b«\u{85}»c\n", ["forbidden-character"]), ("a: b«\u{FEFF}»c\n", ["forbidden-character"]),
      ("a: b«\u{FFFE}»c\n", ["forbidden-character"]), ("a: b«\u{0}»c\n", ["not-text"]),
      // tabs
      ("a:\n«\t»b: 1\n", ["tab-indentation"]), ("a: b\n«\t»c\n", ["tab-indentation"]),
      ("a: |\n«\t»b\n", ["tab-indentation"]), ("a:\n  - b\n«\t»- c\n", ["tab-indentation"]),
      // syntax
      ("a: 1\n«b»\n", ["missing-colon"]), ("a: 1\n«b：2»\nc: 3\n", ["missing-colon"]),
      ("a: «@»b\n", ["reserved-character"]), ("a: «`»b\n", ["reserved-character"]),
      ("a: «%»b\n", ["reserved-character"]),
      ("a: | «x»yz\n", ["block-header"]), ("a: |«0»\n x\n", ["block-header"]),
      ("a: «\"»b\n", ["unclosed-quote"]), ("a: «'»b\nc: d\n", ["unclosed-quote"]),
      ("a: \"b«\\d»\"\n", ["bad-escape"]), ("a: \"«\\uD83D»\"\n", ["bad-escape"]),
      ("a: «&&» b\n", ["bad-anchor"]), ("a: «*» b\n", ["bad-alias"]), ("a: «*汉»\n", ["bad-alias"]),
      ("a: «-» b\n", ["bad-indentation"]), ("a: b«:» c\n", ["unexpected-colon"]),
      ("a: b\n  c«:» d\n", ["unexpected-colon"]),
      ("a: \"b\" «== c»\n", ["text-after-value"]),
      ("a: [1, 2]«.all(x, x > 0)»\n", ["text-after-value"]),
      ("  a: 1\n «b»: 2\n", ["bad-indentation"]), ("- a\n«b»: 1\n", ["bad-indentation"]),
      ("a: «[»b, c\n", ["unclosed-bracket"]), ("a: «{»b: c\nd: e\n", ["unclosed-bracket"]),
      ("a: [b, 'c' «d»]\n", ["missing-comma"]), ("a: {b: 'c' «d»}\n", ["missing-comma"]),
      ("{a«:»[b]}", ["missing-space"]), ("a: «[»b", ["unclosed-bracket"]),
      ("  a: 1\n«b»: 2\n", ["bad-indentation"]),
      ("# c\n  - a\n«-» b\n", ["bad-indentation"]), ("a: [b, «,»]\n", ["missing-value"]),
      ("a\nb«:» c\n", ["unexpected-colon"]), ("[a]\n«b»: c\n", ["text-after-document"]),
      ("'a'\n«'b'»\n", ["text-after-document"]),
      ("«%FOO» x\n---\na: 1\n", ["bad-directive"]), ("a: 1\n«%TAG»\n", ["bad-directive"]),
    ])
  func table(marked: String, codes: [String]) {
    expectDiagnostics(marked, codes) { readYAML($0).diagnostics }
  }
}
