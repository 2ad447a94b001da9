internal import SourceText

// Messages of reading examples and the records that they start from, in both languages.

extension Diagnostic {
  // MARK: Records

  static func unknownBase(
    _ name: String, near: String?, known: [String], at range: ByteRange
  ) -> Self {
    Self(
      code: "unknown-base",
      message: BilingualText(
        zh: "没有名为 `\(name)` 的示例案卷", en: "there is no base record `\(name)`"),
      range: range,
      help: near.map(didYouMean)
        ?? (known.isEmpty
          ? BilingualText(
            zh: "示例案卷放在 `records/记录种类.examples/`。",
            en: "Base records stand in `records/KIND.examples/`.") : oneOf(known)))
  }

  static func unknownRecordKind(
    _ name: String, near: String?, known: [String], at range: ByteRange
  ) -> Self {
    Self(
      code: "unknown-record-kind",
      message: BilingualText(
        zh: "`records/` 没有记录种类 `\(name)`", en: "`records/` has no record kind `\(name)`"),
      range: range, help: near.map(didYouMean) ?? oneOf(known))
  }

  // MARK: Examples

  static func badPath(_ text: String, at range: ByteRange) -> Self {
    Self(
      code: "bad-path",
      message: BilingualText(
        zh: "`\(text)` 不是事实的路径", en: "`\(text)` is not the path of a fact"),
      range: range,
      help: BilingualText(
        zh: "路径写作 `decision.penalties[0].amount`，序号从 0 起。",
        en: "A path is written `decision.penalties[0].amount`, with indexes from 0."))
  }

  static func pathDoesNotLead(_ path: String, at range: ByteRange) -> Self {
    Self(
      code: "path-not-in-base",
      message: BilingualText(
        zh: "`\(path)` 在示例案卷中走不通", en: "`\(path)` leads nowhere in the base record"),
      range: range,
      help: BilingualText(
        zh: "序号最多等于列表现有的长度，等于时添加一项。",
        en: "An index is at most the list's length, and then adds an element."))
  }

  static func nothingToTakeOut(_ path: String, at range: ByteRange) -> Self {
    Self(
      severity: .warning, code: "nothing-to-take-out",
      message: BilingualText(
        zh: "示例案卷本来就没有 `\(path)`", en: "the base record has no `\(path)` to take out"),
      range: range,
      help: BilingualText(
        zh: "删去这一条，或改正路径。",
        en: "Leave it out, or correct the path."))
  }
}
