package import WorkCalendar

/// What is known of one key of a parameter for one record.
package enum ParameterKeyState: Hashable, Sendable {
  case known(String)
  /// Not on file: only values that do not depend on the key fit.
  case absent
  /// Nobody recorded it; the path of the fact.
  case unrecorded(String)
}

/// What is known of a rule's basis date.
package enum ParameterDate: Hashable, Sendable {
  case known(CivilDate)
  /// Some day between the two, both included; `nil` is unbounded. The paths of the imprecise or
  /// unrecorded facts.
  case between(CivilDate?, CivilDate?, paths: [String])
  /// The rule has no basis date: only values without dates fit.
  case none
}

/// What a parameter is resolved for.
package struct ParameterKeys: Hashable, Sendable {
  package var law: ParameterKeyState
  package var region: ParameterKeyState
  package var sector: ParameterKeyState
  package var party: ParameterKeyState
  package var date: ParameterDate

  package init(
    law: ParameterKeyState = .absent, region: ParameterKeyState, sector: ParameterKeyState,
    party: ParameterKeyState, date: ParameterDate
  ) {
    self.law = law
    self.region = region
    self.sector = sector
    self.party = party
    self.date = date
  }
}

/// What a parameter comes to for one record.
package enum ParameterResolution: Hashable, Sendable {
  /// The number of the entry that holds.
  case value(Int)
  /// The law sets none, as this entry says; reads as null.
  case lawSetsNone(Int)
  /// There is no entry for this record: unknown, and names the parameter.
  case nothingKnown
  /// It depends on facts that nobody recorded, by path.
  case unknown([String])
}
