/// A legal term that runs from an event, may be stopped, and may be extended.
///
/// The day of the event is not counted. The days of all stops together, as far as the period
/// reaches them, are not counted either; the unrolled due day is the last of the counted days, and
/// a due day that is a day off rolls on to the next working day.
///
/// Only clocks of days, working days, months and years are run here. Hours run from minute to
/// minute, without rolling: the caller adds `Period.seconds` to the moment.
package struct DeadlineClock: Hashable, Sendable {
  /// A time in which the term does not run.
  package struct Stop: Hashable, Sendable {
    /// Which of its first and last day are left out of the count; the days between always are.
    package enum Ends: String, Hashable, Sendable, CaseIterable { case last, both, neither }

    package var first: CivilDate
    /// `nil` where it still runs, or nobody knows its end: its effect on the due day has no upper
    /// bound. A last day before the first leaves out nothing.
    package var last: CivilDate?
    package var leavesOut: Ends

    package init(first: CivilDate, last: CivilDate?, leavesOut: Ends = .last) {
      self.first = first
      self.last = last
      self.leavesOut = leavesOut
    }
  }

  /// More time that somebody approved.
  package struct Extension: Hashable, Sendable {
    package enum Length: Hashable, Sendable {
      /// Runs on from the last day before rolling.
      case by(Period)
      /// Sets the due day, which days of stops after the approval put off.
      case until(CivilDate)
    }

    package enum Approval: Hashable, Sendable {
      /// Counts only if this is not after the due day as it then stood, rolled.
      case on(CivilDate)
      /// Nobody recorded whether or when: `Term.due` is the shortest that it may be, `Term.latest`
      /// the longest. One that was never approved is left out by the caller.
      case unknown
    }

    package var length: Length
    package var approval: Approval

    package init(_ length: Length, approval: Approval) {
      self.length = length
      self.approval = approval
    }
  }

  /// The day of the event.
  package var start: CivilDate
  /// Not of hours, not negative; of no days at all it ends on `start`.
  package var period: Period
  package var stops: [Stop]
  package var extensions: [Extension]
  /// False where the term ends on its day whatever day that is.
  package var rolls: Bool

  package init(
    start: CivilDate, period: Period, stops: [Stop] = [], extensions: [Extension] = [],
    rolls: Bool = true
  ) {
    self.start = start
    self.period = period
    self.stops = stops
    self.extensions = extensions
    self.rolls = rolls
  }
}

/// What a clock comes to.
package struct Term: Hashable, Sendable {
  /// The last day of a term, as counted and as it binds.
  package struct End: Hashable, Comparable, Sendable {
    /// Before rolling; an extension runs on from here.
    package var unrolled: CivilDate
    /// The last day in time.
    package var rolled: CivilDate

    /// By the last day in time, then by the day before rolling.
    package static func < (a: Self, b: Self) -> Bool {
      (a.rolled, a.unrolled) < (b.rolled, b.unrolled)
    }
  }

  /// One step of the computation: the period itself, then each extension in the order it counted.
  package struct Stage: Hashable, Sendable {
    package enum Cause: Hashable, Sendable {
      case period(Period)
      /// The extension's place in the clock, from 0.
      case extended(Int, by: Period)
      /// `start` of the stage is the day that was set; what follows are the days of stops.
      case set(Int, until: CivilDate)
      /// Approved after the due day as it then stood: `end` is that of the stage before.
      case refused(Int)
    }

    package var cause: Cause
    /// The day before the first that is counted.
    package var start: CivilDate
    /// How many days were counted from there to `end.unrolled`: working days in a term of working
    /// days, calendar days in any other.
    package var count: Int
    package var end: End
  }

  /// Before extensions.
  package var base: End
  /// With everything that counted; where an approval or the end of a stop is unknown, the shortest
  /// that the term may be. Whatever is in time by it is in time, come what may.
  package var shortest: End
  /// The longest that the term may be; `nil` where a stop without an end reaches into it, which can
  /// only lengthen it.
  package var longest: End?
  /// How `shortest` came about.
  package var stages: [Stage]

  /// The last day in time: the rolled end of the shortest term.
  package var due: CivilDate { shortest.rolled }
  /// The latest day that may turn out to be in time; `nil` is open ended.
  package var latest: CivilDate? { longest?.rolled }
  /// True where a stop without an end reaches into the term.
  package var isOpenEnded: Bool { longest == nil }
  /// True where there is only one due day.
  package var isDecided: Bool { longest == shortest }
}
