/// What reviewing one record against one rule, check or element comes to; design.md §4.
package enum Outcome: String, Hashable, Sendable, CaseIterable, Comparable {
  case satisfied
  case violated
  case pending
  case notApplicable = "not-applicable"
  case undetermined
  case error

  /// The order in which results add up: the worst one of its checks is a rule's outcome.
  package var badness: Int {
    switch self {
    case .error: 5
    case .violated: 4
    case .undetermined: 3
    case .pending: 2
    case .satisfied: 1
    case .notApplicable: 0
    }
  }

  /// True where `a` is the milder of the two.
  package static func < (a: Self, b: Self) -> Bool { a.badness < b.badness }
}

package enum RuleSeverity: String, Hashable, Sendable, CaseIterable, Comparable {
  /// 一票否决
  case fatal
  case major
  case minor

  package var weight: Int {
    switch self {
    case .fatal: 2
    case .major: 1
    case .minor: 0
    }
  }

  /// True where `a` weighs less.
  package static func < (a: Self, b: Self) -> Bool { a.weight < b.weight }
}

package enum RuleKind: String, Hashable, Sendable, CaseIterable {
  /// A breach of the law.
  case violation
  /// A reason to look closer; never fails a run.
  case signal
  /// A figure; has no outcome.
  case indicator
}
