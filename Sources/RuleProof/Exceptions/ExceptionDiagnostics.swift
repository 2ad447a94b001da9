internal import Findings
internal import SourceText

// What is left over in `proof.yaml`.

extension Diagnostic {
  private static func leftOver(
    _ code: String, _ message: BilingualText, near: String? = nil, at range: ByteRange
  ) -> Self {
    Self(
      severity: .warning, code: code, message: message, range: range,
      help: near.map {
        BilingualText(zh: "是否想写 `\($0)`？", en: "Did you mean `\($0)`?")
      } ?? BilingualText(zh: "删去这个条目。", en: "Take the entry out."))
  }

  static func unneededException(_ text: String, at range: ByteRange) -> Self {
    leftOver(
      "unneeded-exception",
      BilingualText(
        zh: "`\(text)` 已经有示例证明，不再需要例外",
        en: "examples show `\(text)` by now, so that it needs no exception"),
      at: range)
  }

  static func unneededOutcome(_ outcome: Outcome, at range: ByteRange) -> Self {
    leftOver(
      "unneeded-exception",
      BilingualText(
        zh: "结论 `\(outcome.rawValue)` 不需要例外",
        en: "the outcome `\(outcome.rawValue)` needs no exception"),
      at: range)
  }

  static func noSuchCondition(_ text: String, near: String?, at range: ByteRange) -> Self {
    leftOver(
      "exception-of-nothing",
      BilingualText(zh: "没有条件 `\(text)`", en: "there is no condition `\(text)`"),
      near: near, at: range)
  }

  static func noSuchField(_ path: String, near: String?, at range: ByteRange) -> Self {
    leftOver(
      "exception-of-nothing",
      BilingualText(
        zh: "没有字段 `\(path)` 是有条件 `expect` 的",
        en: "no field `\(path)` is expected under a condition"),
      near: near, at: range)
  }

  static func noSuchMutant(_ key: String, near: String?, at range: ByteRange) -> Self {
    leftOver(
      "exception-of-nothing",
      BilingualText(zh: "没有变异 `\(key)`", en: "there is no mutant `\(key)`"),
      near: near, at: range)
  }
}
