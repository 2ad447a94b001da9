import Foundation
import Testing

@testable import WorkCalendar

/// Runs every `compute:` hint of the vectors of the rule semantics.
@Suite struct ConformanceTests {
  @Test("agrees with the vectors", arguments: try Hint.all())
  func hint(_ hint: Hint) throws {
    let calendar = try StatutoryDays.calendar()
    if hint.asked["from"] != nil {
      let verdict = try Verdict(of: hint, on: calendar)
      #expect(verdict.outcome == hint.expected["outcome"])
      if let due = hint.expected["due"] { #expect(verdict.due?.description == due) }
      if let late = hint.expected["days_late"] { #expect(verdict.daysLate.map { "\($0)" } == late) }
    } else {
      #expect(try hint.value(on: calendar) == hint.expected["value"])
    }
  }

  @Test func `there are as many hints as the vectors had`() throws {
    #expect(try Hint.all().count == 115)
  }
}

/// One line of the fixture.
struct Hint: Sendable, CustomTestStringConvertible {
  struct Unreadable: Error { var text: String }

  var vector: String
  var asked: [String: String]
  var expected: [String: String]

  var testDescription: String { vector }

  static func all() throws -> [Hint] {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/compute-hints.tsv")
    return try String(contentsOf: file, encoding: .utf8)
      .split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { line in
        let columns = line.split(separator: "\t")
        guard columns.count == 3 else { throw Unreadable(text: String(line)) }
        return Hint(
          vector: String(columns[0]), asked: try fields(columns[1]),
          expected: try fields(columns[2]))
      }
  }

  private static func fields(_ text: Substring) throws -> [String: String] {
    var fields: [String: String] = [:]
    for field in text.split(separator: " ") {
      guard let mark = field.firstIndex(of: "=") else { throw Unreadable(text: String(text)) }
      fields[String(field[..<mark])] = String(field[field.index(after: mark)...])
    }
    return fields
  }

  func list(_ name: String) -> [[String]] {
    (asked[name] ?? "").split(separator: ";").map { element in
      element.split(separator: "/").map { String($0) }
    }
  }

  /// What a hint that computes a value comes to.
  func value(on calendar: OfficeCalendar) throws -> String {
    for (question, argument) in asked {
      let parts = argument.split(separator: ";").map { String($0) }
      switch question {
      case "is_workday": return "\(try calendar.isWorkday(day(argument)))"
      case "days_between": return "\(try day(parts[0]).days(through: day(parts[1])))"
      case "workdays_between":
        return "\(try calendar.workdays(after: day(parts[0]), through: day(parts[1])))"
      case "due": return try calendar.due(Self.period(parts[1]), after: day(parts[0])).description
      case "subtract":
        return try calendar.subtracting(Self.period(parts[1]), from: day(parts[0])).description
      case "add":
        let period = try Self.period(parts[1])
        guard let seconds = period.seconds else {
          return try calendar.adding(period, to: day(parts[0])).description
        }
        return try Self.adding(seconds, toMoment: parts[0])
      default: break
      }
    }
    throw Unreadable(text: vector)
  }

  /// `2024-05-06T09:30:00+08:00` and so many seconds, at the same offset: what the caller of
  /// `Period.seconds` does.
  private static func adding(_ seconds: Int64, toMoment text: String) throws -> String {
    let date = try day(String(text.prefix(10)))
    let time = text.dropFirst(11).prefix(8).split(separator: ":").compactMap { Int64($0) }
    guard time.count == 3 else { throw Unreadable(text: text) }
    let total =
      Int64(date.dayNumber) * 86_400 + time[0] * 3600 + time[1] * 60 + time[2] + seconds
    let (days, second) = (total / 86_400, Int(total % 86_400))
    let clock = [second / 3600, second / 60 % 60, second % 60].map { padded($0, to: 2) }
    return "\(CivilDate(dayNumber: Int32(days)))T\(clock.joined(separator: ":"))\(text.suffix(6))"
  }

  static func period(_ text: String) throws -> Period {
    let parts = text.split(whereSeparator: { $0 == "(" || $0 == ")" })
    guard parts.count == 2, let unit = Period.Unit(rawValue: String(parts[0])),
      let count = Int32(parts[1])
    else { throw Unreadable(text: text) }
    return Period(count: count, unit: unit)
  }
}

/// What a deadline comes to: the smallest engine that the hints ask for, on the clock under test.
struct Verdict {
  var outcome: String
  var due: CivilDate?
  var daysLate: Int?

  init(of hint: Hint, on calendar: OfficeCalendar) throws {
    do {
      try self.init(decided: hint, on: calendar)
    } catch CalendarError.notCovered {
      self.init(outcome: "undetermined")
    }
  }

  private init(outcome: String, due: CivilDate? = nil, daysLate: Int? = nil) {
    (self.outcome, self.due, self.daysLate) = (outcome, due, daysLate)
  }

  private init(decided hint: Hint, on calendar: OfficeCalendar) throws {
    let from = try ImpreciseDate(parsing: hint.asked["from"] ?? "")
    guard let earliest = from.earliest, let latest = from.latest else {
      throw Hint.Unreadable(text: hint.vector)
    }
    let first = try Self.clock(hint, from: earliest).run(on: calendar)
    let second = try Self.clock(hint, from: latest).run(on: calendar)
    let shortest = first.due
    let longest = hint.asked["open_stops"] == "true" ? nil : second.latest
    let due = shortest == longest ? shortest : nil
    let waits = hint.asked["wait"] != nil
    let asOf = try day(hint.asked["as_of"] ?? "")
    switch hint.asked["act"] {
    case "unrecorded": self.init(outcome: "undetermined", due: due)
    case "absent":
      if waits {
        self.init(outcome: "not-applicable")
      } else if longest.map({ asOf <= $0 }) ?? true {
        self.init(outcome: "pending", due: due)
      } else {
        self.init(outcome: "violated", due: due, daysLate: due?.days(through: asOf))
      }
    case let text:
      let act = try ImpreciseDate(parsing: text ?? "")
      guard let actFirst = act.earliest, let actLast = act.latest else {
        throw Hint.Unreadable(text: hint.vector)
      }
      let isSatisfied: Bool
      let isViolated: Bool
      if waits {
        let after: (CivilDate, CivilDate) -> Bool =
          hint.asked["last_day_counts"] == "true" ? (>=) : (>)
        isSatisfied = longest.map { after(actFirst, $0) } ?? false
        isViolated = !after(actLast, shortest)
      } else {
        isSatisfied = actLast <= shortest
        isViolated = longest.map { actFirst > $0 } ?? false
      }
      self.init(
        outcome: isSatisfied ? "satisfied" : isViolated ? "violated" : "undetermined", due: due,
        daysLate: isViolated && !waits ? due?.days(through: actFirst) : nil)
    }
  }

  private static func clock(_ hint: Hint, from: CivilDate) throws -> DeadlineClock {
    let period = try Hint.period(hint.asked["within"] ?? hint.asked["wait"] ?? "")
    let stops = try hint.list("stops").map { parts in
      DeadlineClock.Stop(
        first: try day(parts[0]),
        last: parts[1] == "running" || parts[1] == "unknown" ? nil : try day(parts[1]),
        leavesOut: parts.count < 3 ? .last : try #require(.init(rawValue: parts[2])))
    }
    let extensions = try hint.list("extensions").compactMap { parts in
      parts[0] == "absent"
        ? nil
        : DeadlineClock.Extension(
          parts[1] == "by" ? .by(try Hint.period(parts[2])) : .until(try day(parts[2])),
          approval: parts[0] == "unrecorded" ? .unknown : .on(try day(parts[0])))
    }
    return DeadlineClock(
      start: from, period: period, stops: stops, extensions: extensions,
      rolls: hint.asked["roll"] != "false")
  }
}
