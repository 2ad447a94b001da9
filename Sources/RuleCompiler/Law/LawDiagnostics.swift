internal import SourceText
internal import WorkCalendar

// Messages of reading instruments, parameters and calendars, in both languages.

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

extension Diagnostic {
  // MARK: Instruments

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
}
