package import SourceText
package import WorkCalendar

/// What letters to offices say that no case file holds: who writes, and how long an office has.
package struct LetterSettings: Hashable, Sendable {
  /// Who reviews, and signs.
  package var sender: BilingualText
  /// The number of a document as it stands before somebody gives it one.
  package var number: BilingualText
  /// How long an office has to put a finding of each gravity right, from the day after the letter
  /// reaches it.
  package var rectify: [RuleSeverity: Period]
  /// How long it has to object.
  package var object: Period
  /// What the two rest on.
  package var source: BilingualText

  package init(
    sender: BilingualText, number: BilingualText, rectify: [RuleSeverity: Period],
    object: Period, source: BilingualText
  ) {
    self.sender = sender
    self.number = number
    self.rectify = rectify
    self.object = object
    self.source = source
  }
}
