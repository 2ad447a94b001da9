package import SourceText

/// What examples and cases show of the rules, and what they do not.
///
/// A condition is shown on a side when a record made it come to that side and it decided there: with
/// the opposite the decision around it would have come to something else, all other conditions being
/// what they were (masking MC/DC).
package struct CoverageReport: Hashable, Sendable {
  /// Rules by id, then definitions, then fields of schemas.
  package var groups: [CoverageGroup]
  /// Examples that were run.
  package var examples = 0
  /// Examples that did not come to what they say, or could not be run.
  package var failedExamples = 0
  /// Records of cases that were reviewed.
  package var cases = 0

  package init(groups: [CoverageGroup]) { self.groups = groups }

  package var tally: CoverageTally {
    groups.reduce(into: CoverageTally()) { $0.add($1.tally) }
  }
}

/// What is counted together: a rule, a definition, or a field that is expected under a condition.
package struct CoverageGroup: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable {
    case rule, definition, field
  }

  package var kind: Kind
  /// The id of a rule, the name of a definition, the path of a field.
  package var name: String
  package var title: BilingualText
  /// The file that it stands in.
  package var file: String
  package var place: Place?
  /// The lines of the file that it is, without its examples.
  package var range = ByteRange.none
  /// Examples of the rule itself.
  package var examples = 0
  package var outcomes: [OutcomeCoverage] = []
  package var decisions: [DecisionCoverage] = []

  package init(kind: Kind, name: String, title: BilingualText, file: String, place: Place?) {
    self.kind = kind
    self.name = name
    self.title = title
    self.file = file
    self.place = place
  }

  package var tally: CoverageTally {
    var tally = CoverageTally()
    for outcome in outcomes { tally.add(outcome.state) }
    for condition in decisions.flatMap(\.conditions) {
      tally.conditions += 1
      if condition.isCovered { tally.coveredConditions += 1 }
      for side in condition.sides { tally.add(side.state) }
    }
    return tally
  }
}

/// An outcome that a rule, or one check of it, can have.
package struct OutcomeCoverage: Hashable, Sendable {
  /// `nil` for the rule as a whole.
  package var check: String?
  package var outcome: Outcome
  package var state: CoverageState
  /// The id of the rule, or of the check.
  package var place: Place?
  /// Where the outcome is not shown: the record that comes nearest, and what it comes to.
  package var nearest: CoverageWitness?
  package var nearestOutcome: Outcome?

  package init(check: String?, outcome: Outcome, state: CoverageState) {
    self.check = check
    self.outcome = outcome
    self.state = state
  }
}

/// A boolean expression, or a part of one that is judged by itself: the predicate of a macro.
package struct DecisionCoverage: Hashable, Sendable {
  /// The key that the expression stands under: `applies`, `that`, `where`, `let`, `is`, `expect`.
  package var key: String
  package var check: String?
  /// The name that the expression is given, of a `let`.
  package var name: String?
  /// The text of the decision: the expression, or the part of it.
  package var text: String
  /// True where it is a part of the expression only.
  package var isPart: Bool
  package var place: Place?
  /// True where a record got as far as to ask it.
  package var isReached: Bool
  package var conditions: [ConditionCoverage] = []
  /// What the names in it stand for, of `let` and of definitions, and the names in those.
  package var names: [NamedExpression] = []

  package init(
    key: String, check: String?, name: String?, text: String, isPart: Bool, place: Place?,
    isReached: Bool
  ) {
    self.key = key
    self.check = check
    self.name = name
    self.text = text
    self.isPart = isPart
    self.place = place
    self.isReached = isReached
  }
}

/// A name of `let`, or a definition, and its expression.
package struct NamedExpression: Hashable, Sendable {
  package var name: String
  package var text: String

  package init(name: String, text: String) {
    self.name = name
    self.text = text
  }
}

/// One condition of a decision.
package struct ConditionCoverage: Hashable, Sendable {
  package var text: String
  /// Everywhere it stands in the decision.
  package var places: [Place]
  /// True, then false.
  package var sides: [SideCoverage]

  package init(text: String, places: [Place], sides: [SideCoverage]) {
    self.text = text
    self.places = places
    self.sides = sides
  }

  /// True where both sides are shown, or excused.
  package var isCovered: Bool { sides.allSatisfy { $0.state != .missing } }
}

package struct SideCoverage: Hashable, Sendable {
  package var side: Bool
  package var state: CoverageState
  /// What is missing, where something is.
  package var gap: CoverageGap?

  package init(side: Bool, state: CoverageState, gap: CoverageGap? = nil) {
    self.side = side
    self.state = state
    self.gap = gap
  }
}

package enum CoverageState: Hashable, Sendable {
  /// By the first record that does.
  case shown(CoverageWitness)
  case excused(BilingualText)
  case missing
}

/// Why a side of a condition is not shown, and what would show it.
package struct CoverageGap: Hashable, Sendable {
  package enum Problem: String, Hashable, Sendable, CaseIterable {
    /// No record got as far as to ask the decision.
    case neverReached = "never-reached"
    /// The condition never came to the side.
    case neverTrue = "never-true"
    case neverFalse = "never-false"
    /// It did, but other conditions decided each time.
    case trueNotDecided = "true-not-decided"
    case falseNotDecided = "false-not-decided"
    /// Whatever the other conditions are, this one decides nothing on this side: the expression says
    /// something twice.
    case decidesNothing = "decides-nothing"
  }

  /// What a condition has to be.
  package struct Need: Hashable, Sendable {
    package var condition: String
    package var value: Bool

    package init(condition: String, value: Bool) {
      self.condition = condition
      self.value = value
    }
  }

  /// What a condition is.
  package struct Reading: Hashable, Sendable {
    package var condition: String
    package var value: ConditionReading

    package init(condition: String, value: ConditionReading) {
      self.condition = condition
      self.value = value
    }
  }

  /// A record that would show it, were a few conditions changed.
  package struct Nearest: Hashable, Sendable {
    package var witness: CoverageWitness
    /// What every condition of the decision came to.
    package var readings: [Reading]
    /// What has to become different.
    package var changes: [Need]

    package init(witness: CoverageWitness, readings: [Reading], changes: [Need]) {
      self.witness = witness
      self.readings = readings
      self.changes = changes
    }
  }

  package var problem: Problem
  /// What the conditions have to be together, this one included: those of the nearest record where
  /// there is one, else a way that asks the least. Empty where nothing helps, or nobody knows.
  package var needs: [Need] = []
  package var nearest: Nearest?
  /// Where it decides nothing: what it makes of other conditions on this side, which is why.
  package var implied: [Reading] = []

  package init(problem: Problem) { self.problem = problem }
}

/// What a condition came to in a record.
package enum ConditionReading: String, Hashable, Sendable {
  case `true`, `false`, unknown, absent, fault
}

/// A record that was reviewed: an example of a rule, or a case.
package struct CoverageWitness: Hashable, Sendable {
  /// The rule that the example is of; `nil` for a case.
  package var rule: String?
  /// The number of the example, from 1.
  package var number: Int?
  /// The base record of the example, or the path of the case.
  package var name: String
  /// What the author says that the example shows.
  package var note: String?
  package var place: Place?
  /// The example as its file has it, to start a new one from.
  package var text: String?

  package init(rule: String?, number: Int?, name: String, note: String?, place: Place?) {
    self.rule = rule
    self.number = number
    self.name = name
    self.note = note
    self.place = place
  }
}

/// How much is shown.
package struct CoverageTally: Hashable, Sendable {
  /// Outcomes and sides of conditions that are shown, excused, and missing.
  package var shown = 0
  package var excused = 0
  package var missing = 0
  package var conditions = 0
  /// Conditions of which both sides are shown or excused.
  package var coveredConditions = 0

  package init() {}

  package mutating func add(_ state: CoverageState) {
    switch state {
    case .shown: shown += 1
    case .excused: excused += 1
    case .missing: missing += 1
    }
  }

  package mutating func add(_ other: CoverageTally) {
    shown += other.shown
    excused += other.excused
    missing += other.missing
    conditions += other.conditions
    coveredConditions += other.coveredConditions
  }

  /// Of a hundred of what has to be shown, how many are, rounded down to a tenth and given in tenths;
  /// 1000 where nothing has to be. What is excused does not count.
  package var permille: Int {
    shown + missing == 0 ? 1000 : shown * 1000 / (shown + missing)
  }
}
