package import SourceText

/// What a template may ask for by a name.
package indirect enum LetterShape: Hashable, Sendable {
  /// A text; as a section it shows where there is one.
  case text
  /// Yes or no; only a section.
  case flag
  /// A section that is repeated for each element.
  case list([Field])
  /// Names of its own, behind a dot or within a section; a section shows where it is there.
  case object([Field])

  package struct Field: Hashable, Sendable {
    package var name: String
    package var shape: LetterShape
    package var meaning: BilingualText
  }

  package var fields: [Field] {
    switch self {
    case .text, .flag: []
    case .list(let fields), .object(let fields): fields
    }
  }
}

extension LetterShape {
  /// What every letter may ask for.
  package static let letter = object([
    text("sender", zh: "评查单位", en: "who reviews"),
    text("number", zh: "发文字号", en: "the number of the letter"),
    text("office", zh: "主送单位", en: "the office that it goes to"),
    text("as_of", zh: "评查截至日期", en: "the day that the review is as of"),
    text("case_count", zh: "评查案卷数", en: "cases reviewed"),
    text("violating_count", zh: "有不合格项的案卷数", en: "cases with violations"),
    text("violation_count", zh: "不合格项数", en: "violations"),
    text("fatal_count", zh: "其中一票否决", en: "fatal ones of them"),
    text("major_count", zh: "其中重大", en: "major ones"),
    text("minor_count", zh: "其中一般", en: "minor ones"),
    text("signal_count", zh: "提示项数", en: "signals"),
    text("open_count", zh: "未能判定项数", en: "what is undetermined"),
    text("objection_term", zh: "提出异议的期限", en: "how long the office has to object"),
    text("report_term", zh: "报告整改情况的期限", en: "how long it has to report: the longest of the terms"),
    text("terms_source", zh: "期限的依据", en: "what the terms rest on"),
    Field(
      name: "standard",
      shape: .object([
        text("name", zh: "名称", en: "its name"),
        text("number", zh: "文号", en: "its number, if it has one"),
        flag("is_ours", zh: "本系统自拟", en: "true for a standard of no authority"),
        text("average", zh: "该单位平均得分", en: "the average score of the office"),
      ]), meaning: BilingualText(zh: "评分标准；不评分时没有", en: "the score sheet, where cases are scored")),
    list("cases", zh: "全部案卷", en: "all cases of the office", caseFields),
    list(
      "faulty_cases", zh: "有不合格项、提示或者未能判定项的案卷",
      en: "those with violations, signals or something undetermined", caseFields),
    list("clean_cases", zh: "其余案卷", en: "the others", caseFields),
    text("clean_list", zh: "其余案卷的案号，顿号分开", en: "the numbers of the others, in a line"),
    list("violations", zh: "全部不合格项", en: "the violations of all cases", violationFields),
  ])

  private static let caseFields: [Field] = [
    text("number", zh: "在本表中的序号", en: "its place in the list, from 1"),
    text("ordinal", zh: "同上，汉字数字", en: "the same in words: 一, 二 in Chinese"),
    text("name", zh: "案号；没有案号时为案件名称", en: "its number, or its title where it has none"),
    text("case_number", zh: "案号", en: "the number of the case"),
    text("title", zh: "案件名称", en: "its title"),
    text("decided_on", zh: "决定日期", en: "the day of the decision"),
    text("score", zh: "得分", en: "the total"),
    text("grade", zh: "等次", en: "the grade"),
    flag("is_vetoed", zh: "被否决", en: "true where a veto is broken"),
    list(
      "losses", zh: "扣分项", en: "items that cost points",
      [
        text("item", zh: "项目", en: "the item"), text("points", zh: "扣分", en: "what it cost"),
      ]),
    list("violations", zh: "不合格项", en: "what is violated", violationFields),
    list("signals", zh: "提示", en: "what is worth a look", findingFields),
    text("open_list", zh: "未能判定的事实，顿号分开", en: "facts that are not recorded, in a line"),
    list(
      "open_facts", zh: "未能判定的事实", en: "facts that are not recorded",
      [
        text("fact", zh: "事实", en: "the fact"),
        text("requirements", zh: "有关要求", en: "the requirements that wait for it"),
      ]),
    list(
      "waived", zh: "已豁免的不合格项", en: "violations that are waived",
      findingFields + [text("waiver", zh: "豁免理由", en: "why, by whom, until when")]),
  ]

  private static let findingFields: [Field] = [
    text("number", zh: "序号", en: "its place in the list, from 1"),
    text("case_number", zh: "案号；没有案号时为案件名称", en: "the number of its case, or its title"),
    text("severity", zh: "等级", en: "how grave it is"),
    text("requirement", zh: "要求", en: "what is required"),
    text("problem", zh: "问题", en: "what is wrong, as sentences"),
    text("basis", zh: "依据的条文", en: "the articles that it rests on"),
    text("facts", zh: "事实及卷内位置", en: "the facts at fault and the papers that show them"),
    text("due", zh: "应于何日", en: "when it was due, or from when it was in time"),
    text("late", zh: "逾期时间", en: "how late it was"),
    text("remedy", zh: "整改要求", en: "what would put it right"),
    flag("is_known", zh: "以前已指出", en: "true where an earlier review has told of it"),
  ]

  private static let violationFields: [Field] =
    findingFields + [text("term", zh: "整改期限", en: "how long the office has to put it right")]

  private static func text(_ name: String, zh: String, en: String) -> Field {
    Field(name: name, shape: .text, meaning: BilingualText(zh: zh, en: en))
  }

  private static func flag(_ name: String, zh: String, en: String) -> Field {
    Field(name: name, shape: .flag, meaning: BilingualText(zh: zh, en: en))
  }

  private static func list(_ name: String, zh: String, en: String, _ fields: [Field]) -> Field {
    Field(name: name, shape: .list(fields), meaning: BilingualText(zh: zh, en: en))
  }
}
