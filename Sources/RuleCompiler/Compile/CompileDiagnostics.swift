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
      range: .none, help: conversion(of: found, to: wanted))
  }

  private static func conversion(of found: ValueType, to wanted: [ValueType]) -> BilingualText? {
    switch found.unwrapped {
    case .int where wanted.contains(.period):
      BilingualText(
        zh: "写明单位：`workdays(…)`、`days(…)`、`months(…)`、`years(…)` 或 `hours(…)`。",
        en: "Say of what: `workdays(…)`, `days(…)`, `months(…)`, `years(…)` or `hours(…)`.")
    case .string where wanted.contains(.date):
      BilingualText(
        zh: "日期写成 `date(\"2024-09-30\")`。", en: "Write a date as `date(\"2024-09-30\")`.")
    case .structure where wanted.contains(.date):
      BilingualText(
        zh: "写出其中的日期字段。", en: "Name the field of it that holds the date.")
    case .list:
      BilingualText(
        zh: "列表要用 `each` 逐项处理，或用 `latest(…)`、`earliest(…)` 从中取一个日期。",
        en:
          "Run over the list with `each`, or take one date of it with `latest(…)` or `earliest(…)`."
      )
    default:
      wanted.contains(.date)
        ? BilingualText(
          zh: "写出案卷中的一个日期或时间。", en: "Name a date or a time of the record.") : nil
    }
  }

  /// Adds what an author of rules can do, where the language alone knows nothing to suggest.
  func helped(expecting type: ValueType?) -> Self {
    guard help == nil else { return self }
    var copy = self
    switch code {
    case "cel-unknown-name":
      copy.help = BilingualText(
        zh: "名称可以是案卷的部分、`let` 和定义中的名称、`params.…`、`terms.…`、`as_of`。",
        en: "A name is a section of the record, a name of `let` or of a definition, `params.…`, "
          + "`terms.…`, `as_of`.")
    case "cel-type" where type?.unwrapped == .bool:
      copy.help = BilingualText(
        zh: "写成比较，例如 `x > 0`；要问是否在卷，用 `has(x)`。",
        en: "Write a comparison such as `x > 0`; to ask whether it is on file, use `has(x)`.")
    default: break
    }
    return copy
  }

  static func definitionCycle(_ names: [String], at range: ByteRange) -> Self {
    let shown = names.map { "`\($0)`" }.joined(separator: " → ")
    return Self(
      code: "definition-cycle",
      message: BilingualText(zh: "定义循环：\(shown)", en: "definitions go round in a circle: \(shown)"),
      range: range,
      help: BilingualText(
        zh: "让其中一个不用到其他几个。", en: "Write one of them without the others."))
  }

  static func termCycle(_ names: [String], at range: ByteRange) -> Self {
    let shown = names.map { "`\($0)`" }.joined(separator: " → ")
    return Self(
      code: "term-cycle",
      message: BilingualText(
        zh: "规则的期限互相引用：\(shown)", en: "rules read each other's terms in a circle: \(shown)"),
      range: range,
      help: BilingualText(
        zh: "让其中一条不读取其他几条的 `terms`。",
        en: "Write one of them without the `terms` of the others."))
  }

  static func unknownTerm(_ name: String, _ known: [String], at range: ByteRange) -> Self {
    let help: BilingualText? =
      if let near = Suggestion.nearest(to: name, among: known) {
        .isItPerhaps(near)
      } else if known.isEmpty {
        BilingualText(
          zh: "给那条规则的期限写上 `term: 名称`。", en: "Give the deadline of that rule a `term: name`.")
      } else {
        BilingualText(
          zh: "有：\(known.map { "`\($0)`" }.joined(separator: "、"))。",
          en: "There are \(known.map { "`\($0)`" }.joined(separator: ", ")).")
      }
    return Self(
      code: "unknown-term",
      message: BilingualText(zh: "没有规则给出 `\(name)`", en: "no rule gives `\(name)`"),
      range: range, help: help)
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

  /// - Parameter isOfDeadline: True for the start and the length of a deadline, which are no
  ///   conditions: the guard has to stand elsewhere.
  static func unguarded(
    _ path: String, in place: BilingualText, isOfDeadline: Bool, at range: ByteRange
  ) -> Self {
    Self(
      code: "rule-unguarded-fact",
      message: BilingualText(
        zh: "\(place.zh)用到 `\(path)`，这一事实并非每卷都有，而这里没有问它是否在卷",
        en:
          "\(place.en) uses `\(path)`, which not every file holds, without asking whether it is on "
          + "file"),
      range: range,
      help: isOfDeadline
        ? BilingualText(
          zh: "用 `when: has(\(path))` 先问，或写 `absent: violated`、`undetermined` 或 `not-applicable`。",
          en: "Ask `when: has(\(path))` first, or say `absent: violated`, `undetermined` or "
            + "`not-applicable`.")
        : BilingualText(
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

  /// - Parameter mayBeSaid: True in a check, which may say what absence means.
  static func comparedAbsent(
    _ first: String, _ second: String, mayBeSaid: Bool, at range: ByteRange
  ) -> Self {
    Self(
      code: "rule-two-absent",
      message: BilingualText(
        zh: "`\(first)` 与 `\(second)` 可能都不在卷，那时两者会被当作相等",
        en: "`\(first)` and `\(second)` may both be absent, and would then count as equal"),
      range: range,
      help: mayBeSaid
        ? BilingualText(
          zh:
            "写 `absent: violated`、`undetermined` 或 `not-applicable`，或先写 `has(\(first)) && has(\(second)) && …`。",
          en:
            "Say `absent: violated`, `undetermined` or `not-applicable`, or write `has(\(first)) && "
            + "has(\(second)) && …` first.")
        : BilingualText(
          zh: "先写 `has(\(first)) && …`。", en: "Write `has(\(first)) && …` first."))
  }

  static func placeholderNeedsDeadline(_ name: String, at range: ByteRange) -> Self {
    Self(
      code: "message-needs-deadline",
      message: BilingualText(
        zh: "`{\(name)}` 是期限的，而这一检查没有期限",
        en: "`{\(name)}` is of a deadline, and this check has none"),
      range: range,
      help: BilingualText(
        zh: "给有期限的检查单独写 `message`。",
        en: "Give the check that has the deadline a `message` of its own."))
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
      help: .didYouMean(name, known)
        ?? BilingualText(
          zh: "这一版本的检查有：\(known.map { "`\($0)`" }.joined(separator: "、"))。",
          en: "Checks of this version: \(known.map { "`\($0)`" }.joined(separator: ", "))."))
  }

  static func notAList(_ type: ValueType, at range: ByteRange) -> Self {
    Self(
      code: "each-not-a-list",
      message: BilingualText(
        zh: "`each` 要逐个处理列表，这里是\(type.phrase.zh)",
        en: "`each` runs over a list, but this is \(type.phrase.en)"),
      range: range,
      help: BilingualText(
        zh: "写出一个列表，或删去 `each` 和 `as`，直接写条件。",
        en: "Name a list, or leave `each` and `as` out and write the condition as it is."))
  }
}
