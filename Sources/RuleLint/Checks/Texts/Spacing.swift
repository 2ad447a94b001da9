import SourceText
import YAML

/// A space between 汉字 and what stands beside them.
package enum HanSpacing: LintCheck {
  package static let note = LintNote(
    "han-spacing", .texts, .warning, hasFix: true,
    summary: BilingualText(
      zh: "汉字与数字、字母之间有空格",
      en: "there is a space between Chinese characters and what stands beside them"),
    explanation: BilingualText(
      zh: "规则的中文里，汉字与汉字、数字、字母、占位符之间不留空格。修复时删去。",
      en:
        "In the Chinese of rules there is no space between 汉字, or between them and digits, letters or "
        + "placeholders; the fix takes it out."),
    breaking: "message: { zh: \"只有«  »2份，应当补正。\", en: There are two. }",
    sound: "message: { zh: \"只有2份，应当补正。\", en: There are two. }")

  package static func run(on pack: LintPack, _ report: inout LintReport) {
    // Labels may name words of the record's own, such as `null`.
    for text in pack.texts where text.language == .zh && text.role != .label {
      for gap in text.gaps where gap.lowerBound > 0 && gap.upperBound < text.units.count {
        let (before, after) = (text.units[gap.lowerBound - 1], text.units[gap.upperBound])
        let isBesideHan =
          before.isHan && (after.isHan || after.isLatin || after.isPlaceholder)
          || after.isHan && (before.isLatin || before.isPlaceholder)
        guard isBesideHan else { continue }
        report.add(
          text, gap,
          BilingualText(zh: "汉字旁边有空格", en: "there is a space beside 汉字"), replacement: "")
      }
    }
  }
}

/// Spaces at the ends of a text, or several in a row.
package enum StraySpaces: LintCheck {
  package static let note = LintNote(
    "stray-spaces", .texts, .warning, hasFix: true,
    summary: BilingualText(
      zh: "文字首尾有空格，或连着几个空格",
      en: "a text begins or ends with a space, or has several in a row"),
    explanation: BilingualText(
      zh: "多余的空格会原样印出来。修复时删去首尾的，几个并作一个。",
      en:
        "Spaces are printed as they are. The fix takes those at the ends out and makes several one."
    ),
    breaking: "message: { zh: 不合规定。, en: \"It is«  »not as asked.\" }",
    sound: "message: { zh: 不合规定。, en: \"It is not as asked.\" }")

  package static func run(on pack: LintPack, _ report: inout LintReport) {
    for text in pack.texts {
      for gap in text.gaps {
        let isAtEnd = gap.lowerBound == 0 || gap.upperBound == text.units.count
        guard isAtEnd || gap.count > 1 else { continue }
        // Chinese takes none at all there, which another check tells.
        if !isAtEnd, text.language == .zh {
          let sides = [text.units[gap.lowerBound - 1], text.units[gap.upperBound]]
          if sides.contains(where: \.isHan) { continue }
        }
        report.add(
          text, gap,
          isAtEnd
            ? BilingualText(zh: "首尾有空格", en: "there is a space at the end of the text")
            : BilingualText(zh: "连着几个空格", en: "there are several spaces in a row"),
          replacement: isAtEnd ? "" : " ")
      }
    }
  }
}

/// “the the”
package enum RepeatedWord: LintCheck {
  package static let note = LintNote(
    "repeated-word", .texts, .warning, hasFix: true,
    summary: BilingualText(zh: "英文同一个词连写两遍", en: "an English word is there twice in a row"),
    explanation: BilingualText(
      zh: "例如 `the the`。修复时删去后一个。", en: "As in `the the`; the fix takes the second out."),
    breaking: "message: { zh: 不合规定。, en: \"It is not as the «the» rule asks.\" }",
    sound: "message: { zh: 不合规定。, en: \"It is not as the rule asks.\" }")

  /// Words that may well stand twice.
  private static let usual: Set<String> = ["that", "had", "is", "on", "in"]

  package static func run(on pack: LintPack, _ report: inout LintReport) {
    for text in pack.texts where text.language != .zh {
      var (last, start, at): (Range<Int>?, Int?, Int) = (nil, nil, 0)
      while at <= text.units.count {
        let isLetter =
          at < text.units.count && text.units[at].scalar.properties.isAlphabetic
          && !text.units[at].isHan
        if isLetter {
          start = start ?? at
        } else {
          if let from = start {
            let word = from..<at
            if let last, last.upperBound + 1 == from, text.units[last.upperBound].scalar == " ",
              spelled(last, text) == spelled(word, text), word.count > 1,
              !usual.contains(spelled(word, text))
            {
              let whole = text.units[last.upperBound].range.union(text.units[at - 1].range)
              report.add(
                text.file, text.range(word), rule: text.rule,
                BilingualText(
                  zh: "`\(spelled(word, text))` 连写了两遍",
                  en: "`\(spelled(word, text))` is there twice"),
                fix: text.editor.fix([(whole, "")]))
            }
            last = word
          }
          start = nil
        }
        at += 1
      }
    }
  }

  private static func spelled(_ word: Range<Int>, _ text: LintText) -> String {
    String(String.UnicodeScalarView(text.units[word].map(\.scalar))).lowercased()
  }
}

extension LintText {
  /// Stretches of spaces.
  var gaps: [Range<Int>] {
    var (found, start): ([Range<Int>], Int?) = ([], nil)
    for place in 0...units.count {
      let isSpace =
        place < units.count && (units[place].scalar == " " || units[place].scalar == "\t")
      if isSpace {
        start = start ?? place
      } else if let from = start {
        found.append(from..<place)
        start = nil
      }
    }
    return found
  }
}
