internal import SourceText

/// The columns of a review as a table, in their order.
enum ReviewCSVColumn: CaseIterable {
  case caseNumber, caseTitle, outcome, severity, kind, title, message, basis, remedy
  case fact, value, document, page, due, daysLate, minutesLate, missing
  case comparison, waiver, approvedBy, waivedUntil
  case file, line, column, rule, check, element, fingerprint

  var heading: BilingualText {
    switch self {
    case .caseNumber: BilingualText(zh: "案号", en: "case")
    case .caseTitle: BilingualText(zh: "案件名称", en: "case title")
    case .outcome: BilingualText(zh: "结果", en: "outcome")
    case .severity: ReportWords.severityHeading
    case .kind: ReportWords.kindHeading
    case .title: ReportWords.titleHeading
    case .message: ReportWords.message
    case .basis: BilingualText(zh: "依据", en: "law")
    case .remedy: BilingualText(zh: "整改", en: "remedy")
    case .fact: BilingualText(zh: "事实", en: "fact")
    case .value: BilingualText(zh: "记载", en: "value")
    case .document: BilingualText(zh: "卷内文书", en: "document")
    case .page: BilingualText(zh: "页", en: "page")
    case .due: BilingualText(zh: "期限", en: "due")
    case .daysLate: BilingualText(zh: "逾期日数", en: "days late")
    case .minutesLate: BilingualText(zh: "逾期分钟", en: "minutes late")
    case .missing: BilingualText(zh: "缺少", en: "missing")
    case .comparison: BilingualText(zh: "与基线相比", en: "beside the baseline")
    case .waiver: BilingualText(zh: "豁免理由", en: "waived because")
    case .approvedBy: BilingualText(zh: "批准", en: "approved by")
    case .waivedUntil: BilingualText(zh: "豁免至", en: "waived until")
    case .file: BilingualText(zh: "文件", en: "file")
    case .line: BilingualText(zh: "行", en: "line")
    case .column: BilingualText(zh: "列", en: "column")
    case .rule: BilingualText(zh: "规则", en: "rule")
    case .check: BilingualText(zh: "检查", en: "check")
    case .element: BilingualText(zh: "元素", en: "element")
    case .fingerprint: BilingualText(zh: "指纹", en: "fingerprint")
    }
  }
}
