import Findings
import SourceText
import WorkCalendar

/// Settings of letters, made up.
enum LetterFixture {
  static let settings = LetterSettings(
    sender: BilingualText(zh: "某县司法局", en: "The justice bureau"),
    number: BilingualText(zh: "某司评〔2024〕　号", en: "No. __"),
    rectify: [
      .fatal: Period(count: 5, unit: .workdays), .major: Period(count: 15, unit: .workdays),
      .minor: Period(count: 20, unit: .workdays),
    ],
    object: Period(count: 10, unit: .workdays),
    source: BilingualText(zh: "某办法第三条", en: "article 3"))
}
