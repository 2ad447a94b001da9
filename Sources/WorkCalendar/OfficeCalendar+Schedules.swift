extension OfficeCalendar {
  /// What a day off or a make-up day belongs to, such as 国庆节, National Day.
  package struct Occasion: Hashable, Sendable {
    package var zh: String
    package var en: String

    package init(zh: String, en: String) {
      self.zh = zh
      self.en = en
    }
  }

  /// One day that a schedule names.
  package struct Entry: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable { case holiday, workday }

    package var date: CivilDate
    /// `.holiday` is off, also on a weekend; `.workday` is a weekend day on which offices work.
    package var kind: Kind
    package var occasion: Occasion?
    /// The notice that set this day, where it is not the one of the year.
    package var source: String?

    package init(date: CivilDate, kind: Kind, occasion: Occasion? = nil, source: String? = nil) {
      self.date = date
      self.kind = kind
      self.occasion = occasion
      self.source = source
    }
  }

  /// The whole schedule of a year: a day that it does not name is an ordinary one.
  package struct PublishedYear: Hashable, Sendable {
    package var year: Int
    /// The notice that set it.
    package var source: String
    package var entries: [Entry]

    package init(year: Int, source: String, entries: [Entry]) {
      self.year = year
      self.source = source
      self.entries = entries
    }
  }

  /// What is wrong with schedules.
  package enum ScheduleProblem: Error, Hashable, Sendable {
    case yearOutOfRange(Int)
    case yearTwice(Int)
    /// An entry stands under a year that is not its own, or in no published year.
    case dayOutsideItsYear(CivilDate)
    case dayTwice(CivilDate)
    /// A make-up day on a Monday to Friday, which is open anyway: one of the two is a slip.
    case makeUpDayOnWeekday(CivilDate)
  }

  /// Returns everything that is wrong with schedules, in the order of the years and entries given.
  package static func problems(in years: [PublishedYear]) -> [ScheduleProblem] {
    var problems: [ScheduleProblem] = []
    var seenYears: Set<Int> = []
    var seenDays: Set<CivilDate> = []
    for year in years {
      if !(1...9999).contains(year.year) { problems.append(.yearOutOfRange(year.year)) }
      if !seenYears.insert(year.year).inserted { problems.append(.yearTwice(year.year)) }
      for entry in year.entries {
        if entry.date.year != year.year { problems.append(.dayOutsideItsYear(entry.date)) }
        if !seenDays.insert(entry.date).inserted { problems.append(.dayTwice(entry.date)) }
        if entry.kind == .workday, !entry.date.isWeekend {
          problems.append(.makeUpDayOnWeekday(entry.date))
        }
      }
    }
    return problems
  }

  /// Makes the calendar from schedules, in any order.
  ///
  /// - Throws: the first of `problems(in:)`.
  package init(_ years: [PublishedYear]) throws(ScheduleProblem) {
    if let problem = Self.problems(in: years).first { throw problem }
    var named: [Int32: Entry] = [:]
    var sources: [Int: String] = [:]
    for year in years {
      sources[year.year] = year.source
      for entry in year.entries { named[entry.date.dayNumber] = entry }
    }
    let published = years.map(\.year).sorted()
    self.init(
      stretches: Self.runs(of: published).map { run in
        Self.stretch(ofYears: run, named: named)
      },
      named: named, publishedYears: published, sources: sources)
  }

  /// Makes the calendar from days in any order and the years whose schedule is published.
  ///
  /// - Throws: the first problem; an entry in none of the years is `.dayOutsideItsYear`.
  package init(entries: [Entry], publishedYears: [Int]) throws(ScheduleProblem) {
    let byYear = Dictionary(grouping: entries) { $0.date.year }
    let known = Set(publishedYears)
    if let stray = entries.first(where: { !known.contains($0.date.year) }) {
      throw .dayOutsideItsYear(stray.date)
    }
    try self.init(
      publishedYears.map { PublishedYear(year: $0, source: "", entries: byYear[$0] ?? []) })
  }

  /// The years without a gap between them, as ranges.
  private static func runs(of years: [Int]) -> [ClosedRange<Int>] {
    var runs: [ClosedRange<Int>] = []
    for year in years {
      if let last = runs.last, last.upperBound + 1 == year {
        runs[runs.count - 1] = last.lowerBound...year
      } else {
        runs.append(year...year)
      }
    }
    return runs
  }

  private static func stretch(ofYears years: ClosedRange<Int>, named: [Int32: Entry]) -> Stretch {
    guard let first = CivilDate(year: years.lowerBound, month: 1, day: 1),
      let last = CivilDate(year: years.upperBound, month: 12, day: 31)
    else { preconditionFailure("years are checked before a calendar is made from them") }
    return Stretch(first: first.dayNumber) { day in
      for number in first.dayNumber...last.dayNumber {
        switch named[number]?.kind {
        case .holiday: day(false)
        case .workday: day(true)
        case nil: day(!CivilDate(dayNumber: number).isWeekend)
        }
      }
    }
  }
}
