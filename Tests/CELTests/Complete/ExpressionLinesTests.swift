import Testing

@testable import CEL

@Suite struct ExpressionLinesTests {
  @Test(
    "an open bracket or long text asks for more",
    arguments: [
      ("[1,", true), ("f(a, {", true), ("[1,\n2]", false), ("(1))", false), ("1 +", false),
      ("\"[\"", false), ("\"[", false), ("1 // (", false), ("\"\"\"a", true),
      ("r'''a\nb", true), ("\"\"\"a\nb\"\"\"", false), ("", false), ("\"\"\"a\"\"\" + \"b", false),
    ])
  func unfinished(text: String, isUnfinished: Bool) {
    #expect(ExpressionLines(text).isUnfinished == isUnfinished)
  }

  @Test(
    "one line of several, without remarks",
    arguments: [
      ("1 + 2", "1 + 2"), ("[1, // one\n  2]", "[1, 2]"), ("f(\n\n  a\n)", "f( a )"),
      ("  a  ==  b  ", "a  ==  b"), ("// nothing", ""), ("\"\"\"a\nb\"\"\"", nil),
      ("1 + 2 // three", "1 + 2"),
    ] as [(String, String?)])
  func oneLine(text: String, line: String?) {
    #expect(ExpressionLines(text).oneLine == line)
  }
}
