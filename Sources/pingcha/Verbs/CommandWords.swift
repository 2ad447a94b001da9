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

  // MARK: A new rule

  static let askTitleZh = BilingualText(zh: "要求（中文）", en: "The requirement in Chinese")
  static let askTitleEn = BilingualText(zh: "要求（英文）", en: "The requirement in English")
  static let askInstrument = BilingualText(
    zh: "所依据的文件编号（Tab 补全）", en: "The instrument that it rests on (Tab completes)")
  static let askArticle = BilingualText(zh: "条款", en: "The article")
  static let askSeverity = BilingualText(zh: "等级", en: "Severity")
  static let askKind = BilingualText(zh: "性质", en: "Kind")
  static let askFirstDay = BilingualText(zh: "施行首日", en: "The first day in force")

  static let askAgain = BilingualText(
    zh: "这不是可用的回答；Ctrl-D 结束。", en: "That is no answer here; Ctrl-D ends.")

  static func nextSteps(_ id: String) -> BilingualText {
    BilingualText(
      zh: "请填写要求、说明和示例，然后运行：\n  pingcha rules lint\n  pingcha rules test \(id)",
      en: "Fill in the requirement, the messages and the examples, then run:\n"
        + "  pingcha rules lint\n  pingcha rules test \(id)")
  }

  static let noDay = BilingualText(
    zh: "没有写 as_of，也没有 --as-of", en: "it names no as_of, and there is no --as-of")

  /// How a progress line counts rules.
  static let measured = BilingualText(zh: "已测规则", en: "rules measured")

  static func waitsForEdit(_ folder: String) -> BilingualText {
    BilingualText(
      zh: "等待 `\(folder)` 中的改动；Ctrl-C 结束。",
      en: "Waiting for an edit in `\(folder)`; Ctrl-C ends.")
  }

  /// How a progress line counts cases that two readings of the rules are held against.
  static let compared = BilingualText(zh: "已对照", en: "compared")
}
