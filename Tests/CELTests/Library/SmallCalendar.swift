import WorkCalendar

@testable import CEL

extension OfficeCalendar {
  /// September 23 to October 20 of 2024 as published: a make-up Sunday, seven days off, and a make-up
  /// Saturday.
  static let autumn = OfficeCalendar(
    firstDay: MadeUpRecord.day("2024-09-23"),
    open: [
      "●●●●●○●",  // 23–29 September: open on Sunday the 29th
      "●○○○○○○",  // 30 September, 1–6 October
      "○●●●●●○",  // 7–13 October: off on Monday, open on Saturday the 12th
      "●●●●●○○",  // 14–20 October
    ].joined())
}
