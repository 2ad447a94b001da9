package import SourceText

// The forms of a file of `calendars/`: the published holidays and make-up days of years.

extension SourceForm {
  package static let calendar = SourceForm(
    "calendar", .calendar,
    [
      .must("years", .list(.form(schedule)), zh: "各年的放假安排。", en: "The schedules, by year.")
    ])

  static let schedule = SourceForm(
    "schedule", .schedule,
    [
      .must("year", .count, zh: "公历年份。", en: "The calendar year."),
      .must("source", .text, zh: "安排所据的通知。", en: "The notice that set its days."),
      .may("holidays", .list(.form(scheduleDay)), zh: "放假日。", en: "The days off."),
      .may(
        "workdays", .list(.form(scheduleDay)), zh: "调休上班日。",
        en: "The make-up days: weekends on which offices work."),
    ])

  static let scheduleDay = SourceForm(
    "scheduleDay", .scheduleDay,
    [
      .may("date", .day, zh: "一日。", en: "One day."),
      .may("from", .day, zh: "一段日子的首日。", en: "The first day of a run."),
      .may("until", .day, zh: "一段日子的末日。", en: "The last day of a run."),
      .may("zh", .text, zh: "节日，中文。", en: "The occasion, in Chinese."),
      .may("en", .text, zh: "节日，英文。", en: "The occasion, in English."),
      .may(
        "source", .text, zh: "与本年不同的通知。", en: "The notice, where it is not that of the year."),
    ],
    // A day, or both ends of a run.
    choices: [.exactlyOne("date", "from"), .exactlyOne("date", "until")])
}
