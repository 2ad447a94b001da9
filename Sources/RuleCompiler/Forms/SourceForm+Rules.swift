internal import Findings
package import SourceText

// The forms of a rule and its parts: semantics §3 to §6.

/// The kinds that a check may have: an indicator is a rule, never a check.
enum CheckKind: String, CaseIterable {
  case violation, signal

  var kind: RuleKind {
    switch self {
    case .violation: .violation
    case .signal: .signal
    }
  }
}

/// The one value of `retroactive:`.
enum Retroactivity: String, CaseIterable { case lenient }

/// What an example may make of its base record.
enum ExampleCompleteness: String, CaseIterable { case open, closed }

extension SourceForm {
  /// The keys that say what a rule asks.
  static let requirementKeys = ["require", "deadline", "value"]

  package static let rule = SourceForm(
    "rule", .rule,
    [
      .must(
        "id", .ruleID, zh: "规则编号：类型.类别.名称，与文件路径一致；不改名，不重复使用。",
        en: "`kind.family.slug`, as the path of the file has it; never renamed, never reused."),
      .may("aliases", .oneOrMany(.text), zh: "曾用编号。", en: "Former ids."),
      .must("title", .form(title), zh: "要求本身，一句话。", en: "The requirement, in a sentence."),
      .must("cites", .list(.form(citation)), zh: "所依据的条文。", en: "The provisions that it rests on."),
      .may(
        "effective", .form(effective), zh: "施行期间，以及按哪个日期确定。",
        en: "The days in force, and which date of the record chooses."),
      .must(
        "severity", .word(RuleSeverity.self), zh: "等级：一票否决、重大、一般。", en: "How much a breach weighs."),
      .may(
        "kind", .word(RuleKind.self), zh: "性质：要求、提示、指标；默认为要求。",
        en: "A breach (the default), a reason to look closer, or a figure."),
    ] + meaning + [
      .may(
        "versions", .list(.form(version)), zh: "先后施行的各版文本；写出的键替换上面的。",
        en: "Texts in force one after the other; each key given replaces the one above."),
      .may(
        "retroactive", .word(Retroactivity.self), zh: "从旧兼从轻：较轻的后来文本适用于此前的行为。",
        en: "A later and lighter text applies to earlier conduct."),
      .may(
        "examples", .list(.form(example)), zh: "示例，作为测试运行。", en: "Examples, which run as tests."),
    ],
    choices: [.exactlyOne("effective", "versions"), .atMostOne(requirementKeys)])

  static let version = SourceForm(
    "version", .version,
    [
      .must(
        "effective", .form(effective), zh: "本版的施行期间。", en: "The days that this text is in force."),
      .may("lighter", .flag, zh: "本版对当事人较轻。", en: "This text is the lighter one to the party."),
      .may("title", .form(title), zh: "替换标题。", en: "In place of the title."),
      .may("cites", .list(.form(citation)), zh: "替换条文。", en: "In place of the provisions."),
      .may("severity", .word(RuleSeverity.self), zh: "替换等级。", en: "In place of the severity."),
    ] + meaning, choices: [.atMostOne(requirementKeys)])

  /// What a rule and each of its versions may say of its meaning.
  private static let meaning: [Key] = [
    .may(
      "applies", .expression, zh: "适用条件；为假则不适用。",
      en: "When the rule bites; where false it is not applicable."),
    .may(
      "let", .named(.expression), zh: "本规则自用的名称，依次可用前面的。",
      en: "Names of the rule's own; each may use those before it."),
    .may("require", .list(.form(check)), zh: "检查项。", en: "The checks."),
    .may(
      "deadline", .form(deadline), zh: "期限；只有一个检查项时的简写。", en: "A term: short for a single check."),
    .may("value", .expression, zh: "指标的数值。", en: "The figure of an indicator."),
    .may(
      "except", .list(.form(exception)), zh: "特别规定优先：排除的检查项。",
      en: "Special law before general law: checks that it takes out."),
    .may(
      "message", .form(message), zh: "不合格或未到期时的说明。",
      en: "What is said of a breach, or while a term runs."),
    .may("remedy", .form(message), zh: "如何整改。", en: "What would put it right."),
    .may(
      "reading", .text, zh: "条文未写明、由我们选择的理解。",
      en: "A choice that the words leave open, and whose it is."),
  ]

  static let check = SourceForm(
    "check", .check,
    [
      .may(
        "id", .slug, zh: "检查项编号；有多项时必填，不改名。",
        en: "Needed when there are several; never renamed."),
      .may("when", .expression, zh: "条件；为假则本项不适用。", en: "Else the check is not applicable."),
      .may(
        "each", .either(.expression, .list(.form(binding))), zh: "逐一检查的列表。",
        en: "The list that it runs over, one result an element."),
      .may("as", .identifier, zh: "列表各项的名称。", en: "What an element is called."),
      .may("at", .identifier, zh: "列表各项的序号（从0起）的名称。", en: "What its index is called, from 0."),
      .may("where", .expression, zh: "只检查满足此条件的项。", en: "Which elements are looked at."),
      .may("that", .expression, zh: "要求成立的条件。", en: "The condition that has to hold."),
      .may("deadline", .form(deadline), zh: "期限。", en: "A term."),
      .may(
        "absent", .word(AbsentMeaning.self), zh: "事实未载明时如何认定。",
        en: "What a fact that is not on file means here."),
      .may("kind", .word(CheckKind.self), zh: "替换性质。", en: "In place of the rule's kind."),
      .may(
        "severity", .word(RuleSeverity.self), zh: "替换等级。", en: "In place of the rule's severity."),
      .may("cites", .list(.form(citation)), zh: "替换条文。", en: "In place of the rule's provisions."),
      .may("message", .form(message), zh: "替换说明。", en: "In place of the rule's message."),
      .may("remedy", .form(message), zh: "替换整改。", en: "In place of the rule's remedy."),
      .may(
        "basis", .oneOrMany(.expression), zh: "替换依据日期。",
        en: "In place of the rule's basis dates."),
    ], choices: [.exactlyOne("that", "deadline")])

  static let binding = SourceForm(
    "binding", .binding,
    [
      .must("in", .expression, zh: "列表；可用外层的名称。", en: "The list; it may use the names before it."),
      .must("as", .identifier, zh: "各项的名称。", en: "What an element is called."),
      .may("at", .identifier, zh: "序号的名称。", en: "What its index is called."),
    ])

  static let deadline = SourceForm(
    "deadline", .deadline,
    [
      .may(
        "term", .identifier, zh: "期限名称；其他规则用 terms.名称.due 引用。",
        en: "Its name: other rules read `terms.NAME.due`."),
      .must("from", .expression, zh: "起算日；当日不计。", en: "The event; its day is not counted."),
      .may(
        "within", .expression, zh: "应在此期间内做。", en: "The act is in time on or before its last day."),
      .may("wait", .expression, zh: "应等此期间届满后做。", en: "The act must come after its last day."),
      .must("act", .expression, zh: "应做的行为的日期。", en: "The day of the act."),
      .may("excluding", .list(.form(stop)), zh: "不计入的时间。", en: "Times that do not count."),
      .may("extended_by", .list(.form(clockExtension)), zh: "延长。", en: "Extensions."),
      .may(
        "roll", .flag, zh: "末日遇休息日顺延；默认为真。",
        en: "A last day that is off rolls to the next working day; true unless said."),
      .may(
        "last_day_counts", .flag, zh: "wait 时：末日当天也可以做。",
        en: "Under `wait`: the act may be on the last day."),
    ], choices: [.exactlyOne("within", "wait")])

  static let stop = SourceForm(
    "stop", .stop,
    [
      .may(
        "each", .either(.expression, .list(.form(binding))), zh: "逐一扣除的列表。",
        en: "The list whose elements are stops."),
      .may("as", .identifier, zh: "各项的名称。", en: "What an element is called."),
      .may("at", .identifier, zh: "序号的名称。", en: "What its index is called."),
      .may("where", .expression, zh: "只扣除满足此条件的。", en: "Which of them count."),
      .may("when", .expression, zh: "条件；为假则不扣除。", en: "Else there is no stop."),
      .must("from", .expression, zh: "停止之日。", en: "The day that the clock stops."),
      .may("until", .expression, zh: "恢复之日。", en: "The day that it runs on."),
      .may(
        "count", .word(StopSource.Count.self), zh: "首末日是否扣除；默认只扣末日。",
        en: "Which of its end days do not count; the last unless said."),
    ])

  static let clockExtension = SourceForm(
    "extension", .clockExtension,
    [
      .may("by", .expression, zh: "延长多久。", en: "By how long."),
      .may("until", .expression, zh: "延长到哪天。", en: "To which day."),
      .must(
        "approved_on", .expression, zh: "批准日；期限届满前批准才有效。",
        en: "The day of the approval; it counts only if given in time."),
      .may("where", .expression, zh: "只计满足此条件的。", en: "Which extensions count."),
    ], choices: [.exactlyOne("by", "until")])

  static let exception = SourceForm(
    "exception", .exception,
    [
      .must("when", .expression, zh: "何时适用特别规定。", en: "When the special law holds."),
      .must(
        "items", .oneOrMany(.slug), zh: "被排除的检查项编号。", en: "Ids of the checks that it takes out."),
      .may("cites", .list(.form(citation)), zh: "特别规定的条文。", en: "Its provisions."),
      .may("reading", .text, zh: "对特别规定的理解。", en: "How we read it."),
    ])

  static let effective = SourceForm(
    "effective", .effective,
    [
      .must(
        "basis", .oneOrMany(.expression), zh: "依据日期；有几个时取第一个载明的。",
        en: "The date that chooses; of several the first that is on file."),
      .must("from", .day, zh: "施行首日。", en: "The first day in force."),
      .may("until", .day, zh: "施行末日。", en: "The last day in force."),
    ])

  static let citation = SourceForm(
    "citation", .citation,
    [
      .must(
        "instrument", .instrument, zh: "法律文件编号，见 instruments.yaml。",
        en: "Its id in `instruments.yaml`."),
      .must("article", .text, zh: "条、款、项。", en: "Article, paragraph, item."),
      .may("says", .text, zh: "关键的几个字。", en: "The few words that carry the rule."),
    ])

  static let example = SourceForm(
    "example", .example,
    [
      .must(
        "base", .text, zh: "所依据的基础记录名。",
        en: "The record that it starts from, in `records/KIND.examples`."),
      .must("outcome", .word(Outcome.self), zh: "整条规则应得的结论。", en: "What the rule must come to."),
      .may("check", .oneOrMany(.slug), zh: "也应得此结论的检查项。", en: "Checks that must come to it too."),
      .may("with", .patch, zh: "设定的事实。", en: "Facts that are set."),
      .may("without", .oneOrMany(.factPath), zh: "去掉的事实。", en: "Facts that are taken out."),
      .may("unrecorded", .oneOrMany(.factPath), zh: "未摘录的事实。", en: "Facts that nobody looked at."),
      .may(
        "complete", .oneOrMany(.factPath), zh: "已列全的列表。", en: "Lists that have no more elements."),
      .may(
        "completeness", .word(ExampleCompleteness.self), zh: "记录是否齐备。",
        en: "In place of the base's own."),
      .may("as_of", .day, zh: "评查日期。", en: "The day of the review."),
      .may("note", .text, zh: "示例说明什么。", en: "What the example shows."),
    ])

  static let title = bilingual("title", .title)
  static let message = bilingual("message", .message)

  /// A text in both languages.
  static func bilingual(_ name: String, _ thing: SourceThing) -> SourceForm {
    SourceForm(
      name, thing,
      Language.allCases.map { language in
        switch language {
        case .zh: .must(language.rawValue, .text, zh: "中文。", en: "In Chinese.")
        case .en: .must(language.rawValue, .text, zh: "英文。", en: "In English.")
        }
      })
  }
}
