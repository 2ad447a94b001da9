package import SourceText
package import WorkCalendar

/// How a finding stands to what is known already.
package struct FindingStatus: Hashable, Sendable {
  package enum Comparison: String, Hashable, Sendable, CaseIterable {
    case new, unchanged
  }

  /// Whether the baseline holds it; `nil` where the run is without one.
  package var comparison: Comparison?
  /// Who let it pass and why; `nil` for a finding that counts.
  package var waiver: Waiver?

  package init(comparison: Comparison? = nil, waiver: Waiver? = nil) {
    self.comparison = comparison
    self.waiver = waiver
  }

  /// True for a finding that a run may fail by.
  package var counts: Bool { waiver == nil && comparison != .unchanged }
}

/// A decision that a finding is accepted.
package struct Waiver: Hashable, Sendable {
  package var reason: String
  /// Who approved it, by office or role.
  package var approvedBy: String
  /// The last day that it holds; `nil` for one without an end.
  package var until: CivilDate?
  /// Where it is written, `pingcha.yaml:12`.
  package var source: String

  package init(reason: String, approvedBy: String, until: CivilDate?, source: String) {
    self.reason = reason
    self.approvedBy = approvedBy
    self.until = until
    self.source = source
  }
}

extension Waiver {
  /// The codes of what is told of a waiver that does not do what it was written for.
  package static let expiredCode = "waiver-expired"
  package static let unusedCode = "waiver-unused"
}

extension Diagnostic {
  /// True for a waiver that has expired or has nothing to let pass.
  package var isAboutIdleWaiver: Bool { code == Waiver.expiredCode || code == Waiver.unusedCode }
}
