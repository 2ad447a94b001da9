import SourceText
import TestSupport
import Testing
import YAML

@Suite struct MessageGoldenTests {
  /// One text for each thing that can be said of YAML.
  private static let yaml = [
    "a: 1\nb: 2\na: 3\n", "a: 1\n---\nb: 2\n", "that: !has(x)\n", "<<: {a: 1}\n", "~: 1\n",
    "? [a]\n: b\n",
    "a: &kind 1\nb: *kin\n", "a: *.pdf\n", "a: &x [*x]\n", "%YAML 1.1\n---\na: 1\n",
    "%FOO\n---\na: 1\n", "",
    "名称: 处罚\u{2028}决定\n", "罚款:\n\t金额: 5000.00\n", "罚款: 1\n金额：5000.00\n", "a: 1\nb\n", "a: @b\n",
    "a: | 文\n", "a: \"罚款\nb: 1\n", "a: '罚款\n", "a: \"\\d\"\n", "a: && b\n", "a: - b\n",
    "that: x ? y : z\n",
    "that: \"a\" in list\n", "that: ![1, 2].all(x, x > 0)\n", "that: [1, 2].all(x, x > 0)\n",
    "  a: 1\n b: 2\n", "- a\nb: 1\n", "a: [b, c\nd: e\n", "a: ['b' 'c']\n", "a: {b:[c]}\n",
    "a: [b, , c]\n",
    "[a]\nb: c\n", "a: {b: 1，c: 'd'e}\n",
  ]

  private static let json = [
    "{\"a\": 1,\n \"a\": 2}", "{\"a\": 1} {\"b\": 2}", "{\"a\": [1, 2}", "{\"a\": [1, 2", "[1, 2,]",
    "{\"a\"：1}", "{a: 1}",
    "{\"金额\": 05000}", "{\"金额\": 2024-09-30}", "{\"a\": True}", "[“a”]", "[1 // x\n]",
    "{\"a\": \"罚款\n\"}",
    "[\"a\tb\"]", "[\"C:\\docs\"]", "[\"\\ud83d\"]", "[1 2]", "[1，2]", "",
  ]

  @Test(arguments: [Language.zh, .en])
  func `what people read`(language: Language) {
    let printer = ExcerptPrinter(language: language)
    var report = ""
    for (name, texts, read) in [
      ("case.yaml", Self.yaml, { readYAML($0).diagnostics }),
      ("case.json", Self.json, { readJSON($0).diagnostics }),
    ] as [(String, [String], (String) -> [Diagnostic])] {
      for text in texts {
        let file = SourceFile(path: name, text: text)
        let diagnostics = read(text)
        #expect(!diagnostics.isEmpty, "\(text)")
        for diagnostic in diagnostics { report += printer.text(of: diagnostic, in: file) + "\n\n" }
      }
    }
    expectGolden(report, named: "messages.\(language.rawValue).txt")
  }
}
