internal import SourceText

// Messages of reading any file of the rules folder, in both languages: what is where it should not
// be, and keys and values that are not what they have to be.

extension Diagnostic {
  // MARK: Keys, shapes, values

  static func unknownKey(
    _ key: String, of thing: BilingualText, near: String?, known: [String], at range: ByteRange
  ) -> Self {
    Self(
      code: "unknown-key",
      message: BilingualText(
        zh: "\(thing.zh)没有 `\(key)` 这个键", en: "\(thing.en) has no key `\(key)`"),
      range: range, help: near.map(didYouMean) ?? oneOf(known))
  }

  static func missingKey(_ key: String, of thing: SourceThing, at range: ByteRange) -> Self {
    Self(
      code: "missing-key",
      message: BilingualText(
        zh: "\(thing.words.zh)缺少 `\(key)`", en: "\(thing.words.en) lacks `\(key)`"),
      range: range,
      help: BilingualText(
        zh: "加上 `\(key)`。",
        en: "Add `\(key)`."))
  }

  static func wrongShape(
    _ name: String, expected: SourceShape, at range: ByteRange
  ) -> Self {
    Self(
      code: "wrong-shape",
      message: BilingualText(
        zh: "`\(name)` 应当是\(expected.words.zh)", en: "`\(name)` has to be \(expected.words.en)"),
      range: range, help: expected.help)
  }

  static func wrongShape(
    of thing: BilingualText, expected: SourceShape, at range: ByteRange
  ) -> Self {
    Self(
      code: "wrong-shape",
      message: BilingualText(
        zh: "\(thing.zh)应当是\(expected.words.zh)",
        en: "\(thing.en) has to be \(expected.words.en)"),
      range: range, help: expected.help)
  }

  static func emptyValue(_ name: String, at range: ByteRange) -> Self {
    Self(
      code: "empty-value",
      message: BilingualText(zh: "`\(name)` 没有内容", en: "`\(name)` is empty"),
      range: range,
      help: BilingualText(
        zh: "填写内容，或删去这个键。", en: "Give it a value, or leave the key out."))
  }

  static func badValue(
    _ text: String, of name: String, near: String?, allowed: [String], at range: ByteRange
  ) -> Self {
    Self(
      code: "unknown-value",
      message: BilingualText(
        zh: "`\(name)` 没有 `\(text)` 这个取值", en: "`\(name)` has no value `\(text)`"),
      range: range, help: near.map(didYouMean) ?? oneOf(allowed))
  }

  static func noPeriod(_ text: String, of key: String, at range: ByteRange) -> Self {
    Self(
      code: "no-period",
      message: BilingualText(
        zh: "`\(key)` 的 `\(text)` 不是期限", en: "`\(text)` in `\(key)` is no length of time"),
      range: range,
      help: BilingualText(
        zh: "写成 `workdays(20)` 或 `days(30)`，1 以上的整数。",
        en: "Write `workdays(20)` or `days(30)`, with a whole number from 1 on."))
  }

  static func noNumberOfDays(_ text: String, of key: String, at range: ByteRange) -> Self {
    Self(
      code: "no-number-of-days",
      message: BilingualText(
        zh: "`\(key)` 的 `\(text)` 不是天数", en: "`\(text)` in `\(key)` is no number of days"),
      range: range,
      help: BilingualText(
        zh: "写成 `[2, 3]` 或 `{ up_to: 10 }`，都是 1 以上的整数。",
        en: "Write `[2, 3]` or `{ up_to: 10 }`, whole numbers from 1 on."))
  }

  static func badDate(_ text: String, of name: String, at range: ByteRange) -> Self {
    Self(
      code: "bad-date",
      message: BilingualText(
        zh: "`\(name)` 的 `\(text)` 不是日期", en: "`\(text)` of `\(name)` is not a date"),
      range: range,
      help: BilingualText(
        zh: "日期写作 `2021-07-15`。", en: "A date is written `2021-07-15`."))
  }

  static func datesReversed(at range: ByteRange) -> Self {
    Self(
      code: "dates-reversed",
      message: BilingualText(
        zh: "最后一日早于第一日", en: "the last day comes before the first day"),
      range: range,
      help: BilingualText(
        zh: "改正其中一个日期；两端都算在内。",
        en: "Correct one of the two; both are included."))
  }

  static func oneLanguageMissing(
    _ key: String, of thing: SourceThing, at range: ByteRange
  ) -> Self {
    Self(
      code: "language-missing",
      message: BilingualText(
        zh: "\(thing.words.zh)缺少 `\(key)` 文本", en: "\(thing.words.en) lacks its `\(key)` text"),
      range: range,
      help: BilingualText(
        zh: "`zh` 和 `en` 两种语言都要写。", en: "Both `zh` and `en` have to be given."))
  }

  // MARK: Files

  static func misplacedFile(_ path: String) -> Self {
    Self(
      code: "misplaced-file",
      message: BilingualText(
        zh: "规则库不读取 `\(path)` 这个位置的文件", en: "nothing reads a file at `\(path)`"),
      range: .none,
      help: BilingualText(
        zh: "规则放在 `记录种类/族/名称.yaml`。", en: "Rules stand at `kind/family/slug.yaml`."))
  }

  static func unreadableFile(_ path: String) -> Self {
    Self(
      code: "unreadable-file",
      message: BilingualText(
        zh: "无法读取 `\(path)`", en: "`\(path)` cannot be read"),
      range: .none,
      help: BilingualText(
        zh: "检查文件是否存在、是否有读取权限。",
        en: "Check that it is there and may be read."))
  }

  static func noRulesFolder(_ path: String) -> Self {
    Self(
      code: "no-rules-folder",
      message: BilingualText(
        zh: "`\(path)` 不是规则文件夹", en: "`\(path)` is not a folder of rules"),
      range: .none,
      help: BilingualText(
        zh: "指明含有 `records` 和 `instruments.yaml` 的文件夹。",
        en: "Name the folder that holds `records` and `instruments.yaml`."))
  }
}
