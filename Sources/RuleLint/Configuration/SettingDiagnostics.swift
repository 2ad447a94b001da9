import SourceText
import WorkCalendar

/// What can be wrong with a project file.
extension Diagnostic {
  static func noMapping(at range: ByteRange) -> Self {
    Self(
      code: "setting-shape",
      message: BilingualText(zh: "这里应为键和值", en: "this must be keys with values"), range: range,
      help: BilingualText(
        zh: "例如 `lint: { literal-threshold: info }`。",
        en: "As in `lint: { literal-threshold: info }`."))
  }

  static func noList(_ key: String, at range: ByteRange) -> Self {
    Self(
      code: "setting-shape",
      message: BilingualText(zh: "`\(key)` 应为列表", en: "`\(key)` must be a list"), range: range,
      help: BilingualText(
        zh: "每项写成 `{ rule: 编号, code: 代码, reason: 理由 }`。",
        en: "Write an entry as `{ rule: ID, code: CODE, reason: … }`."))
  }

  static func noText(_ key: String, at range: ByteRange) -> Self {
    Self(
      code: "setting-shape",
      message: BilingualText(zh: "`\(key)` 应为文字", en: "`\(key)` must be a text"), range: range)
  }

  static func settingMissing(_ key: String, at range: ByteRange) -> Self {
    Self(
      code: "setting-missing",
      message: BilingualText(zh: "缺少 `\(key)`", en: "there is no `\(key)`"), range: range,
      help: key == "reason"
        ? BilingualText(
          zh: "写明为什么保留，例如 `reason: 文书样式如此`。",
          en: "Say why it is kept, as in `reason: the form has it so`.")
        : BilingualText(
          zh: "写明要保留的是哪一种发现。", en: "Name the findings that are to be kept."))
  }

  static func ruleOrFile(at range: ByteRange) -> Self {
    Self(
      code: "setting-missing",
      message: BilingualText(
        zh: "`rule` 和 `file` 要写且只写一个", en: "exactly one of `rule` and `file` is asked for"),
      range: range,
      help: BilingualText(
        zh: "规则里的写 `rule: 编号`，其他文件的写 `file: parameters/….yaml`。",
        en: "Write `rule: ID` for what is in a rule, `file: parameters/….yaml` for other files."))
  }

  static func noDay(_ text: String, at range: ByteRange) -> Self {
    Self(
      code: "setting-value",
      message: BilingualText(zh: "`\(text)` 不是日期", en: "`\(text)` is no day"), range: range,
      help: BilingualText(zh: "日期写作 `2026-12-31`。", en: "Write it as `2026-12-31`."))
  }

  static func noLevel(_ word: String, known: [String], at range: ByteRange) -> Self {
    Self(
      code: "setting-value",
      message: BilingualText(zh: "没有级别 `\(word)`", en: "there is no level `\(word)`"),
      range: range, help: didYouMean(word, known) ?? listed(known))
  }

  static func unknownSetting(_ key: String, known: [String], at range: ByteRange) -> Self {
    Self(
      code: "unknown-setting",
      message: BilingualText(zh: "没有设置项 `\(key)`", en: "there is no setting `\(key)`"),
      range: range,
      help: didYouMean(key, known)
        ?? (known.count < 10
          ? listed(known)
          : BilingualText(
            zh: "`pingcha rules lint --list` 列出全部代码。",
            en: "`pingcha rules lint --list` lists the codes.")))
  }

  static func unknownCode(_ code: String, known: [String], at range: ByteRange) -> Self {
    Self(
      code: "unknown-setting",
      message: BilingualText(zh: "没有代码 `\(code)`", en: "there is no code `\(code)`"),
      range: range,
      help: didYouMean(code, known)
        ?? BilingualText(
          zh: "`pingcha rules lint --list` 列出全部代码。",
          en: "`pingcha rules lint --list` lists the codes."))
  }

  static func ignoreExpired(_ until: CivilDate, at range: ByteRange) -> Self {
    Self(
      severity: .warning, code: "ignore-expired",
      message: BilingualText(
        zh: "这一条只保留到 \(until)", en: "this was kept until \(until) only"), range: range,
      help: BilingualText(
        zh: "改好规则并删去这一条，或写新的日期。",
        en: "Mend the rule and take this out, or write another day."))
  }

  static func ignoreNeedless(_ code: String, of subject: String, at range: ByteRange) -> Self {
    Self(
      severity: .warning, code: "ignore-needless",
      message: BilingualText(
        zh: "`\(subject)` 没有 `\(code)` 可以保留",
        en: "`\(subject)` has no `\(code)` to be kept"), range: range,
      help: BilingualText(zh: "删去这一条。", en: "Take this out."))
  }

  private static func didYouMean(_ word: String, _ known: [String]) -> BilingualText? {
    Suggestion.nearest(to: word, among: known).map {
      BilingualText(zh: "是不是 `\($0)`？", en: "Did you mean `\($0)`?")
    }
  }

  private static func listed(_ known: [String]) -> BilingualText {
    let names = known.map { "`\($0)`" }
    return BilingualText(
      zh: "有：\(names.joined(separator: "、"))。", en: "There are \(names.joined(separator: ", ")).")
  }
}
