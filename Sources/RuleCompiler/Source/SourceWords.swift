internal import SourceText

// What messages of the reading stage call things, and the sentences that many of them share.

/// What a mapping of a rule file stands for, as messages call it.
enum SourceThing: Sendable {
  case rule, check, deadline, stop, clockExtension, exception, version, effective, citation
  case binding, example, message, title, parameter, parameterValue, parameterField
  case definition, definitions, instrument, article, name, label, calendar, schedule, scheduleDay,
    vector
  case standard, veto, item, line, deduction, grade
  case proof, coverageException, mutationException, reason
  case letters, letterTerms

  var words: BilingualText {
    switch self {
    case .rule: BilingualText(zh: "规则", en: "a rule")
    case .check: BilingualText(zh: "检查项", en: "a check")
    case .deadline: BilingualText(zh: "期限", en: "a deadline")
    case .stop: BilingualText(zh: "`excluding` 的条目", en: "an entry of `excluding`")
    case .clockExtension: BilingualText(zh: "`extended_by` 的条目", en: "an entry of `extended_by`")
    case .exception: BilingualText(zh: "`except` 的条目", en: "an entry of `except`")
    case .version: BilingualText(zh: "`versions` 的条目", en: "an entry of `versions`")
    case .effective: BilingualText(zh: "`effective`", en: "`effective`")
    case .citation: BilingualText(zh: "`cites` 的条目", en: "an entry of `cites`")
    case .binding: BilingualText(zh: "`each` 的条目", en: "an entry of `each`")
    case .example: BilingualText(zh: "示例", en: "an example")
    case .message: BilingualText(zh: "提示语", en: "a message")
    case .title: BilingualText(zh: "标题", en: "a title")
    case .parameter: BilingualText(zh: "参数", en: "a parameter")
    case .parameterValue: BilingualText(zh: "参数的取值", en: "a value of a parameter")
    case .parameterField: BilingualText(zh: "参数的字段", en: "a field of a parameter")
    case .definition: BilingualText(zh: "定义", en: "a definition")
    case .definitions: BilingualText(zh: "定义文件", en: "a file of definitions")
    case .instrument: BilingualText(zh: "法律文件条目", en: "an instrument")
    case .article: BilingualText(zh: "`articles` 的条目", en: "an entry of `articles`")
    case .name: BilingualText(zh: "名称", en: "a name")
    case .label: BilingualText(zh: "名目", en: "a label")
    case .calendar: BilingualText(zh: "日历", en: "a calendar")
    case .schedule: BilingualText(zh: "年度放假安排", en: "the schedule of a year")
    case .scheduleDay: BilingualText(zh: "放假安排的条目", en: "an entry of a schedule")
    case .vector: BilingualText(zh: "测试向量", en: "a vector")
    case .standard: BilingualText(zh: "评分标准", en: "a standard")
    case .veto: BilingualText(zh: "否决项", en: "a veto")
    case .item: BilingualText(zh: "评分项", en: "an item")
    case .line: BilingualText(zh: "`deduct` 的条目", en: "an entry of `deduct`")
    case .deduction: BilingualText(zh: "扣分项", en: "a deduction")
    case .grade: BilingualText(zh: "等次", en: "a grade")
    case .proof: BilingualText(zh: "`proof.yaml`", en: "`proof.yaml`")
    case .coverageException:
      BilingualText(zh: "`coverage` 的条目", en: "an entry of `coverage`")
    case .mutationException:
      BilingualText(zh: "`mutation` 的条目", en: "an entry of `mutation`")
    case .reason: BilingualText(zh: "理由", en: "a reason")
    case .letters: BilingualText(zh: "`letters.yaml`", en: "`letters.yaml`")
    case .letterTerms: BilingualText(zh: "`rectify`", en: "`rectify`")
    }
  }
}

/// The shape that a value has to have.
enum SourceShape: Sendable {
  case text, mapping, list, listOfTexts, boolean

  var words: BilingualText {
    switch self {
    case .text: BilingualText(zh: "一段文字", en: "a text")
    case .mapping: BilingualText(zh: "一组键和值", en: "a mapping of keys to values")
    case .list: BilingualText(zh: "一个列表", en: "a list")
    case .listOfTexts: BilingualText(zh: "一段文字或文字的列表", en: "a text or a list of texts")
    case .boolean: BilingualText(zh: " `true` 或 `false`", en: "`true` or `false`")
    }
  }

  /// How it is written.
  var help: BilingualText {
    switch self {
    case .text:
      BilingualText(zh: "写在同一行，必要时加引号。", en: "Write it on the line, in quotes where needed.")
    case .mapping:
      BilingualText(
        zh: "写成 `{ 键: 值 }`，或每行一个 `键: 值`。", en: "Write `{ key: value }`, or a `key: value` a line.")
    case .list, .listOfTexts:
      BilingualText(
        zh: "写成 `[甲, 乙]`，或每行以 `- ` 开头。",
        en: "Write `[a, b]`, or a line beginning with `- ` for each.")
    case .boolean:
      BilingualText(zh: "写 `true` 或 `false`，不加引号。", en: "Write `true` or `false`, without quotes.")
    }
  }
}

/// Lists words for a message, each in backticks.
func quoted(_ words: [String], separator: String) -> String {
  words.map { "`\($0)`" }.joined(separator: separator)
}

func didYouMean(_ word: String) -> BilingualText {
  BilingualText(zh: "是否想写 `\(word)`？", en: "Did you mean `\(word)`?")
}

func oneOf(_ words: [String]) -> BilingualText {
  BilingualText(
    zh: "可用的有：\(quoted(words, separator: "、"))。",
    en: "Known here: \(quoted(words, separator: ", ")).")
}
