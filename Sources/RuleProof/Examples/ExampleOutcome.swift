package import Findings
package import SourceText

/// What one example of a rule came to.
package struct ExampleOutcome: Hashable, Sendable {
  /// A check that the example names.
  package struct Check: Hashable, Sendable {
    package var id: String
    package var expected: Outcome
    /// The worst over the elements; `nil` where the rule gave no result for the check.
    package var actual: Outcome?
  }

  package var rule: String
  /// From 1, in the order of the rule file.
  package var number: Int
  package var base: String
  package var note: String?
  package var expected: Outcome
  /// `nil` where the example could not be run.
  package var actual: Outcome?
  package var checks: [Check] = []
  /// How it came to that; kept for one that failed.
  package var explanation: Explanation?
  /// Why it could not be run.
  package var problems: [Diagnostic] = []
  /// The example in its rule file.
  package var file: String
  package var range: ByteRange

  /// True where the rule, and every check that the example names, came to what is expected.
  package var isPassed: Bool {
    problems.isEmpty && actual == expected && checks.allSatisfy { $0.actual == $0.expected }
  }
}
