package import SourceText
package import WorkCalendar

/// Why a rule says of one record what it says: the whole derivation, as a tree of values that a
/// report can tell in either language.
package struct Explanation: Hashable, Sendable {
  package var rule: String
  package var title: BilingualText
  /// The record's file, and the case number where the record has one.
  package var source: String
  package var caseNumber: String?
  package var caseTitle: String?
  package var asOf: CivilDate
  package var outcome: Outcome
  /// What decided the outcome by not being known or not being there.
  package var missing: [String] = []
  package var reason: BilingualText?
  /// Every version of the rule, in the order of its days; one for a rule with one text.
  package var versions: [Version] = []
  package var choice: VersionChoice
  package var basis: Basis?
  /// One for each version that was judged: one where the basis date decides, several where it may
  /// fall in several, none where the rule was not in force.
  package var derivations: [Derivation] = []

  package init(
    rule: String, title: BilingualText, source: String, caseNumber: String?, caseTitle: String?,
    asOf: CivilDate, outcome: Outcome, choice: VersionChoice
  ) {
    self.rule = rule
    self.title = title
    self.source = source
    self.caseNumber = caseNumber
    self.caseTitle = caseTitle
    self.asOf = asOf
    self.outcome = outcome
    self.choice = choice
  }
}

extension Explanation {
  /// One text of the rule.
  package struct Version: Hashable, Sendable {
    /// From 1, in the order of the file.
    package var number: Int
    /// First and last day in force, both included; `nil` is open.
    package var from: CivilDate?
    package var until: CivilDate?
    package var isLighter: Bool

    package init(number: Int, from: CivilDate?, until: CivilDate?, isLighter: Bool = false) {
      self.number = number
      self.from = from
      self.until = until
      self.isLighter = isLighter
    }
  }

  /// How it was settled which version is judged.
  package enum VersionChoice: String, Hashable, Sendable, CaseIterable {
    /// The rule has no dates: it is in force on every day.
    case always
    /// The basis date lies in one version.
    case basisDate = "basis-date"
    /// A later text is the lighter one, and the rule gives it effect for earlier conduct.
    case lighter
    /// The basis date may lie in several, or nobody knows which text is the lighter: all are judged.
    case several
    /// The basis date lies in none.
    case notInForce = "not-in-force"
    /// No basis date is on file.
    case noBasisDate = "no-basis-date"
  }

  /// The date that chose the version.
  package struct Basis: Hashable, Sendable {
    /// As the rule writes it, such as `decision.made_on`.
    package var expression: String
    package var value: StepValue

    package init(expression: String, value: StepValue) {
      self.expression = expression
      self.value = value
    }
  }

  /// What an expression came to.
  package enum StepValue: Hashable, Sendable {
    /// The value as a person reads it, masked where it is personal.
    case value(BilingualText)
    /// Not on file: the paths.
    case absent([String])
    /// Not recorded: the paths.
    case unknown([String])
    case fault(String)
  }

  /// One sub-expression.
  package struct Step: Hashable, Sendable {
    package var expression: String
    package var value: StepValue
    /// How deep it stands in the whole expression, which has 0.
    package var depth: Int
    /// Where the record has the fact that the value was read from; `nil` for a value that was worked
    /// out, and for a fact that is not there.
    package var place: Place?

    package init(expression: String, value: StepValue, depth: Int, place: Place? = nil) {
      self.place = place
      self.expression = expression
      self.value = value
      self.depth = depth
    }
  }

  /// An expression with its value and how it came about.
  package struct Condition: Hashable, Sendable {
    package var expression: String
    package var value: StepValue
    /// Sub-expressions, operands before what they make; the whole may be the last of them.
    package var steps: [Step]

    /// Where the record has the fact that the whole expression is, if it is one.
    package var place: Place? {
      steps.last.flatMap { $0.expression == expression ? $0.place : nil }
    }

    package init(expression: String, value: StepValue, steps: [Step] = []) {
      self.expression = expression
      self.value = value
      self.steps = steps
    }
  }

  /// A parameter that was read.
  package struct Parameter: Hashable, Sendable {
    package var name: String
    package var value: BilingualText
    package var source: String
    package var isVerified: Bool
    /// The key in which the chosen value differs from the others that might fit: `region`, `date`;
    /// `nil` where there is only one value.
    package var decidedBy: String?
    /// What the key was for this record, such as `522600`.
    package var keyValue: String?

    package init(
      name: String, value: BilingualText, source: String, isVerified: Bool, decidedBy: String?,
      keyValue: String?
    ) {
      self.name = name
      self.value = value
      self.source = source
      self.isVerified = isVerified
      self.decidedBy = decidedBy
      self.keyValue = keyValue
    }
  }

  /// One version of the rule, judged.
  package struct Derivation: Hashable, Sendable {
    /// Its `Version.number`.
    package var version: Int
    package var outcome: Outcome
    package var reason: BilingualText?
    package var cites: [Citation] = []
    package var parameters: [Parameter] = []
    /// `nil` for a rule that applies to every record.
    package var applies: Condition?
    package var exceptions: [Exception] = []
    /// In the order of the rule, one for each element of a check over a list.
    package var checks: [Check] = []

    package init(version: Int, outcome: Outcome) {
      self.version = version
      self.outcome = outcome
    }
  }

  /// Special law that takes checks out, or would.
  package struct Exception: Hashable, Sendable {
    package var when: Condition
    /// Ids of the checks.
    package var checks: [String]
    package var cites: [Citation]
    package var reading: String?

    package init(when: Condition, checks: [String], cites: [Citation] = [], reading: String? = nil)
    {
      self.when = when
      self.checks = checks
      self.cites = cites
      self.reading = reading
    }
  }

  /// One check, on one element where it runs over a list.
  package struct Check: Hashable, Sendable {
    package var id: String?
    /// Paths of the elements, outermost first.
    package var elements: [String] = []
    package var severity: RuleSeverity
    package var kind: RuleKind
    package var outcome: Outcome
    package var when: Condition?
    /// The place in `Derivation.exceptions` of the one that took it out.
    package var exception: Int?
    /// `that:`; `nil` for a deadline.
    package var condition: Condition?
    package var deadline: Deadline?
    package var missing: [String] = []
    package var message: BilingualText?

    package init(id: String?, severity: RuleSeverity, kind: RuleKind, outcome: Outcome) {
      self.id = id
      self.severity = severity
      self.kind = kind
      self.outcome = outcome
    }
  }
}
