package import Findings
package import RuleCompiler
package import SourceText

/// A rule that reads a little differently.
package struct Mutant: Sendable {
  package var key: String
  package var family: MutationFamily
  /// What is changed, in the rule file.
  package var range: ByteRange
  /// What would stand there; empty where it would be gone.
  package var replacement: String
  package var change: Change
  /// The expression that is changed, as it is and as it would be; empty where something else is.
  package var expressions: [String] = []

  package enum Change: Sendable {
    /// The rule as it would read.
    case rule(RuleSource)
    /// A parameter that the rule reads, with other values.
    case parameter(ParameterSource)
  }
}

/// One change to the text of an expression.
struct ExpressionEdit: Hashable, Sendable {
  var family: MutationFamily
  /// UTF-8 offsets in the expression.
  var range: ByteRange
  var replacement: String
  /// The change in words that do not depend on where it stands.
  var words: String

  init(_ family: MutationFamily, _ range: ByteRange, _ replacement: String, _ words: String) {
    self.family = family
    self.range = range
    self.replacement = replacement
    self.words = words
  }

  func applied(to text: String) -> String {
    var bytes = Array(text.utf8)
    bytes.replaceSubrange(Int(range.start)..<Int(range.end), with: replacement.utf8)
    return String(decoding: bytes, as: UTF8.self)
  }
}
