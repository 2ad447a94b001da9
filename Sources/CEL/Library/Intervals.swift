import WorkCalendar

/// Questions to intervals of days or times (semantics §8).
enum Intervals {
  /// An interval of days, ends included; `nil` for an empty one.
  private enum Ends {
    case none
    case days(first: Int32, last: Int32?)
    case times(first: Timestamp, last: Timestamp?)
    case state(Value)
  }

  private static func ends(_ value: Value) -> Ends {
    guard case .interval(let interval) = value else {
      return .state(value.isState ? value : .noOverload("interval", value))
    }
    if interval.start.isState { return .state(interval.start) }
    if interval.end.isState { return .state(interval.end) }
    if case .range(let range) = interval.start { return .state(.unknown(range.trail)) }
    if case .range(let range) = interval.end { return .state(.unknown(range.trail)) }
    switch (interval.start, interval.end) {
    case (let start, _) where start.isNullLike: return .none
    case (.date(let first), .date(let last)):
      return .days(first: first.dayNumber, last: last.dayNumber)
    case (.date(let first), _): return .days(first: first.dayNumber, last: nil)
    case (.timestamp(let first), .timestamp(let last)): return .times(first: first, last: last)
    case (.timestamp(let first), _): return .times(first: first, last: nil)
    default: return .state(.noOverload("interval", value))
    }
  }

  private static func parts(_ value: Value) -> (ends: [Ends], state: Value?) {
    guard case .list(let list) = value else { return ([], .noOverload("list", value)) }
    var state: Value?
    var all: [Ends] = []
    for element in list.elements {
      let ends = ends(element)
      if case .state(let lost) = ends { state = Value.strictMerge(state, lost) }
      all.append(ends)
    }
    return (all, state)
  }

  /// The days after an interval's first day, up to and with its last, that are in none of the
  /// others counted the same way.
  static func daysOutside(_ interval: Value, _ others: Value) -> Value {
    let (parts, state) = parts(others)
    switch ends(interval) {
    case .none: return state ?? .int(0)
    case .state(let lost): return Value.strictMerge(lost, state) ?? lost
    case .times: return .noOverload("days_outside", interval, others)
    case .days(let first, let last):
      if let state { return state }
      guard let last else { return .fault("invalid-argument", "the interval is still running") }
      if last <= first { return .int(0) }
      var stops: [(Int32, Int32)] = []
      for part in parts {
        guard case .days(let from, let until) = part else { continue }
        let (low, high) = (max(from, first), min(until ?? last, last))
        if high > low { stops.append((low, high)) }
      }
      stops.sort { $0 < $1 }
      var outside = Int64(last - first)
      var reached = first
      for (from, until) in stops where until > reached {
        outside -= Int64(until - max(from, reached))
        reached = until
      }
      return .int(outside)
    }
  }

  /// Whether others cover an interval, each gap and each uncovered end no longer than `tolerance`.
  static func covered(_ interval: Value, _ others: Value, _ tolerance: Value) -> Value {
    guard case .duration(let gap) = tolerance else {
      return .noOverload("covered", interval, others, tolerance)
    }
    let (parts, state) = parts(others)
    switch ends(interval) {
    case .none: return state ?? .bool(true)
    case .state(let lost): return Value.strictMerge(lost, state) ?? lost
    case .days: return .noOverload("covered", interval, others, tolerance)
    case .times(let first, let last):
      if let state { return state }
      var spans: [(Timestamp, Timestamp?)] = []
      for part in parts {
        if case .times(let from, let until) = part { spans.append((from, until)) }
      }
      spans.sort { $0.0 < $1.0 }
      var reached = first
      for (from, until) in spans {
        if exceeds(from, reached, gap) { return .bool(false) }
        guard let until else { return .bool(true) }
        if reached < until { reached = until }
      }
      guard let last else { return .bool(false) }
      return .bool(!exceeds(last, reached, gap))
    }
  }

  /// True where `later` is more than `gap` after `earlier`.
  private static func exceeds(_ later: Timestamp, _ earlier: Timestamp, _ gap: Duration) -> Bool {
    guard earlier < later, let length = later.subtracting(earlier) else { return false }
    return gap < length
  }

  static func overlaps(_ a: Value, _ b: Value) -> Value {
    switch (ends(a), ends(b)) {
    case (.state(let x), .state(let y)): Value.strictMerge(x, y) ?? x
    case (.state(let x), _): x
    case (_, .state(let y)): y
    case (.none, _), (_, .none): .bool(false)
    case (.days(let f1, let l1), .days(let f2, let l2)):
      .bool(f1 < l2 ?? .max && f2 < l1 ?? .max)
    case (.times(let f1, let l1), .times(let f2, let l2)):
      .bool((l2.map { f1 < $0 } ?? true) && (l1.map { f2 < $0 } ?? true))
    default: .noOverload("overlaps", a, b)
    }
  }
}
