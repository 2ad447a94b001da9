internal import SourceText

// Every message about score sheets that is of no other stage, in both languages.

extension Diagnostic {
  private static func standard(
    _ code: String, zh: String, en: String, help: BilingualText?, at range: ByteRange
  ) -> Self {
    Self(code: code, message: BilingualText(zh: zh, en: en), range: range, help: help)
  }

  private static func guess(_ near: String?, else help: BilingualText) -> BilingualText {
    near.map { BilingualText(zh: "是否想写 `\($0)`？", en: "Did you mean `\($0)`?") } ?? help
  }

  static func badPoints(_ text: String, of key: String, at range: ByteRange) -> Self {
    standard(
      "bad-points", zh: "`\(key)` 的 `\(text)` 不是分值",
      en: "`\(text)` of `\(key)` is no number of points",
      help: BilingualText(
        zh: "写正数，至多两位小数：`8`、`1.5`。", en: "Write a number with at most two decimals: `8`, `1.5`."),
      at: range)
  }

  static func badPointRange(at range: ByteRange) -> Self {
    standard(
      "bad-points", zh: "分值范围应是从小到大的两个数",
      en: "a range of points has to be two numbers, the smaller first",
      help: BilingualText(zh: "写作 `[0, 8]`。", en: "Write `[0, 8]`."), at: range)
  }

  static func lineOverItem(_ line: String, _ item: String, at range: ByteRange) -> Self {
    standard(
      "line-over-item", zh: "扣分 `\(line)` 超过该项的分值 `\(item)`",
      en: "the line costs `\(line)`, more than the `\(item)` points of its item",
      help: BilingualText(zh: "每项扣完为止，请核对分值。", en: "An item costs at most its points; check both."),
      at: range)
  }

  static func standardEntryTwice(_ id: String, at range: ByteRange) -> Self {
    standard(
      "standard-entry-twice", zh: "评分项 `\(id)` 出现两次",
      en: "the entry `\(id)` stands in the sheet twice",
      help: BilingualText(zh: "每项用自己的编号。", en: "Give each entry an id of its own."), at: range)
  }

  static func notFed(_ thing: SourceThing, at range: ByteRange) -> Self {
    standard(
      "not-fed", zh: "\(thing.words.zh)没有 `fed_by`，也没有 `judgement: true`",
      en: "\(thing.words.en) has neither `fed_by` nor `judgement: true`",
      help: BilingualText(
        zh: "列出对应的规则；没有规则能判断的，写 `fed_by: []`；须由人阅卷判断的，写 `judgement: true`。",
        en: "Name its rules; write `fed_by: []` where no rule sees it, `judgement: true` where a "
          + "person has to read the papers."),
      at: range)
  }

  static func judgedLines(at range: ByteRange) -> Self {
    standard(
      "judged-lines", zh: "由人判断的评分项不能有 `deduct`",
      en: "an item that a person judges has no `deduct`",
      help: BilingualText(
        zh: "删去 `judgement: true`，或者删去 `deduct`，把规则写在 `fed_by`。",
        en: "Leave out `judgement: true`, or `deduct`, and name the rules under `fed_by`."),
      at: range)
  }

  static func fedWithoutLine(at range: ByteRange) -> Self {
    standard(
      "fed-without-line", zh: "评分项的规则要写在 `deduct` 的各条里",
      en: "the rules of an item stand in the lines of its `deduct`",
      help: BilingualText(
        zh: "写成 `deduct: [{ zh: …, en: …, points: 2, fed_by: […] }]`。",
        en: "Write `deduct: [{ zh: …, en: …, points: 2, fed_by: […] }]`."),
      at: range)
  }

  static func itemsWithoutScale(at range: ByteRange) -> Self {
    standard(
      "items-without-scale", zh: "有评分项而没有 `scale`，各项不计入总分",
      en: "there are items and no `scale`: they would count for nothing",
      help: BilingualText(
        zh: "用 `scale` 写明全部评分项在总分中共占几分。",
        en: "Say with `scale` what all items are worth together in the total."),
      at: range)
  }

  static func scaleWithoutItems(at range: ByteRange) -> Self {
    standard(
      "scale-without-items", zh: "有 `scale` 而没有评分项", en: "there is a `scale` and no items",
      help: BilingualText(
        zh: "不分项、只扣分的，把基础分写在 `base`。",
        en: "Where points are only taken off, write what there is to begin with as `base`."),
      at: range)
  }

  static func gradesNotFalling(at range: ByteRange) -> Self {
    standard(
      "grades-not-falling", zh: "等次没有从高到低排列", en: "the grades do not run from the best down",
      help: BilingualText(
        zh: "每一等的 `min` 要低于上一等。", en: "Give each a lower `min` than the one before."),
      at: range)
  }

  static func gradesEndAbove(_ min: String, at range: ByteRange) -> Self {
    standard(
      "grades-end-above-zero", zh: "低于 `\(min)` 分没有等次", en: "a total below `\(min)` has no grade",
      help: BilingualText(zh: "最低一等的 `min` 写 0。", en: "Let the last grade have a `min` of 0."),
      at: range)
  }

  // MARK: What it says of other files

  static func standardNotAtPath(_ id: String, expected: String, at range: ByteRange) -> Self {
    standard(
      "standard-id-not-at-path", zh: "评分标准 `\(id)` 与文件名不符",
      en: "the standard `\(id)` is not called as its file",
      help: BilingualText(
        zh: "编号写 `\(expected)`，或改文件名。", en: "Call it `\(expected)`, or rename the file."),
      at: range)
  }

  static func twoDefaults(_ other: String, at range: ByteRange) -> Self {
    standard(
      "two-default-standards", zh: "`\(other)` 已是默认评分标准",
      en: "`\(other)` is the default standard already",
      help: BilingualText(zh: "只留一个 `default: true`。", en: "Leave `default: true` in one of them."),
      at: range)
  }

  static func unknownFedRule(_ id: String, near: String?, at range: ByteRange) -> Self {
    standard(
      "unknown-rule", zh: "没有规则 `\(id)`", en: "there is no rule `\(id)`",
      help: guess(
        near,
        else: BilingualText(
          zh: "`pingcha rules list` 列出全部规则。", en: "`pingcha rules list` lists them all.")),
      at: range)
  }

  static func fedRuleOfAnotherKind(_ id: String, kind: String, at range: ByteRange) -> Self {
    standard(
      "rule-of-another-kind", zh: "规则 `\(id)` 不适用于 `\(kind)` 类记录",
      en: "the rule `\(id)` is not about records of the kind `\(kind)`",
      help: BilingualText(zh: "只列这类记录的规则。", en: "Name rules of that kind."), at: range)
  }

  static func unknownFedCheck(
    _ check: String, of rule: String, near: String?, known: [String], at range: ByteRange
  ) -> Self {
    standard(
      "unknown-check", zh: "规则 `\(rule)` 没有检查项 `\(check)`",
      en: "the rule `\(rule)` has no check `\(check)`",
      help: guess(
        near,
        else: known.isEmpty
          ? BilingualText(zh: "只写规则编号。", en: "Name the rule alone.")
          : BilingualText(
            zh: "现有检查项：\(known.map { "`\($0)`" }.joined(separator: "、"))。",
            en: "Known here: \(known.map { "`\($0)`" }.joined(separator: ", ")).")), at: range)
  }

  static func unknownFedField(_ path: String, near: String?, at range: ByteRange) -> Self {
    standard(
      "unknown-field", zh: "记录没有字段 `\(path)`", en: "a record has no field `\(path)`",
      help: guess(
        near,
        else: BilingualText(
          zh: "`feeds` 的路径不写序号，例如 `officers.licence_no`。",
          en: "Paths under `feeds` have no indexes: `officers.licence_no`.")),
      at: range)
  }
}
