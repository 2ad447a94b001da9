import RuleCompiler
import SourceText
import YAML

/// A title that is no heading any more.
package enum TitleTooLong: LintCheck {
  package static let note = LintNote(
    "title-too-long", .texts, .warning,
    summary: BilingualText(zh: "标题太长", en: "a title is too long"),
    explanation: BilingualText(
      zh: "标题在列表里占一行：中文至多三十字，英文至多一百个字符。细节放进 `message` 或 `reading`。",
      en:
        "A title is a line of a list: at most thirty characters in Chinese and a hundred in English. "
        + "Details belong into the message or the reading."),
    breaking:
      "title: { zh: «测试测试测试测试测试测试测试测试测试测试测试测试测试测试测试测试», en: The test is made }",
    sound: "title: { zh: 测试, en: The test is made }")

  private static let longest: [Language: Int] = [.zh: 30, .en: 100]

  package static func run(on pack: LintPack, _ report: inout LintReport) {
    for text in pack.texts where text.role == .title {
      guard let language = text.language, let limit = longest[language], text.units.count > limit
      else { continue }
      report.add(
        text.file, text.node.range, rule: text.rule,
        BilingualText(
          zh: "标题有 \(text.units.count) 个字符，至多 \(limit) 个",
          en: "the title has \(text.units.count) characters, and \(limit) are the most"))
    }
  }
}

/// A text that is not written in the language that it stands for.
package enum TextInOneLanguage: LintCheck {
  package static let note = LintNote(
    "text-in-one-language", .texts, .warning,
    summary: BilingualText(
      zh: "文字不是它该用的语言", en: "a text is not in the language that it stands for"),
    explanation: BilingualText(
      zh: "`zh` 要有汉字，标题和名称的 `en` 不用汉字；两种语言相同，说明有一个没有译。",
      en:
        "`zh` has 汉字, and the `en` of a title or label has none; where both languages say the same, one "
        + "was not translated."),
    breaking: "title: { zh: «Test», en: Test }", sound: "title: { zh: 测试, en: Test }")

  package static func run(on pack: LintPack, _ report: inout LintReport) {
    for text in pack.texts where text.language != nil {
      let hasHan = text.units.contains(where: \.isHan)
      let hasWords = text.units.contains { $0.scalar.properties.isAlphabetic && !$0.isPlaceholder }
      if text.language == .zh, !hasHan, hasWords {
        report.add(
          text.file, text.node.range, rule: text.rule,
          BilingualText(zh: "中文里没有汉字", en: "the Chinese text has no 汉字"))
      } else if text.language == .en, hasHan,
        text.role == .title || text.role == .label || !hasLatin(text)
      {
        report.add(
          text.file, text.node.range, rule: text.rule,
          BilingualText(zh: "英文里有汉字", en: "the English text has 汉字"))
      }
    }
  }

  /// An English sentence may quote a Chinese word.
  private static func hasLatin(_ text: LintText) -> Bool {
    text.units.contains { $0.isLatin && !("0"..."9" ~= $0.scalar) }
  }
}

/// Two rules with one title.
package enum TitleTwice: LintCheck {
  package static let note = LintNote(
    "title-twice", .texts, .warning,
    summary: BilingualText(zh: "两条规则标题相同", en: "two rules have the same title"),
    explanation: BilingualText(
      zh: "报告里分不出是哪一条。标题要写出规则各自的要求。",
      en: "A report could not tell them apart. A title says what its rule asks."),
    breaking: "title: «{ zh: 另一规则, en: The other rule }»",
    sound: "title: { zh: 测试, en: The test is made }")

  package static func run(on pack: LintPack, _ report: inout LintReport) {
    var owners: [String: String] = [:]
    for rule in pack.rules.sorted(by: { $0.id < $1.id }) {
      guard let title = rule.source.title else { continue }
      let texts = Set([title.text.zh, title.text.en])
      if let other = texts.compactMap({ owners[$0] }).first {
        report.add(
          rule.file, title.range, rule: rule.id,
          BilingualText(
            zh: "`\(other)` 已用这一标题", en: "`\(other)` has this title already"))
      }
      for text in texts { owners[text] = rule.id }
    }
  }
}
