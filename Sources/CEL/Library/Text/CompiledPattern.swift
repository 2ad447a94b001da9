package import SourceText

/// A regular expression of `matches`, in the syntax of RE2, ready to run.
///
/// Runs in time proportional to text × pattern: all ways through the pattern are followed side by
/// side, none is tried again. So a pattern out of a rule file can never hang a review, and, unlike
/// the library's own regular expressions, it may be shared between threads.
///
/// Works on code points. Not there: back references and look-around, which RE2 has not either; of
/// scripts only `Han`, `Hiragana`, `Katakana`, `Latin`, `Greek`, `Cyrillic`.
package struct CompiledPattern: Sendable {
  private let program: PatternProgram
  /// The pattern itself where it has no special characters.
  private let literal: [UInt8]?

  /// Compiles a pattern.
  ///
  /// - Throws: what is wrong with it, and where.
  package init(_ pattern: String) throws(PatternFault) {
    var parser = PatternParser(pattern)
    program = try PatternProgram(parser.parse())
    literal = pattern.utf8.contains(where: PatternParser.isSpecial) ? nil : Array(pattern.utf8)
  }

  /// Whether some part of a text matches.
  package func matches(_ text: String) -> Bool {
    if let literal { return firstIndex(of: literal, in: Array(text.utf8), from: 0) != nil }
    return program.matches(text)
  }
}

/// What is wrong with a regular expression.
package struct PatternFault: Error, Hashable, Sendable {
  package var message: BilingualText
  /// Where in the pattern, in code points from 0.
  package var offset: Int
}

extension PatternFault {
  static func unclosedGroup(at offset: Int) -> Self {
    Self(message: BilingualText(zh: "`(` 没有结束", en: "`(` is never closed"), offset: offset)
  }
  static func strayParenthesis(at offset: Int) -> Self {
    Self(message: BilingualText(zh: "`)` 没有对应的 `(`", en: "`)` closes nothing"), offset: offset)
  }
  static func unclosedClass(at offset: Int) -> Self {
    Self(message: BilingualText(zh: "`[` 没有结束", en: "`[` is never closed"), offset: offset)
  }
  static func badRange(at offset: Int) -> Self {
    Self(
      message: BilingualText(zh: "字符范围的两端不对", en: "the range of characters is not one"),
      offset: offset)
  }
  static func nothingToRepeat(at offset: Int) -> Self {
    Self(
      message: BilingualText(zh: "重复符号之前没有可重复的内容", en: "there is nothing to repeat"), offset: offset
    )
  }
  static func badRepetition(at offset: Int) -> Self {
    Self(
      message: BilingualText(
        zh: "重复次数不对或超过 1000", en: "the repetition is malformed or beyond 1000"),
      offset: offset)
  }
  static func badEscape(at offset: Int) -> Self {
    Self(
      message: BilingualText(zh: "没有这种转义", en: "there is no such escape"), offset: offset)
  }
  static func unknownClass(_ name: String, at offset: Int) -> Self {
    Self(
      message: BilingualText(
        zh: "没有字符类 `\(name)`", en: "there is no class of characters `\(name)`"),
      offset: offset)
  }
  static func badGroup(at offset: Int) -> Self {
    Self(
      message: BilingualText(
        zh: "不支持这种 `(?…)`（没有环视）",
        en: "this kind of `(?…)` is not supported (there is no look-around)"
      ), offset: offset)
  }
  static func tooLarge(at offset: Int) -> Self {
    Self(
      message: BilingualText(zh: "正则表达式太大或嵌套太深", en: "the pattern is too large or nests too deep"),
      offset: offset)
  }
}
