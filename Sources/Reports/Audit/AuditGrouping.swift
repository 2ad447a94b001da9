/// What the cases or findings of an audit are added up by.
package enum AuditGrouping: String, Hashable, Sendable, CaseIterable {
  case office, officer, sector, rule, article, month
}
