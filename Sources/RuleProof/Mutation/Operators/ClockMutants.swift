import Findings
import RuleCompiler
import SourceText
import YAML

/// A stop or an extension of a deadline dropped, a condition of one, or a key that says how days are
/// counted.
struct ClockMutants {
  let rule: RuleSource
  let document: RuleDocument

  func mutants() -> [MutantDraft] {
    rule.addressedChecks.flatMap { address, check, label -> [MutantDraft] in
      guard let deadline = check.deadline else { return [] }
      let place = "\(label)deadline"
      return stops(of: deadline, address, place) + extensions(of: deadline, address, place)
        + keys(of: deadline, address, place)
    }
  }

  private func changed(
    _ address: CheckAddress, _ change: (inout DeadlineSource) -> Void
  ) -> RuleSource {
    rule.changing(address) { check in
      guard var deadline = check.deadline else { return }
      change(&deadline)
      check.deadline = deadline
    }
  }

  private func stops(
    of deadline: DeadlineSource, _ address: CheckAddress, _ place: String
  ) -> [MutantDraft] {
    deadline.excluding.enumerated().flatMap { number, stop -> [MutantDraft] in
      let label = "\(place).excluding \(number + 1)"
      var drafts = [
        MutantDraft(
          .clock, label, "drop the stop", stop.range, "",
          changed(address) { $0.excluding.remove(at: number) })
      ]
      if let when = stop.when {
        drafts.append(
          MutantDraft(
            .condition, "\(label): when", "always true", when.range, "true",
            changed(address) { $0.excluding[number].when = nil }))
      }
      if let condition = stop.whereCondition {
        drafts.append(
          MutantDraft(
            .condition, "\(label): where", "always true", condition.range, "true",
            changed(address) { $0.excluding[number].whereCondition = nil }))
      }
      if stop.count != .last, let node = document.value(of: "count", inMappingAt: stop.range) {
        drafts.append(
          MutantDraft(
            .clock, "\(label): count", "`\(stop.count.rawValue)` → `last`", node.range, "last",
            changed(address) { $0.excluding[number].count = .last }))
      }
      return drafts
    }
  }

  private func extensions(
    of deadline: DeadlineSource, _ address: CheckAddress, _ place: String
  ) -> [MutantDraft] {
    deadline.extendedBy.enumerated().flatMap { number, more -> [MutantDraft] in
      let label = "\(place).extended_by \(number + 1)"
      var drafts = [
        MutantDraft(
          .clock, label, "drop the extension", more.range, "",
          changed(address) { $0.extendedBy.remove(at: number) })
      ]
      if let condition = more.whereCondition {
        drafts.append(
          MutantDraft(
            .condition, "\(label): where", "always true", condition.range, "true",
            changed(address) { $0.extendedBy[number].whereCondition = nil }))
      }
      return drafts
    }
  }

  /// `roll` and `last_day_counts`, where they are written.
  private func keys(
    of deadline: DeadlineSource, _ address: CheckAddress, _ place: String
  ) -> [MutantDraft] {
    var drafts: [MutantDraft] = []
    if let node = document.value(of: "roll", inMappingAt: deadline.range) {
      drafts.append(
        MutantDraft(
          .clock, "\(place).roll", "`\(deadline.roll)` → `\(!deadline.roll)`", node.range,
          "\(!deadline.roll)", changed(address) { $0.roll.toggle() }))
    }
    if let node = document.value(of: "last_day_counts", inMappingAt: deadline.range) {
      let flag = deadline.lastDayCounts
      drafts.append(
        MutantDraft(
          .clock, "\(place).last_day_counts", "`\(flag)` → `\(!flag)`", node.range, "\(!flag)",
          changed(address) { $0.lastDayCounts.toggle() }))
    }
    return drafts
  }
}
