package import WorkCalendar

extension Explanation {
  /// How a deadline was counted.
  package struct Deadline: Hashable, Sendable {
    /// True for `wait:`, where the act must come after the last day.
    package var isWait: Bool
    /// Under `wait`: the act may be on the last day itself.
    package var lastDayCounts: Bool = false
    /// False where the term ends on its day whatever day that is.
    package var rolls: Bool = true
    /// The event, as the rule writes it and its day.
    package var from: Condition
    /// As the rule writes it, such as `workdays(params.publicity_workdays)`.
    package var periodExpression: String
    /// `nil` where it is not known.
    package var period: Period?
    package var stops: [Stop] = []
    /// The period itself, then each extension; empty where the days could not be counted.
    package var stages: [Stage] = []
    /// The last counted day, before it rolls.
    package var dueBeforeRolling: CivilDate?
    /// The last day in time.
    package var due: CivilDate?
    /// The latest that it may be, where it is known as a range; `nil` with `isOpenEnded` is never.
    package var dueLatest: CivilDate?
    /// A stop without an end on file reaches into the term.
    package var isOpenEnded: Bool = false
    /// For a term of hours, the moment, in Asia/Shanghai.
    package var dueAt: String?
    package var act: Condition
    /// Calendar days.
    package var daysLate: Int?
    /// For a term of hours whose act has a time.
    package var minutesLate: Int?

    package init(isWait: Bool, from: Condition, periodExpression: String, act: Condition) {
      self.isWait = isWait
      self.from = from
      self.periodExpression = periodExpression
      self.act = act
    }
  }

  /// A time in which the term did not run.
  package struct Stop: Hashable, Sendable {
    /// As the rule writes its start.
    package var expression: String
    package var first: CivilDate
    /// `nil` where it has no end on file.
    package var last: CivilDate?
    package var leavesOut: DeadlineClock.Stop.Ends

    package init(
      expression: String, first: CivilDate, last: CivilDate?,
      leavesOut: DeadlineClock.Stop.Ends = .last
    ) {
      self.expression = expression
      self.first = first
      self.last = last
      self.leavesOut = leavesOut
    }
  }

  /// One step of the count: the period, or an extension.
  package struct Stage: Hashable, Sendable {
    package enum Cause: Hashable, Sendable {
      case period(Period)
      case extended(by: Period)
      case extendedUntil(CivilDate)
      /// Approved after the due day as it then stood.
      case refused
    }

    package var cause: Cause
    /// Of an extension; `nil` where it is not recorded.
    package var approvedOn: CivilDate?
    /// The day before the first that is counted.
    package var start: CivilDate
    /// How many days were counted.
    package var count: Int
    /// The last counted day, and the same rolled to a working day.
    package var unrolledEnd: CivilDate
    package var end: CivilDate
    /// Every day from the day after `start` through `end`, alike days together.
    package var spans: [DaySpan]

    package init(
      cause: Cause, approvedOn: CivilDate? = nil, start: CivilDate, count: Int,
      unrolledEnd: CivilDate, end: CivilDate, spans: [DaySpan]
    ) {
      self.cause = cause
      self.approvedOn = approvedOn
      self.start = start
      self.count = count
      self.unrolledEnd = unrolledEnd
      self.end = end
      self.spans = spans
    }

    /// - Parameter approvals: Of each extension of the clock, by its place.
    package init(_ stage: Term.Stage, spans: [DaySpan], approvals: [CivilDate?] = []) {
      let cause: Cause
      var place: Int?
      switch stage.cause {
      case .period(let period): cause = .period(period)
      case .extended(let number, let period): (cause, place) = (.extended(by: period), number)
      case .set(let number, let day): (cause, place) = (.extendedUntil(day), number)
      case .refused(let number): (cause, place) = (.refused, number)
      }
      self.init(
        cause: cause,
        approvedOn: place.flatMap { approvals.indices.contains($0) ? approvals[$0] : nil },
        start: stage.start, count: stage.count, unrolledEnd: stage.end.unrolled,
        end: stage.end.rolled, spans: spans)
    }
  }
}
