package import SourceText

/// What the examples of rules see of small changes to the rules, as a report can tell it.
package struct MutationReport: Hashable, Sendable {
  /// In the order of the rule files.
  package var rules: [RuleMutation]

  package init(rules: [RuleMutation]) { self.rules = rules }

  package var made: Int { rules.reduce(0) { $0 + $1.made } }
  package var killed: Int { rules.reduce(0) { $0 + $1.killed } }
  package var accepted: Int { rules.reduce(0) { $0 + $1.accepted.count } }

  /// Killed mutants of those that count, in per cent; `nil` where none does. One that somebody has
  /// accepted as equivalent does not count.
  package var score: Double? { Self.score(killed: killed, of: made - accepted) }

  /// Made and killed by family over all rules, in the order of the families.
  package var families: [RuleMutation.Family] {
    MutationFamily.allCases.compactMap { family in
      let found = rules.flatMap(\.families).filter { $0.family == family }
      guard !found.isEmpty else { return nil }
      return RuleMutation.Family(
        family: family, made: found.reduce(0) { $0 + $1.made },
        killed: found.reduce(0) { $0 + $1.killed })
    }
  }

  /// Survivors of a family that nobody has accepted.
  package func survivors(of family: MutationFamily) -> Int {
    rules.reduce(0) { $0 + $1.survivors.count { $0.family == family } }
  }

  static func score(killed: Int, of made: Int) -> Double? {
    made > 0 ? 100 * Double(killed) / Double(made) : nil
  }
}

/// The mutants of one rule.
package struct RuleMutation: Hashable, Sendable {
  package var rule: String
  /// Mutants that compile: killed, surviving and accepted ones.
  package var made = 0
  package var killed = 0
  /// Mutants that do not compile; they say nothing of the examples.
  package var invalid = 0
  package var survivors: [SurvivingMutant] = []
  /// Survivors that somebody called equivalent, with the reason.
  package var accepted: [SurvivingMutant] = []
  /// Made and killed by family, in the order of the families.
  package var families: [Family] = []
  /// The keys of all mutants that compile, in the order of the rule.
  package var keys: [String] = []
  /// Numbers of the examples, from 1, that fail as the rule stands: it was not measured.
  package var failingExamples: [Int] = []
  /// False where the rule has errors, and so was not measured.
  package var isCompiled = true

  package struct Family: Hashable, Sendable {
    package var family: MutationFamily
    package var made: Int
    package var killed: Int

    package init(family: MutationFamily, made: Int = 0, killed: Int = 0) {
      self.family = family
      self.made = made
      self.killed = killed
    }
  }

  package init(rule: String) { self.rule = rule }

  package var score: Double? {
    MutationReport.score(killed: killed, of: made - accepted.count)
  }

  package var isMeasured: Bool { isCompiled && failingExamples.isEmpty }
}

/// A small change that no example of the rule sees.
package struct SurvivingMutant: Hashable, Sendable {
  /// Names the mutant for as long as the text that it changes stays: place, change, and a number
  /// where the rule has the same change there more than once.
  package var key: String
  package var family: MutationFamily
  /// What is changed, in the rule file.
  package var place: Place?
  /// The lines that the change touches, as they are and as they would be; no line where they would
  /// be gone.
  package var before: [String]
  package var after: [String]
  package var search: Search
  /// Why it was accepted as equivalent.
  package var reason: BilingualText?

  package enum Search: Hashable, Sendable {
    /// Nobody looked.
    case notDone
    /// An example that would kill it.
    case found(KillingExample)
    /// There is a record on which it makes a difference, but to a check whose outcome the rule does
    /// not share, and which therefore no example can state.
    case unstatable(KillingExample)
    /// So many small records show no difference: it may be equivalent.
    case nothing(records: Int)
  }

  package init(
    key: String, family: MutationFamily, place: Place?, before: [String], after: [String],
    search: Search = .notDone, reason: BilingualText? = nil
  ) {
    self.key = key
    self.family = family
    self.place = place
    self.before = before
    self.after = after
    self.search = search
    self.reason = reason
  }
}

/// An example that tells a mutant from its rule.
package struct KillingExample: Hashable, Sendable {
  /// A line for the rule's `examples:`, with what the rule itself comes to.
  package var text: String
  package var original: Outcome
  package var mutant: Outcome
  /// The check whose outcome tells them apart, where the rule's own does not.
  package var check: String?

  package init(text: String, original: Outcome, mutant: Outcome, check: String? = nil) {
    self.text = text
    self.original = original
    self.mutant = mutant
    self.check = check
  }
}

/// What sort of change a mutant is.
package enum MutationFamily: String, Hashable, Sendable, CaseIterable {
  /// `>` for `>=`, `==` for `!=`
  case comparison
  /// `&&` for `||`
  case boolean
  /// A `!` more or less.
  case negation
  /// A term of `&&` or `||`, or a branch of `?:`, dropped.
  case term
  /// A length of time one unit longer or shorter.
  case period
  /// Working days for calendar days.
  case unit
  /// A date a day earlier or later.
  case date
  /// A sum a cent higher or lower.
  case amount
  /// A whole number one more or less.
  case number
  /// Another value of the enum.
  case word
  /// `true` for `false`.
  case truth
  /// `exists` for `all`.
  case quantifier
  /// Another fact of the same type.
  case fact
  /// The day a text comes into force, or goes out of it.
  case inForce = "in-force"
  /// The order of basis dates.
  case basis
  /// A condition dropped: `applies`, `when`, `where`.
  case condition
  /// A check dropped.
  case check
  /// Violation for signal.
  case kind
  /// What an absent fact means.
  case absent
  /// An `except` dropped.
  case exception
  /// A stop or an extension of a deadline dropped, or a key of it.
  case clock
}
