extension FunctionChapter {
  /// What cases need beside CEL: dates and periods, intervals, exact sums, the law registry.
  static let caseChapters = [
    FunctionChapter(
      zh: "日期与期间", en: "Dates and periods",
      [
        FunctionNote(
          "date", zh: "文本所写的日期，或时间在北京所处的日期。",
          en: "The day that a text names, or that a time falls on in Shanghai.",
          [
            "date(\"2024-09-30\")": "2024-09-30",
            "date(timestamp(\"2024-09-30T16:00:00Z\"))": "2024-10-01",
          ]),
        FunctionNote(
          "year", zh: "日期的年。", en: "The year of a date.", ["date(\"2024-09-30\").year()": "2024"]),
        FunctionNote(
          "month", zh: "日期的月，从 1 起。", en: "The month of a date, from 1.",
          ["date(\"2024-09-30\").month()": "9"]),
        FunctionNote(
          "day", zh: "日期的日，从 1 起。", en: "The day of a date, from 1.",
          ["date(\"2024-09-30\").day()": "30"]),
        FunctionNote(
          "workdays", zh: "若干工作日。", en: "So many working days.", ["workdays(7)": "7 working days"]),
        FunctionNote("days", zh: "若干日。", en: "So many days.", ["days(90)": "90 days"]),
        FunctionNote("months", zh: "若干个月。", en: "So many months.", ["months(3)": "3 months"]),
        FunctionNote("years", zh: "若干年。", en: "So many years.", ["years(2)": "2 years"]),
        FunctionNote("hours", zh: "若干小时。", en: "So many hours.", ["hours(24)": "24 hours"]),
        FunctionNote(
          "due", zh: "期间的最后一日；始日不计，末日为休息日的顺延至下一工作日。",
          en:
            "The last day of a period; its first day is not counted, and an end on a day off rolls to "
            + "the next working day.",
          [
            "due(date(\"2024-09-21\"), days(10))": "2024-10-08",
            "date(\"2024-09-21\") + days(10)": "2024-10-01",
          ]),
        FunctionNote(
          "daysBetween", zh: "前一日之后、至后一日为止的日数。",
          en: "The days after the first, up to and with the second.",
          ["daysBetween(date(\"2024-09-30\"), date(\"2024-10-12\"))": "12"]),
        FunctionNote(
          "workdaysBetween", zh: "前一日之后、至后一日为止的工作日数。",
          en: "The working days after the first, up to and with the second.",
          ["workdaysBetween(date(\"2024-09-30\"), date(\"2024-10-12\"))": "5"]),
        FunctionNote(
          "isWorkday", zh: "是否为工作日：调休上班日是，法定假日不是。",
          en: "Whether a day is a working day: a make-up day is, a holiday is not.",
          ["isWorkday(date(\"2024-10-12\"))": "true", "isWorkday(date(\"2024-10-01\"))": "false"]),
        FunctionNote(
          "earliest", zh: "列表中载明的最早者；都没有载明则为空值。",
          en: "The first of those on file; null where none is.",
          [
            "earliest([date(\"2024-03-02\"), date(\"2024-03-01\")])": "2024-03-01"
          ]),
        FunctionNote(
          "latest", zh: "列表中载明的最晚者；都没有载明则为空值。",
          en: "The last of those on file; null where none is.",
          [
            "latest([date(\"2024-03-02\"), date(\"2024-03-01\")])": "2024-03-02"
          ]),
      ]),
    FunctionChapter(
      zh: "时段", en: "Intervals",
      [
        FunctionNote(
          "between", zh: "两端之间的时段；无起点则空，无终点则仍在进行。",
          en: "A time between two ends; without a start it is empty, without an end it still runs.",
          ["between(date(\"2024-03-01\"), date(\"2024-03-11\"))": "2024-03-01/2024-03-11"]),
        FunctionNote(
          "days_outside", zh: "时段首日之后的日数，减去列表中各时段同样计算的日数。",
          en: "The days of an interval after its first, less those of the list counted alike.",
          [
            "days_outside(between(date(\"2024-03-01\"), date(\"2024-03-11\")), "
              + "[between(date(\"2024-03-03\"), date(\"2024-03-05\"))])": "8"
          ]),
        FunctionNote(
          "covered", zh: "列表是否覆盖时段，间断不超过给定时长。",
          en: "Whether the list covers the interval with no gap longer than the duration.",
          [
            "covered(between(timestamp(0), timestamp(100)), [between(timestamp(0), timestamp(40)), "
              + "between(timestamp(45), timestamp(100))], duration(\"5s\"))": "true"
          ]),
        FunctionNote(
          "overlaps", zh: "两个时段是否有重叠；仅端点相接不算。",
          en: "Whether two intervals share more than an end.",
          [
            "overlaps(between(date(\"2024-03-01\"), date(\"2024-03-05\")), "
              + "between(date(\"2024-03-05\"), date(\"2024-03-09\")))": "false"
          ]),
      ]),
    FunctionChapter(
      zh: "金额与小数", en: "Money and decimals",
      [
        FunctionNote(
          "money", zh: "以元计的准确金额。", en: "An exact sum in yuan.",
          ["money(\"5000.5\")": "5000.50", "money(5000)": "5000.00"]),
        FunctionNote(
          "decimal", zh: "准确的小数。", en: "An exact decimal number.",
          ["decimal(\"0.1\") + decimal(\"0.2\") == decimal(\"0.3\")": "true"]),
        FunctionNote(
          "sum", zh: "列表之和；空列表为 0，有一项未载明则缺失。",
          en: "The sum of a list; 0 where it is empty, absent where an element is not on file.",
          ["sum([money(\"0.1\"), money(\"0.2\")])": "0.30", "sum([1, 2])": "3"]),
        FunctionNote(
          "reaches", zh: "金额是否达到限额 `{ amount, inclusive }`：`inclusive` 为真即含本数。",
          en: "Whether a sum reaches a threshold `{ amount, inclusive }`.",
          [
            "reaches(money(\"5000\"), {\"amount\": dyn(money(\"5000\")), \"inclusive\": dyn(false)})":
              "false"
          ]),
        FunctionNote(
          "same_amount", zh: "大写金额是否等于此数；无法辨认则为假。",
          en: "Whether a sum in capital characters is this one; false when it cannot be read.",
          ["same_amount(\"伍仟元整\", money(\"5000\"))": "true"]),
      ]),
    FunctionChapter(
      zh: "法律登记", en: "The law registry",
      [
        FunctionNote(
          "in_force", zh: "某日该文件是否有效；登记中没有则未知。",
          en: "Whether an instrument was in force on a day; unknown when the registry lacks it.",
          ["in_force(\"apl-2021\", date(\"2021-07-15\"))": "true"]),
        FunctionNote(
          "law_changed", zh: "某条在前一日之后、至后一日为止是否有变；登记中没有则未知。",
          en:
            "Whether an article changed after the first day, up to and with the second; unknown when "
            + "the registry lacks it.",
          [
            "law_changed(\"apl-2021\", \"60\", date(\"2021-07-14\"), date(\"2021-07-15\"))": "true"
          ]),
      ]),
  ]
}
