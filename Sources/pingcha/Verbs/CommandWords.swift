import SourceText

/// What verbs say themselves; reports have their own words.
enum CommandWords {
  static func sound(files: Int, rules: Int) -> BilingualText {
    BilingualText(
      zh: "规则文件 \(files) 个、规则 \(rules) 条，没有问题。",
      en: "\(files) files, \(rules) rules: nothing is wrong.")
  }

  static func mended(_ count: Int, files: Int) -> BilingualText {
    BilingualText(
      zh: "修复了 \(count) 处，改动文件 \(files) 个。",
      en: "\(count) put right in \(files) \(files == 1 ? "file" : "files").")
  }

  static let noCaseFolder = BilingualText(
    zh: "不是含有 case.yaml 的案卷文件夹", en: "is no case folder with a case.yaml")

  static let nothingExpected = BilingualText(
    zh: "没有 expected.yaml", en: "there is no expected.yaml")

  static let unreadableCase = BilingualText(
    zh: "无法读取，`pingcha check` 说明原因", en: "cannot be read; `pingcha check` tells why")

  static func belowThreshold(_ names: [String], _ threshold: Double) -> BilingualText {
    let list = names.map { "\n  \($0)" }.joined()
    return BilingualText(
      zh: "低于 \(threshold.plainText)% 的有 \(names.count) 项：\(list)",
      en: "\(names.count) below \(threshold.plainText)%:\(list)")
  }

  static let noDay = BilingualText(
    zh: "没有写 as_of，也没有 --as-of", en: "it names no as_of, and there is no --as-of")

  /// How a progress line counts rules.
  static let measured = BilingualText(zh: "已测规则", en: "rules measured")

  /// How a progress line counts cases that two readings of the rules are held against.
  static let compared = BilingualText(zh: "已对照", en: "compared")
}
