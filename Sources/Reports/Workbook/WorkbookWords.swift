internal import Findings
internal import SourceText

/// The fixed words of workbooks that other reports do not have, in both languages.
enum WorkbookWords {
  // MARK: Sheets; at most 31 characters each

  static let title = BilingualText(zh: "行政执法案卷评查结果", en: "Case file review")
  static let overviewSheet = BilingualText(zh: "总览", en: "Overview")
  static let findingsSheet = BilingualText(zh: "问题清单", en: "Findings")
  static let scoresSheet = BilingualText(zh: "评分表", en: "Scores")
  static let lossesSheet = BilingualText(zh: "扣分明细", en: "Points lost")
  static let officesSheet = BilingualText(zh: "单位排名", en: "Offices")
  static let articlesSheet = BilingualText(zh: "条款统计", en: "Articles")
  static let requirementsSheet = BilingualText(zh: "要求统计", en: "Requirements")
  static let openFactsSheet = BilingualText(zh: "未决事实", en: "Open facts")

  // MARK: Pages

  static let pageFooter = BilingualText(
    zh: "第 {page} 页，共 {pages} 页", en: "page {page} of {pages}")
  /// Typefaces that offices have.
  static let typeface = BilingualText(zh: "宋体", en: "Calibri")

  // MARK: Overview

  static let casesSection = BilingualText(zh: "案卷", en: "Cases")
  static let violatingShare = BilingualText(
    zh: "有不合格项的比例", en: "share with violations")
  static let ruleCount = BilingualText(zh: "评查规则", en: "rules")
  static let findingsSection = BilingualText(zh: "评查发现（项）", en: "Findings")
  static let scoresSection = BilingualText(zh: "评分", en: "Scores")
  static let scoredCases = BilingualText(zh: "已评分案卷", en: "cases scored")
  static let averageScore = BilingualText(
    zh: "平均得分（至少，至多）", en: "average score (least, most)")
  static let vetoedCases = BilingualText(zh: "被否决案卷", en: "cases vetoed")
  static let worstSection = BilingualText(
    zh: "不合格案卷最多的要求", en: "Requirements that most cases violate")
  static let findingCount = BilingualText(zh: "项数", en: "findings")
  static let contentsSection = BilingualText(zh: "本工作簿", en: "In this workbook")
  static let rows = BilingualText(zh: "行数", en: "rows")
  static let unreadableSection = BilingualText(zh: "无法读取的案卷", en: "Cases that could not be read")
  static let provenanceSection = BilingualText(zh: "评查依据", en: "Made with")
  static let asOf = BilingualText(zh: "截至日期", en: "as of")
  static let rulesDigest = BilingualText(zh: "规则摘要（SHA-256）", en: "digest of the rules (SHA-256)")
  static let recordsDigest = BilingualText(
    zh: "案卷摘要（SHA-256）", en: "digest of the records (SHA-256)")
  static let instrumentCount = BilingualText(zh: "所依据的法律文件", en: "texts of law")
  static let calendarYears = BilingualText(
    zh: "工作日安排的年份", en: "years whose working days are known")
  static let choice = BilingualText(zh: "选项", en: "option")
  static let personalData = BilingualText(zh: "个人信息", en: "personal data")
  static let shown = BilingualText(zh: "已显示", en: "shown")
  static let masked = BilingualText(zh: "已隐去", en: "masked")

  // MARK: Columns

  static let number = BilingualText(zh: "序号", en: "no.")
  static let caseNumber = BilingualText(zh: "案号", en: "case")
  static let caseTitle = BilingualText(zh: "案件名称", en: "title of the case")
  static let office = BilingualText(zh: "办案单位", en: "office")
  static let officers = BilingualText(zh: "承办人", en: "officers")
  static let sector = BilingualText(zh: "领域", en: "sector")
  static let decidedOn = BilingualText(zh: "决定日期", en: "decided on")
  static let outcome = BilingualText(zh: "结论", en: "outcome")
  static let severity = BilingualText(zh: "等级", en: "severity")
  static let problem = BilingualText(zh: "问题", en: "finding")
  static let notAfter = BilingualText(zh: "不晚于", en: "not after")
  static let daysLate = BilingualText(zh: "逾期（日）", en: "days late")
  static let standing = BilingualText(zh: "状态", en: "standing")
  static let waiver = BilingualText(zh: "豁免理由", en: "waiver")
  static let requirement = BilingualText(zh: "要求", en: "requirement")
  static let requirements = BilingualText(zh: "涉及的要求", en: "requirements")
  static let says = BilingualText(zh: "条文原文", en: "words of the text")
  static let rule = BilingualText(zh: "规则编号", en: "rule")
  static let rules = BilingualText(zh: "规则编号", en: "rules")
  static let place = BilingualText(zh: "记录中的位置", en: "place in the record")
  static let fingerprint = BilingualText(zh: "指纹", en: "fingerprint")
  static let instrument = BilingualText(zh: "法律文件", en: "text of law")
  static let documentNumber = BilingualText(zh: "文号", en: "number")
  static let cases = BilingualText(zh: "案卷数", en: "cases")
  static let violatedShare = BilingualText(zh: "不合格率", en: "violated, share")
  static let missingFact = BilingualText(zh: "需补录的事实", en: "fact to be recorded")
  static let path = BilingualText(zh: "字段", en: "path")
  static let waiting = BilingualText(zh: "待定项数", en: "results that wait")

  // MARK: Scores

  static let highestTotal = BilingualText(zh: "最高可能", en: "at most")
  static let lowestGrade = BilingualText(zh: "最低可能等次", en: "grade at worst")
  static let vetoes = BilingualText(zh: "否决项", en: "vetoes")
  static let lossKind = BilingualText(zh: "性质", en: "kind")
  static let veto = BilingualText(zh: "否决", en: "veto")
  static let openVeto = BilingualText(zh: "否决待定", en: "veto open")
  static let itemLost = BilingualText(zh: "该项扣分", en: "item lost")
  static let line = BilingualText(zh: "扣分事由", en: "line")
  static let lineLost = BilingualText(zh: "封顶前扣分", en: "before the cap")
  static let lineMost = BilingualText(zh: "至多", en: "at most")
  static let lowestRank = BilingualText(zh: "最低可能名次", en: "rank at worst")
  static let highestAverage = BilingualText(zh: "最高可能平均分", en: "average at most")

  // MARK: Standing

  static let waived = BilingualText(zh: "已豁免", en: "waived")

  static func waiver(_ reason: String, by approver: String, until: String?) -> BilingualText {
    BilingualText(
      zh: "\(reason)（\(approver)批准" + (until.map { "，至 \($0)" } ?? "") + "）",
      en: "\(reason) (approved by \(approver)" + (until.map { ", until \($0)" } ?? "") + ")")
  }
}
