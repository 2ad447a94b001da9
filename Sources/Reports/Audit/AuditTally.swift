internal import Findings

/// What some cases of an audit add up to.
///
/// A finding counts once, in its group; one that is waived is no violation.
struct AuditTally {
  var cases = 0
  var unreadable = 0
  /// Cases with a violation that is not waived.
  var violating = 0
  /// Violations by severity.
  private(set) var violations: [RuleSeverity: Int] = [:]
  /// Everything that is no violation.
  private(set) var others: [FindingGroup: Int] = [:]
  /// Of each violation that is late, the calendar days; ascending once `sorted`.
  private(set) var daysLate: [Int] = []

  var waived: Int { count(.waived) }

  var violated: Int { violations.values.reduce(0, +) }

  /// The longest delay in calendar days; `nil` where nothing is late.
  var longestDelay: Int? { daysLate.max() }

  func violations(_ severity: RuleSeverity) -> Int { violations[severity] ?? 0 }

  func count(_ group: FindingGroup) -> Int { group == .violated ? violated : others[group] ?? 0 }

  init() {}

  init(_ cases: some Sequence<AuditedCase>) {
    for audited in cases { add(audited) }
  }

  mutating func add(_ audited: AuditedCase) {
    add(audited, findings: audited.findings)
  }

  /// Adds a case by some of its findings.
  mutating func add(_ audited: AuditedCase, findings: [Finding]) {
    cases += 1
    if audited.isUnreadable { unreadable += 1 }
    let before = violated
    for finding in findings { add(finding) }
    if violated > before { violating += 1 }
  }

  mutating func add(_ finding: Finding) {
    guard let group = FindingGroup(finding) else { return }
    guard group == .violated else {
      others[group, default: 0] += 1
      return
    }
    violations[finding.severity, default: 0] += 1
    if let days = finding.computed.daysLate, days > 0 { daysLate.append(days) }
  }
}
