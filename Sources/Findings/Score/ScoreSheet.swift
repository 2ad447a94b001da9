package import SourceText
package import WorkCalendar

/// A score sheet: what costs how many points, what fails a case outright, and the grades. All of it
/// comes from a file of `Rules/standards`.
package struct ScoreSheet: Hashable, Sendable {
  /// What of a rule an item is fed by: all of it, or one of its checks.
  package struct Feeder: Hashable, Sendable {
    package var rule: String
    package var check: String?

    package init(rule: String, check: String?) {
      self.rule = rule
      self.check = check
    }
  }

  /// How often a line costs its points.
  package enum Per: String, Hashable, Sendable, CaseIterable {
    /// Once a case, however many findings there are.
    case whole = "case"
    case finding
  }

  /// One thing that costs points.
  package struct Line: Hashable, Sendable {
    package var title: BilingualText
    /// Where the sheet leaves the points to the reviewer, or they were not seen: from, to.
    package var points: PointRange
    package var per: Per
    /// Empty where no rule sees it: it is left to a person.
    package var feeders: [Feeder]

    package init(title: BilingualText, points: PointRange, per: Per, feeders: [Feeder]) {
      self.title = title
      self.points = points
      self.per = per
      self.feeders = feeders
    }
  }

  /// A part of the sheet with points of its own: what its lines cost together is capped by them.
  package struct Item: Hashable, Sendable {
    package var id: String
    package var group: BilingualText?
    package var title: BilingualText
    /// The most that it costs; `nil` for a deduction without a bound.
    package var points: Points?
    /// True where a person must read the papers: the engine raises what it finds, and takes nothing.
    package var isJudgement: Bool
    package var lines: [Line]

    package init(
      id: String, group: BilingualText?, title: BilingualText, points: Points?, isJudgement: Bool,
      lines: [Line]
    ) {
      self.id = id
      self.group = group
      self.title = title
      self.points = points
      self.isJudgement = isJudgement
      self.lines = lines
    }
  }

  package struct Veto: Hashable, Sendable {
    package var id: String
    package var group: BilingualText?
    package var title: BilingualText
    package var isJudgement: Bool
    package var feeders: [Feeder]

    package init(
      id: String, group: BilingualText?, title: BilingualText, isJudgement: Bool,
      feeders: [Feeder]
    ) {
      self.id = id
      self.group = group
      self.title = title
      self.isJudgement = isJudgement
      self.feeders = feeders
    }
  }

  package struct Grade: Hashable, Sendable {
    package var id: String
    package var name: BilingualText
    /// The lowest total of the grade, included.
    package var min: Points

    package init(id: String, name: BilingualText, min: Points) {
      self.id = id
      self.name = name
      self.min = min
    }
  }

  package var id: String
  package var name: BilingualText
  /// The document number.
  package var number: String?
  package var issued: CivilDate?
  package var source: BilingualText?
  /// How far the sheet was read at its source: `primary-text`, `partial-repost`, `constructed`.
  package var confidence: String
  /// True for a sheet that is ours and of no authority.
  package var isOurs: Bool
  /// What of the sheet was not seen, or is otherwise to be known by who reads a score.
  package var note: BilingualText?
  /// How the total is worked out, in words.
  package var formula: BilingualText?
  /// Points that are there to begin with.
  package var base: Points
  /// What all items are worth together in the total.
  package var scale: Points
  /// Points of the whole sheet that are not among ours, since their items were not seen.
  package var unseen: Points
  /// True where an item that the case does not involve leaves both sums.
  package var leavesOutNotInvolved: Bool
  /// The total of a case with a broken veto; `nil` where the total stands.
  package var vetoTotal: Points?
  /// The grade of a case with a broken veto; `nil` where the total decides.
  package var vetoGrade: String?
  /// What a case with a broken veto counts in the average of its office; `nil` for its total.
  package var vetoInAverage: Points?
  /// From the best down; empty where the sheet has none.
  package var grades: [Grade]
  /// False where the grades are not the sheet's own.
  package var gradesAreStated: Bool
  package var vetoes: [Veto]
  package var items: [Item]
  /// Taken off the total as they are.
  package var deductions: [Item]

  package init(id: String, name: BilingualText) {
    self.id = id
    self.name = name
    confidence = ""
    isOurs = false
    base = .zero
    scale = .zero
    unseen = .zero
    leavesOutNotInvolved = true
    grades = []
    gradesAreStated = true
    vetoes = []
    items = []
    deductions = []
  }

  /// The highest total that it gives.
  package var highest: Points { base + scale }

  /// The grade of a total: the best whose minimum it reaches.
  package func grade(of total: Points) -> Grade? {
    grades.first { $0.min <= total } ?? grades.last
  }
}
