internal import Findings
internal import SourceText
internal import WorkCalendar

/// How findings stand to what is known already, and what of a review is left out by choice.
extension ReportWords {
  // MARK: Waivers

  static let waived = BilingualText(zh: "豁免", en: "Waived")

  /// The reason, who approved it, until when, and where it is written.
  static func grounds(of waiver: Waiver) -> BilingualText {
    BilingualText(
      zh: "\(waiver.reason)（\(waiver.approvedBy)批准，\(waiver.until.map { "至 \($0)" } ?? "长期")；"
        + "\(waiver.source)）",
      en: "\(waiver.reason) (approved by \(waiver.approvedBy), "
        + "\(waiver.until.map { "until \($0)" } ?? "without an end"); \(waiver.source))")
  }

  // MARK: Baselines

  static func comparison(_ comparison: FindingStatus.Comparison) -> BilingualText {
    switch comparison {
    case .new: BilingualText(zh: "新增", en: "new")
    case .unchanged: BilingualText(zh: "原有", en: "known")
    }
  }

  static func comparison(_ comparison: ReviewTally.Comparison) -> BilingualText {
    let (new, old, gone) = (comparison.new, comparison.unchanged, comparison.resolved)
    return BilingualText(
      zh: "与基线相比：新增 \(new) 项，原有 \(old) 项，已消除 \(gone) 项",
      en: "beside the baseline: \(new) new, \(old) known, \(gone) resolved")
  }

  static func resolved(_ count: Int) -> BilingualText {
    BilingualText(zh: "已消除 \(count) 项", en: "Resolved (\(count))")
  }

  static let resolvedWord = BilingualText(zh: "已消除", en: "resolved")

  /// One line that names findings which are there no longer.
  static func line(
    of findings: ResolvedFindings, title: BilingualText?, _ language: Language
  ) -> String {
    let key = findings.key
    var parts = [
      key.caseName, key.check.map { "\(key.rule)#\($0)" } ?? key.rule,
      outcome(key.outcome)[language],
    ]
    if let title { parts.insert(title[language], at: 1) }
    if !key.fact.isEmpty { parts.append(key.fact) }
    if findings.count > 1 { parts.append("×\(findings.count)") }
    return parts.joined(separator: "  ")
  }

  // MARK: What is left out

  static func untold(_ count: Int) -> BilingualText {
    BilingualText(
      zh: "另有 \(count) 项未列出", en: "\(counted(count, "finding is", "findings are")) left out")
  }

  static func untold(hidden: Int, overLimit: Int) -> BilingualText {
    BilingualText(
      zh: "未列出：按结果隐藏 \(hidden) 项，超过每条规则上限 \(overLimit) 项",
      en: "left out: \(hidden) by outcome, \(overLimit) over the limit of a rule")
  }

  static let overLimit = BilingualText(zh: "未列出", en: "left out")

  // MARK: What is wrong with a file

  static func diagnostic(_ severity: Diagnostic.Severity) -> BilingualText {
    switch severity {
    case .error: BilingualText(zh: "错误", en: "error")
    case .warning: BilingualText(zh: "警告", en: "warning")
    case .info: BilingualText(zh: "留意", en: "note")
    }
  }
}
