import RuleCompiler
import SourceText
import TestSupport
import Testing

/// What cannot be right is refused when the rules are loaded, each with a place and a way out
/// (semantics §3, §6, §9).
@Suite struct RefusalTests {
  /// What says all there is to say.
  static let plain: Set<String> = ["missing-operand", "cel-argument-count"]

  @Test("says what is wrong, where, and what to do", arguments: Refusal.all)
  func refusal(refusal: Refusal) {
    let found = refusal.diagnostics()
    #expect(found.map(\.diagnostic.code) == refusal.codes, "\(found.map(\.diagnostic.message.en))")
    #expect(found.allSatisfy { $0.file == refusal.path }, "\(found.map(\.file))")
    let marked = MarkedText.marking(
      MarkedText(refusal.text).text, found.map(\.diagnostic.range))
    #expect(marked == refusal.text)
    for diagnostic in found.map(\.diagnostic) {
      expectWellWritten(diagnostic)
      let isPlain = Self.plain.contains(diagnostic.code)
      #expect(diagnostic.help != nil || isPlain, "\(diagnostic.code)")
    }
  }

  /// The same with 汉字 above, so that a place that was counted in characters shows.
  @Test("counts in bytes", arguments: Refusal.all)
  func behindHan(refusal: Refusal) {
    var refusal = refusal
    refusal.text = "# 本规则纯属虚构，仅作测试。\n" + refusal.text
    let found = refusal.diagnostics()
    let marked = MarkedText.marking(
      MarkedText(refusal.text).text, found.map(\.diagnostic.range))
    #expect(marked == refusal.text)
  }

  @Test("what people read", arguments: [Language.zh, .en])
  func goldens(language: Language) {
    expectGolden(
      Refusal.report(of: Refusal.all, in: language), named: "refusals.\(language.rawValue).txt")
  }

  @Test func `there are enough of them, each about something else`() {
    #expect(Refusal.all.count >= 100)
    #expect(Set(Refusal.all.map(\.name)).count == Refusal.all.count)
    #expect(Set(Refusal.all.flatMap(\.codes)).count >= 60)
  }

  @Test func `what the refusals start from is right`() {
    let sound = Refusal("nothing", "require: [{ that: case.n > 0 }]")
    #expect(sound.diagnostics() == [])
  }
}
