internal import SourceText

// What a JSON text can be refused for beyond `ReadingMessages.swift`.

extension Diagnostic {
  static func jsonTextAfterValue(at range: ByteRange, isWord: Bool) -> Self {
    Self(
      code: "text-after-document",
      message: BilingualText(
        zh: "值到此已结束，后面不能再有内容", en: "the value has ended before this"),
      range: range,
      help: isWord
        ? BilingualText(
          zh: "NDJSON 一行一个对象，对象之间要换行。",
          en: "NDJSON is one object a line: put a line break between two.") : nil)
  }

  static func jsonUnclosed(isObject: Bool, at range: ByteRange) -> Self {
    let (open, close) = isObject ? ("{", "}") : ("[", "]")
    return Self(
      code: "unclosed-bracket",
      message: BilingualText(
        zh: "`\(open)` 没有对应的 `\(close)`", en: "this `\(open)` has no `\(close)`"),
      range: range,
      help: BilingualText(
        zh: "文件可能不完整；NDJSON 的一个对象必须写在一行内。",
        en: "The text may be cut off; in NDJSON an object is all on one line."))
  }

  static func jsonTrailingComma(at range: ByteRange) -> Self {
    Self(
      code: "trailing-comma",
      message: BilingualText(zh: "最后一项后面不能有 `,`", en: "there is a `,` behind the last item"),
      range: range, help: BilingualText(zh: "请删去这个逗号。", en: "Delete the comma."))
  }

  static func jsonMissingComma(at range: ByteRange, isObject: Bool, isFullWidth: Bool) -> Self {
    Self(
      code: "missing-comma",
      message: isObject
        ? BilingualText(zh: "此处应有 `,` 或 `}`", en: "a `,` or `}` is missing before this")
        : BilingualText(zh: "此处应有 `,` 或 `]`", en: "a `,` or `]` is missing before this"),
      range: range,
      help: isFullWidth
        ? BilingualText(zh: "逗号要用半角：`,`。", en: "Use the half-width comma, `,`.") : nil)
  }

  static func jsonMissingColon(at range: ByteRange, key: String, isFullWidth: Bool) -> Self {
    Self(
      code: "missing-colon",
      message: BilingualText(
        zh: "键 `\(quoted(key))` 后面没有 `:`", en: "there is no `:` behind the key `\(quoted(key))`"),
      range: range,
      help: isFullWidth
        ? BilingualText(zh: "冒号要用半角：`:`。", en: "Use the half-width colon, `:`.") : nil)
  }

  static func jsonKeyExpected(at range: ByteRange, word: String) -> Self {
    Self(
      code: "key-expected",
      message: BilingualText(
        zh: "此处应是双引号内的键名，不是 `\(quoted(word))`",
        en: "a key in double quotes is due here, not `\(quoted(word))`"),
      range: range,
      help: BilingualText(
        zh: "JSON 的键名要加双引号：`\"键\": 值`。",
        en: "Keys in JSON are in double quotes: `\"key\": value`."))
  }

  static func jsonUnexpected(_ word: String, at range: ByteRange) -> Self {
    let help: BilingualText? =
      switch word.utf8.first ?? 0 {
      case 0x27, 0xE2:
        BilingualText(
          zh: "字符串要用半角双引号：`\"…\"`。", en: "Strings are in plain double quotes: `\"…\"`.")
      case 0x2F, 0x23:
        BilingualText(zh: "JSON 没有注释。", en: "JSON has no comments.")
      case 0x41...0x5A, 0x61...0x7A:
        BilingualText(
          zh: "文字要加双引号；不加引号的只有 `true`、`false` 和 `null`。",
          en: "Put text in double quotes; only `true`, `false` and `null` go without.")
      default: nil
      }
    return Self(
      code: "value-expected",
      message: BilingualText(
        zh: "此处应是一个值，不是 `\(quoted(word))`",
        en: "a value is due here, not `\(quoted(word))`"),
      range: range, help: help)
  }

  static func jsonBadNumber(_ word: String, at range: ByteRange) -> Self {
    Self(
      code: "bad-number",
      message: BilingualText(
        zh: "`\(quoted(word))` 不是 JSON 的数", en: "`\(quoted(word))` is no number of JSON"),
      range: range,
      help: BilingualText(
        zh: "日期、以 0 开头的编码等要加双引号。",
        en: "Dates, and codes that start with 0, go in double quotes."))
  }

  static func jsonUnclosedString(at range: ByteRange) -> Self {
    Self(
      code: "unclosed-quote",
      message: BilingualText(
        zh: "字符串在这一行没有结束", en: "this string does not end on its line"), range: range,
      help: BilingualText(
        zh: "请补上 `\"`；字符串内的换行写作 `\\n`，双引号写作 `\\\"`。",
        en: "Close it with `\"`; inside, a line break is `\\n` and a double quote `\\\"`."))
  }

  static func jsonControlCharacter(_ byte: UInt8, at range: ByteRange) -> Self {
    let hex = String(byte, radix: 16)
    let escape = byte == 9 ? "\\t" : "\\u00" + (hex.count == 1 ? "0" : "") + hex
    return Self(
      code: "control-character",
      message: BilingualText(zh: "字符串内有控制字符", en: "there is a control character in this string"),
      range: range,
      help: BilingualText(zh: "请写作 `\(escape)`。", en: "Write it as `\(escape)`."))
  }

  static func jsonBadEscape(_ word: String, at range: ByteRange) -> Self {
    Self(
      code: "bad-escape",
      message: BilingualText(
        zh: "没有 `\(quoted(word))` 这样的转义", en: "`\(quoted(word))` is no escape sequence"),
      range: range,
      help: BilingualText(zh: "反斜杠本身写作 `\\\\`。", en: "Write a backslash as `\\\\`."))
  }

  static func jsonLoneSurrogate(_ word: String, at range: ByteRange) -> Self {
    Self(
      code: "lone-surrogate",
      message: BilingualText(
        zh: "`\(quoted(word))` 只是半个字符", en: "`\(quoted(word))` is only half of a character"),
      range: range,
      help: BilingualText(
        zh: "U+FFFF 以上的字符要成对转义，或直接写出。",
        en: "Escape a character above U+FFFF by a pair, or write it as it is."))
  }
}
