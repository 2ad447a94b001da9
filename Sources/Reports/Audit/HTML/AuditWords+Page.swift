internal import Findings
internal import SourceText

/// Words that only the page has.
extension AuditWords {
  // MARK: Around the parts

  static let skip = BilingualText(zh: "跳到正文", en: "Skip to the content")
  static let contents = BilingualText(zh: "目录", en: "Contents")
  static let groups = BilingualText(zh: "分组比较", en: "Groups")
  static let provenanceShort = BilingualText(zh: "依据", en: "Made with")

  // MARK: Figures

  static func notRead(_ count: Int) -> BilingualText {
    BilingualText(zh: "另有 \(count) 件无法读取", en: "\(count) more not readable")
  }

  static func share(_ part: Int, of whole: Int) -> BilingualText {
    let percent = whole == 0 ? 0 : (200 * part + whole) / (2 * whole)
    return BilingualText(zh: "占 \(percent)%", en: "\(percent)%")
  }

  static func bySeverity(_ tally: AuditTally) -> BilingualText {
    let parts = RuleSeverity.allCases.sorted(by: >).map {
      (ReportWords.severity($0), tally.violations($0))
    }
    return BilingualText(
      zh: parts.map { "\($0.0.zh) \($0.1)" }.joined(separator: "，"),
      en: parts.map { "\($0.1) \($0.0.en)" }.joined(separator: ", "))
  }

  static func longest(_ days: Int) -> BilingualText {
    BilingualText(
      zh: "最长 \(days) 日", en: "up to \(ReportWords.counted(days, "day", "days"))")
  }

  // MARK: Charts

  static let familyChart = BilingualText(
    zh: "各类要求的结论", en: "What the requirements of each family came to")
  static let share = BilingualText(zh: "占比", en: "Share")
  static let violatedShort = BilingualText(zh: "不合格", en: "Violated")
  static let judged = BilingualText(zh: "适用次数", en: "Applied")
  static let delayChart = BilingualText(zh: "逾期天数", en: "How late acts were")
  static let daysLate = BilingualText(zh: "逾期", en: "Late by")
  static let distribution = BilingualText(zh: "分布", en: "Distribution")
  static let violationsCount = BilingualText(zh: "项数", en: "Count")
  static let violationsPerCase = BilingualText(zh: "每案不合格项", en: "Violations per case")

  static func days(_ first: Int, _ last: Int?) -> BilingualText {
    guard let last else {
      return BilingualText(zh: "\(first) 日以上", en: "\(first) days or more")
    }
    return BilingualText(zh: "\(first)–\(last) 日", en: "\(first)–\(last) days")
  }

  // MARK: What is not known

  static let openFacts = BilingualText(zh: "未决事实", en: "Facts that would decide more")
  static let openFactsNote = BilingualText(
    zh: "记录中没有摘录这些事实，相应的要求未能判定；补录后即可判定。",
    en: "Nobody recorded these, so results that depend on them are undetermined.")
  static let fact = BilingualText(zh: "事实", en: "Fact")
  static let resultsOpen = BilingualText(zh: "涉及结论", en: "Results open")

  static func moreFacts(_ count: Int) -> BilingualText {
    BilingualText(
      zh: "另有 \(count) 项事实，见各案。",
      en: "\(ReportWords.counted(count, "more fact", "more facts")) in the cases.")
  }

  // MARK: The filter

  static let text = BilingualText(zh: "文字", en: "Text")
  static let reset = BilingualText(zh: "清除筛选", en: "Clear")
  static let all = BilingualText(zh: "全部", en: "All")
  /// The script puts numbers in the place of the braces.
  static let shown = BilingualText(
    zh: "符合 {0} 项，涉及案件 {1} 件，共 {2} 项。", en: "{0} of {2} findings match, in {1} cases.")
  static let more = BilingualText(zh: "再显示 {0} 项", en: "Show {0} more")
  static let noMatch = BilingualText(zh: "没有符合的问题。", en: "No finding matches.")
  static let waivedTag = BilingualText(zh: "已豁免", en: "waived")

  // MARK: A case

  static let previousCase = BilingualText(zh: "上一案", en: "Previous case")
  static let nextCase = BilingualText(zh: "下一案", en: "Next case")
  static let timeline = BilingualText(zh: "时间线", en: "Timeline")
  static let day = BilingualText(zh: "日期", en: "Day")
  static let actOrTerm = BilingualText(zh: "行为或期限", en: "Act or term")
  static let dueMark = BilingualText(zh: "期限：", en: "Due: ")
  static let waitMark = BilingualText(zh: "须届满：", en: "To be waited for: ")
  static let shortened = BilingualText(
    zh: "没有任何行为的较长间隔在图中已缩短。",
    en: "Long stretches in which nothing happened are drawn shorter than they were.")
  static let scoreSheet = BilingualText(zh: "评分", en: "Score sheet")
  static let because = BilingualText(zh: "扣分原因", en: "Because")

  static func notInvolved(_ titles: [BilingualText]) -> BilingualText {
    ScoreWords.notInvolved + ReportWords.colon
      + BilingualText(
        zh: titles.map(\.zh).joined(separator: ReportWords.listSeparator.zh),
        en: titles.map(\.en).joined(separator: ReportWords.listSeparator.en))
  }

  // MARK: What the report was made with

  static let pagesDigest = BilingualText(
    zh: "各案页面 SHA-256", en: "Pages of the cases, SHA-256")
  static let personal = BilingualText(zh: "个人信息", en: "Personal data")
  static let note = BilingualText(zh: "说明", en: "Note")
}
