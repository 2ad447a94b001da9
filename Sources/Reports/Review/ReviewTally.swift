internal import Findings
internal import SourceText

/// Where a finding is told and counted: each finding in exactly one.
enum FindingGroup: Int, Hashable, Sendable, CaseIterable {
  case violated, error, undetermined, pending
  /// A violated check of kind `signal`: a reason to look closer.
  case signal
  /// Let pass on somebody's word, whatever it is.
  case waived

  /// `nil` for outcomes that make no finding.
  init?(_ finding: Finding) {
    if finding.status.waiver != nil {
      self = .waived
      return
    }
    switch finding.outcome {
    case .violated: self = finding.kind == .signal ? .signal : .violated
    case .error: self = .error
    case .undetermined: self = .undetermined
    case .pending: self = .pending
    case .satisfied, .notApplicable: return nil
    }
  }

  /// The name in JSON; never renamed.
  var name: String {
    switch self {
    case .violated: "violated"
    case .error: "error"
    case .undetermined: "undetermined"
    case .pending: "pending"
    case .signal: "signal"
    case .waived: "waived"
    }
  }
}

/// Adds up a review while its cases go by.
struct ReviewTally {
  /// How many findings of each group.
  struct Counts: Hashable {
    private var counts = [Int](repeating: 0, count: FindingGroup.allCases.count)

    subscript(group: FindingGroup) -> Int {
      get { counts[group.rawValue] }
      set { counts[group.rawValue] = newValue }
    }

    var isZero: Bool { counts.allSatisfy { $0 == 0 } }
  }

  /// What is known of a rule over all cases.
  struct Rule {
    var counts = Counts()
    /// How many cases the rule came to each outcome in.
    var cases: [Outcome: Int] = [:]
    /// In how many cases it was violated, or gave a signal.
    var casesFailed = 0
    /// Findings that are left out because the rule has so many.
    var overLimit = 0
  }

  /// Findings beside those of a baseline; resolved ones are there no longer.
  struct Comparison: Hashable {
    var new = 0
    var unchanged = 0
    var resolved = 0
  }

  private let rules: [String: RuleSummary]
  private(set) var read = 0
  private(set) var unreadable = 0
  /// Cases with a violation; signals are none.
  private(set) var violating = 0
  private(set) var total = Counts()
  private(set) var bySeverity: [RuleSeverity: Counts] = [:]
  private(set) var byRule: [String: Rule] = [:]
  private(set) var errors = 0
  private(set) var warnings = 0
  private(set) var notes = 0
  /// Findings that are left out by their outcome.
  private(set) var hidden = 0
  /// `nil` for a run without a baseline.
  private(set) var comparison: Comparison?

  init(rules: [RuleSummary]) {
    self.rules = Dictionary(rules.map { ($0.id, $0) }) { first, _ in first }
  }

  func rule(_ id: String) -> RuleSummary? { rules[id] }

  mutating func add(_ review: CaseReview) {
    if review.isUnreadable { unreadable += 1 } else { read += 1 }
    add(review.diagnostics)
    var violates = false
    for result in review.results {
      byRule[result.rule, default: Rule()].cases[result.outcome, default: 0] += 1
      var fails = false
      for finding in result.findings {
        guard let group = FindingGroup(finding) else { continue }
        if group == .violated { violates = true }
        if group == .violated || group == .signal { fails = true }
        total[group] += 1
        bySeverity[finding.severity, default: Counts()][group] += 1
        byRule[result.rule, default: Rule()].counts[group] += 1
        add(finding.status.comparison)
      }
      if fails { byRule[result.rule, default: Rule()].casesFailed += 1 }
    }
    if violates { violating += 1 }
  }

  private mutating func add(_ status: FindingStatus.Comparison?) {
    guard let status else { return }
    var comparison = comparison ?? Comparison()
    switch status {
    case .new: comparison.new += 1
    case .unchanged: comparison.unchanged += 1
    }
    self.comparison = comparison
  }

  mutating func add(_ resolved: [ResolvedFindings]) {
    var comparison = comparison ?? Comparison()
    comparison.resolved += resolved.reduce(0) { $0 + $1.count }
    self.comparison = comparison
  }

  mutating func leaveOut(_ finding: Finding, isHidden: Bool) {
    if isHidden {
      hidden += 1
    } else {
      byRule[finding.rule, default: Rule()].overLimit += 1
    }
  }

  /// Findings that are left out because their rules have so many.
  var overLimit: Int { byRule.values.reduce(0) { $0 + $1.overLimit } }

  /// Groups that a table has a column for: one for waived findings only where there are some.
  var groups: [FindingGroup] {
    FindingGroup.allCases.filter { $0 != .waived || total[.waived] > 0 }
  }

  mutating func add(_ diagnostics: [LocatedDiagnostic]) {
    for located in diagnostics {
      switch located.diagnostic.severity {
      case .error: errors += 1
      case .warning: warnings += 1
      case .info: notes += 1
      }
    }
  }
}
