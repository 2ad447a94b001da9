package import SourceText

/// What a score sheet says of one case.
package struct CaseScore: Hashable, Sendable {
  /// Whether the sheet is for the case at all.
  package enum Scope: Hashable, Sendable {
    case applies
    case doesNotApply
    /// The facts that would tell.
    case open([String])
  }

  package enum Standing: String, Hashable, Sendable, CaseIterable {
    /// Nothing against it.
    case clear
    case broken
    /// Undetermined or pending.
    case open
    /// A person must read the papers.
    case judgement
    case notInvolved = "not-involved"
  }

  package struct Veto: Hashable, Sendable {
    package var id: String
    package var group: BilingualText?
    package var title: BilingualText
    package var standing: Standing
    /// What broke it, keeps it open, or is to be looked at by who judges it.
    package var findings: [Finding]
    /// Rules that feed it and could not be loaded.
    package var missingRules: [String]

    package init(
      id: String, group: BilingualText?, title: BilingualText, standing: Standing,
      findings: [Finding], missingRules: [String]
    ) {
      self.id = id
      self.group = group
      self.title = title
      self.standing = standing
      self.findings = findings
      self.missingRules = missingRules
    }
  }

  /// One line of an item that costs points, or may.
  package struct Loss: Hashable, Sendable {
    package var title: BilingualText
    /// Before the cap of the item.
    package var points: PointRange
    package var findings: [Finding]
    package var missingRules: [String]

    package init(
      title: BilingualText, points: PointRange, findings: [Finding], missingRules: [String]
    ) {
      self.title = title
      self.points = points
      self.findings = findings
      self.missingRules = missingRules
    }

    /// True where it may cost nothing.
    package var isOpen: Bool { points.least == .zero }
  }

  package struct Item: Hashable, Sendable {
    package var id: String
    package var group: BilingualText?
    package var title: BilingualText
    package var points: Points?
    package var standing: Standing
    /// After the cap.
    package var lost: PointRange
    package var losses: [Loss]
    /// Lines that no rule sees, left to a person; empty where the whole item is.
    package var unseenLines: [BilingualText]
    /// What is to be looked at by who judges it.
    package var raised: [Finding]

    package init(
      id: String, group: BilingualText?, title: BilingualText, points: Points?,
      standing: Standing, lost: PointRange, losses: [Loss], unseenLines: [BilingualText],
      raised: [Finding]
    ) {
      self.id = id
      self.group = group
      self.title = title
      self.points = points
      self.standing = standing
      self.lost = lost
      self.losses = losses
      self.unseenLines = unseenLines
      self.raised = raised
    }

    /// True where its losses come to more than it may cost.
    package var isCapped: Bool {
      losses.reduce(PointRange.none) { $0 + $1.points }.most > lost.most
    }
  }

  /// Who decided, as recorded.
  package var office: String?
  package var scope: Scope
  /// The lower end counts everything that is open as lost; `nil` where there is nothing to score.
  package var total: PointRange?
  /// The total as it were without vetoes.
  package var totalBeforeVeto: PointRange?
  /// The points of all items that count, and what is lost of them.
  package var inPlay: Points
  package var lost: PointRange
  /// The grades of the two ends of the total; the same where nothing open matters.
  package var bestGrade: ScoreSheet.Grade?
  package var worstGrade: ScoreSheet.Grade?
  package var vetoes: [Veto]
  package var items: [Item]
  package var deductions: [Item]
  /// Violations that the sheet has no item for: they cost nothing.
  package var unlisted: [Finding]

  package init(office: String?, scope: Scope) {
    self.office = office
    self.scope = scope
    inPlay = .zero
    lost = .none
    vetoes = []
    items = []
    deductions = []
    unlisted = []
  }

  package var hasBrokenVeto: Bool { vetoes.contains { $0.standing == .broken } }
}

/// One case of a run of `score`.
package struct ScoredCase: Hashable, Sendable {
  /// Its results are not kept: the score holds the findings that matter.
  package var review: CaseReview
  /// `nil` where the record could not be read, or is of a kind that the sheet is not for.
  package var score: CaseScore?

  package init(review: CaseReview, score: CaseScore?) {
    self.review = review
    self.score = score
  }
}
