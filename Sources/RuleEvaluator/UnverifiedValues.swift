import CEL
import Findings
import RuleCompiler

/// What a version of a rule comes to when values that nobody verified are left out (semantics §6):
/// whether a violation rests on such a value shows in whether it is still one without it.
///
/// The second look is taken when the first violation asks for it, and once.
final class VerifiedReading {
  /// What becomes of a violation.
  enum Standing {
    /// It is one whatever the unverified values are.
    case holds
    /// It rests on them, and nothing that could be learned of the record changes that.
    case restsOnUnverified
    /// Whether it rests on them hangs on facts that nobody recorded.
    case open([String])
  }

  private let evaluate: (Frame) -> RuleEvaluation.VersionOutput
  private var known: RuleEvaluation.VersionOutput?

  init(_ evaluate: @escaping (Frame) -> RuleEvaluation.VersionOutput) { self.evaluate = evaluate }

  private func output(_ frame: Frame) -> RuleEvaluation.VersionOutput {
    if let known { return known }
    let output = evaluate(frame)
    known = output
    return output
  }

  /// - Parameter frame: One that holds the record; what a rule put into it is worked out anew.
  func standing(of violation: CheckResult, _ frame: Frame) -> Standing {
    let output = output(frame)
    let elements = violation.elements.map(\.path)
    let counterparts = output.checks.filter { $0.check === violation.check }
    // Where the check as a whole is open there is one result for all of its elements.
    let second =
      counterparts.first { $0.elements.map(\.path) == elements }
      ?? counterparts.first { elements.starts(with: $0.elements.map(\.path)) }
    guard let second else {
      return output.outcome == .undetermined
        ? standing(missing: output.missing) : .restsOnUnverified
    }
    switch second.outcome {
    case .violated: return .holds
    case .undetermined: return standing(missing: second.missing)
    default: return .restsOnUnverified
    }
  }

  private func standing(missing: [String]) -> Standing {
    missing.allSatisfy { $0.hasPrefix("params.") } ? .restsOnUnverified : .open(missing)
  }
}
