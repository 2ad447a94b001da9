/// Why a date could not be worked out.
package enum CalendarError: Error, Hashable, Sendable {
  /// The first day needed of which no published schedule says whether it is open. Never a guess:
  /// the answer is unknown, and what is missing is the schedule of `year`.
  case notCovered(CivilDate)
  /// The result leaves the years 1…9999.
  case outOfRange
  /// Hours were to be counted from a day without a time.
  case hoursNeedTime
  /// A clock was given a negative period, or a negative extension.
  case negativePeriod

  /// The year whose schedule is missing; `nil` for the other errors.
  package var missingYear: Int? {
    if case .notCovered(let day) = self { day.year } else { nil }
  }
}
