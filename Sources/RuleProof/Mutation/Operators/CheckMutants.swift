import Findings
import RuleCompiler
import SourceText
import YAML

/// Changes to a check as a whole: a condition of it dropped, itself dropped, another kind, another
/// meaning of an absent fact.
struct CheckMutants {
  let rule: RuleSource
  let document: RuleDocument

  func mutants() -> [MutantDraft] {
    var drafts: [MutantDraft] = []
    if let applies = rule.applies {
      var changed = rule
      changed.applies = nil
      drafts.append(always(applies, "applies", changed))
    }
    for (index, version) in rule.versions.enumerated() {
      guard let applies = version.applies else { continue }
      var changed = rule
      // Without its own the version would have the rule's.
      changed.versions[index].applies = ExpressionSource(text: "true", node: applies.node)
      drafts.append(always(applies, ExpressionVisitor.prefix(of: version) + "applies", changed))
    }
    for (address, check, label) in rule.addressedChecks {
      drafts += conditions(of: check, address, label)
      drafts += absence(of: check, address, label)
      if rule.checks(beside: address).count > 1 {
        drafts += kind(of: check, address, label)
        drafts.append(
          MutantDraft(
            .check, label.dropLastColon, "drop the check", check.range, "", rule.removing(address)))
      }
    }
    return drafts
  }

  private func always(
    _ condition: ExpressionSource, _ place: String, _ changed: RuleSource
  ) -> MutantDraft {
    MutantDraft(.condition, place, "always true", condition.range, "true", changed)
  }

  private func conditions(
    of check: CheckSource, _ address: CheckAddress, _ label: String
  ) -> [MutantDraft] {
    var drafts: [MutantDraft] = []
    if let when = check.when {
      drafts.append(always(when, label + "when", rule.changing(address) { $0.when = nil }))
    }
    if let condition = check.whereCondition {
      drafts.append(
        always(condition, label + "where", rule.changing(address) { $0.whereCondition = nil }))
    }
    return drafts
  }

  private func absence(
    of check: CheckSource, _ address: CheckAddress, _ label: String
  ) -> [MutantDraft] {
    guard let absent = check.absent,
      let node = document.value(of: "absent", inMappingAt: check.range)
    else { return [] }
    let other: AbsentMeaning = absent == .undetermined ? .violated : .undetermined
    return [
      MutantDraft(
        .absent, label + "absent", "`\(absent.rawValue)` → `\(other.rawValue)`", node.range,
        other.rawValue, rule.changing(address) { $0.absent = other }),
      MutantDraft(
        .absent, label + "absent", "drop `absent: \(absent.rawValue)`", node.range, "",
        rule.changing(address) { $0.absent = nil }),
    ]
  }

  /// Signals count towards the outcome only where there is nothing else, so that an example can see
  /// the kind of a check only beside another.
  private func kind(
    of check: CheckSource, _ address: CheckAddress, _ label: String
  ) -> [MutantDraft] {
    let old = check.kind ?? rule.kind
    guard old != .indicator else { return [] }
    let new: RuleKind = old == .violation ? .signal : .violation
    let range: ByteRange
    let replacement: String
    if let node = document.value(of: "kind", inMappingAt: check.range) {
      (range, replacement) = (node.range, new.rawValue)
    } else if let id = check.id {
      (range, replacement) = (
        ByteRange(start: id.range.end, end: id.range.end), ", kind: \(new.rawValue)"
      )
    } else {
      return []
    }
    return [
      MutantDraft(
        .kind, label + "kind", "`\(old.rawValue)` → `\(new.rawValue)`", range, replacement,
        rule.changing(address) { $0.kind = new })
    ]
  }
}

extension String {
  /// `check waited` for `check waited: `.
  var dropLastColon: String { hasSuffix(": ") ? String(dropLast(2)) : self }
}
