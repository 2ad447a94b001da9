/// A length of time as the law says it: a number of days of one kind, months, years or hours.
package struct Period: Hashable, Sendable {
  package enum Unit: String, Hashable, Sendable, CaseIterable {
    case workdays, days, months, years, hours
  }

  package var count: Int32
  package var unit: Unit

  package init(count: Int32, unit: Unit) {
    self.count = count
    self.unit = unit
  }
}

extension Period: CustomStringConvertible {
  /// As a rule writes it: `workdays(7)`.
  package var description: String { "\(unit.rawValue)(\(count))" }
}

extension Period {
  /// True for the periods whose end rolls to a working day: days, months and years, which are
  /// counted by the calendar and may end on a day off.
  package var isCalendarPeriod: Bool {
    switch unit {
    case .days, .months, .years: true
    case .workdays, .hours: false
    }
  }

  /// Tells whether this period is shorter than another.
  ///
  /// - Returns: `nil` where the units differ: nobody can say whether 30 days are a month, nor do
  ///   twelve months compare with a year.
  package func isShorter(than other: Period) -> Bool? {
    unit == other.unit ? count < other.count : nil
  }

  /// The length in seconds of a period of hours, for the caller to add to a point in time; hours
  /// run from minute to minute through days off and do not roll. `nil` for the other units.
  package var seconds: Int64? {
    unit == .hours ? Int64(count) * 3600 : nil
  }
}
