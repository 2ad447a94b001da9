import Findings
import SourceText
import WorkCalendar

/// Made-up records and findings that show one of everything.
enum Fixture {
  static let path = "Cases/late/case.yaml"

  static let record = SourceFile(
    path: path,
    text: """
      kind: penalty
      case: { number: 黔东南市监罚〔2024〕137号, region: "522600" }
      officers:
        - { name: 办案员甲, licence_valid_until: 2024-12-31 }
        - { name: 办案员乙, licence_valid_until: 2024-06-30 }   # 过期
      decision:
        made_on: 2024-09-30
        说明：: 依法作出
      publicity:
        result: { 网站: 市局门户网站, published_on: { value: 2024-10-25, document: d12, page: 1 } }
      legal_review:

      """)

  /// The place of the `nth` occurrence of a text, counted from 1.
  static func place(of text: String, nth: Int = 1, in file: SourceFile = record) -> Place {
    let (bytes, wanted) = (file.bytes, Array(text.utf8))
    var left = nth
    for start in 0...(bytes.count - wanted.count)
    where bytes[start..<start + wanted.count].elementsEqual(wanted) {
      left -= 1
      if left > 0 { continue }
      let range = ByteRange(start, start + wanted.count)
      let span = file.span(of: range)
      return Place(
        file: file.path, line: span.line, column: span.column, endLine: span.endLine,
        endColumn: span.endColumn, range: range)
    }
    preconditionFailure("the fixture does not hold \(text)")
  }

  static func day(_ text: String) -> CivilDate {
    guard let day = CivilDate(text) else { preconditionFailure("\(text) is no date") }
    return day
  }

  static let notice = Citation(
    instrument: "gbf-2018-118",
    instrumentName: BilingualText(
      zh: "关于全面推行行政执法公示制度的指导意见", en: "Opinions on making enforcement public"),
    number: "国办发〔2018〕118号", article: "二（二）", says: "在执法决定作出之日起……7个工作日内")
  static let act = Citation(
    instrument: "apl-2021",
    instrumentName: BilingualText(zh: "中华人民共和国行政处罚法", en: "Administrative Penalty Law"),
    number: nil, article: "第五十八条", says: nil)

  static let rules: [RuleSummary] = [
    RuleSummary(
      id: "penalty.legal-review.before-decision", family: "legal-review",
      title: BilingualText(zh: "决定前经法制审核", en: "Legal review precedes the decision"),
      severity: .fatal, kind: .violation, cites: [act], inForceFrom: day("2021-07-15"),
      inForceUntil: nil, file: "penalty/legal-review/before-decision.yaml"),
    RuleSummary(
      id: "penalty.officers.licensed", family: "officers",
      title: BilingualText(zh: "执法证件有效", en: "Licences are valid"), severity: .minor,
      kind: .signal, cites: [], inForceFrom: nil, inForceUntil: day("2025-12-31"),
      file: "penalty/officers/licensed.yaml"),
    RuleSummary(
      id: "penalty.publicity.decision-published", family: "publicity",
      title: BilingualText(zh: "处罚决定按期公开", en: "The penalty decision is published in time"),
      severity: .major, kind: .violation, cites: [notice, act], inForceFrom: day("2018-12-05"),
      inForceUntil: day("2025-12-31"), file: "penalty/publicity/decision-published.yaml"),
    RuleSummary(
      id: "penalty.service.in-time", family: "service",
      title: BilingualText(zh: "决定书按期送达", en: "The decision is served in time"),
      severity: .minor, kind: .violation, cites: [], inForceFrom: nil, inForceUntil: nil,
      file: "penalty/service/in-time.yaml"),
  ]

  static let review = Review(
    asOf: day("2024-12-31"), cases: [late, clean, unreadable], diagnostics: [missingFolder],
    rules: rules)

  static let empty = Review(asOf: day("2024-12-31"), cases: [clean], diagnostics: [], rules: rules)

  static let missingFolder = LocatedDiagnostic(
    diagnostic: Diagnostic(
      severity: .warning, code: "empty-folder",
      message: BilingualText(zh: "文件夹中没有案件", en: "the folder holds no cases"), range: .none),
    place: nil, file: "Cases/nothing")

  static let clean = CaseReview(
    source: "Cases/clean/case.yaml", caseNumber: "黔东南市监罚〔2024〕138号", caseTitle: nil,
    isUnreadable: false, diagnostics: [],
    results: [
      RuleResult(rule: rules[0].id, outcome: .satisfied),
      RuleResult(
        rule: rules[2].id, outcome: .notApplicable,
        reason: BilingualText(zh: "规则不适用于本案。", en: "The case is not one it is about.")),
    ])

  static let broken = SourceFile(
    path: "Cases/broken/case.yaml", text: "kind: penalty\n案由: {虚假宣传\ndecision: {}\n")

  static let unreadable = CaseReview(
    source: broken.path, caseNumber: nil, caseTitle: nil, isUnreadable: true,
    diagnostics: [
      LocatedDiagnostic(
        diagnostic: Diagnostic(
          code: "yaml-syntax",
          message: BilingualText(zh: "`{` 没有结束", en: "`{` is never closed"),
          range: place(of: "{虚假宣传", in: broken).range,
          help: BilingualText(zh: "在行末补 `}`。", en: "Put `}` at the end of the line.")),
        place: place(of: "{虚假宣传", in: broken), file: broken.path)
    ], results: [])

  static func sources(_ name: String) -> SourceFile? {
    [record, broken].first { $0.path == name }
  }

  /// The same record as one line of a stream, the seventeenth.
  static let stream = SourceFile(
    path: "batch.ndjson", text: #"{"kind":"penalty","decision":{"made_on":"2024-09-30"}}"#)
}
