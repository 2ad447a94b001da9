internal import SourceText
internal import WorkCalendar

/// Words that the data of letters has and no other report; the letters' own are in their templates.
enum LetterWords {
  static let separator = BilingualText(zh: "、", en: ", ")

  static func day(_ day: CivilDate) -> BilingualText {
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    return BilingualText(
      zh: "\(day.year)年\(day.month)月\(day.day)日",
      en: "\(day.day) \(months[day.month - 1]) \(day.year)")
  }

  /// A place in a list as headings count: `十一`, `11`.
  ///
  /// Source: GB/T 9704-2012, 7.3.3, numbers the levels of a text 一、（一）1.
  static func ordinal(_ number: Int) -> BilingualText {
    BilingualText(zh: chinese(number), en: "\(number)")
  }

  private static func chinese(_ number: Int) -> String {
    let digits = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    guard (1..<10_000).contains(number) else { return "\(number)" }
    var text = ""
    var isSkipped = false
    for (unit, name) in [(1_000, "千"), (100, "百"), (10, "十"), (1, "")] {
      let digit = number / unit % 10
      if digit == 0 {
        isSkipped = !text.isEmpty
        continue
      }
      if isSkipped { text += "〇" }
      isSkipped = false
      // 十一, not 一十一, where nothing stands before.
      text += (digit == 1 && unit == 10 && text.isEmpty ? "" : digits[digit]) + name
    }
    return text
  }
}
