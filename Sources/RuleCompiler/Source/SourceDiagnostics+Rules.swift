internal import SourceText

// Messages of reading rules, in both languages.

extension Diagnostic {
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
}
