/// The findings that are known already.
package struct Baseline: Hashable, Sendable {
  /// What `format` and `version` of its file say.
  package static let format = "pingcha.baseline"
  package static let version = 1

  /// How many findings there are of each key, 1 or more.
  package var counts: [FindingKey: Int]

  package init(counts: [FindingKey: Int] = [:]) { self.counts = counts }
}

/// Findings of a baseline that are there no longer.
package struct ResolvedFindings: Hashable, Sendable {
  package var key: FindingKey
  package var count: Int

  package init(key: FindingKey, count: Int) {
    self.key = key
    self.count = count
  }
}
