package import Findings
package import SourceText

/// `proof.yaml`: what no record can show of a rule, and which changes of a rule no record can tell
/// from it, each with its reason.
///
/// ```yaml
/// coverage:
///   - { rule: penalty.a.b, condition: has(x), side: false, reason: { zh: …, en: … } }
///   - { rule: penalty.a.b, check: done, outcome: satisfied, reason: { zh: …, en: … } }
///   - { definition: has_fine, condition: 'p.kind == "fine"', reason: { zh: …, en: … } }
/// mutation:
///   - { rule: penalty.a.b, mutant: …, reason: { zh: …, en: … } }
/// ```
package struct ProofSource: Sendable {
  /// Whose condition or outcome an entry is about.
  package enum Subject: Hashable, Sendable {
    /// A rule, by its id.
    case rule(String)
    /// A named definition.
    case definition(String)
    /// A section or field of a schema that is expected under a condition: `case.title`.
    case field(String)

    package var name: String {
      switch self {
      case .rule(let name), .definition(let name), .field(let name): name
      }
    }
  }

  /// A side of a condition, or an outcome, that no record shows.
  package struct Coverage: Sendable {
    package enum Part: Hashable, Sendable {
      /// A condition by its text, as the rule has it.
      case condition(String)
      case outcome(Outcome)
    }

    package var subject: Subject
    package var subjectRange: ByteRange
    /// The check that the part is of; `nil` is the whole rule.
    package var check: NameSource?
    package var part: Part
    package var partRange: ByteRange
    /// The side of the condition; `nil` is both.
    package var side: Bool?
    package var reason: BilingualText
    package var range: ByteRange
  }

  /// A mutant that is the same as its rule.
  package struct Mutation: Sendable {
    package var rule: NameSource
    /// What tells the mutant from all others of the rule.
    package var mutant: NameSource
    package var reason: BilingualText
    package var range: ByteRange
  }

  /// The path below the rules folder.
  package static let path = "proof.yaml"

  package var coverage: [Coverage] = []
  package var mutation: [Mutation] = []
}
