internal import SourceText
package import WorkCalendar
package import YAML

extension SourceReader {
  /// Reads a file of `calendars/`: a mapping whose `years` are published schedules.
  ///
  /// What comes back can be made into an `OfficeCalendar` together with `known`: a year with an
  /// error is left out.
  ///
  /// - Parameter known: The years of other files.
  package mutating func publishedYears(
    _ node: Node, beside known: [OfficeCalendar.PublishedYear] = []
  ) -> [OfficeCalendar.PublishedYear] {
    guard let fields = fields(node, as: .calendar) else { return [] }
    _ = required(fields, "years", of: .calendar)
    var years: [OfficeCalendar.PublishedYear] = []
    for node in list(fields, "years") {
      guard let year = publishedYear(node) else { continue }
      let problems = OfficeCalendar.problems(in: known + years + [year])
      for problem in problems {
        report(.badSchedule(problem, at: node["year"]?.range ?? node.range))
      }
      if problems.isEmpty { years.append(year) }
    }
    return years
  }

  private mutating func publishedYear(_ node: Node) -> OfficeCalendar.PublishedYear? {
    guard let fields = fields(node, as: .schedule) else { return nil }
    let yearNode = required(fields, "year", of: .schedule)
    let source = requiredText(fields, "source", of: .schedule)
    let entries =
      scheduleDays(fields, "holidays", kind: .holiday)
      + scheduleDays(fields, "workdays", kind: .workday)
    guard let yearNode, let text = text(yearNode, "year"), let source else { return nil }
    guard let year = Int(text), (1...9999).contains(year) else {
      report(.badDate(text, of: "year", at: yearNode.range))
      return nil
    }
    return OfficeCalendar.PublishedYear(year: year, source: source, entries: entries)
  }

  private mutating func scheduleDays(
    _ fields: SourceFields, _ key: String, kind: OfficeCalendar.Entry.Kind
  ) -> [OfficeCalendar.Entry] {
    var entries: [OfficeCalendar.Entry] = []
    for node in list(fields, key) {
      guard let day = self.fields(node, as: .scheduleDay) else { continue }
      let source = optionalText(day, "source")
      let zh = optionalText(day, "zh")
      let en = optionalText(day, "en")
      let occasion = zh.flatMap { zh in en.map { OfficeCalendar.Occasion(zh: zh, en: $0) } }
      for date in scheduleDates(day) {
        entries.append(
          OfficeCalendar.Entry(date: date, kind: kind, occasion: occasion, source: source))
      }
    }
    return entries
  }

  /// The one day of an entry, or all days of its run: at most the days of a year.
  private mutating func scheduleDates(_ fields: SourceFields) -> [CivilDate] {
    if fields["date"] != nil {
      for key in ["from", "until"] where fields[key] != nil {
        report(.dateAndRun(at: fields.keyRange(key)))
      }
      return date(fields, "date").map { [$0] } ?? []
    }
    _ = required(fields, "from", of: .scheduleDay)
    _ = required(fields, "until", of: .scheduleDay)
    let run = days(fields)
    guard let from = run.from, let until = run.until else { return [] }
    guard from.days(through: until) < 366 else {
      report(.badSchedule(.dayOutsideItsYear(until), at: fields.range))
      return []
    }
    return (from.dayNumber...until.dayNumber).map { CivilDate(dayNumber: $0) }
  }
}
