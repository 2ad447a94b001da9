import Project
import SourceText
import WorkCalendar

/// What can be wrong with the section `lint` of a project file.
extension Diagnostic {
  static func noMapping(at range: ByteRange) -> Self {
    .settingIsNoMapping(example: "lint: { literal-threshold: info }", at: range)
  }

  static func noList(_ key: String, at range: ByteRange) -> Self {
    .settingIsNoList(
      key,
      entry: BilingualText(
        zh: "{ rule: 编号, code: 代码, reason: 理由 }", en: "{ rule: ID, code: CODE, reason: … }"),
      at: range)
  }

  static func noReason(at range: ByteRange) -> Self {
    .settingMissing(
      "reason",
      help: BilingualText(
        zh: "写明为什么保留，例如 `reason: 文书样式如此`。",
        en: "Say why it is kept, as in `reason: the form has it so`."), at: range)
  }

  static func noCode(at range: ByteRange) -> Self {
    .settingMissing(
      "code",
      help: BilingualText(
        zh: "写明要保留的是哪一种发现。", en: "Name the findings that are to be kept."), at: range)
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

  static func noLevel(_ word: String, known: [String], at range: ByteRange) -> Self {
    Self(
      code: "setting-value",
      message: BilingualText(zh: "没有级别 `\(word)`", en: "there is no level `\(word)`"),
      range: range, help: .didYouMean(word, known) ?? .listed(known))
  }

  /// A key of the section that is neither a code nor `ignore`.
  static func unknownLintSetting(_ key: String, known: [String], at range: ByteRange) -> Self {
    .unknownSetting(
      key, known: known, otherwise: known.count < 10 ? nil : codesAreListed, at: range)
  }

  static func unknownCode(_ code: String, known: [String], at range: ByteRange) -> Self {
    Self(
      code: "unknown-setting",
      message: BilingualText(zh: "没有代码 `\(code)`", en: "there is no code `\(code)`"),
      range: range,
      help: .didYouMean(code, known) ?? codesAreListed)
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

  private static let codesAreListed = BilingualText(
    zh: "`pingcha rules lint --list` 列出全部代码。",
    en: "`pingcha rules lint --list` lists the codes.")
}
