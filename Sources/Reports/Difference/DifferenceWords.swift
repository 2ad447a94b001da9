internal import Findings
internal import SourceText

/// The fixed words of a report on an edit of the rules.
enum DifferenceWords {
  static let nothing = BilingualText(
    zh: "规则没有变化。", en: "The rules say what they said.")
  static let shared = BilingualText(zh: "共用文件", en: "shared")
  static let declared = BilingualText(zh: "已申报", en: "declared")
  static let undeclared = BilingualText(zh: "未申报", en: "not declared")
  static let sameBehaviour = BilingualText(
    zh: "在所有示例和案卷上结论不变", en: "says the same of every example and case")
  static let wordsOfFindings = BilingualText(
    zh: "只有问题的措辞改变", en: "only the words of findings change")
  static let firstWitness = BilingualText(zh: "首个见证", en: "first witness")
  static let before = BilingualText(zh: "原先", en: "before")
  static let after = BilingualText(zh: "现在", en: "now")
  static let example = BilingualText(zh: "示例", en: "example")
  static let record = BilingualText(zh: "案卷", en: "case")
  static let noRule = BilingualText(zh: "没有这条规则", en: "no such rule")
  static let absent = BilingualText(zh: "无", en: "nothing")
  static let unreadable = BilingualText(zh: "读不出", en: "not readable")
  static let rule = BilingualText(zh: "规则", en: "Rule")
  static let change = BilingualText(zh: "结论变化", en: "Change")
  static let records = BilingualText(zh: "示例和案卷", en: "Records")
  static let atFault = BilingualText(zh: "据以判断", en: "on")
  static let declareHelp = BilingualText(
    zh: "有意的改动请在提交说明中写 `Rule-Change: 规则编号: 理由`。",
    en: "Declare an intended change in a commit message: `Rule-Change: RULE: WHY`.")

  static func status(_ status: RuleDifference.Status) -> BilingualText {
    switch status {
    case .added: BilingualText(zh: "新增", en: "new")
    case .removed: BilingualText(zh: "删除", en: "removed")
    case .edited: BilingualText(zh: "修改", en: "edited")
    case .affected: BilingualText(zh: "受牵连", en: "affected")
    }
  }

  static func outcome(_ outcome: Outcome?) -> BilingualText {
    outcome.map { ReportWords.outcome($0) } ?? BilingualText(zh: "无此规则", en: "no rule")
  }

  static func more(_ count: Int) -> BilingualText {
    BilingualText(zh: "另有 \(count) 件", en: "and \(count) more")
  }

  static func total(_ report: DifferenceReport) -> BilingualText {
    let behaving = report.rules.count { $0.changesBehaviour }
    return BilingualText(
      zh:
        "\(report.rules.count) 条规则有变化，其中 \(behaving) 条结论改变，\(report.undeclared.count) 条未申报；对照了 \(report.examples) 个示例、\(report.cases) 件案卷",
      en:
        "\(counted(report.rules.count, "rule")) read or judge differently, \(behaving) with another result, \(report.undeclared.count) of these not declared; held against \(counted(report.examples, "example")) and \(counted(report.cases, "case"))"
    )
  }

  private static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}
