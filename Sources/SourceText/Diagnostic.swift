/// One problem in a file, told to the person who can mend that file.
package struct Diagnostic: Hashable, Sendable {
  package enum Severity: String, Hashable, Sendable {
    case error, warning
    /// Worth a look; never makes a run fail.
    case info
  }

  package var severity: Severity
  /// A stable name for tests, filters and SARIF, such as `unknown-field`; never renamed.
  package var code: String
  /// What is wrong: lower case, no full stop, the author's own words in backticks.
  package var message: BilingualText
  /// Where, in the text that the diagnostic was made for.
  package var range: ByteRange
  /// What to try, as a sentence of its own; `nil` when there is nothing to suggest.
  package var help: BilingualText?

  package init(
    severity: Severity = .error, code: String, message: BilingualText, range: ByteRange,
    help: BilingualText? = nil
  ) {
    self.severity = severity
    self.code = code
    self.message = message
    self.range = range
    self.help = help
  }
}
