internal import Findings

/// Counts of findings, by group and gravity, over the cases of an audit.
///
/// What is waived is counted apart: somebody has decided that it is no fault to be put right.
struct AuditTally {
  /// Of the findings of one group.
  struct Count {
    var bySeverity: [RuleSeverity: Int] = [:]
    var waived = 0
    /// Not waived, and not known to the baseline.
    var new = 0
    /// Cases with at least one that is not waived.
    var cases = 0

    /// Those that are not waived.
    var total: Int { bySeverity.values.reduce(0, +) }
  }

  private(set) var groups: [FindingGroup: Count] = [:]
  private(set) var read = 0
  private(set) var unreadable = 0

  init(_ cases: [AuditedCase]) {
    for audited in cases {
      if audited.isUnreadable { unreadable += 1 } else { read += 1 }
      add(audited.findings)
    }
  }

  /// Counts the findings of one case.
  private mutating func add(_ findings: [Finding]) {
    var seen: Set<FindingGroup> = []
    for finding in findings {
      guard let group = FindingGroup(finding) else { continue }
      if finding.status.waiver != nil {
        groups[group, default: Count()].waived += 1
        continue
      }
      groups[group, default: Count()].bySeverity[finding.severity, default: 0] += 1
      if finding.status.comparison == .new { groups[group, default: Count()].new += 1 }
      if seen.insert(group).inserted { groups[group, default: Count()].cases += 1 }
    }
  }

  subscript(group: FindingGroup) -> Count { groups[group] ?? Count() }

  /// The average of the totals that the cases are sure of at least, and reach at most.
  static func average(of cases: [AuditedCase]) -> PointRange? {
    let totals = cases.compactMap { $0.score?.total }
    guard !totals.isEmpty else { return nil }
    return PointRange(.average(totals.map(\.least)), .average(totals.map(\.most)))
  }
}
