import RuleCompiler
import SourceText

/// Where a check stands: among the rule's own, or among those of a version.
struct CheckAddress: Hashable {
  var version: Int?
  var number: Int
}

extension RuleSource {
  /// Every check of the rule and of its versions, with stable words for it.
  var addressedChecks: [(address: CheckAddress, check: CheckSource, label: String)] {
    let own = checks.enumerated().map { number, check in
      (CheckAddress(version: nil, number: number), check, ExpressionVisitor.prefix(of: check))
    }
    let versioned = versions.enumerated().flatMap { index, version in
      (version.checks ?? []).enumerated().map { number, check in
        (
          CheckAddress(version: index, number: number), check,
          ExpressionVisitor.prefix(of: version) + ExpressionVisitor.prefix(of: check)
        )
      }
    }
    return own + versioned
  }

  /// The checks that stand beside one, itself among them.
  func checks(beside address: CheckAddress) -> [CheckSource] {
    address.version.map { versions[$0].checks ?? [] } ?? checks
  }

  /// The rule with a check changed.
  func changing(_ address: CheckAddress, _ change: (inout CheckSource) -> Void) -> RuleSource {
    var rule = self
    if let version = address.version {
      if var checks = rule.versions[version].checks {
        change(&checks[address.number])
        rule.versions[version].checks = checks
      }
    } else {
      change(&rule.checks[address.number])
    }
    return rule
  }

  func removing(_ address: CheckAddress) -> RuleSource {
    var rule = self
    if let version = address.version {
      rule.versions[version].checks?.remove(at: address.number)
    } else {
      rule.checks.remove(at: address.number)
    }
    return rule
  }
}
