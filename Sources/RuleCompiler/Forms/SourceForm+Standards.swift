internal import Findings
package import SourceText

// The forms of a file of `standards/`: one score sheet.

extension SourceForm {
  package static let standard = SourceForm(
    "standard", .standard,
    [
      .must("id", .text, zh: "编号。", en: "What the command line calls it."),
      .must("name", .form(name), zh: "名称。", en: "Its title."),
      .must("kind", .text, zh: "适用的记录类型。", en: "The record kind that it is for."),
      .may("default", .flag, zh: "没有指定时用它。", en: "Used where none is asked for."),
      .may("ours", .flag, zh: "本系统自拟，不是官方标准。", en: "Ours, and no official sheet."),
      .may("number", .text, zh: "文号。", en: "The document number."),
      .may("issued", .day, zh: "发布之日。", en: "The day on which it was issued."),
      .may("source", .form(name), zh: "出处。", en: "Where it was read."),
      .must(
        "confidence", .word(StandardConfidence.self), zh: "读到的程度。",
        en: "How far it was read at its source."),
      .may("note", .form(name), zh: "备注。", en: "A note."),
      .may("formula", .form(name), zh: "计分方法，供人阅读。", en: "How it sums up, for people."),
      .may("applies", .expression, zh: "适用于哪些案件。", en: "Which cases it applies to."),
      .may("base", .points, zh: "起始分数。", en: "Points that are there to begin with."),
      .may("scale", .points, zh: "评分项的满分。", en: "What all of `items` come to."),
      .may("unseen", .points, zh: "没有见到的项目的分值。", en: "Points of items that were not seen."),
      .may(
        "not_involved", .word(NotInvolved.self), zh: "不涉及的项目：不计入，或计满分。",
        en: "An item that is not involved leaves both sums, or counts in full."),
      .may("veto_total", .points, zh: "被否决的案卷的得分。", en: "The total of a vetoed case."),
      .may("veto_grade", .text, zh: "被否决的案卷的等次。", en: "The grade of a vetoed case."),
      .may(
        "veto_in_average", .points, zh: "单位平均分中，被否决的案卷的得分。",
        en: "What a vetoed case counts as in the average of its office."),
      .may("grades", .list(.form(grade)), zh: "等次，从高到低。", en: "The grades, the highest first."),
      .may(
        "grades_stated", .flag, zh: "等次由标准写明；默认是。",
        en: "Whether the sheet itself states the grades; it does unless said."),
      .may("veto", .list(.form(veto)), zh: "否决项。", en: "What fails the case by itself."),
      .may("items", .list(.form(item)), zh: "评分项。", en: "The items with their points."),
      .may(
        "deductions", .list(.form(deduction)), zh: "扣分项。", en: "What costs points of the whole."),
    ])

  static let grade = SourceForm(
    "grade", .grade,
    [.must("id", .text, zh: "编号。", en: "What `veto_grade` calls it.")] + titleKeys
      + [.must("min", .points, zh: "最低分。", en: "The least total that has it.")])

  static let veto = SourceForm(
    "veto", .veto,
    entryKeys + [
      judgement,
      .may("law", .text, zh: "法条。", en: "The provisions."),
      fedBy(isRequired: false),
      feeds, note,
    ])

  static let item = SourceForm(
    "item", .item,
    entryKeys + [
      .may("stage", .text, zh: "办案阶段。", en: "The stage of the case."),
      .must("points", .points, zh: "分值。", en: "Its points."),
      judgement,
      .may(
        "deduct", .list(.form(line)), zh: "怎样扣分；由人判断的项目不写。",
        en: "What costs how much; not for an item that people judge."),
      fedBy(isRequired: false),
      feeds, note,
    ])

  static let line = SourceForm(
    "line", .line,
    titleKeys + [
      lostPoints, per,
      fedBy(isRequired: true),
      note,
    ])

  static let deduction = SourceForm(
    "deduction", .deduction,
    entryKeys + [
      lostPoints, per,
      .may("cap", .points, zh: "最多扣多少。", en: "The most that it costs."),
      judgement,
      fedBy(isRequired: false),
      feeds, note,
    ])

  // MARK: Keys that entries share

  private static let titleKeys: [Key] = [
    .must("zh", .text, zh: "中文。", en: "In Chinese."),
    .must("en", .text, zh: "英文。", en: "In English."),
  ]

  private static let entryKeys: [Key] =
    [
      .must("id", .text, zh: "编号；一张表内不重复。", en: "Its id, once in a sheet."),
      .may("group", .form(name), zh: "所属的组。", en: "The group that it stands in."),
    ] + titleKeys

  private static func fedBy(isRequired: Bool) -> Key {
    Key(
      "fed_by", .oneOrMany(.text), isRequired: isRequired,
      meaning: BilingualText(
        zh: "违反即扣分或否决的规则，`编号` 或 `编号#检查项`；没有的写 `[]`。",
        en: "The rules, `ID` or `ID#CHECK`, whose violations count; `[]` where there is none."))
  }

  private static let judgement = Key.may(
    "judgement", .flag, zh: "由人判断。", en: "People judge it; no rule does.")
  private static let feeds = Key.may(
    "feeds", .oneOrMany(.text), zh: "反映它的字段。", en: "Fields of the record that show it.")
  private static let note = Key.may("note", .any, zh: "备注。", en: "A note.")
  private static let lostPoints = Key.must(
    "points", .either(.points, .list(.points)), zh: "扣分；标准没有写定的写 `[少, 多]`。",
    en: "What it costs; `[LEAST, MOST]` where the sheet leaves it open.")
  private static let per = Key.may(
    "per", .word(ScoreSheet.Per.self), zh: "每案一次，或每处一次。", en: "Once a case, or once a finding.")
}
