internal import SourceText

// Why an example cannot be run.

extension Diagnostic {
  static func ruleNotCompiled(_ id: String, at range: ByteRange) -> Self {
    Self(
      code: "rule-not-compiled",
      message: BilingualText(
        zh: "规则 `\(id)` 有错误，示例未运行",
        en: "the rule `\(id)` has errors, so its examples were not run"),
      range: range,
      help: BilingualText(
        zh: "`pingcha rules lint` 列出错误。", en: "`pingcha rules lint` lists them."))
  }

  static func noBase(_ name: String, at range: ByteRange) -> Self {
    Self(
      code: "unknown-base",
      message: BilingualText(
        zh: "没有基础记录 `\(name)`", en: "there is no base record `\(name)`"),
      range: range)
  }
}
