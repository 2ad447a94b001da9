import CEL
import Findings
import RuleCompiler
import WorkCalendar

/// What `terms.NAME.due` and `.base` read: the days of a named deadline (semantics §5), a range where
/// a fact is too imprecise to tell them, unknown where one is unrecorded, null where there is no such
/// term for the record.
struct TermValues {
  var due: Value = .null
  var base: Value = .null

  static func unknown(_ paths: [String]) -> TermValues {
    let value = Value.unknown(Trail(paths))
    return TermValues(due: value, base: value)
  }
}

extension RuleEvaluation.Output {
  func term(named name: String) -> TermValues {
    if versions.isEmpty {
      return result.outcome == .undetermined ? .unknown(result.missing) : TermValues()
    }
    let terms = versions.map { $0.term(named: name) }
    guard let first = terms.first else { return TermValues() }
    guard terms.dropFirst().allSatisfy({ $0.isSame(as: first) }) else {
      // Which text holds is not known, and they set different days.
      return .unknown(trail)
    }
    return first
  }
}

extension RuleEvaluation.VersionOutput {
  fileprivate func term(named name: String) -> TermValues {
    for result in checks {
      guard case .deadline(let deadline) = result.check.requirement,
        deadline.source.name?.text == name
      else { continue }
      if let days = result.deadline { return days.values }
      if result.outcome == .undetermined { return .unknown(result.missing) }
    }
    // Where the version as a whole is open, one result stands for all checks.
    if outcome == .undetermined, checks.count <= 1, checks.allSatisfy({ $0.deadline == nil }) {
      return .unknown(missing)
    }
    return TermValues()
  }
}

extension TermValues {
  fileprivate func isSame(as other: TermValues) -> Bool {
    Self.isSame(due, other.due) && Self.isSame(base, other.base)
  }

  private static func isSame(_ a: Value, _ b: Value) -> Bool {
    switch (a, b) {
    case (.null, .null): true
    case (.date(let one), .date(let two)): one == two
    default: false
    }
  }
}

extension DeadlineResult {
  fileprivate var values: TermValues {
    TermValues(
      due: Self.day(due, dueLatest, uncertain), base: Self.day(base, baseLatest, uncertain))
  }

  private static func day(
    _ earliest: CivilDate?, _ latest: CivilDate?, _ trail: [String]
  ) -> Value {
    if let earliest, earliest == latest { return .date(earliest) }
    if earliest == nil, latest == nil { return .unknown(Trail(trail)) }
    return .range(
      RangeValue(
        low: earliest.map { .date($0) }, high: latest.map { .date($0) }, trail: Trail(trail)))
  }
}
