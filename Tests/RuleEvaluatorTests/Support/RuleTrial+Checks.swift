import Findings
import RuleEvaluator

extension RuleTrial {
  /// A rule of one check: a condition, with what else the check says.
  init(that: String, _ keys: String = "", record: String = "{}") {
    let rest = keys.isEmpty ? "" : "    \(keys)\n"
    self.init(rule: "require:\n  - that: |-\n      \(that)\n\(rest)", record: record)
  }

  /// What a condition comes to, in the letters of semantics §2: `T`, `F`, `A`, `U` or `fault`.
  ///
  /// The check says `absent: not-applicable`, so that each of them has an outcome of its own; `==`,
  /// `!=` and `in` on a fact that is not on file then count as absent.
  static func state(_ that: String, record: String) -> String {
    let outcome = RuleTrial(that: that, "absent: not-applicable", record: record).outcome
    return switch outcome {
    case "satisfied": "T"
    case "violated": "F"
    case "not-applicable": "A"
    case "undetermined": "U"
    case "error": "fault"
    default: outcome
    }
  }

  /// The facts that made the outcome.
  var missing: [String] { (try? result().missing) ?? ["refused"] }

  /// `check element outcome` of each finding; `-` for a check without id.
  var findings: [String] {
    do {
      return try result().findings.map { finding in
        ([finding.check ?? "-"] + finding.elements + [finding.outcome.rawValue])
          .joined(separator: " ")
      }
    } catch {
      return ["\(error)"]
    }
  }
}
