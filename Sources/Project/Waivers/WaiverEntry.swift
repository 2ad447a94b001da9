package import Findings
internal import SourceText
package import WorkCalendar

/// One entry of a list of waivers: what it lets pass, and on whose word.
///
/// ```yaml
/// - rule: penalty.decision.within-limit#in-time
///   case: 云农（种子）立〔2024〕27号
///   reason: 复议决定已认定迟延有正当理由
///   approved_by: 法制审核科
///   until: 2026-12-31
/// ```
package struct WaiverEntry: Hashable, Sendable {
  /// The present id of the rule.
  package var rule: String
  /// The only check that is meant; `nil` for every check of the rule.
  package var check: String?
  /// The case number, or the path of a record without one; `nil` where the entry stands in the folder
  /// of its case.
  package var caseName: String?
  package var reason: String
  /// By office or role.
  package var approvedBy: String
  /// The last day that it holds; `nil` for one without an end.
  package var until: CivilDate?
  /// The whole entry.
  package var place: Place

  package init(
    rule: String, check: String?, caseName: String?, reason: String, approvedBy: String,
    until: CivilDate?, place: Place
  ) {
    self.rule = rule
    self.check = check
    self.caseName = caseName
    self.reason = reason
    self.approvedBy = approvedBy
    self.until = until
    self.place = place
  }

  /// What a finding says of it.
  package var waiver: Waiver {
    Waiver(
      reason: reason, approvedBy: approvedBy, until: until, source: "\(place.file):\(place.line)")
  }

  /// The rule, and the check where the entry names one, as findings print it.
  package var name: String { check.map { "\(rule)#\($0)" } ?? rule }

  /// True for a finding that the entry is about, in whatever case. A fault of a rule is no finding
  /// about the case, and nobody can let it pass.
  package func isAbout(_ finding: Finding) -> Bool {
    finding.rule == rule && (check == nil || check == finding.check) && finding.outcome != .error
  }

  package func hasPassed(on day: CivilDate) -> Bool { until.map { $0 < day } ?? false }
}
