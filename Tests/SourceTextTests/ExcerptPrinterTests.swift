import SourceText
import TestSupport
import Testing

@Suite struct ExcerptPrinterTests {
  private func excerpt(_ marked: String, columns: Int = 100) -> String {
    let marked = MarkedText(marked)
    let printer = ExcerptPrinter(language: .en, columns: columns)
    let file = SourceFile(path: "case.yaml", text: marked.text)
    return printer.excerpt(of: marked.ranges.first ?? .none, in: file)
  }

  @Test(
    "pads carets by what a terminal shows",
    arguments: [
      ("a: «bc»", "  1 | a: bc\n    |    ^^"),
      ("汉字：«错误»", "  1 | 汉字：错误\n    |       ^^^^"),
      ("e\u{301}: «x»", "  1 | e\u{301}: x\n    |    ^"),
      ("«e\u{301}»x", "  1 | e\u{301}x\n    | ^"),
      ("\t«x»", "  1 |     x\n    |     ^"),
      ("ab\t«\t»x", "  1 | ab      x\n    |     ^^^^"),
      ("👩‍🚒«x»", "  1 | 👩‍🚒x\n    |   ^"),
      ("a«»", "  1 | a\n    |  ^"),
      ("«»", "  1 |\n    | ^"),
      ("x\ny: «1\n  2»\n", "  2 | y: 1\n    |    ^"),
      ("x«\r\n»y", "  1 | x\n    |  ^"),
      ("a\u{1B}«b»", "  1 | a\u{FFFD}b\n    |   ^"),
      ("a\u{202E}«b»", "  1 | a\u{FFFD}b\n    |   ^"),
    ])
  func carets(marked: String, expected: String) {
    #expect(excerpt(marked) == expected)
  }

  @Test func `a long line is cut around the range`() {
    let long = String(repeating: "abcde ", count: 100)
    #expect(
      excerpt(long + "«here»" + long, columns: 40)
        == "  1 | … abcde abcde hereabcde abcde abcde abcde…\n    |               ^^^^")
    #expect(
      excerpt("«here»" + long, columns: 30)
        == "  1 | hereabcde abcde abcde abcde ab…\n    | ^^^^")
    #expect(
      excerpt(long + "«here»", columns: 30)
        == "  1 | …e abcde abcde abcde abcde here\n    |                            ^^^^")
  }

  @Test func `a long line of 汉字 keeps the carets under the range`() {
    let long = String(repeating: "汉字", count: 5000)
    let lines = excerpt(long + "«here»" + long, columns: 40).split(separator: "\n")
    #expect(lines.count == 2)
    let before = lines[0].prefix { $0 != "h" }
    let width = before.reduce(0) {
      $0 + ($1.unicodeScalars.allSatisfy { $0.value > 0x2FFF } ? 2 : 1)
    }
    #expect(lines[1].prefix { $0 != "^" }.count == width)
    #expect(lines[1].count { $0 == "^" } == 4)
  }

  @Test func `prints like a compiler, in both languages`() {
    let marked = MarkedText("served:\n  «servd_on»: 2024-09-30\n")
    let diagnostic = Diagnostic(
      code: "unknown-field",
      message: BilingualText(
        zh: "案件记录没有字段 `servd_on`", en: "a case record has no field `servd_on`"),
      range: marked.ranges[0],
      help: BilingualText(zh: "是不是 `served_on`？", en: "Did you mean `served_on`?"))
    let file = SourceFile(path: "case.yaml", text: marked.text)
    let excerpt = "  2 |   servd_on: 2024-09-30\n    |   ^^^^^^^^\n"
    #expect(
      ExcerptPrinter(language: .en).text(of: diagnostic, in: file)
        == "case.yaml:2:3: error[unknown-field]: a case record has no field `servd_on`\n" + excerpt
        + "help: Did you mean `served_on`?")
    #expect(
      ExcerptPrinter(language: .zh).text(of: diagnostic, in: file)
        == "case.yaml:2:3: 错误[unknown-field]: 案件记录没有字段 `servd_on`\n" + excerpt
        + "提示: 是不是 `served_on`？")
    let coloured = ExcerptPrinter(language: .en, colour: true).text(of: diagnostic, in: file)
    #expect(coloured.contains("\u{1B}[1;31merror[unknown-field]\u{1B}[0m"))
  }

  @Test func `any range in any bytes prints two lines and no control character`() {
    var mutator = ByteMutator(seed: 5)
    var random = SeededGenerator(seed: 6)
    let sample = Array((String(repeating: "汉字 abc\t", count: 20) + "\r\n\u{1B}[0m😀\n").utf8)
    for _ in 0..<300 {
      let file = SourceFile(path: "x", bytes: mutator.mutate(sample))
      let start = Int.random(in: 0...file.bytes.count + 3, using: &random)
      let end = start + Int.random(in: 0...80, using: &random)
      let text = ExcerptPrinter(columns: 30).excerpt(of: ByteRange(start, end), in: file)
      #expect(text.unicodeScalars.count { $0 == "\n" } == 1)
      #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 && $0.value != 0x7F })
      #expect(text.contains("^"))
    }
  }
}
