package import CEL
package import SourceText

extension Rulebook {
  /// Compiles an expression of a person who asks, such as `pingcha eval`: it may name what
  /// expressions outside rules may.
  ///
  /// - Returns: `nil` for the program where a diagnostic is an error; ranges are in `expression`.
  package func compile(expression: String) -> (program: Program?, diagnostics: [Diagnostic]) {
    let (program, _, diagnostics) = Program.compile(
      expression, in: environment, firstLocal: slotCount)
    return (program, diagnostics)
  }
}
