import Findings
import SourceText
import WorkCalendar

extension Fixture {
  static let late = CaseReview(
    source: path, caseNumber: "黔东南市监罚〔2024〕137号", caseTitle: "某公司虚假宣传案",
    isUnreadable: false,
    diagnostics: [
      LocatedDiagnostic(
        diagnostic: Diagnostic(
          severity: .warning, code: "attachment-missing",
          message: BilingualText(
            zh: "附件 `attachments/12.pdf` 不存在", en: "no file `attachments/12.pdf`"),
          range: place(of: "d12").range),
        place: place(of: "d12"), file: path)
    ],
    results: [
      RuleResult(
        rule: rules[0].id, outcome: .violated, missing: ["legal_review.opinion_on"],
        findings: [reviewMissing, reviewUndetermined("rank", ["legal_review.reviewer_role"])]),
      RuleResult(rule: rules[1].id, outcome: .violated, findings: [licence, licenceOpen]),
      RuleResult(
        rule: rules[2].id, outcome: .violated,
        findings: [
          published, reviewUndetermined("exempt", ["party.kind", "calendar.2026"]), overflow,
        ]),
      RuleResult(rule: rules[3].id, outcome: .pending, findings: [served]),
      RuleResult(
        rule: "penalty.zz.unlisted", outcome: .undetermined, missing: ["party.kind"],
        reason: BilingualText(
          zh: "不能确定规则是否适用。", en: "Whether the rule applies cannot be told.")),
    ])

  private static func make(
    _ rule: RuleSummary, _ check: String?, _ outcome: Outcome, _ severity: RuleSeverity,
    zh: String, en: String, digit: Character
  ) -> Finding {
    var finding = Finding(
      rule: rule.id, check: check, outcome: outcome, severity: severity, kind: rule.kind,
      caseNumber: "黔东南市监罚〔2024〕137号", title: rule.title,
      message: BilingualText(zh: zh, en: en), fingerprint: String(repeating: digit, count: 32))
    finding.cites = rule.cites
    return finding
  }

  /// A fact that is not on file, with the place of its section.
  static let reviewMissing: Finding = {
    var finding = make(
      rules[0], "done", .violated, .fatal, zh: "作出处罚决定前没有法制审核意见。",
      en: "There is no opinion of the legal review before the decision.", digit: "a")
    finding.missing = ["legal_review.opinion_on", "legal_review.reviewer"]
    finding.evidence = [
      Evidence(
        path: "legal_review.opinion_on",
        label: BilingualText(zh: "审核意见日期", en: "day of the opinion"),
        state: .absent, value: nil, place: place(of: "legal_review"), document: nil,
        isAtFault: true),
      Evidence(
        path: "legal_review.reviewer", label: BilingualText(zh: "审核人", en: "reviewer"),
        state: .absent, value: nil, place: place(of: "legal_review"), document: nil,
        isAtFault: true),
      Evidence(
        path: "hearing.held_on", label: BilingualText(zh: "听证日期", en: "day of the hearing"),
        state: .absent, value: nil, place: nil, document: nil, isAtFault: true),
      Evidence(
        path: "decision.made_on", label: BilingualText(zh: "决定日期", en: "day of the decision"),
        state: .present, value: "2024-09-30", place: place(of: "2024-09-30"), document: nil,
        isAtFault: false),
    ]
    finding.remedy = BilingualText(zh: "补充法制审核。", en: "Have the decision reviewed.")
    return finding
  }()

  /// A late act behind 汉字, with a document, a range of due days and parameters.
  static let published: Finding = {
    var finding = make(
      rules[2], "in-time", .violated, .major,
      zh:
        "决定于 2024-09-30 作出，应在 2024-10-15 前公开，实际于 2024-10-25 公开，没有说明迟延的原因，也没有经负责人批准，还没有告知当事人（见公示截图）。",
      en:
        "The decision of 2024-09-30 was to be published by 2024-10-15 and was published on 2024-10-25, without a word on the reasons of the delay.",
      digit: "b")
    finding.evidence = [
      Evidence(
        path: "publicity.result.published_on",
        label: BilingualText(zh: "公开日期", en: "day of publication"), state: .present,
        value: "2024-10-25", place: place(of: "2024-10-25"),
        document: DocumentPlace(id: "d12", title: "行政处罚决定书", page: 1), isAtFault: true),
      Evidence(
        path: "decision.made_on", label: BilingualText(zh: "决定日期", en: "day of the decision"),
        state: .present, value: "2024-09-30", place: place(of: "2024-09-30"),
        document: DocumentPlace(id: "d11", title: nil, page: nil), isAtFault: false),
      Evidence(
        path: "publicity.exempt", label: BilingualText(zh: "不予公开", en: "exempt"),
        state: .unrecorded, value: nil, place: nil, document: nil, isAtFault: false),
    ]
    finding.computed.due = day("2024-10-15")
    finding.computed.dueLatest = day("2024-10-17")
    finding.computed.daysLate = 10
    finding.computed.parameters = [
      .init(name: "publicity_workdays", value: "7", source: "国办发〔2018〕118号", isVerified: true),
      .init(name: "publicity_site", value: "province", source: "memory", isVerified: false),
    ]
    finding.remedy = BilingualText(zh: "补充公开并说明迟延原因。", en: "Publish it and say why it is late.")
    return finding
  }()

  static let overflow: Finding = make(
    rules[2], nil, .error, .major, zh: "规则本身出错：overflow。", en: "The rule itself failed: overflow.",
    digit: "c")

  /// A signal, at an element of a list.
  static let licence: Finding = {
    var finding = make(
      rules[1], "valid", .violated, .minor, zh: "办** 的执法证已过期。", en: "The licence of 办** is over.",
      digit: "d")
    finding.elements = ["officers[1]"]
    finding.evidence = [
      Evidence(
        path: "officers[1].licence_valid_until",
        label: BilingualText(zh: "证件有效期至", en: "licence valid until"), state: .present,
        value: "2024-06-30", place: place(of: "2024-06-30"), document: nil, isAtFault: true)
    ]
    return finding
  }()

  static let licenceOpen: Finding = {
    var finding = make(
      rules[1], "valid", .undetermined, .minor, zh: "清单可能不全。", en: "The list may be incomplete.",
      digit: "e")
    finding.elements = ["officers[]"]
    finding.missing = ["officers"]
    return finding
  }()

  static func reviewUndetermined(_ check: String, _ missing: [String]) -> Finding {
    var finding = make(
      check == "rank" ? rules[0] : rules[2], check, .undetermined,
      check == "rank" ? .fatal : .major,
      zh: "未能判定。", en: "Undetermined.", digit: "f")
    finding.missing = missing
    finding.evidence = missing.filter { !$0.hasPrefix("calendar.") }.map { path in
      Evidence(
        path: path,
        label: path == "party.kind"
          ? BilingualText(zh: "当事人类型", en: "kind of party")
          : BilingualText(zh: "审核人职务", en: "role of the reviewer"),
        state: .unrecorded, value: nil, place: nil, document: nil, isAtFault: true)
    }
    return finding
  }

  static let served: Finding = {
    var finding = make(
      rules[3], nil, .pending, .minor, zh: "决定书应在 2025-01-06 前送达，尚未送达。",
      en: "The decision is to be served by 2025-01-06 and is not served yet.", digit: "0")
    finding.computed.due = day("2025-01-06")
    return finding
  }()
}
