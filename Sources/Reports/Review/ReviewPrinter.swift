package import Findings
package import SourceText
package import WorkCalendar

/// A format of `check`: writes a review case by case, so that long runs stream.
///
/// A conformer is told what is to be told and nothing else; what is left out by choice is counted in
/// the end.
package protocol ReviewPrinter {
  mutating func begin(_ head: ReviewHead)
  mutating func add(_ told: ToldCase)
  mutating func end(_ tail: ReviewTail)
}

/// What is known of a run before its first case.
package struct ReviewHead: Sendable {
  package var asOf: CivilDate
  /// The rules that are reviewed by, by id.
  package var rules: [RuleSummary]
  /// How many cases there will be; `nil` where that is not known yet.
  package var cases: Int?
  /// What went wrong outside of the records.
  package var diagnostics: [LocatedDiagnostic]
  /// True where only figures are wanted, and no case that could be read is told.
  package var isStatistics = false
  /// True where findings are held against a baseline.
  package var hasBaseline = false

  package init(
    asOf: CivilDate, rules: [RuleSummary], cases: Int? = nil,
    diagnostics: [LocatedDiagnostic] = []
  ) {
    self.asOf = asOf
    self.rules = rules
    self.cases = cases
    self.diagnostics = diagnostics
  }
}

/// One case with what is to be told of it.
package struct ToldCase: Sendable {
  /// From 1, in the order that the cases were given or found.
  package var number: Int
  /// Results and findings that are left out by choice are not in it; a result that needs telling has a
  /// finding.
  package var review: CaseReview
  /// Findings of the case that are left out by choice.
  package var untold: Int

  package init(number: Int, review: CaseReview, untold: Int = 0) {
    self.number = number
    self.review = review
    self.untold = untold
  }
}

/// What is known of a run after its last case.
package struct ReviewTail {
  /// What went wrong outside of the records: that of the head, and what only the end could tell.
  package var diagnostics: [LocatedDiagnostic]
  /// Of `diagnostics`, those that the head did not have.
  package var lateDiagnostics: [LocatedDiagnostic]
  /// What a baseline holds and the run did not find; `nil` for a run without one.
  package var resolved: [ResolvedFindings]?
  var tally: ReviewTally
}

/// What a printer is made with.
package struct ReviewSettings {
  package var language: Language
  /// True to paint; for text alone.
  package var colour: Bool
  package var verbosity: ReviewTextPrinter.Verbosity
  package var unknown: UnknownPolicy
  /// The texts to show.
  package var sources: ReviewTextPrinter.Sources
  /// The same texts with nothing starred out: columns are counted in them, and nothing of them is
  /// printed. A star for every byte of a 汉字 would move what stands behind it.
  package var originals: ReviewTextPrinter.Sources

  package init(
    language: Language, colour: Bool = false,
    verbosity: ReviewTextPrinter.Verbosity = .normal, unknown: UnknownPolicy = .warn,
    sources: @escaping ReviewTextPrinter.Sources = { _ in nil },
    originals: ReviewTextPrinter.Sources? = nil
  ) {
    self.originals = originals ?? sources
    self.language = language
    self.colour = colour
    self.verbosity = verbosity
    self.unknown = unknown
    self.sources = sources
  }
}

/// What is made of a result that could not be determined.
package enum UnknownPolicy: String, Hashable, Sendable, CaseIterable {
  /// It fails the run as a violation of its severity would.
  case fail
  /// It is told as a warning.
  case warn
  /// It is told as a note.
  case ok
}
