package import SourceText

extension ValueType {
  /// The type as CEL writes it: `list(int)`, `wrapper(string)`.
  package var text: String {
    switch self {
    case .dynamic: "dyn"
    case .null: "null_type"
    case .bool: "bool"
    case .int: "int"
    case .uint: "uint"
    case .double: "double"
    case .string: "string"
    case .bytes: "bytes"
    case .timestamp: "google.protobuf.Timestamp"
    case .duration: "google.protobuf.Duration"
    case .date: "date"
    case .money: "money"
    case .decimal: "decimal"
    case .period: "period"
    case .interval: "interval"
    case .list(let element): "list(\(element.text))"
    case .map(let key, let value): "map(\(key.text), \(value.text))"
    case .type(let of): "type(\(of.text))"
    case .optional(let of): "optional_type(\(of.text))"
    case .wrapper(let of): "wrapper(\(of.text))"
    case .structure(let type): type.name
    case .enumeration(let type): "enum \(type.name)"
    case .parameter(let name): name
    case .variable: "_"
    case .opaque(let name, let of):
      of.isEmpty ? name : "\(name)(\(of.map(\.text).joined(separator: ", ")))"
    case .error: "!error!"
    }
  }

  /// The type as a rule author reads it in a message.
  package var phrase: BilingualText {
    switch self {
    case .dynamic: BilingualText(zh: "任意值", en: "any value")
    case .null: BilingualText(zh: "空值", en: "null")
    case .bool: BilingualText(zh: "真假值", en: "a boolean")
    case .int: BilingualText(zh: "整数", en: "an integer")
    case .uint: BilingualText(zh: "无符号整数", en: "an unsigned integer")
    case .double: BilingualText(zh: "浮点数", en: "a double")
    case .string: BilingualText(zh: "文本", en: "a text")
    case .bytes: BilingualText(zh: "字节串", en: "bytes")
    case .timestamp: BilingualText(zh: "时间", en: "a time")
    case .duration: BilingualText(zh: "时长", en: "a duration")
    case .date: BilingualText(zh: "日期", en: "a date")
    case .money: BilingualText(zh: "金额", en: "money")
    case .decimal: BilingualText(zh: "小数", en: "a decimal")
    case .period: BilingualText(zh: "期间", en: "a period")
    case .interval: BilingualText(zh: "时段", en: "an interval")
    case .list(let element): Self.listPhrase(of: element.phrase)
    case .wrapper(let of): of.phrase
    case .structure(let type): BilingualText(zh: "记录 `\(type.name)`", en: "a `\(type.name)`")
    case .enumeration(let type):
      BilingualText(zh: "枚举 `\(type.name)`", en: "a value of `\(type.name)`")
    default: BilingualText(zh: "`\(text)`", en: "`\(text)`")
    }
  }

  private static func listPhrase(of element: BilingualText) -> BilingualText {
    BilingualText(zh: "列表（\(element.zh)）", en: "a list of \(element.en)")
  }

  /// The type without the possibility of null.
  package var unwrapped: ValueType {
    if case .wrapper(let inner) = self { inner } else { self }
  }

  /// True where a value of the type may read as null.
  package var isNullable: Bool {
    switch self {
    case .wrapper, .null, .dynamic: true
    default: false
    }
  }
}
