import SourceText

/// Every message of the static check. Codes are never renamed.
extension Diagnostic {
  static func unexpectedType(_ found: ValueType, _ wanted: ValueType, at range: ByteRange) -> Self {
    let (is_, should) = (found.phrase, wanted.phrase)
    return Self(
      code: "cel-type",
      message: BilingualText(
        zh: "这里应为\(should.zh)，表达式给出的是\(is_.zh)",
        en: "this must be \(should.en), but the expression gives \(is_.en)"),
      range: range)
  }

  static func boolExpected(_ found: ValueType, at range: ByteRange) -> Self {
    Self(
      code: "cel-not-a-condition",
      message: BilingualText(
        zh: "这里应为条件（真假值），表达式给出的是\(found.phrase.zh)",
        en: "a condition is needed here, but the expression gives \(found.phrase.en)"),
      range: range,
      help: BilingualText(
        zh: "写成比较，例如 `x > 0`；要问是否在卷，用 `has(x)`。",
        en: "Write a comparison such as `x > 0`; to ask whether it is on file, use `has(x)`."))
  }

  static func unknownName(_ name: String, at range: ByteRange, candidates: [String]) -> Self {
    Self(
      code: "cel-unknown-name",
      message: BilingualText(zh: "没有名为 `\(name)` 的变量", en: "nothing is called `\(name)`"),
      range: range, help: .didYouMean(name, candidates))
  }

  static func unknownField(_ name: String, of type: StructType, at range: ByteRange) -> Self {
    let known = type.fields.map(\.name)
    return Self(
      code: "cel-unknown-field",
      message: BilingualText(
        zh: "`\(type.name)` 没有字段 `\(name)`", en: "`\(type.name)` has no field `\(name)`"),
      range: range,
      help: .didYouMean(name, known)
        ?? (known.count > 12
          ? nil
          : BilingualText(
            zh: "有：\(known.map { "`\($0)`" }.joined(separator: "、"))。",
            en: "It has \(known.map { "`\($0)`" }.joined(separator: ", "))."))
    )
  }

  static func unknownMessageField(_ name: String, of type: String, at range: ByteRange) -> Self {
    Self(
      code: "cel-unknown-field",
      message: BilingualText(
        zh: "`\(type)` 没有字段 `\(name)`", en: "`\(type)` has no field `\(name)`"),
      range: range)
  }

  static func fieldOfList(_ name: String, _ element: ValueType, at range: ByteRange) -> Self {
    Self(
      code: "cel-field-of-list",
      message: BilingualText(
        zh: "列表没有字段 `\(name)`；字段属于列表的各个元素",
        en: "a list has no field `\(name)`; its elements have"),
      range: range,
      help: BilingualText(
        zh: "用 `list.exists(x, x.\(name) …)`，或用检查的 `each:` 逐个判断。",
        en: "Use `list.exists(x, x.\(name) …)`, or judge each element with the check's `each:`."))
  }

  static func noFields(_ type: ValueType, _ name: String, at range: ByteRange) -> Self {
    Self(
      code: "cel-no-fields",
      message: BilingualText(
        zh: "\(type.phrase.zh)没有字段，取不到 `\(name)`",
        en: "\(type.phrase.en) has no fields, so there is no `\(name)`"),
      range: range)
  }

  static func presenceOfValue(at range: ByteRange) -> Self {
    Self(
      code: "cel-has-argument",
      message: BilingualText(
        zh: "`has` 只能问字段、记录的部分或列表是否在卷",
        en: "`has` asks whether a field, a section or a list is on file"),
      range: range,
      help: BilingualText(zh: "写成 `has(section.field)`。", en: "Write `has(section.field)`."))
  }

  static func unknownType(_ name: String, at range: ByteRange) -> Self {
    Self(
      code: "cel-unknown-type",
      message: BilingualText(zh: "没有类型 `\(name)`", en: "there is no type `\(name)`"),
      range: range)
  }

  static func unsupportedMapKey(_ type: ValueType, at range: ByteRange) -> Self {
    Self(
      code: "cel-map-key",
      message: BilingualText(
        zh: "\(type.phrase.zh)不能作映射的键", en: "\(type.phrase.en) cannot be a key of a map"),
      range: range,
      help: BilingualText(
        zh: "键可以是真假值、整数、无符号整数或文本。",
        en: "A key is a boolean, an integer, an unsigned integer or a text."))
  }

  static func listIndex(_ type: ValueType, at range: ByteRange) -> Self {
    Self(
      code: "cel-list-index",
      message: BilingualText(
        zh: "列表的下标应为整数，这里是\(type.phrase.zh)",
        en: "a list is indexed by an integer, but this is \(type.phrase.en)"),
      range: range)
  }

  static func notIndexable(_ type: ValueType, at range: ByteRange) -> Self {
    Self(
      code: "cel-not-indexable",
      message: BilingualText(
        zh: "\(type.phrase.zh)不能用 `[…]` 取值", en: "\(type.phrase.en) cannot be indexed with `[…]`"),
      range: range)
  }

  static func notAContainer(_ type: ValueType, at range: ByteRange) -> Self {
    Self(
      code: "cel-in-container",
      message: BilingualText(
        zh: "`in` 的右边应为列表或映射，这里是\(type.phrase.zh)",
        en: "`in` looks into a list or a map, but this is \(type.phrase.en)"),
      range: range)
  }

  static func notARange(_ type: ValueType, macro: String, at range: ByteRange) -> Self {
    Self(
      code: "cel-macro-range",
      message: BilingualText(
        zh: "`\(macro)` 只能用于列表或映射，这里是\(type.phrase.zh)",
        en: "`\(macro)` runs over a list or a map, but this is \(type.phrase.en)"),
      range: range)
  }

  static func notSortable(_ type: ValueType, at range: ByteRange) -> Self {
    Self(
      code: "cel-not-sortable",
      message: BilingualText(
        zh: "\(type.phrase.zh)没有先后，不能据以排序",
        en: "\(type.phrase.en) has no order to sort by"),
      range: range,
      help: BilingualText(
        zh: "按数、日期、金额或文本排序，例如 `list.sortBy(x, x.on)`。",
        en: "Sort by a number, a date, a sum or a text, as in `list.sortBy(x, x.on)`."))
  }

  static func notComparable(
    _ left: ValueType, _ right: ValueType, operator name: String, at range: ByteRange
  ) -> Self {
    Self(
      code: pairCode(left, right) ?? "cel-not-comparable",
      message: BilingualText(
        zh: "\(left.phrase.zh)不能与\(right.phrase.zh)作 `\(shown(name))` 比较",
        en: "`\(shown(name))` does not compare \(left.phrase.en) with \(right.phrase.en)"),
      range: range, help: conversionHelp(left, right))
  }

  static func noOverload(
    _ name: String, types: [ValueType], signatures: [Signature], at range: ByteRange
  ) -> Self {
    let zh = types.map(\.phrase.zh).joined(separator: "、")
    let en = types.map(\.phrase.en).joined(separator: ", ")
    let forms = signatures.prefix(4).map { "`\($0.text)`" }
    return Self(
      code: (types.count == 2 ? pairCode(types[0], types[1]) : nil) ?? "cel-no-overload",
      message: BilingualText(
        zh: "`\(shown(name))` 不能用于：\(zh)", en: "`\(shown(name))` does not take \(en)"),
      range: range,
      help: types.count == 2
        ? conversionHelp(types[0], types[1])
          ?? BilingualText(
            zh: "可用的形式：\(forms.joined(separator: "、"))。",
            en: "It may be called as \(forms.joined(separator: ", ")).")
        : BilingualText(
          zh: "可用的形式：\(forms.joined(separator: "、"))。",
          en: "It may be called as \(forms.joined(separator: ", "))."))
  }

  static func constantCondition(_ flag: Bool, at range: ByteRange) -> Self {
    Self(
      severity: .warning, code: flag ? "cel-always-true" : "cel-always-false",
      message: flag
        ? BilingualText(
          zh: "无论案卷如何，这个条件总是成立", en: "this condition holds for every record")
        : BilingualText(
          zh: "无论案卷如何，这个条件都不成立", en: "this condition holds for no record"),
      range: range,
      help: BilingualText(
        zh: "两边应有一边是别的事实；要固定的结果就写 `\(flag)`。",
        en: "Compare with another fact; for a fixed result, write `\(flag)`."))
  }

  static func unknownEnumValue(_ text: String, _ type: EnumType, at range: ByteRange) -> Self {
    let known = type.values
    return Self(
      code: "cel-unknown-enum-value",
      message: BilingualText(
        zh: "`\(type.name)` 没有取值 `\(text)`", en: "`\(text)` is no value of `\(type.name)`"),
      range: range,
      help: .didYouMean(text, known)
        ?? BilingualText(
          zh: "取值有：\(known.prefix(12).map { "`\($0)`" }.joined(separator: "、"))。",
          en: "Its values are \(known.prefix(12).map { "`\($0)`" }.joined(separator: ", "))."))
  }

  static func unreadableText(_ text: String, as type: ValueType, at range: ByteRange) -> Self {
    let example: String? =
      switch type {
      case .date: "2024-09-30"
      case .money: "5000.00"
      case .decimal: "0.3"
      case .timestamp: "2024-09-30T08:00:00+08:00"
      case .duration: "1h30m"
      default: nil
      }
    return Self(
      code: "cel-unreadable-text",
      message: BilingualText(
        zh: "`\(text)` 读不成\(type.phrase.zh)", en: "`\(text)` cannot be read as \(type.phrase.en)"),
      range: range,
      help: example.map {
        BilingualText(zh: "写成 `\"\($0)\"` 的样子。", en: "Write it like `\"\($0)\"`.")
      })
  }

  static func badPattern(_ message: BilingualText, at range: ByteRange) -> Self {
    Self(
      code: "cel-bad-pattern",
      message: BilingualText(
        zh: "正则表达式有误：\(message.zh)", en: "the regular expression is wrong: \(message.en)"),
      range: range)
  }

  static func unknownFunction(_ name: String, at range: ByteRange, candidates: [String]) -> Self {
    Self(
      code: "cel-unknown-function",
      message: BilingualText(zh: "没有函数 `\(name)`", en: "there is no function `\(name)`"),
      range: range, help: .didYouMean(name, candidates))
  }

  static func wrongArgumentCount(
    _ name: String, given: Int, wanted: Int, at range: ByteRange
  ) -> Self {
    Self(
      code: "cel-argument-count",
      message: BilingualText(
        zh: "`\(shown(name))` 需要 \(wanted) 个参数，给了 \(given) 个",
        en:
          "`\(shown(name))` takes \(wanted) \(wanted == 1 ? "argument" : "arguments"), not \(given)"
      ),
      range: range)
  }

  static func wrongCallForm(
    _ name: String, isMember: Bool, signature: Signature, at range: ByteRange
  ) -> Self {
    Self(
      code: "cel-call-form",
      message: BilingualText(
        zh: isMember ? "`\(name)` 不是值的方法" : "`\(name)` 要写在值的后面",
        en: isMember
          ? "`\(name)` is not called on a value" : "`\(name)` is called on a value, after a dot"),
      range: range,
      help: BilingualText(zh: "写成 `\(signature.text)`。", en: "Write `\(signature.text)`."))
  }

  /// `_==_` as the author wrote it.
  private static func shown(_ name: String) -> String {
    name == Operator.in
      ? "in"
      : name.contains("_") && !name.contains(where: \.isLetter)
        ? name.filter { $0 != "_" } : name
  }

  /// The codes of two kinds of value that are mixed up most.
  private static func pairCode(_ left: ValueType, _ right: ValueType) -> String? {
    switch (left.unwrapped, right.unwrapped) {
    case (.date, .string), (.string, .date): "cel-date-with-text"
    case (.money, .double), (.double, .money): "cel-money-with-double"
    default: nil
    }
  }

  private static func conversionHelp(_ left: ValueType, _ right: ValueType) -> BilingualText? {
    switch (left.unwrapped, right.unwrapped) {
    case (.date, .string), (.string, .date):
      BilingualText(
        zh: "日期写成 `date(\"2024-09-30\")`。", en: "Write a date as `date(\"2024-09-30\")`.")
    case (.date, .timestamp), (.timestamp, .date):
      BilingualText(
        zh: "用 `date(x)` 取时间所在的日期。", en: "Take the day of a time with `date(x)`.")
    case (.money, .double), (.double, .money):
      BilingualText(
        zh: "金额是精确数：写成 `money(\"5000.00\")`，倍数写成 `decimal(\"0.3\")`。",
        en: "Money is exact: write `money(\"5000.00\")`, and a share as `decimal(\"0.3\")`.")
    case (.int, .double), (.double, .int):
      BilingualText(
        zh: "用 `double(x)` 或 `int(x)` 换成同一类型。",
        en: "Bring both to one type with `double(x)` or `int(x)`.")
    case (.int, .string), (.string, .int):
      BilingualText(zh: "用 `int(x)` 或 `string(x)` 转换。", en: "Convert with `int(x)` or `string(x)`.")
    default: nil
    }
  }
}

extension Signature {
  /// As documentation writes it: `list(A).size() -> int`.
  package var text: String {
    let names = parameters.map(\.text)
    let arguments = isMember ? Array(names.dropFirst()) : names
    let call = "\(name)(\(arguments.joined(separator: ", "))\(isVariadic ? "..." : ""))"
    return (isMember ? "\(names[0]).\(call)" : call) + " -> \(result.text)"
  }
}
