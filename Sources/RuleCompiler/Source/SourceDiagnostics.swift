package import SourceText
internal import WorkCalendar

// Every message of the reading stage, in both languages.

/// What a mapping of a rule file stands for, as messages call it.
enum SourceThing: Sendable {
  case rule, check, deadline, stop, clockExtension, exception, version, effective, citation
  case binding, example, message, title, parameter, parameterValue, parameterField
  case definition, definitions, instrument, article, name, label, calendar, schedule, scheduleDay,
    vector
  case standard, veto, item, line, deduction, grade
  case proof, coverageException, mutationException, reason

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
private func quoted(_ words: [String], separator: String) -> String {
  words.map { "`\($0)`" }.joined(separator: separator)
}

private func didYouMean(_ word: String) -> BilingualText {
  BilingualText(zh: "是否想写 `\(word)`？", en: "Did you mean `\(word)`?")
}

private func oneOf(_ words: [String]) -> BilingualText {
  BilingualText(
    zh: "可用的有：\(quoted(words, separator: "、"))。",
    en: "Known here: \(quoted(words, separator: ", ")).")
}

extension BilingualText {
  /// How to write an expression that YAML would read as something else.
  package static let quoteTheExpression = BilingualText(
    zh: "含有 `: ` 或 ` #`，或以 `!`、引号、`[`、`{`、`&`、`*` 开头的表达式，要用单引号括起来，或写在 `|-` 之后。",
    en: "Put an expression that holds `: ` or ` #`, or starts with `!`, a quote, `[`, `{`, `&` or "
      + "`*`, in single quotes, or write it after `|-`.")
}

/// How a value of a parameter's type is written.
private func howToWrite(_ type: String) -> BilingualText? {
  switch type {
  case "text": BilingualText(zh: "写一段文字。", en: "Write a text.")
  case "boolean":
    BilingualText(zh: "写 `true` 或 `false`，不加引号。", en: "Write `true` or `false`, without quotes.")
  case "integer":
    BilingualText(zh: "写整数，不加引号：`15`。", en: "Write a whole number without quotes: `15`.")
  case "decimal":
    BilingualText(zh: "写小数，不加引号：`0.03`。", en: "Write a number without quotes: `0.03`.")
  case "money":
    BilingualText(
      zh: "写金额，最多两位小数：`5000.00`。", en: "Write a sum with at most two decimals: `5000.00`.")
  case "date": BilingualText(zh: "日期写作 `2021-07-15`。", en: "A date is written `2021-07-15`.")
  case "period":
    BilingualText(
      zh: "期间写作 `workdays(7)`、`days(90)`、`months(3)`、`years(2)` 或 `hours(24)`。",
      en: "A period is written `workdays(7)`, `days(90)`, `months(3)`, `years(2)` or `hours(24)`.")
  default: nil
  }
}

// MARK: Keys, shapes, values

extension Diagnostic {
  static func unknownKey(
    _ key: String, of thing: SourceThing, near: String?, known: [String], at range: ByteRange
  ) -> Self {
    Self(
      code: "unknown-key",
      message: BilingualText(
        zh: "\(thing.words.zh)没有 `\(key)` 这个键", en: "\(thing.words.en) has no key `\(key)`"),
      range: range, help: near.map(didYouMean) ?? oneOf(known))
  }

  static func missingKey(_ key: String, of thing: SourceThing, at range: ByteRange) -> Self {
    Self(
      code: "missing-key",
      message: BilingualText(
        zh: "\(thing.words.zh)缺少 `\(key)`", en: "\(thing.words.en) lacks `\(key)`"),
      range: range,
      help: BilingualText(
        zh: "加上 `\(key)`。",
        en: "Add `\(key)`."))
  }

  static func wrongShape(
    _ name: String, expected: SourceShape, at range: ByteRange
  ) -> Self {
    Self(
      code: "wrong-shape",
      message: BilingualText(
        zh: "`\(name)` 应当是\(expected.words.zh)", en: "`\(name)` has to be \(expected.words.en)"),
      range: range, help: expected.help)
  }

  static func wrongShape(
    of thing: SourceThing, expected: SourceShape, at range: ByteRange
  ) -> Self {
    Self(
      code: "wrong-shape",
      message: BilingualText(
        zh: "\(thing.words.zh)应当是\(expected.words.zh)",
        en: "\(thing.words.en) has to be \(expected.words.en)"),
      range: range, help: expected.help)
  }

  static func emptyValue(_ name: String, at range: ByteRange) -> Self {
    Self(
      code: "empty-value",
      message: BilingualText(zh: "`\(name)` 没有内容", en: "`\(name)` is empty"),
      range: range,
      help: BilingualText(
        zh: "填写内容，或删去这个键。", en: "Give it a value, or leave the key out."))
  }

  static func badValue(
    _ text: String, of name: String, near: String?, allowed: [String], at range: ByteRange
  ) -> Self {
    Self(
      code: "unknown-value",
      message: BilingualText(
        zh: "`\(name)` 没有 `\(text)` 这个取值", en: "`\(name)` has no value `\(text)`"),
      range: range, help: near.map(didYouMean) ?? oneOf(allowed))
  }

  static func noNumberOfDays(_ text: String, of key: String, at range: ByteRange) -> Self {
    Self(
      code: "no-number-of-days",
      message: BilingualText(
        zh: "`\(key)` 的 `\(text)` 不是天数", en: "`\(text)` in `\(key)` is no number of days"),
      range: range,
      help: BilingualText(
        zh: "写成 `[2, 3]` 或 `{ up_to: 10 }`，都是 1 以上的整数。",
        en: "Write `[2, 3]` or `{ up_to: 10 }`, whole numbers from 1 on."))
  }

  static func badDate(_ text: String, of name: String, at range: ByteRange) -> Self {
    Self(
      code: "bad-date",
      message: BilingualText(
        zh: "`\(name)` 的 `\(text)` 不是日期", en: "`\(text)` of `\(name)` is not a date"),
      range: range,
      help: BilingualText(
        zh: "日期写作 `2021-07-15`。", en: "A date is written `2021-07-15`."))
  }

  static func datesReversed(at range: ByteRange) -> Self {
    Self(
      code: "dates-reversed",
      message: BilingualText(
        zh: "最后一日早于第一日", en: "the last day comes before the first day"),
      range: range,
      help: BilingualText(
        zh: "改正其中一个日期；两端都算在内。",
        en: "Correct one of the two; both are included."))
  }

  static func oneLanguageMissing(
    _ key: String, of thing: SourceThing, at range: ByteRange
  ) -> Self {
    Self(
      code: "language-missing",
      message: BilingualText(
        zh: "\(thing.words.zh)缺少 `\(key)` 文本", en: "\(thing.words.en) lacks its `\(key)` text"),
      range: range,
      help: BilingualText(
        zh: "`zh` 和 `en` 两种语言都要写。", en: "Both `zh` and `en` have to be given."))
  }

  // MARK: Expressions

  static func expressionNotText(_ name: String, at range: ByteRange) -> Self {
    Self(
      code: "expression-not-text",
      message: BilingualText(
        zh: "YAML 没有把 `\(name)` 的表达式读成文字",
        en: "the expression of `\(name)` is not a text to YAML"),
      range: range, help: .quoteTheExpression)
  }

  static func expressionCutOff(_ name: String, at range: ByteRange) -> Self {
    Self(
      code: "expression-cut-off",
      message: BilingualText(
        zh: "YAML 把 ` #` 之后当作注释，`\(name)` 的表达式只剩前一段",
        en: "a comment, which ` #` starts in YAML, cuts off the expression of `\(name)`"),
      range: range, help: .quoteTheExpression)
  }

  static func expressionCutAtComma(_ name: String, at range: ByteRange) -> Self {
    Self(
      code: "expression-cut-off",
      message: BilingualText(
        zh: "YAML 在 `{ }` 里以逗号分隔各键，`\(name)` 的表达式只剩前一段",
        en: "a comma, which parts the keys of `{ }` in YAML, cuts off the expression of `\(name)`"),
      range: range,
      help: BilingualText(
        zh: "含有逗号的表达式要用单引号括起来，或另起一行写成 `\(name): …`。",
        en:
          "Put an expression that holds a comma in single quotes, or write `\(name): …` on a line of "
          + "its own."))
  }

  static func reservedName(_ name: String, at range: ByteRange) -> Self {
    Self(
      code: "reserved-name",
      message: BilingualText(
        zh: "`\(name)` 是 CEL 的保留字，不能用作名称",
        en: "`\(name)` is reserved in CEL and cannot be a name"),
      range: range,
      help: BilingualText(
        zh: "换一个名称。",
        en: "Choose another name."))
  }

  static func badName(_ name: String, at range: ByteRange) -> Self {
    Self(
      code: "bad-name",
      message: BilingualText(
        zh: "`\(name)` 不能用作名称", en: "`\(name)` cannot be a name"),
      range: range,
      help: BilingualText(
        zh: "名称由拉丁字母、数字和 `_` 组成，不以数字开头。",
        en: "A name is of Latin letters, digits and `_`, and does not start with a digit."))
  }

  static func nameTwice(_ name: String, at range: ByteRange) -> Self {
    Self(
      code: "name-twice",
      message: BilingualText(
        zh: "名称 `\(name)` 用了两次", en: "the name `\(name)` is given twice"),
      range: range,
      help: BilingualText(
        zh: "给其中一个换名称。",
        en: "Rename one of the two."))
  }

  // MARK: Placeholders

  static func placeholderNotClosed(at range: ByteRange) -> Self {
    Self(
      code: "placeholder-not-closed",
      message: BilingualText(zh: "占位符没有 `}`", en: "a placeholder lacks its `}`"),
      range: range,
      help: BilingualText(
        zh: "花括号本身写作 `{{` 和 `}}`。", en: "Write `{{` and `}}` for braces themselves."))
  }

  static func loneBrace(at range: ByteRange) -> Self {
    Self(
      code: "lone-brace",
      message: BilingualText(zh: "`}` 之前没有 `{`", en: "a `}` without a `{` before it"),
      range: range,
      help: BilingualText(
        zh: "花括号本身写作 `{{` 和 `}}`。", en: "Write `{{` and `}}` for braces themselves."))
  }

  static func placeholderEmpty(at range: ByteRange) -> Self {
    Self(
      code: "placeholder-empty",
      message: BilingualText(zh: "占位符没有表达式", en: "a placeholder without an expression"),
      range: range,
      help: BilingualText(
        zh: "在花括号里写表达式；花括号本身写作 `{{` 和 `}}`。",
        en: "Write an expression in it, or `{{` and `}}` for braces themselves."))
  }

  static func placeholdersDiffer(
    _ expression: String, missingIn language: Language, at range: ByteRange
  ) -> Self {
    Self(
      code: "placeholders-differ",
      message: BilingualText(
        zh: "`\(language.rawValue)` 文本没有占位符 `{\(expression)}`",
        en: "the `\(language.rawValue)` text has no placeholder `{\(expression)}`"),
      range: range,
      help: BilingualText(
        zh: "两种语言要有相同的占位符。", en: "Both languages have to have the same placeholders."))
  }

  // MARK: Rules and checks

  static func badRuleID(_ id: String, at range: ByteRange) -> Self {
    Self(
      code: "bad-rule-id",
      message: BilingualText(
        zh: "`\(id)` 不是规则编号", en: "`\(id)` is not a rule id"),
      range: range,
      help: BilingualText(
        zh: "规则编号写作 `记录种类.族.名称`，用小写字母、数字和连字符。",
        en: "A rule id is `kind.family.slug` in lower-case letters, digits and hyphens."))
  }

  static func badCheckID(_ id: String, at range: ByteRange) -> Self {
    Self(
      code: "bad-check-id",
      message: BilingualText(
        zh: "`\(id)` 不是检查项编号", en: "`\(id)` is not a check id"),
      range: range,
      help: BilingualText(
        zh: "检查项编号用小写字母、数字和连字符。",
        en: "A check id is of lower-case letters, digits and hyphens."))
  }

  static func idNotAtPath(_ id: String, expected: String, at range: ByteRange) -> Self {
    Self(
      code: "rule-id-not-at-path",
      message: BilingualText(
        zh: "编号 `\(id)` 与文件的位置不符", en: "the id `\(id)` does not fit the file's place"),
      range: range,
      help: BilingualText(
        zh: "这个位置的编号应为 `\(expected)`。", en: "At this place it has to be `\(expected)`."))
  }

  static func duplicateRuleID(_ id: String, otherFile: String, at range: ByteRange) -> Self {
    Self(
      code: "rule-id-twice",
      message: BilingualText(
        zh: "编号 `\(id)` 已由 `\(otherFile)` 使用",
        en: "the id `\(id)` is already used in `\(otherFile)`"),
      range: range,
      help: BilingualText(
        zh: "编号不改用、不复用；给其中一条换一个新编号。",
        en: "Ids are never reused; give one of the two a new one."))
  }

  static func checkIDTwice(_ id: String, at range: ByteRange) -> Self {
    Self(
      code: "check-id-twice",
      message: BilingualText(
        zh: "检查项编号 `\(id)` 用了两次", en: "the check id `\(id)` is given twice"),
      range: range,
      help: BilingualText(
        zh: "给其中一个换编号。",
        en: "Give one of the two another id."))
  }

  static func checkIDMissing(at range: ByteRange) -> Self {
    Self(
      code: "check-id-missing",
      message: BilingualText(
        zh: "规则有几个检查项，这一个没有 `id`",
        en: "the rule has several checks and this one lacks `id`"),
      range: range,
      help: BilingualText(
        zh: "加上 `id`，说明检查的是什么，例如 `id: in-time`。",
        en: "Add an `id` that says what is checked, such as `id: in-time`."))
  }

  static func thatAndDeadline(at range: ByteRange) -> Self {
    Self(
      code: "that-and-deadline",
      message: BilingualText(
        zh: "检查项同时有 `that` 和 `deadline`", en: "a check has both `that` and `deadline`"),
      range: range,
      help: BilingualText(
        zh: "拆成两个检查项。", en: "Make two checks of it."))
  }

  static func neitherThatNorDeadline(at range: ByteRange) -> Self {
    Self(
      code: "neither-that-nor-deadline",
      message: BilingualText(
        zh: "检查项既没有 `that` 也没有 `deadline`",
        en: "a check has neither `that` nor `deadline`"),
      range: range,
      help: BilingualText(
        zh: "在 `that` 后写条件，或写 `deadline`。",
        en: "Write the condition after `that`, or a `deadline`."))
  }

  static func severalRequirements(_ keys: [String], at range: ByteRange) -> Self {
    Self(
      code: "several-requirements",
      message: BilingualText(
        zh: "规则同时有 \(quoted(keys, separator: "、"))",
        en: "a rule has \(quoted(keys, separator: " and ")) at once"),
      range: range,
      help: BilingualText(
        zh: "`require`、`deadline` 和 `value` 只能有一个。",
        en: "Exactly one of `require`, `deadline` and `value` is given."))
  }

  static func noRequirement(at range: ByteRange) -> Self {
    Self(
      code: "no-requirement",
      message: BilingualText(
        zh: "规则没有 `require` 也没有 `deadline`",
        en: "a rule has neither `require` nor `deadline`"),
      range: range,
      help: BilingualText(
        zh: "加上 `require`（检查项的列表）或 `deadline`。",
        en: "Add `require`, a list of checks, or `deadline`."))
  }

  static func indicatorWithoutValue(at range: ByteRange) -> Self {
    Self(
      code: "indicator-without-value",
      message: BilingualText(
        zh: "`kind: indicator` 的规则要有 `value`，没有检查项",
        en: "a rule of `kind: indicator` has a `value` and no checks"),
      range: range,
      help: BilingualText(
        zh: "在 `value` 后写指标的表达式。",
        en: "Write the expression of the figure after `value`."))
  }

  static func valueWithoutIndicator(at range: ByteRange) -> Self {
    Self(
      code: "value-without-indicator",
      message: BilingualText(
        zh: "只有 `kind: indicator` 的规则有 `value`",
        en: "only a rule of `kind: indicator` has a `value`"),
      range: range,
      help: BilingualText(
        zh: "写 `kind: indicator`，或用 `require` 代替 `value`。",
        en: "Say `kind: indicator`, or write `require` in place of `value`."))
  }

  static func withinAndWait(at range: ByteRange) -> Self {
    Self(
      code: "within-and-wait",
      message: BilingualText(
        zh: "期限同时有 `within` 和 `wait`", en: "a deadline has both `within` and `wait`"),
      range: range,
      help: BilingualText(
        zh: "`within` 是办理的期限，`wait` 是必须等待的期间，只能有一个。",
        en: "`within` is the time for the act, `wait` the time to wait before it; give one."))
  }

  static func neitherWithinNorWait(at range: ByteRange) -> Self {
    Self(
      code: "neither-within-nor-wait",
      message: BilingualText(
        zh: "期限既没有 `within` 也没有 `wait`", en: "a deadline has neither `within` nor `wait`"),
      range: range,
      help: BilingualText(
        zh: "办理的期限写 `within: workdays(7)`，必须等待的期间写 `wait: days(5)`。",
        en:
          "Write `within: workdays(7)` for the time to act in, `wait: days(5)` for a time to wait.")
    )
  }

  static func onlyUnderWait(at range: ByteRange) -> Self {
    Self(
      code: "only-under-wait",
      message: BilingualText(
        zh: "`last_day_counts` 只与 `wait` 连用", en: "`last_day_counts` goes with `wait` only"),
      range: range,
      help: BilingualText(
        zh: "删去它：`within` 的最后一日总是在期限内。",
        en: "Leave it out: under `within` the last day is always in time."))
  }

  static func byAndUntil(at range: ByteRange) -> Self {
    Self(
      code: "by-and-until",
      message: BilingualText(
        zh: "延长只能有 `by` 和 `until` 之一", en: "an extension has exactly one of `by` and `until`"),
      range: range,
      help: BilingualText(
        zh: "`by` 写延长多久，`until` 写延长到哪一日。",
        en: "`by` says for how long, `until` up to which day."))
  }

  static func needsEach(_ key: String, of thing: SourceThing, at range: ByteRange) -> Self {
    Self(
      code: "needs-each",
      message: BilingualText(
        zh: "\(thing.words.zh)的 `\(key)` 要与 `each` 连用",
        en: "`\(key)` of \(thing.words.en) goes with `each` only"),
      range: range,
      help: BilingualText(
        zh: "加上 `each`，写明要逐项处理的列表，或删去 `\(key)`。",
        en: "Name a list after `each`, or leave `\(key)` out."))
  }

  static func onlyInEntries(_ key: String, at range: ByteRange) -> Self {
    Self(
      code: "only-in-entries",
      message: BilingualText(
        zh: "`each` 是列表时，`\(key)` 写在它的条目里",
        en: "where `each` is a list, `\(key)` stands in its entries"),
      range: range,
      help: BilingualText(
        zh: "写成 `each: [{ in: …, \(key): … }]`。",
        en: "Write `each: [{ in: …, \(key): … }]`."))
  }

  static func unknownItem(
    _ id: String, near: String?, known: [String], at range: ByteRange
  ) -> Self {
    Self(
      code: "unknown-check",
      message: BilingualText(
        zh: "规则没有 `\(id)` 这个检查项", en: "the rule has no check `\(id)`"),
      range: range,
      help: near.map(didYouMean)
        ?? (known.isEmpty
          ? BilingualText(zh: "检查项没有编号；给它加上 `id`。", en: "No check has an id; give it one.")
          : oneOf(known)))
  }

  // MARK: Versions

  static func versionsOverlap(on day: String, at range: ByteRange) -> Self {
    Self(
      code: "versions-overlap",
      message: BilingualText(
        zh: "两个版本在 `\(day)` 都有效", en: "two versions hold on `\(day)`"),
      range: range,
      help: BilingualText(
        zh: "`until` 是最后一日，下一版本从次日起。",
        en: "`until` is the last day; the next version starts on the day after."))
  }

  static func versionsLeaveHole(on day: String, at range: ByteRange) -> Self {
    Self(
      code: "versions-hole",
      message: BilingualText(
        zh: "两个版本之间的 `\(day)` 没有版本有效", en: "no version holds on `\(day)`, between two"),
      range: range,
      help: BilingualText(
        zh: "让前一版本到后一版本施行的前一日为止。",
        en: "Let the earlier one end on the day before the later one starts."))
  }

  static func effectiveBesideVersions(at range: ByteRange) -> Self {
    Self(
      code: "effective-beside-versions",
      message: BilingualText(
        zh: "有 `versions` 的规则，`effective` 写在各版本里",
        en: "where a rule has `versions`, `effective` stands in each of them"),
      range: range,
      help: BilingualText(
        zh: "删去这里的，写进 `versions` 的各条目。",
        en: "Delete it here, and give each entry of `versions` its own."))
  }

  static func retroactiveWithoutVersions(at range: ByteRange) -> Self {
    Self(
      code: "retroactive-without-versions",
      message: BilingualText(
        zh: "没有 `versions` 的规则，`retroactive` 没有意义",
        en: "`retroactive` means nothing in a rule without `versions`"),
      range: range,
      help: BilingualText(
        zh: "删去它，或把新旧规定写成 `versions`。",
        en: "Leave it out, or write the older and the newer text as `versions`."))
  }

  // MARK: Law

  static func unknownInstrument(_ id: String, near: String?, at range: ByteRange) -> Self {
    Self(
      code: "unknown-instrument",
      message: BilingualText(
        zh: "`instruments.yaml` 没有 `\(id)`", en: "`instruments.yaml` has no `\(id)`"),
      range: range,
      help: near.map(didYouMean)
        ?? BilingualText(
          zh: "先在 `instruments.yaml` 登记这部文件。", en: "Register it in `instruments.yaml` first."))
  }

  static func instrumentTwice(_ id: String, at range: ByteRange) -> Self {
    Self(
      code: "instrument-twice",
      message: BilingualText(
        zh: "法律文件 `\(id)` 登记了两次", en: "the instrument `\(id)` is registered twice"),
      range: range,
      help: BilingualText(
        zh: "给其中一个换编号，或删去重复的条目。",
        en: "Give one of the two another id, or delete it."))
  }

  static func unknownBase(
    _ name: String, near: String?, known: [String], at range: ByteRange
  ) -> Self {
    Self(
      code: "unknown-base",
      message: BilingualText(
        zh: "没有名为 `\(name)` 的示例案卷", en: "there is no base record `\(name)`"),
      range: range,
      help: near.map(didYouMean)
        ?? (known.isEmpty
          ? BilingualText(
            zh: "示例案卷放在 `records/记录种类.examples/`。",
            en: "Base records stand in `records/KIND.examples/`.") : oneOf(known)))
  }

  static func unknownRecordKind(
    _ name: String, near: String?, known: [String], at range: ByteRange
  ) -> Self {
    Self(
      code: "unknown-record-kind",
      message: BilingualText(
        zh: "`records/` 没有记录种类 `\(name)`", en: "`records/` has no record kind `\(name)`"),
      range: range, help: near.map(didYouMean) ?? oneOf(known))
  }

  // MARK: Parameters

  static func badParameterValue(
    _ text: String, type: String, at range: ByteRange
  ) -> Self {
    Self(
      code: "parameter-value-type",
      message: BilingualText(
        zh: "`\(text)` 不是 `\(type)` 类型的值", en: "`\(text)` is not a value of type `\(type)`"),
      range: range, help: howToWrite(type))
  }

  static func badType(_ text: String, near: String?, allowed: [String], at range: ByteRange) -> Self
  {
    Self(
      code: "unknown-type",
      message: BilingualText(zh: "没有 `\(text)` 这个类型", en: "there is no type `\(text)`"),
      range: range, help: near.map(didYouMean) ?? oneOf(allowed))
  }

  static func keyNotInOrder(_ key: String, at range: ByteRange) -> Self {
    Self(
      code: "parameter-key-not-in-order",
      message: BilingualText(
        zh: "取值用到的 `\(key)` 不在 `order` 中",
        en: "a value depends on `\(key)`, which `order` does not hold"),
      range: range,
      help: BilingualText(
        zh: "把它加进 `order`，位置按哪个键先起作用。",
        en: "Add it to `order`, where the key that decides first stands first."))
  }

  static func parameterTie(_ name: String, at range: ByteRange) -> Self {
    Self(
      code: "parameter-tie",
      message: BilingualText(
        zh: "参数 `\(name)` 的这个取值与前面一个同样适用，没有先后",
        en: "this value of `\(name)` fits as well as one above, and nothing says which goes first"),
      range: range,
      help: BilingualText(
        zh: "写明各自的键或日期，或用 `combine` 说明取其大者还是小者。",
        en: "Tell them apart by a key or by dates, or say with `combine` which one the law takes."))
  }

  static func parameterDatesOverlap(
    _ name: String, on day: String, severity: Severity, at range: ByteRange
  ) -> Self {
    Self(
      severity: severity, code: "parameter-dates-overlap",
      message: BilingualText(
        zh: "参数 `\(name)` 的两个取值在 `\(day)` 都有效", en: "two values of `\(name)` hold on `\(day)`"),
      range: range,
      help: BilingualText(
        zh: "`until` 是最后一日，下一个取值从次日起。",
        en: "`until` is the last day; the next value starts on the day after."))
  }

  static func parameterNotComparable(_ name: String, at range: ByteRange) -> Self {
    Self(
      code: "parameter-not-comparable",
      message: BilingualText(
        zh: "参数 `\(name)` 的取值无法比较大小，`combine` 不能选出一个",
        en: "values of `\(name)` cannot be compared, so `combine` cannot choose"),
      range: range,
      help: BilingualText(
        zh: "取值要都是同一单位的数、金额、日期或期间；否则删去 `combine`。",
        en:
          "All values have to be numbers, sums, dates, or periods of one unit; else leave `combine` out."
      ))
  }

  static func badRegion(_ code: String, at range: ByteRange) -> Self {
    Self(
      code: "bad-region",
      message: BilingualText(
        zh: "`\(code)` 不是行政区划代码", en: "`\(code)` is not a region code"),
      range: range,
      help: BilingualText(
        zh: "写区划代码的前几位数字，并加引号：`\"52\"`。",
        en: "Give the first digits of the code, in quotes: `\"52\"`."))
  }

  // MARK: Calendars

  static func dateAndRun(at range: ByteRange) -> Self {
    Self(
      code: "date-and-run",
      message: BilingualText(
        zh: "条目写了 `date`，不能再写 `from`、`until`",
        en: "an entry has `date`, or `from` and `until`, not both"),
      range: range,
      help: BilingualText(
        zh: "一日写 `date`，连续几日写 `from` 和 `until`。",
        en: "Give `date` for one day, `from` and `until` for several."))
  }

  static func badSchedule(
    _ problem: OfficeCalendar.ScheduleProblem, at range: ByteRange
  ) -> Self {
    let message =
      switch problem {
      case .yearOutOfRange(let year):
        BilingualText(zh: "没有 `\(year)` 年", en: "there is no year `\(year)`")
      case .yearTwice(let year):
        BilingualText(zh: "`\(year)` 年写了两次", en: "the year `\(year)` is given twice")
      case .dayOutsideItsYear(let day):
        BilingualText(zh: "`\(day)` 不在它所属的年份内", en: "`\(day)` is not a day of its year")
      case .dayTwice(let day):
        BilingualText(zh: "`\(day)` 写了两次", en: "`\(day)` is given twice")
      case .makeUpDayOnWeekday(let day):
        BilingualText(
          zh: "补班日 `\(day)` 不是周六或周日",
          en: "the make-up day `\(day)` is no Saturday or Sunday")
      }
    return Self(
      code: "bad-schedule", message: message, range: range,
      help: BilingualText(
        zh: "对照国务院办公厅的放假通知核对。", en: "Check it against the notice that published the schedule."))
  }

  // MARK: Files

  static func misplacedFile(_ path: String) -> Self {
    Self(
      code: "misplaced-file",
      message: BilingualText(
        zh: "规则库不读取 `\(path)` 这个位置的文件", en: "nothing reads a file at `\(path)`"),
      range: .none,
      help: BilingualText(
        zh: "规则放在 `记录种类/族/名称.yaml`。", en: "Rules stand at `kind/family/slug.yaml`."))
  }

  static func unreadableFile(_ path: String) -> Self {
    Self(
      code: "unreadable-file",
      message: BilingualText(
        zh: "无法读取 `\(path)`", en: "`\(path)` cannot be read"),
      range: .none,
      help: BilingualText(
        zh: "检查文件是否存在、是否有读取权限。",
        en: "Check that it is there and may be read."))
  }

  static func noRulesFolder(_ path: String) -> Self {
    Self(
      code: "no-rules-folder",
      message: BilingualText(
        zh: "`\(path)` 不是规则文件夹", en: "`\(path)` is not a folder of rules"),
      range: .none,
      help: BilingualText(
        zh: "指明含有 `records` 和 `instruments.yaml` 的文件夹。",
        en: "Name the folder that holds `records` and `instruments.yaml`."))
  }

  // MARK: Examples

  static func badPath(_ text: String, at range: ByteRange) -> Self {
    Self(
      code: "bad-path",
      message: BilingualText(
        zh: "`\(text)` 不是事实的路径", en: "`\(text)` is not the path of a fact"),
      range: range,
      help: BilingualText(
        zh: "路径写作 `decision.penalties[0].amount`，序号从 0 起。",
        en: "A path is written `decision.penalties[0].amount`, with indexes from 0."))
  }

  static func pathDoesNotLead(_ path: String, at range: ByteRange) -> Self {
    Self(
      code: "path-not-in-base",
      message: BilingualText(
        zh: "`\(path)` 在示例案卷中走不通", en: "`\(path)` leads nowhere in the base record"),
      range: range,
      help: BilingualText(
        zh: "序号最多等于列表现有的长度，等于时添加一项。",
        en: "An index is at most the list's length, and then adds an element."))
  }

  static func nothingToTakeOut(_ path: String, at range: ByteRange) -> Self {
    Self(
      severity: .warning, code: "nothing-to-take-out",
      message: BilingualText(
        zh: "示例案卷本来就没有 `\(path)`", en: "the base record has no `\(path)` to take out"),
      range: range,
      help: BilingualText(
        zh: "删去这一条，或改正路径。",
        en: "Leave it out, or correct the path."))
  }
}

// MARK: Exceptions of `proof.yaml`

extension Diagnostic {
  static func notOneOf(_ keys: [String], given: Int, at range: ByteRange) -> Self {
    let what = BilingualText(
      zh: quoted(keys, separator: "、"), en: quoted(keys, separator: ", "))
    return Self(
      code: given == 0 ? "missing-key" : "keys-exclude",
      message: given == 0
        ? BilingualText(
          zh: "应写 \(what.zh) 中的一个", en: "it needs one of \(what.en)")
        : BilingualText(
          zh: "\(what.zh) 只能写其中一个", en: "only one of \(what.en) can be given"),
      range: range,
      help: BilingualText(
        zh: "一个条目说一件事。", en: "An entry is about one thing."))
  }

  /// An exception about a rule, definition or field that there is not.
  static func exceptionOfNothing(
    _ subject: ProofSource.Subject, near: String?, at range: ByteRange
  ) -> Self {
    let thing =
      switch subject {
      case .rule: BilingualText(zh: "规则", en: "rule")
      case .definition: BilingualText(zh: "定义", en: "definition")
      case .field: BilingualText(zh: "字段", en: "field")
      }
    return Self(
      severity: .warning, code: "exception-of-nothing",
      message: BilingualText(
        zh: "没有\(thing.zh) `\(subject.name)`", en: "there is no \(thing.en) `\(subject.name)`"),
      range: range,
      help: near.map(didYouMean)
        ?? BilingualText(zh: "删去这个条目。", en: "Take the entry out."))
  }
}
