import CaseRecords
import Findings
import RuleCompiler
import SourceText
import WorkCalendar

/// What one review of one record is about. Rules, checks and findings share it by one reference.
final class RecordContext {
  let rulebook: Rulebook
  let record: CaseRecord
  /// The day of the review.
  let asOf: CivilDate
  /// True where results keep the frame that they were judged in.
  let keepsFrames: Bool
  /// True to leave personal data in findings as it is recorded.
  let showsPersonalData: Bool
  /// The case number as recorded, which every finding names.
  let caseNumber: String?

  init(
    rulebook: Rulebook, record: CaseRecord, asOf: CivilDate, keepsFrames: Bool,
    showsPersonalData: Bool
  ) {
    self.showsPersonalData = showsPersonalData
    self.rulebook = rulebook
    self.record = record
    self.asOf = asOf
    self.keepsFrames = keepsFrames
    caseNumber = record.number
  }
}
