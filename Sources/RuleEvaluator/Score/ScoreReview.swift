import CEL
import CaseRecords
import Findings
package import RuleCompiler
import WorkCalendar

/// What a sheet says of records, once they have been reviewed.
package struct ScoreReview: Sendable {
  package let standard: CompiledStandard
  private let schema: RecordSchema

  /// - Parameter rulebook: That of the sheet's record kind.
  package init(_ standard: CompiledStandard, rulebook: Rulebook) {
    self.standard = standard
    schema = rulebook.schema
  }

  /// Scores a record by its results.
  ///
  /// - Returns: `nil` for a record of another kind.
  func score(
    _ record: CaseRecord, _ results: [RuleResult], by evaluator: RecordEvaluator
  ) -> CaseScore? {
    guard record.schema === schema else { return nil }
    return Scoring(results, by: standard.sheet)
      .score(office: record.text(of: .office), scope: scope(of: record, evaluator))
  }

  private func scope(of record: CaseRecord, _ evaluator: RecordEvaluator) -> CaseScore.Scope {
    guard let applies = standard.applies else { return .applies }
    var frame = evaluator.frame(for: record)
    frame.makeRoom(for: applies)
    switch Condition(applies.evaluate(&frame)) {
    case .yes: return .applies
    case .no: return .doesNotApply
    case .open(let trail): return .open(trail.paths)
    case .fault: return .open([])
    }
  }
}
