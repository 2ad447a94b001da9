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
