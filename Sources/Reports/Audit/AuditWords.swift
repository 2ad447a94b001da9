internal import Findings
internal import SourceText
internal import WorkCalendar

/// The fixed words of audit reports, in both languages.
enum AuditWords {
  static let title = BilingualText(zh: "案卷评查报告", en: "Case file audit")

  static func subtitle(asOf: CivilDate, cases: Int, rules: Int) -> BilingualText {
    BilingualText(
      zh: "截至 \(asOf)，案件 \(cases) 件，规则 \(rules) 条",
      en: "As of \(asOf): \(ReportWords.counted(cases, "case", "cases")), "
        + ReportWords.counted(rules, "rule", "rules"))
  }

  // MARK: Figures

  static let overview = BilingualText(zh: "总览", en: "Overview")
  static let cases = BilingualText(zh: "评查案件", en: "Cases reviewed")
  static let casesShort = BilingualText(zh: "案件", en: "Cases")
  static let unreadable = BilingualText(zh: "无法读取", en: "Not readable")
  static let violating = BilingualText(zh: "有不合格项的案件", en: "Cases with violations")
  static let violations = BilingualText(zh: "不合格项", en: "Violations")
  static let signals = BilingualText(zh: "提示", en: "Signals")
  static let waivedCount = BilingualText(zh: "豁免", en: "Waived")
  static let resolved = BilingualText(zh: "已消除（对照基线）", en: "Resolved since the baseline")
  static let delays = BilingualText(zh: "逾期项", en: "Late acts")
  static let longestDelay = BilingualText(zh: "最长逾期（日）", en: "Longest delay (days)")
  static let averageScore = BilingualText(zh: "平均得分", en: "Average score")

  static func heading(_ group: FindingGroup) -> BilingualText {
    switch group {
    case .violated: violations
    case .error: BilingualText(zh: "规则出错", en: "Faults of rules")
    case .undetermined: BilingualText(zh: "未能判定", en: "Undetermined")
    case .pending: BilingualText(zh: "未到期", en: "Pending")
    case .signal: signals
    case .waived: waivedCount
    }
  }

  static func heading(_ severity: RuleSeverity) -> BilingualText {
    switch severity {
    case .fatal: BilingualText(zh: "一票否决", en: "Fatal")
    case .major: BilingualText(zh: "重大", en: "Major")
    case .minor: BilingualText(zh: "一般", en: "Minor")
    }
  }

  // MARK: Groups

  static func heading(_ grouping: AuditGrouping) -> BilingualText {
    switch grouping {
    case .office: BilingualText(zh: "按单位", en: "By office")
    case .officer: BilingualText(zh: "按办案人员", en: "By officer")
    case .sector: BilingualText(zh: "按执法领域", en: "By field of enforcement")
    case .rule: BilingualText(zh: "按要求", en: "By requirement")
    case .article: BilingualText(zh: "按条文", en: "By article")
    case .month: BilingualText(zh: "按决定月份", en: "By month of the decision")
    }
  }

  static func column(_ grouping: AuditGrouping) -> BilingualText {
    switch grouping {
    case .office: BilingualText(zh: "单位", en: "Office")
    case .officer: BilingualText(zh: "办案人员", en: "Officer")
    case .sector: BilingualText(zh: "执法领域", en: "Field")
    case .rule: BilingualText(zh: "要求", en: "Requirement")
    case .article: BilingualText(zh: "条文", en: "Article")
    case .month: BilingualText(zh: "月份", en: "Month")
    }
  }

  static let noOfficer = BilingualText(zh: "（未载明办案人员）", en: "(no officer on file)")
  static let noSector = BilingualText(zh: "（未载明领域）", en: "(no field on file)")
  static let noMonth = BilingualText(zh: "（决定日期不明）", en: "(no exact day of decision)")
  static let none = BilingualText(zh: "无", en: "None")

  static func month(_ day: CivilDate) -> BilingualText {
    let month = String(day.description.prefix(7))
    return BilingualText(zh: month, en: month)
  }

  // MARK: Cases

  static let findings = BilingualText(zh: "问题清单", en: "Findings")
  static let caseHeading = BilingualText(zh: "案件", en: "Case")
  static let officers = BilingualText(zh: "办案人员", en: "Officers")
  static let decidedOn = BilingualText(zh: "决定日期", en: "Decided on")
  static let record = BilingualText(zh: "记录文件", en: "Record")
  static let score = BilingualText(zh: "得分", en: "Score")
  static let severity = BilingualText(zh: "等级", en: "Severity")
  static let outcome = BilingualText(zh: "结论", en: "Outcome")
  static let requirement = BilingualText(zh: "要求", en: "Requirement")
  static let whatWasFound = BilingualText(zh: "情况", en: "What was found")
  static let status = BilingualText(zh: "状态", en: "Status")

  static func line(_ line: Int) -> BilingualText {
    BilingualText(zh: "记录第 \(line) 行", en: "line \(line) of the record")
  }

  static func inBrackets(_ text: BilingualText) -> BilingualText {
    BilingualText(
      zh: ReportWords.inBrackets(text.zh, .zh), en: ReportWords.inBrackets(text.en, .en))
  }

  static func waived(_ waiver: Waiver) -> BilingualText {
    BilingualText(
      zh: "已豁免：\(waiver.reason)（\(waiver.approvedBy)批准"
        + (waiver.until.map { "，有效至 \($0)" } ?? "") + "，见 \(waiver.source)）",
      en: "waived: \(waiver.reason) (approved by \(waiver.approvedBy)"
        + (waiver.until.map { ", until \($0)" } ?? "") + ", see \(waiver.source))")
  }

  static func comparison(_ comparison: FindingStatus.Comparison) -> BilingualText {
    switch comparison {
    case .new: BilingualText(zh: "新增", en: "new")
    case .unchanged: BilingualText(zh: "原有", en: "known before")
    }
  }

  /// Years, those that follow one another together.
  static func years(_ years: [Int]) -> BilingualText {
    var runs: [ClosedRange<Int>] = []
    for year in years.sorted() {
      if let last = runs.last, year <= last.upperBound + 1 {
        runs[runs.count - 1] = last.lowerBound...max(year, last.upperBound)
      } else {
        runs.append(year...year)
      }
    }
    let texts = runs.map {
      $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)"
    }
    return BilingualText(
      zh: texts.joined(separator: ReportWords.listSeparator.zh),
      en: texts.joined(separator: ReportWords.listSeparator.en))
  }

  // MARK: What the report was made with

  static let provenance = BilingualText(zh: "本报告的依据", en: "What this report was made with")
  static let asOf = BilingualText(zh: "评查日期", en: "As of")
  static let rulesDigest = BilingualText(zh: "规则文件夹 SHA-256", en: "Rules folder, SHA-256")
  static let recordsDigest = BilingualText(zh: "案卷记录 SHA-256", en: "Records, SHA-256")
  static let calendarYears = BilingualText(
    zh: "已公布工作日安排的年份", en: "Years with a published schedule of working days")
  static let choices = BilingualText(zh: "选项", en: "Options")
  static let standard = BilingualText(zh: "评分标准", en: "Score sheet")
  static let personalShown = BilingualText(zh: "个人信息：显示", en: "Personal data is shown")
  static let personalMasked = BilingualText(zh: "个人信息：已遮盖", en: "Personal data is masked")
  static let instruments = BilingualText(
    zh: "规则所依据的文件", en: "Laws and documents that the rules rest on")
  static let name = BilingualText(zh: "名称", en: "Name")
  static let number = BilingualText(zh: "文号", en: "Number")
  static let inForce = BilingualText(zh: "施行", en: "In force")
  static let digest = BilingualText(
    zh: "本报告 SHA-256（不含本行）", en: "This report, SHA-256 (without this line)")
  static let diagnostics = BilingualText(
    zh: "规则和案卷以外的问题", en: "Problems outside the records")
}
