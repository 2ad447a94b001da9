import SourceText

/// What verbs say themselves; reports have their own words.
enum CommandWords {
  static func sound(files: Int, rules: Int) -> BilingualText {
    BilingualText(
      zh: "规则文件 \(files) 个、规则 \(rules) 条，没有问题。",
      en: "\(files) files, \(rules) rules: nothing is wrong.")
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

  static func written(_ changed: Int, of count: Int, removed: Int = 0) -> BilingualText {
    BilingualText(
      zh: "共 \(count) 个文件，改动 \(changed) 个" + (removed == 0 ? "。" : "，删除 \(removed) 个。"),
      en: "\(count) \(count == 1 ? "file" : "files"), \(changed) changed"
        + (removed == 0 ? "." : ", \(removed) removed."))
  }

  static let stalePage = BilingualText(zh: "过时", en: "stale")
  static let missingPage = BilingualText(zh: "没有", en: "missing")
  static let leftPage = BilingualText(zh: "多余：规则已不在", en: "left over: its rule is gone")

  static let staleSchemas = BilingualText(
    zh: "`pingcha rules schema --write` 重新写出。",
    en: "`pingcha rules schema --write` writes them anew.")

  static let noDay = BilingualText(
    zh: "没有写 as_of，也没有 --as-of", en: "it names no as_of, and there is no --as-of")
}
