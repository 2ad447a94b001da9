internal import SourceText
internal import YAML

// Words that several messages about records use.

extension BilingualText {
  /// What was found in place of something else.
  static func found(_ node: Node) -> BilingualText {
    switch node.content {
    case .sequence: BilingualText(zh: "列表", en: "a list")
    case .mapping: BilingualText(zh: "键值组", en: "a mapping")
    case .scalar where node.isNull: BilingualText(zh: "空值", en: "null")
    case .scalar(let scalar):
      BilingualText(zh: "`\(scalar.text.shown)`", en: "`\(scalar.text.shown)`")
    }
  }
}

extension String {
  /// The author's words fit for a message: one line, not too long, no backtick.
  var shown: String {
    var words = String.UnicodeScalarView()
    for scalar in unicodeScalars.prefix(60) {
      words.append(scalar.value < 0x20 || scalar.value == 0x7F ? " " : scalar == "`" ? "'" : scalar)
    }
    return unicodeScalars.count > 60 ? String(words) + "…" : String(words)
  }
}

extension FieldType {
  /// What messages call the type.
  var words: BilingualText {
    switch self {
    case .text: BilingualText(zh: "文字", en: "a text")
    case .boolean: BilingualText(zh: "true 或 false", en: "true or false")
    case .integer: BilingualText(zh: "整数", en: "a whole number")
    case .decimal: BilingualText(zh: "小数", en: "a decimal number")
    case .money: BilingualText(zh: "金额", en: "a sum of money")
    case .date: BilingualText(zh: "日期", en: "a date")
    case .datetime: BilingualText(zh: "时间", en: "a datetime")
    case .enumeration(let values):
      BilingualText(zh: "`\(values.name)` 的一个值", en: "a value of `\(values.name)`")
    case .document: BilingualText(zh: "卷内文件的编号", en: "the id of a document")
    case .record(let shape):
      BilingualText(zh: "“\(shape.label.zh)”的键值组", en: "a mapping with the fields of \(shape.name)")
    case .list: BilingualText(zh: "列表", en: "a list")
    }
  }

  /// How a value of the type is written.
  func help(found node: Node) -> BilingualText {
    let text = node.scalar?.text ?? ""
    switch self {
    case .text: return .write("文字", "some words")
    case .boolean: return .boolean(text, isQuoted: node.scalar?.style != .plain)
    case .integer:
      if node.scalar?.style != .plain, DecimalText(text)?.decimals == nil, DecimalText(text) != nil
      {
        return BilingualText(
          zh: "请去掉引号，写作 \(text)。", en: "Take the quotes away and write \(text).")
      }
      return .write("5")
    case .decimal: return .write("1.5")
    case .money:
      return BilingualText(
        zh: "金额写作 5000.00：不用千分位、货币符号和指数。",
        en: "Write 5000.00: no thousands separator, currency sign or exponent.")
    case .date:
      return BilingualText(
        zh: "日期写作 2025-07-01；不够准确的写 2025、2025-07、2025-07/2025-09 或 ../2025-07-01。",
        en:
          "Write 2025-07-01, or as precise as the file is: 2025, 2025-07, 2025-07/2025-09 or ../2025-07-01."
      )
    case .datetime:
      return BilingualText(
        zh: "时间写作 2025-07-01T09:30:00+08:00；只知道哪天的写 2025-07-01。",
        en: "Write 2025-07-01T09:30:00+08:00, or 2025-07-01 where only the day is known.")
    case .enumeration(let values):
      return .didYouMean(nil, orOneOf: values.entries.map(\.id)) ?? .write("…")
    case .document: return .write("d01")
    case .record(let shape): return .write("{ \(shape.fields.first?.name ?? ""): … }")
    case .list: return .write("[…]")
    }
  }
}

extension BilingualText {
  static func write(_ example: String) -> BilingualText {
    BilingualText(zh: "例如 `\(example)`。", en: "Write it as in `\(example)`.")
  }

  static func write(_ zh: String, _ en: String) -> BilingualText {
    BilingualText(zh: "请写一段\(zh)。", en: "Write \(en).")
  }

  static func boolean(_ text: String, isQuoted: Bool) -> BilingualText {
    switch text.lowercased() {
    case "true" where isQuoted, "false" where isQuoted:
      BilingualText(
        zh: "请去掉引号，写作 \(text.lowercased())。",
        en: "Take the quotes away and write \(text.lowercased()).")
    case "true", "yes", "on", "y", "是", "有", "1":
      BilingualText(zh: "请写 true。", en: "Write true.")
    case "false", "no", "off", "n", "否", "无", "0":
      BilingualText(zh: "请写 false。", en: "Write false.")
    default: BilingualText(zh: "只能写 true 或 false。", en: "Only true and false are booleans.")
    }
  }
}
