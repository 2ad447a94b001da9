internal import SourceText

/// The words around the value of an expression.
extension ReportWords {
  static let value = BilingualText(zh: "值", en: "value")
  static let type = BilingualText(zh: "类型", en: "type")
  static let unknownValue = BilingualText(zh: "尚不能确定", en: "unknown")
  static let absentValue = BilingualText(zh: "无", en: "absent")
  static let unknownFacts = BilingualText(zh: "需补录", en: "unknown")
  static let absentFacts = BilingualText(zh: "未载明", en: "absent")
}
