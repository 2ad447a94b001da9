import CEL
import Findings
import RuleCompiler
import SourceText
import WorkCalendar

/// The values of a parameter that a rule reads, each a little more or less: the boundaries that the
/// rule leaves to its parameters.
///
/// All values of the parameter change alike: whether each place and sector has the right one is not a
/// question to one rule.
struct ParameterMutants {
  struct Change {
    var family: MutationFamily
    var words: String
    var parameter: ParameterSource
  }

  static func changes(of parameter: ParameterSource) -> [Change] {
    alternatives.compactMap { family, words, change in
      var changed = parameter
      for index in changed.entries.indices {
        changed.entries[index].value = each(changed.entries[index].value, change)
      }
      let isChanged = zip(changed.entries, parameter.entries).contains { $0.value != $1.value }
      return isChanged ? Change(family: family, words: words, parameter: changed) : nil
    }
  }

  private typealias Alternative = @Sendable (ParameterValue) -> ParameterValue?

  private static let alternatives: [(MutationFamily, String, Alternative)] = [
    (.period, "one less", { period($0, by: -1) }),
    (.period, "one more", { period($0, by: 1) }),
    (.unit, "`workdays` for `days` and back", unit),
    (.number, "one less", { number($0, by: -1) }),
    (.number, "one more", { number($0, by: 1) }),
    (.amount, "0.01 less", { amount($0, by: "-0.01") }),
    (.amount, "0.01 more", { amount($0, by: "0.01") }),
    (.truth, "`true` for `false` and back", truth),
  ]

  /// The value changed, or the fields of a record in it.
  private static func each(_ value: ParameterValue, _ change: Alternative) -> ParameterValue {
    if case .record(let fields) = value { return .record(fields.map { each($0, change) }) }
    return change(value) ?? value
  }

  private static func period(_ value: ParameterValue, by step: Int32) -> ParameterValue? {
    guard case .period(let period) = value, period.count + step >= 0 else { return nil }
    return .period(Period(count: period.count + step, unit: period.unit))
  }

  private static func unit(_ value: ParameterValue) -> ParameterValue? {
    guard case .period(let period) = value else { return nil }
    switch period.unit {
    case .workdays: return .period(Period(count: period.count, unit: .days))
    case .days: return .period(Period(count: period.count, unit: .workdays))
    default: return nil
    }
  }

  private static func number(_ value: ParameterValue, by step: Int64) -> ParameterValue? {
    guard case .integer(let number) = value else { return nil }
    return .integer(number + step)
  }

  private static func amount(_ value: ParameterValue, by step: String) -> ParameterValue? {
    guard let step = ExactDecimal(step) else { return nil }
    switch value {
    case .money(let amount): return amount.adding(step).map { .money($0) }
    case .decimal(let amount): return amount.adding(step).map { .decimal($0) }
    default: return nil
    }
  }

  private static func truth(_ value: ParameterValue) -> ParameterValue? {
    guard case .boolean(let flag) = value else { return nil }
    return .boolean(!flag)
  }
}
