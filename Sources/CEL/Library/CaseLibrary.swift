package import WorkCalendar

/// The library beside CEL's own: dates, periods, intervals, money (semantics §8).
package enum CaseLibrary {
  /// - Parameter calendar: The legal calendar that working days are counted by; without one every
  ///   question that needs it is unknown.
  package static func functions(calendar: OfficeCalendar?) -> [Function] {
    let days = DayArithmetic(calendar: calendar)
    return dates(days) + periods() + intervals() + sums() + amounts()
  }

  private static func dates(_ days: DayArithmetic) -> [Function] {
    [
      Function(
        [
          Signature("date(string) -> date"), Signature("date(timestamp) -> date"),
          Signature("date(date) -> date"),
        ],
        acceptsRanges: true, meaning: "The day that a text names, or a time falls on in Shanghai.",
        body: .unary(date)),
      Function(
        [Signature("due(date, period) -> date"), Signature("due(timestamp, period) -> date")],
        acceptsRanges: true,
        meaning: "The last day of a period; one that ends on a day off rolls to a working day.",
        body: .binary { value, period in
          guard case .period(let length) = period else { return .noOverload("due", value, period) }
          return days.due(value, length)
        }),
      Function(
        [Signature("daysBetween(date, date) -> int")], acceptsRanges: true,
        meaning: "The days after the first, up to and with the second.",
        body: .binary(days.daysBetween)),
      Function(
        [Signature("workdaysBetween(date, date) -> int")], acceptsRanges: true,
        meaning: "The working days after the first, up to and with the second.",
        body: .binary(days.workdaysBetween)),
      Function(
        [Signature("isWorkday(date) -> bool")], meaning: "Whether a day is a working day.",
        body: .unary(days.isWorkday)),
      part("year") { Int64($0.year) }, part("month") { Int64($0.month) },
      part("day") { Int64($0.day) },
      Function(
        [
          Signature("earliest(list(date)) -> wrapper(date)"),
          Signature("earliest(list(timestamp)) -> wrapper(timestamp)"),
        ], acceptsRanges: true,
        meaning: "The first of the dates that are on file; null where none is.",
        body: .unary { extreme($0, wantsLatest: false) }),
      Function(
        [
          Signature("latest(list(date)) -> wrapper(date)"),
          Signature("latest(list(timestamp)) -> wrapper(timestamp)"),
        ], acceptsRanges: true,
        meaning: "The last of the dates that are on file; null where none is.",
        body: .unary { extreme($0, wantsLatest: true) }),
    ]
  }

  private static func part(_ name: String, _ read: @escaping @Sendable (CivilDate) -> Int64)
    -> Function
  {
    Function(
      [Signature(name: name, isMember: true, parameters: [.date], result: .int)],
      body: .unary { value in
        guard case .date(let date) = value else { return .noOverload(name, value) }
        return .int(read(date))
      })
  }

  private static func date(_ value: Value) -> Value {
    switch value {
    case .date: return value
    case .string(let text):
      return CivilDate(text).map { .date($0) }
        ?? .fault("invalid-argument", "`\(text)` is no date of the form 2024-09-30")
    case .timestamp(let time): return .date(time.shanghaiDate)
    case .range(let range):
      let (low, high) = (range.low.map(date), range.high.map(date))
      if case .date(let first)? = low, case .date(let last)? = high, first == last {
        return .date(first)
      }
      return .range(RangeValue(low: low, high: high, trail: range.trail))
    default: return .noOverload("date", value)
    }
  }

  /// The earliest or latest of a list, what is not on file left out.
  private static func extreme(_ value: Value, wantsLatest: Bool) -> Value {
    guard case .list(let list) = value else {
      return .noOverload(wantsLatest ? "latest" : "earliest", value)
    }
    if let state = list.elements.reduce(nil, { Value.strictMerge($0, $1.isState ? $1 : nil) }) {
      return state
    }
    let present = list.elements.filter { !$0.isNullLike }
    var (lows, highs): ([Value?], [Value?]) = ([], [])
    var trail = Trail([])
    for element in present {
      let bounds = Bounds(element)
      trail = trail.union(bounds.trail)
      lows.append(bounds.low)
      highs.append(bounds.high)
    }
    if list.isOpen {
      trail = trail.union(Trail([list.path]))
      if present.isEmpty { return .unknown(trail) }
      // What is not known may lie beyond, on the side that is asked for.
      if wantsLatest { highs.append(nil) } else { lows.append(nil) }
    }
    if present.isEmpty { return .null }
    let low = outermost(lows, wantsLatest, unboundedWins: !wantsLatest)
    let high = outermost(highs, wantsLatest, unboundedWins: wantsLatest)
    if trail.paths.isEmpty, let low { return low }
    return .range(RangeValue(low: low, high: high, trail: trail))
  }

  /// The earliest or latest of ends, of which `nil` is the unbounded: it wins on the side that is
  /// asked for, and says nothing on the other, where a bounded one is enough.
  private static func outermost(
    _ ends: [Value?], _ wantsLatest: Bool, unboundedWins: Bool
  ) -> Value? {
    var best: Value?
    for end in ends {
      guard let end else {
        if unboundedWins { return nil }
        continue
      }
      guard let known = best else {
        best = end
        continue
      }
      if Ordering.exact(end, known) == (wantsLatest ? .above : .below) { best = end }
    }
    return best
  }

  private static func periods() -> [Function] {
    Period.Unit.allCases.map { unit in
      Function(
        [
          Signature(name: unit.rawValue, isMember: false, parameters: [.int], result: .period)
        ], meaning: "A period of \(unit.rawValue).",
        body: .unary { value in
          guard case .int(let number) = value else { return .noOverload(unit.rawValue, value) }
          guard let count = Int32(exactly: number) else {
            return .fault("overflow", "period out of range")
          }
          return .period(Period(count: count, unit: unit))
        })
    }
  }

  private static func intervals() -> [Function] {
    [
      Function(
        [
          Signature("between(date, date) -> interval"),
          Signature("between(timestamp, timestamp) -> interval"),
        ], acceptsNull: true, acceptsRanges: true,
        meaning: "A time between two ends; no start: empty; no end: still running.",
        body: .binary { .interval(IntervalValue(start: $0, end: $1)) }),
      Function(
        [Signature("days_outside(interval, list(interval)) -> int")],
        meaning: "The days of an interval after its first, less those of the list counted alike.",
        body: .binary(Intervals.daysOutside)),
      Function(
        [Signature("covered(interval, list(interval), duration) -> bool")],
        meaning: "Whether the list covers the interval with no gap longer than the duration.",
        body: .ternary(Intervals.covered)),
      Function(
        [Signature("overlaps(interval, interval) -> bool")],
        meaning: "Whether two intervals share more than an end.",
        body: .binary(Intervals.overlaps)),
    ]
  }

  private static func sums() -> [Function] {
    [
      Function(
        [
          Signature("sum(list(money)) -> money"), Signature("sum(list(decimal)) -> decimal"),
          Signature("sum(list(int)) -> int"),
        ], meaning: "The sum of a list; 0 where it is empty. An element not on file is absent.",
        specialized: { types, _ in
          guard case .list(let element) = types[0] else { return nil }
          return switch element.unwrapped {
          case .money: .unary { sum($0, of: .money(.zero)) }
          case .decimal: .unary { sum($0, of: .decimal(.zero)) }
          default: nil
          }
        }, body: .unary { sum($0, of: .int(0)) })
    ]
  }

  private static func sum(_ value: Value, of zero: Value) -> Value {
    guard case .list(let list) = value else { return .noOverload("sum", value) }
    var total = zero
    var state: Value?
    let days = DayArithmetic(calendar: nil)
    for element in list.elements {
      if let lost = element.strictState(acceptsNull: false, acceptsRanges: false) {
        state = Value.strictMerge(state, lost)
      } else {
        total = Operators.add(total, element, days)
        if total.isState { return total }
      }
    }
    return state ?? total
  }

  private static func amounts() -> [Function] {
    [
      Function(
        [
          Signature("money(string) -> money"), Signature("money(int) -> money"),
          Signature("money(decimal) -> money"), Signature("money(money) -> money"),
        ],
        meaning: "An exact sum in yuan.",
        body: .unary { exact($0, "money").map { .money($0) } ?? invalidNumber($0) }),
      Function(
        [
          Signature("decimal(string) -> decimal"), Signature("decimal(int) -> decimal"),
          Signature("decimal(decimal) -> decimal"),
        ],
        meaning: "An exact decimal number.",
        body: .unary { exact($0, "decimal").map { .decimal($0) } ?? invalidNumber($0) }),
      Function(
        [Signature("reaches(money, A) -> bool")],
        meaning: "Whether a sum reaches a threshold `{ amount, inclusive }`.",
        body: .binary(reaches)),
      Function(
        [Signature("same_amount(string, money) -> bool")],
        meaning: "Whether a sum in capital characters is the sum; false when it cannot be read.",
        body: .binary { text, sum in
          guard case .string(let words) = text, case .money(let amount) = sum else {
            return .noOverload("same_amount", text, sum)
          }
          return .bool(CapitalAmount.read(words) == amount)
        }),
    ]
  }

  private static func exact(_ value: Value, _ name: String) -> ExactDecimal? {
    switch value {
    case .string(let text): ExactDecimal(text)
    case .int(let number): ExactDecimal(number)
    case .decimal(let number), .money(let number): number
    default: nil
    }
  }

  private static func invalidNumber(_ value: Value) -> Value {
    .fault("invalid-argument", "\(ValueText.debug(value)) is no exact number")
  }

  private static func reaches(_ sum: Value, _ threshold: Value) -> Value {
    guard case .money = sum else { return .noOverload("reaches", sum, threshold) }
    let amount = Selection.field("amount", of: threshold)
    let inclusive = Selection.field("inclusive", of: threshold)
    if let state = Value.strictMerge(
      amount.strictState(acceptsNull: false, acceptsRanges: false),
      inclusive.strictState(acceptsNull: false, acceptsRanges: false))
    {
      return state
    }
    guard case .bool(let isInclusive) = inclusive else {
      return .fault("invalid-argument", "a threshold says whether it is inclusive")
    }
    return Ordering.compare(sum, amount, isInclusive ? .greaterEquals : .greater)
  }
}
