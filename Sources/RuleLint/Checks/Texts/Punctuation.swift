import SourceText
import YAML

/// ASCII punctuation beside 汉字.
package enum HalfWidthInChinese: LintCheck {
  package static let note = LintNote(
    "half-width-in-chinese", .texts, .warning, hasFix: true,
    summary: BilingualText(
      zh: "中文里用了半角标点", en: "Chinese text has half-width punctuation"),
    explanation: BilingualText(
      zh: "中文用全角标点：，。；：？！（）。修复时换成全角。",
      en: "Chinese is punctuated with ，。；：？！（）; the fix puts them in."),
    breaking: "message: { zh: \"不合规定«,»应当补正。\", en: It is not as asked. }",
    sound: "message: { zh: \"不合规定，应当补正。\", en: It is not as asked. }")

  private static let full: [Unicode.Scalar: String] = [
    ",": "，", ".": "。", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）",
  ]

  package static func run(on pack: LintPack, _ report: inout LintReport) {
    for text in pack.texts where text.language == .zh {
      for (place, unit) in text.units.enumerated() {
        guard let replacement = full[unit.scalar] else { continue }
        let before = place > 0 ? text.units[place - 1] : nil
        let after = place + 1 < text.units.count ? text.units[place + 1] : nil
        func isChinese(_ unit: LintText.Unit?) -> Bool {
          guard let unit else { return false }
          return unit.isHan || unit.isPlaceholder
            || "，。；：？！（）“”、《》".unicodeScalars.contains(unit.scalar)
        }
        let isBeside =
          switch unit.scalar {
          // A number or an abbreviation may hold these.
          case ".", ":": isChinese(before) && (after == nil || isChinese(after))
          default: isChinese(before) || isChinese(after)
          }
        guard isBeside else { continue }
        report.add(
          text, place..<(place + 1),
          BilingualText(
            zh: "半角的 `\(unit.scalar)` 应为 `\(replacement)`",
            en: "`\(unit.scalar)` should be `\(replacement)`"),
          replacement: replacement)
      }
    }
  }
}

/// Full-width punctuation in English.
package enum FullWidthInEnglish: LintCheck {
  package static let note = LintNote(
    "full-width-in-english", .texts, .warning, hasFix: true,
    summary: BilingualText(
      zh: "英文里用了全角标点", en: "English text has full-width punctuation"),
    explanation: BilingualText(
      zh: "英文用半角标点。修复时换成半角，后面补一个空格。引用的中文词不算。",
      en:
        "English is punctuated with half-width marks; the fix puts them in, with the space that they "
        + "need. Chinese words that are quoted are left alone."),
    breaking: "message: { zh: 不合规定。, en: \"Not as asked«，»so mend it.\" }",
    sound: "message: { zh: 不合规定。, en: \"Not as asked, so mend it.\" }")

  private static let half: [Unicode.Scalar: String] = [
    "，": ",", "。": ".", "；": ";", "：": ":", "？": "?", "！": "!", "（": "(", "）": ")",
    "\u{3000}": " ",
  ]

  package static func run(on pack: LintPack, _ report: inout LintReport) {
    for text in pack.texts where text.language == .en {
      for (place, unit) in text.units.enumerated() {
        guard var replacement = half[unit.scalar] else { continue }
        let before = place > 0 ? text.units[place - 1] : nil
        let after = place + 1 < text.units.count ? text.units[place + 1] : nil
        if before?.isHan ?? false || after?.isHan ?? false { continue }
        let needsSpace = after.map { $0.isLatin || $0.isPlaceholder } ?? false
        if needsSpace, ![" ", "("].contains(replacement) { replacement += " " }
        if replacement == "(", before.map({ $0.isLatin || $0.isPlaceholder }) ?? false {
          replacement = " ("
        }
        report.add(
          text, place..<(place + 1),
          BilingualText(
            zh: "全角的 `\(unit.scalar)` 应为半角", en: "`\(unit.scalar)` is full-width punctuation"),
          replacement: replacement)
      }
    }
  }
}

/// A sentence without its mark.
package enum NoEndMark: LintCheck {
  package static let note = LintNote(
    "no-end-mark", .texts, .warning, hasFix: true,
    summary: BilingualText(
      zh: "句末没有标点", en: "a message or remedy does not end as a sentence does"),
    explanation: BilingualText(
      zh: "`message` 和 `remedy` 是句子，印在报告里，以句号结束。修复时补上。",
      en: "A message and a remedy are sentences in a report, and end with a mark; the fix adds it."),
    breaking: "message: { zh: 不合规定。, en: \"It is not as «asked»\" }",
    sound: "message: { zh: 不合规定。, en: \"It is not as asked.\" }")

  private static let marks: [Language: String] = [.zh: "。！？…", .en: ".!?…"]
  private static let closing = "”’」』）)》\"'"

  package static func run(on pack: LintPack, _ report: inout LintReport) {
    for text in pack.texts where text.role.isSentence {
      guard let language = text.language, let marks = marks[language] else { continue }
      let last = text.units.lastIndex { !closing.unicodeScalars.contains($0.scalar) }
      guard let last, let end = text.units.indices.last,
        !marks.unicodeScalars.contains(text.units[last].scalar),
        // A mark may stand outside of the quotes, and then it is the last.
        !text.units[last].scalar.properties.isWhitespace
      else { continue }
      let mark = language == .zh ? "。" : "."
      let start = text.units[...last].lastIndex { $0.scalar == " " || $0.isHan }.map {
        text.units[$0].isHan ? $0 : $0 + 1
      }
      let insertion = ByteRange(
        start: text.units[end].range.end, end: text.units[end].range.end)
      report.add(
        text.file, text.range((language == .zh ? last : start ?? 0)..<(end + 1)), rule: text.rule,
        BilingualText(zh: "句末没有标点", en: "the sentence has no mark at its end"),
        help: BilingualText(zh: "加上 `\(mark)`。", en: "Add `\(mark)`."),
        fix: text.editor.fix([(insertion, mark)]))
    }
  }
}

/// A title that ends as a sentence does.
package enum TitleWithEndMark: LintCheck {
  package static let note = LintNote(
    "title-with-end-mark", .texts, .warning, hasFix: true,
    summary: BilingualText(zh: "标题末尾有句号", en: "a title ends with a full stop"),
    explanation: BilingualText(
      zh: "标题是要求的名称，不加句号。修复时删去。",
      en: "A title names the requirement and takes no full stop; the fix takes it out."),
    breaking: "title: { zh: 测试, en: The test is made«.» }",
    sound: "title: { zh: 测试, en: The test is made }")

  package static func run(on pack: LintPack, _ report: inout LintReport) {
    for text in pack.texts where text.role == .title {
      guard let last = text.units.indices.last,
        "。.；;，,".unicodeScalars.contains(text.units[last].scalar)
      else { continue }
      report.add(
        text, last..<(last + 1),
        BilingualText(zh: "标题不加句号", en: "a title takes no full stop"), replacement: "")
    }
  }
}

/// Brackets and quotes that do not pair up.
package enum UnbalancedMarks: LintCheck {
  package static let note = LintNote(
    "unbalanced-marks", .texts, .warning,
    summary: BilingualText(
      zh: "括号或引号不成对", en: "brackets or quotes of a text do not pair up"),
    explanation: BilingualText(
      zh: "（）、()、《》、“”、「」 要成对，且同为全角或半角。",
      en: "（）, (), 《》, “” and 「」 come in pairs, and both of a pair are of one width."),
    breaking: "message: { zh: \"不合规定«（»应当补正。\", en: It is not as asked. }",
    sound: "message: { zh: \"不合规定（应当补正）。\", en: It is not as asked. }")

  private static let pairs: [Unicode.Scalar: Unicode.Scalar] = [
    "（": "）", "(": ")", "《": "》", "“": "”", "「": "」", "『": "』", "〔": "〕", "【": "】",
  ]

  package static func run(on pack: LintPack, _ report: inout LintReport) {
    let closers = Set(pairs.values)
    for text in pack.texts {
      var open: [Int] = []
      var stray: Int?
      for (place, unit) in text.units.enumerated() where stray == nil {
        if pairs[unit.scalar] != nil {
          open.append(place)
        } else if closers.contains(unit.scalar) {
          if let last = open.last, pairs[text.units[last].scalar] == unit.scalar {
            open.removeLast()
          } else {
            stray = place
          }
        }
      }
      guard let place = stray ?? open.last else { continue }
      report.add(
        text, place..<(place + 1),
        BilingualText(
          zh: "`\(text.units[place].scalar)` 没有配对",
          en: "`\(text.units[place].scalar)` has no partner"))
    }
  }
}
