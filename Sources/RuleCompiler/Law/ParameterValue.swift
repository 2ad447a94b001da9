package import CEL
package import WorkCalendar

/// A value of a parameter, typed.
package indirect enum ParameterValue: Hashable, Sendable {
  /// The law sets none.
  case null
  case text(String)
  case boolean(Bool)
  case integer(Int64)
  case decimal(ExactDecimal)
  case money(ExactDecimal)
  case date(CivilDate)
  case period(Period)
  case list([ParameterValue])
  /// One value for each field of the type, in its order; `.null` where a field is left out.
  case record([ParameterValue])
}
