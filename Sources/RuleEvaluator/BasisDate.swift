import CEL
import RuleCompiler
import WorkCalendar

/// The date that chooses the text of a law (semantics §6).
enum BasisDate {
  /// The rule is in force on every day.
  case always
  /// `isUnrecorded` where nobody recorded it: it may be any day.
  case days(DateBounds, value: Value)
  /// None of the dates is on file.
  case none([String])
  case fault(Fault)

  /// Evaluates a list of basis dates: the first that is present counts.
  static func of(_ programs: [Program], _ frame: inout Frame) -> BasisDate {
    if programs.isEmpty { return .always }
    var absent: [String] = []
    for program in programs {
      let value = program.evaluate(&frame)
      switch value {
      case .fault(let fault): return .fault(fault)
      case .unknown(let trail):
        return .days(
          DateBounds(earliest: nil, latest: nil, trail: trail.paths), value: value)
      case .absent(let trail): absent += trail.paths
      case .absentFact(let fact): absent.append(fact.path)
      default:
        if let bounds = DateBounds(value) { return .days(bounds, value: value) }
      }
    }
    return .none(absent)
  }
}

extension CompiledVersion {
  /// True where the version is in force on a day.
  func holds(on day: CivilDate) -> Bool {
    if let from, day < from { return false }
    if let until, until < day { return false }
    return true
  }

  /// True where a day between the bounds may be one that the version is in force on.
  func mayHold(_ bounds: DateBounds) -> Bool {
    if let from, let latest = bounds.latest, latest < from { return false }
    if let until, let earliest = bounds.earliest, until < earliest { return false }
    return true
  }

  /// True where the version is in force on every day between the bounds.
  func surelyHolds(_ bounds: DateBounds) -> Bool {
    if let from {
      guard let earliest = bounds.earliest, from <= earliest else { return false }
    }
    if let until {
      guard let latest = bounds.latest, latest <= until else { return false }
    }
    return true
  }
}
