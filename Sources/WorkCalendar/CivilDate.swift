/// A day of the Gregorian calendar, as papers write it: no time, no zone.
package struct CivilDate: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01, which is 0.
  package let dayNumber: Int32

  package init(dayNumber: Int32) { self.dayNumber = dayNumber }

  package static let epoch = CivilDate(dayNumber: 0)

  package static func < (a: Self, b: Self) -> Bool { a.dayNumber < b.dayNumber }
}
