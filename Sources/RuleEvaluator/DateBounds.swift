import CEL
import WorkCalendar

/// The days between which a date lies; both the same for an exact one, `nil` unbounded.
struct DateBounds {
  var earliest: CivilDate?
  var latest: CivilDate?
  /// The imprecise facts.
  var trail: [String] = []

  var exact: CivilDate? { earliest == latest ? earliest : nil }

  /// A day that is `nil` bounds nothing: every date is on both sides of it.
  func mayBe(onOrAfter day: CivilDate?) -> Bool {
    guard let day, let latest else { return true }
    return day <= latest
  }

  func mayBe(onOrBefore day: CivilDate?) -> Bool {
    guard let day, let earliest else { return true }
    return earliest <= day
  }

  func isSurely(onOrAfter day: CivilDate?) -> Bool {
    guard let day else { return true }
    return earliest.map { day <= $0 } ?? false
  }

  func isSurely(onOrBefore day: CivilDate?) -> Bool {
    guard let day else { return true }
    return latest.map { $0 <= day } ?? false
  }

  init(earliest: CivilDate?, latest: CivilDate?, trail: [String] = []) {
    self.earliest = earliest
    self.latest = latest
    self.trail = trail
  }

  /// Reads a date, the day of a time, or a range of either; `nil` for anything else.
  init?(_ value: Value) {
    switch value {
    case .date(let day): self.init(earliest: day, latest: day)
    case .timestamp(let time): self.init(earliest: time.shanghaiDate, latest: time.shanghaiDate)
    case .range(let range):
      self.init(
        earliest: range.low.flatMap(Self.day), latest: range.high.flatMap(Self.day),
        trail: range.trail.paths)
    default: return nil
    }
  }

  private static func day(_ value: Value) -> CivilDate? { DateBounds(value)?.exact }
}

/// The moments between which a time lies.
struct TimeBounds {
  var earliest: Timestamp?
  var latest: Timestamp?
  var trail: [String] = []

  /// Reads a time, a day (some time that day), or a range of either; `nil` for anything else.
  init?(_ value: Value) {
    switch value {
    case .timestamp(let time): (earliest, latest) = (time, time)
    case .date(let day):
      earliest = Timestamp.startOfDayInShanghai(day)
      latest = Timestamp.endOfDayInShanghai(day)
    case .range(let range):
      earliest = range.low.flatMap { TimeBounds($0)?.earliest }
      latest = range.high.flatMap { TimeBounds($0)?.latest }
      trail = range.trail.paths
    default: return nil
    }
  }
}
