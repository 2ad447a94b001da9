import RuleCompiler
import SourceText
import Testing

@Suite struct SourceTemplateTests {
  /// A template as pieces: words as they are, a placeholder as `<expression>` or
  /// `<expression|alternative>`.
  func pieces(_ text: String) throws -> String {
    let (rules, _) = readRules(
      "require: [{ that: a }]\nmessage:\n  zh: |-\n    \(text)\n  en: |-\n    \(text)")
    let message = try #require(rules.first?.message)
    return message.zh.pieces.map { piece in
      switch piece {
      case .text(let words): words
      case .placeholder(let placeholder):
        "<\(placeholder.expression)\(placeholder.alternative.map { "|\($0)" } ?? "")>"
      }
    }.joined()
  }

  @Test(
    "splits words and placeholders",
    arguments: [
      ("于 {a.b} 作出", "于 <a.b> 作出"),
      ("{act|未公开}。", "<act|未公开>。"),
      ("{a || b|无}", "<a || b|无>"),
      ("{x in ['|', \"}\"]|无}", "<x in ['|', \"}\"]|无>"),
      ("{[1, 2].exists(i, i > 1 || i < 0)}", "<[1, 2].exists(i, i > 1 || i < 0)>"),
      ("{{a}} {b}", "{a} <b>"),
      ("{ a }", "<a>"),
      ("{ {'k': a}['k'] }", "<{'k': a}['k']>"),
      ("{a|}", "<a|>"),
      ("无", "无"),
    ])
  func splitting(text: String, expected: String) throws {
    #expect(try pieces(text) == expected)
  }

  @Test func `offsets are bytes of the scalar`() throws {
    let (rules, _) = readRules(
      "require: [{ that: a }]\nmessage: { zh: '于 { a.b|无}', en: '{a.b|none}' }")
    let placeholder = try #require(rules.first?.message?.zh.placeholders.first)
    #expect(placeholder.expressionOffset == 6)
    #expect(placeholder.span.start == 4)
    #expect(placeholder.span.end == 14)
  }

  @Test(
    "says what cannot be split",
    arguments: [
      ("{a", "placeholder-not-closed"), ("{'a}", "placeholder-not-closed"), ("a}", "lone-brace"),
      ("{}", "placeholder-empty"), ("{|a}", "placeholder-empty"),
    ])
  func faults(text: String, code: String) {
    let (rules, diagnostics) = readRules(
      "require: [{ that: a }]\nmessage:\n  zh: |-\n    \(text)\n  en: |-\n    a")
    #expect(diagnostics.map(\.code) == [code])
    #expect(rules.first?.message == nil)
  }
}
