import CEL
import SourceText

/// Every message of the compiling stage. Codes are never renamed.
extension Diagnostic {
  static func expressionType(_ found: ValueType, _ wanted: [ValueType]) -> Self {
    let zh = wanted.map(\.phrase.zh).joined(separator: "或")
    let en = wanted.map(\.phrase.en).joined(separator: " or ")
    return Self(
      code: "rule-expression-type",
      message: BilingualText(
        zh: "这里应为\(zh)，表达式给出的是\(found.phrase.zh)",
        en: "this must be \(en), but the expression gives \(found.phrase.en)"),
      range: .none)
  }

  static func definitionCycle(_ names: [String], at range: ByteRange) -> Self {
    let shown = names.map { "`\($0)`" }.joined(separator: " → ")
    return Self(
      code: "definition-cycle",
      message: BilingualText(zh: "定义循环：\(shown)", en: "definitions go round in a circle: \(shown)"),
      range: range)
  }

  static func termCycle(_ names: [String], at range: ByteRange) -> Self {
    let shown = names.map { "`\($0)`" }.joined(separator: " → ")
    return Self(
      code: "term-cycle",
      message: BilingualText(
        zh: "规则的期限互相引用：\(shown)", en: "rules read each other's terms in a circle: \(shown)"),
      range: range)
  }

  static func nameTaken(_ name: String, at range: ByteRange) -> Self {
    Self(
      code: "rule-name-taken",
      message: BilingualText(
        zh: "`\(name)` 已经是别的事物的名称", en: "`\(name)` is the name of something else already"),
      range: range,
      help: BilingualText(zh: "换一个名称。", en: "Choose another name."))
  }

  static func unknownDefinitionType(
    _ name: String, _ known: [String], at range: ByteRange
  ) -> Self {
    Self(
      code: "definition-type",
      message: BilingualText(zh: "没有类型 `\(name)`", en: "there is no type `\(name)`"),
      range: range,
      help: BilingualText(
        zh: "类型有：\(known.joined(separator: "、"))，以及 `list:` 加其中之一。",
        en: "Types are \(known.joined(separator: ", ")), and `list:` with one of them."))
  }

  static func unguarded(_ path: String, in place: BilingualText, at range: ByteRange) -> Self {
    Self(
      code: "rule-unguarded-fact",
      message: BilingualText(
        zh: "\(place.zh)用到 `\(path)`，这一事实并非每卷都有，而这里没有问它是否在卷",
        en:
          "\(place.en) uses `\(path)`, which not every file holds, without asking whether it is on "
          + "file"),
      range: range,
      help: BilingualText(
        zh: "先写 `has(\(path)) && …`。", en: "Write `has(\(path)) && …` first."))
  }

  static func unguardedInCheck(_ path: String, at range: ByteRange) -> Self {
    Self(
      code: "rule-absent-unsaid",
      message: BilingualText(
        zh: "检查用到 `\(path)`，这一事实并非每卷都有，却没有说它不在卷时意味着什么",
        en: "the check uses `\(path)`, which not every file holds, and does not say what its "
          + "absence means"),
      range: range,
      help: BilingualText(
        zh: "写 `absent: violated`、`undetermined` 或 `not-applicable`，或先写 `has(\(path)) && …`。",
        en: "Say `absent: violated`, `undetermined` or `not-applicable`, or write "
          + "`has(\(path)) && …` first."))
  }

  static func comparedAbsent(_ first: String, _ second: String, at range: ByteRange) -> Self {
    Self(
      code: "rule-two-absent",
      message: BilingualText(
        zh: "`\(first)` 与 `\(second)` 可能都不在卷，那时两者会被当作相等",
        en: "`\(first)` and `\(second)` may both be absent, and would then count as equal"),
      range: range,
      help: BilingualText(
        zh: "先写 `has(\(first)) && …`。", en: "Write `has(\(first)) && …` first."))
  }

  static func placeholderAlternative(_ expression: String, at range: ByteRange) -> Self {
    Self(
      code: "message-alternative",
      message: BilingualText(
        zh: "`{\(expression)}` 的值可能不在卷，却没有备用文字",
        en: "the value of `{\(expression)}` may not be on file, and no alternative is given"),
      range: range,
      help: BilingualText(
        zh: "写成 `{\(expression)|未载明}`。", en: "Write `{\(expression)|not stated}`."))
  }

  static func unknownExceptionItem(
    _ name: String, _ known: [String], at range: ByteRange
  ) -> Self {
    Self(
      code: "except-unknown-check",
      message: BilingualText(
        zh: "规则没有编号为 `\(name)` 的检查", en: "the rule has no check called `\(name)`"),
      range: range,
      help: Suggestion.nearest(to: name, among: known).map {
        BilingualText(zh: "是不是 `\($0)`？", en: "Did you mean `\($0)`?")
      })
  }

  static func notAList(_ type: ValueType, at range: ByteRange) -> Self {
    Self(
      code: "each-not-a-list",
      message: BilingualText(
        zh: "`each` 要逐个处理列表，这里是\(type.phrase.zh)",
        en: "`each` runs over a list, but this is \(type.phrase.en)"),
      range: range)
  }
}
