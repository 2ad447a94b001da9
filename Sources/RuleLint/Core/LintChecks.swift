/// Every check, by topic.
package enum LintChecks {
  package static let all: [any LintCheck.Type] =
    conditions + names + law + examples + texts + shape

  /// Every page: those of the checks, and those of what loading warns of.
  package static let notes: [LintNote] = {
    let all = LintChecks.all.map { $0.note } + LoadWarnings.notes
    return LintTopic.allCases.flatMap { topic in
      all.filter { $0.topic == topic }.sorted { $0.code < $1.code }
    }
  }()

  package static func note(_ code: String) -> LintNote? { notes.first { $0.code == code } }

  private static let conditions: [any LintCheck.Type] = [
    DuplicateTerm.self, AbsorbedTerm.self, ContradictoryTerms.self, DoubleNegation.self,
    NegatedComparison.self, NeedlessComparison.self, RequiredBooleanCompared.self,
    SwappedComparison.self, SizeAsMethod.self, IndependentQuantifier.self, UnusedElement.self,
    DuplicateInList.self, SingleElementList.self, OrOfEquals.self, NegatedQuantifier.self,
    NeedlessConditional.self, CountedFilter.self, LiteralThreshold.self, ComparedQuotient.self,
    BothWaysAbsent.self, NeedlessGuard.self, RepeatedOfApplies.self, RepeatedOfWhen.self,
    UnreachableCheck.self,
    DuplicateCheck.self, RepeatedExpression.self,
  ]
  private static let names: [any LintCheck.Type] = [
    UnusedLet.self, UnusedParameter.self, UnusedDefinition.self, UnusedBinding.self,
    UnusedTerm.self, UnusedException.self, UnusedInstrument.self, UnusedBase.self,
    UnusedFact.self, UnusedMessage.self,
  ]
  private static let law: [any LintCheck.Type] = [
    RepealedCitation.self, FutureCitation.self, EffectiveBeforeLaw.self, LawEnded.self,
    DuplicateCitation.self, CitationOrder.self, CitationWithoutWords.self, DayRule.self,
    ParameterGap.self, ParameterSourceEnded.self, ParameterWithoutCitation.self,
    SuccessionGap.self,
  ]
  private static let examples: [any LintCheck.Type] = [
    TooFewExamples.self, OutcomeWithoutExample.self, NoUndeterminedExample.self,
    CheckWithoutExample.self, DuplicateExample.self, ContradictoryExamples.self,
    PatchWithoutEffect.self, DayWithoutEffect.self,
  ]
  private static let texts: [any LintCheck.Type] = [
    HalfWidthInChinese.self, FullWidthInEnglish.self, HanSpacing.self, StraySpaces.self,
    NoEndMark.self, TitleWithEndMark.self, TitleTooLong.self, TextInOneLanguage.self,
    TitleTwice.self, UnbalancedMarks.self, RepeatedWord.self, MessageWithoutFact.self,
    MessageOfOtherFact.self,
    MessageIsTitle.self, MessageWithoutDue.self, AlternativeInOneLanguage.self,
    AlternativeInWrongLanguage.self, LowerCaseStart.self,
  ]
  private static let shape: [any LintCheck.Type] = [
    KeyOrder.self, FoldedExpression.self, NeedlessOverride.self, NeedlessDefault.self,
    MissingRemedy.self, MissingReading.self, FatalSignal.self, NearDuplicateRule.self,
    TrailingSpace.self, OpenNote.self, DefinitionWithoutLabel.self,
  ]
}
