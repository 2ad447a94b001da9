package import Findings
package import SourceText

/// What one example of a rule came to, for `rules test`.
package struct ExampleResult: Hashable, Sendable {
  /// A check that the example names, or that tells why it failed.
  package struct Check: Hashable, Sendable {
    /// `nil` for the only check of a rule.
    package var id: String?
    /// `nil` where the example does not say.
    package var expected: Outcome?
    /// `nil` where it has no result.
    package var actual: Outcome?

    package init(id: String?, expected: Outcome?, actual: Outcome?) {
      self.id = id
      self.expected = expected
      self.actual = actual
    }
  }

  package var rule: String
  /// From 1, in the order of the rule file.
  package var number: Int
  /// The base record it starts from.
  package var base: String
  /// What the example shows, in the author's words.
  package var note: String?
  package var expected: Outcome
  /// `nil` where the example could not be run.
  package var actual: Outcome?
  package var checks: [Check] = []
  /// Why it failed; of a passing example there is nothing to say.
  package var message: BilingualText?
  /// The example in its rule file.
  package var place: Place?
  package var isPassed: Bool
  /// How a failing example came to what it came to; `nil` for one that could not be run.
  package var explanation: Explanation?

  package init(
    rule: String, number: Int, base: String, note: String?, expected: Outcome, actual: Outcome?,
    place: Place?, isPassed: Bool
  ) {
    self.rule = rule
    self.number = number
    self.base = base
    self.note = note
    self.expected = expected
    self.actual = actual
    self.place = place
    self.isPassed = isPassed
  }
}
