internal import CEL
package import Findings
package import RuleCompiler
package import SourceText

/// The reasoned exceptions of `proof.yaml`, and which of them were needed.
///
/// Whoever measures asks for the reason of each thing that was not shown; an exception that nobody
/// asked for in the end is left over, and is told as a warning.
package struct ProofExceptions: Sendable {
  private let source: ProofSource
  private var usedCoverage: Set<Int> = []
  private var usedMutations: Set<Int> = []

  package init(_ source: ProofSource) { self.source = source }

  // MARK: Coverage

  /// Why a side of a condition cannot be shown; `nil` where nothing excuses it.
  ///
  /// - Parameters:
  ///   - text: The condition's text; white space outside of quotes does not matter.
  ///   - check: The check that it stands in; `nil` for one of the whole rule.
  package mutating func reason(
    forSide side: Bool, of text: String, in subject: ProofSource.Subject, check: String?
  ) -> BilingualText? {
    let wanted = ConditionText.normalized(text)
    return coverage(of: subject, check: check) { entry in
      guard case .condition(let condition) = entry.part else { return false }
      return ConditionText.normalized(condition) == wanted && (entry.side ?? side) == side
    }
  }

  /// Why an outcome cannot be shown; `nil` where nothing excuses it.
  ///
  /// - Parameter check: The check that does not come to it; `nil` for the rule.
  package mutating func reason(
    forOutcome outcome: Outcome, of rule: String, check: String?
  ) -> BilingualText? {
    for (number, entry) in source.coverage.enumerated() {
      guard case .outcome(let excused) = entry.part, excused == outcome,
        entry.subject == .rule(rule), entry.check?.text == check
      else { continue }
      usedCoverage.insert(number)
      return entry.reason
    }
    return nil
  }

  private mutating func coverage(
    of subject: ProofSource.Subject, check: String?,
    where fits: (ProofSource.Coverage) -> Bool
  ) -> BilingualText? {
    var reason: BilingualText?
    // Several may excuse the same; then each is needed.
    for (number, entry) in source.coverage.enumerated()
    where entry.subject == subject && (entry.check == nil || entry.check?.text == check)
      && fits(entry)
    {
      usedCoverage.insert(number)
      reason = reason ?? entry.reason
    }
    return reason
  }

  /// What is left over among the exceptions of things that were measured.
  ///
  /// - Parameter known: The texts of the conditions of each thing that was measured. Exceptions of
  ///   other rules and definitions are not looked at.
  package func leftOverCoverage(
    known: [ProofSource.Subject: [String]]
  ) -> [FileDiagnostic] {
    var found: [FileDiagnostic] = []
    for (number, entry) in source.coverage.enumerated() where !usedCoverage.contains(number) {
      guard let conditions = known[entry.subject] else { continue }
      let diagnostic: Diagnostic
      switch entry.part {
      case .outcome(let outcome): diagnostic = .unneededOutcome(outcome, at: entry.partRange)
      case .condition(let text):
        let wanted = ConditionText.normalized(text)
        diagnostic =
          conditions.contains { ConditionText.normalized($0) == wanted }
          ? .unneededException(text, at: entry.partRange)
          : .noSuchCondition(
            text, near: Suggestion.nearest(to: text, among: conditions), at: entry.partRange)
      }
      found.append(FileDiagnostic(file: ProofSource.path, diagnostic: diagnostic))
    }
    return found
  }

  /// Exceptions of fields that no schema expects under a condition.
  package func unknownFields(known: Set<String>) -> [FileDiagnostic] {
    source.coverage.compactMap { entry in
      guard case .field(let path) = entry.subject, !known.contains(path) else { return nil }
      return FileDiagnostic(
        file: ProofSource.path,
        diagnostic: .noSuchField(
          path, near: Suggestion.nearest(to: path, among: known.sorted()), at: entry.subjectRange))
    }
  }

  // MARK: Mutation

  /// Why no record can tell a mutant from its rule; `nil` where nothing excuses it.
  ///
  /// - Parameter key: What tells the mutant from all others of the rule.
  package mutating func reason(forMutant key: String, of rule: String) -> BilingualText? {
    guard
      let number = source.mutation.firstIndex(where: {
        $0.rule.text == rule && $0.mutant.text == key
      })
    else { return nil }
    usedMutations.insert(number)
    return source.mutation[number].reason
  }

  /// What is left over among the exceptions of rules whose mutants were run.
  ///
  /// - Parameter known: The keys of every mutant of each such rule.
  package func leftOverMutations(known: [String: Set<String>]) -> [FileDiagnostic] {
    var found: [FileDiagnostic] = []
    for (number, entry) in source.mutation.enumerated() where !usedMutations.contains(number) {
      guard let keys = known[entry.rule.text] else { continue }
      let (key, range) = (entry.mutant.text, entry.mutant.range)
      found.append(
        FileDiagnostic(
          file: ProofSource.path,
          diagnostic: keys.contains(key)
            ? .unneededException(key, at: range)
            : .noSuchMutant(
              key, near: Suggestion.nearest(to: key, among: keys.sorted()), at: range)))
    }
    return found
  }
}
