import CEL
import Findings
import RuleCompiler
import WorkCalendar

/// Works out a deadline for the record in a frame (semantics §5).
struct DeadlineEvaluation {
  let deadline: CompiledDeadline
  let calendar: OfficeCalendar
  let asOf: CivilDate

  /// A fact of the deadline itself (`from`, its length) that is not on file; the check says what
  /// that means.
  enum Result {
    case decided(DeadlineResult)
    case absent([String])
  }

  func evaluate(_ frame: inout Frame) -> Result {
    let from = deadline.from.evaluate(&frame)
    let period = deadline.period.evaluate(&frame)
    for value in [from, period] {
      switch value {
      case .fault(let fault): return .decided(.fault(fault))
      default: break
      }
    }
    var absent: [String] = []
    for value in [from, period] {
      switch value {
      case .absent(let trail): absent += trail.paths
      case .absentFact(let fact): absent.append(fact.path)
      case .null: return .absent(absent)
      default: break
      }
    }
    if !absent.isEmpty { return .absent(absent) }
    var unknown: [String] = []
    for value in [from, period] {
      if case .unknown(let trail) = value { unknown += trail.paths }
    }
    if !unknown.isEmpty { return .decided(.undetermined(unknown)) }
    guard case .period(let length) = period else {
      return .decided(.fault(Fault(code: "no-such-overload", detail: "a period is needed")))
    }
    let act = deadline.act.evaluate(&frame)
    if case .fault(let fault) = act { return .decided(.fault(fault)) }
    var result =
      length.unit == .hours
      ? evaluateHours(from, length, act) : evaluateDays(from, length, act, &frame)
    result.act = act
    return .decided(result)
  }

  // MARK: Hours

  private func evaluateHours(_ from: Value, _ length: Period, _ act: Value) -> DeadlineResult {
    guard let start = TimeBounds(from) else {
      return .fault(Fault(code: "no-such-overload", detail: "hours run from a time"))
    }
    let hours = Duration(seconds: Int64(length.count) * 3600, nanoseconds: 0)
    let due = (start.earliest?.adding(hours), start.latest?.adding(hours))
    var result = DeadlineResult(outcome: .undetermined)
    result.due = due.0?.shanghaiDate
    result.dueLatest = due.1?.shanghaiDate
    (result.base, result.baseLatest) = (result.due, result.dueLatest)
    result.uncertain = start.trail
    if due.0 == due.1 { result.dueAt = due.0 }
    switch act {
    case .unknown(let trail): result.missing = trail.paths
    case let act where act.isNullLike: judgeAbsentAct(&result, canLengthen: false, start.trail)
    case .absent: judgeAbsentAct(&result, canLengthen: false, start.trail)
    default:
      guard let time = TimeBounds(act) else {
        return .fault(Fault(code: "no-such-overload", detail: "an act has a date"))
      }
      let missing = start.trail + time.trail
      if deadline.isWait {
        let early = deadline.source.lastDayCounts
        judge(
          &result, inTime: early ? due.1 <= time.earliest : isAfter(time.earliest, due.1),
          late: early ? isAfter(due.0, time.latest) : time.latest <= due.0, missing: missing)
        break
      }
      judge(
        &result, inTime: time.latest <= due.0, late: isAfter(time.earliest, due.1),
        missing: missing)
      if result.outcome == .violated, let late = time.earliest, let end = due.1 {
        result.daysLate = end.shanghaiDate.days(through: late.shanghaiDate)
        if result.dueAt != nil, late == time.latest {
          result.minutesLate = Int((late.seconds - end.seconds + 59) / 60)
        }
      }
    }
    return result
  }

  // MARK: Days

  private func evaluateDays(
    _ from: Value, _ length: Period, _ act: Value, _ frame: inout Frame
  ) -> DeadlineResult {
    guard let start = DateBounds(from) else {
      return .fault(Fault(code: "no-such-overload", detail: "a period runs from a date"))
    }
    var lengthening = Lengthening()
    collectStops(&frame, &lengthening)
    collectExtensions(&frame, &lengthening)
    if let fault = lengthening.fault { return .fault(fault) }

    var result = DeadlineResult(outcome: .undetermined)
    var isOpenEnded = lengthening.isUncertain
    do {
      for day in Self.days(toTry: start, length, lengthening) {
        let clock = self.clock(from: day, length, lengthening)
        let term = try clock.run(on: calendar)
        if result.term == nil { (result.clock, result.term) = (clock, term) }
        let base = term.base.rolled
        result.due = min(result.due ?? term.due, term.due)
        result.dueLatest = term.latest.map { max(result.dueLatest ?? $0, $0) }
        result.base = min(result.base ?? base, base)
        result.baseLatest = max(result.baseLatest ?? base, base)
        if term.isOpenEnded { isOpenEnded = true }
      }
    } catch {
      var failed = DeadlineResult.of(error)
      failed.missing += start.trail
      failed.uncertain = failed.missing
      return failed
    }
    if start.earliest == nil { (result.due, result.base) = (nil, nil) }
    if isOpenEnded || start.latest == nil { (result.dueLatest, result.baseLatest) = (nil, nil) }
    result.uncertain = unique(start.trail + lengthening.missing)
    let missing = start.trail + lengthening.missing
    switch act {
    case .unknown(let trail): result.missing = trail.paths
    case let act where act.isNullLike:
      judgeAbsentAct(
        &result, canLengthen: isOpenEnded && lengthening.missing.isEmpty, missing)
    case .absent:
      judgeAbsentAct(
        &result, canLengthen: isOpenEnded && lengthening.missing.isEmpty, missing)
    default:
      guard let day = DateBounds(act) else {
        return .fault(Fault(code: "no-such-overload", detail: "an act has a date"))
      }
      judgeDay(&result, day, missing: missing + day.trail)
    }
    return result
  }

  /// The days from which the term is run, to find the earliest and the latest day that it may end on.
  ///
  /// A later start ends a term no earlier, but for months and years with stops: they have as many
  /// days as they would have without them, so the end of January gives fewer than the day before.
  private static func days(
    toTry start: DateBounds, _ length: Period, _ lengthening: Lengthening
  ) -> [CivilDate] {
    let ends = [start.earliest, start.latest].compactMap(\.self)
    guard ends.count == 2, ends[0] < ends[1] else { return Array(ends.prefix(1)) }
    let isPlain = length.unit == .days || length.unit == .workdays || lengthening.stops.isEmpty
    guard !isPlain, ends[0].days(through: ends[1]) <= 366 else { return ends }
    return (ends[0].dayNumber...ends[1].dayNumber).map { CivilDate(dayNumber: $0) }
  }

  private func clock(
    from start: CivilDate, _ length: Period, _ lengthening: Lengthening
  ) -> DeadlineClock {
    DeadlineClock(
      start: start, period: length, stops: lengthening.stops,
      extensions: lengthening.extensions, rolls: deadline.source.roll)
  }

  private func judgeDay(_ result: inout DeadlineResult, _ day: DateBounds, missing: [String]) {
    if deadline.isWait {
      let early = deadline.source.lastDayCounts
      let waited =
        early
        ? isAtLeast(day.earliest, result.dueLatest) : isAfter(day.earliest, result.dueLatest)
      let tooEarly =
        early ? isAfter(result.due, day.latest) : isAtLeast(result.due, day.latest)
      judge(&result, inTime: waited, late: tooEarly, missing: missing)
      return
    }
    judge(
      &result, inTime: isAtLeast(result.due, day.latest),
      late: isAfter(day.earliest, result.dueLatest), missing: missing)
    if result.outcome == .violated, let end = result.dueLatest, let late = day.earliest {
      result.daysLate = end.days(through: late)
    }
  }

  private func judge(
    _ result: inout DeadlineResult, inTime: Bool, late: Bool, missing: [String]
  ) {
    if inTime {
      result.outcome = .satisfied
    } else if late {
      result.outcome = .violated
    } else {
      result.outcome = .undetermined
      result.missing = unique(missing)
    }
  }

  /// - Parameter canLengthen: True where a stop is still running, so that the term cannot have ended.
  private func judgeAbsentAct(
    _ result: inout DeadlineResult, canLengthen: Bool, _ missing: [String]
  ) {
    if deadline.isWait {
      result.outcome = .notApplicable
    } else if isAtLeast(result.due, asOf) {
      result.outcome = .pending
    } else if isAfter(asOf, result.dueLatest) {
      result.outcome = .violated
      if let end = result.dueLatest { result.daysLate = end.days(through: asOf) }
    } else if canLengthen {
      result.outcome = .pending
    } else {
      result.outcome = .undetermined
      result.missing = unique(missing)
    }
  }

  private func unique(_ paths: [String]) -> [String] {
    var seen: Set<String> = []
    return paths.filter { seen.insert($0).inserted }
  }

  private func isAfter<T: Comparable>(_ a: T?, _ b: T?) -> Bool {
    guard let a, let b else { return false }
    return a > b
  }

  private func isAtLeast<T: Comparable>(_ a: T?, _ b: T?) -> Bool {
    guard let a, let b else { return false }
    return a >= b
  }
}

/// `nil` is unbounded: nothing is sure of it.
private func <= (a: Timestamp?, b: Timestamp?) -> Bool {
  guard let a, let b else { return false }
  return !(b < a)
}
