package import CaseRecords
package import Findings
package import RuleCompiler
package import SourceText
package import WorkCalendar

/// A review of one record together with the text it is about, for excerpts.
package struct ReviewedCase: Sendable {
  package var review: CaseReview
  /// What the ranges of the review's places are offsets in: the record's file, or for a line of
  /// NDJSON that line alone. `nil` where nothing could be read.
  package var text: SourceFile?
  /// The line of the file that `text` begins with, from 1.
  package var firstLine: Int
  /// Where `text` holds personal data, which an excerpt must not show.
  package var personal: [ByteRange]
  /// Where the time went; `nil` where nobody asked.
  package var profile: ReviewProfile?
  /// What the sheet says, where the run is by one.
  package var score: CaseScore?
  /// What the record tells of the case itself, where the run is an audit.
  package var audited: AuditedCase?
  /// The SHA-256 of the record's text, where the run is an audit.
  package var digest: String?

  package init(
    review: CaseReview, text: SourceFile?, firstLine: Int = 1, personal: [ByteRange] = []
  ) {
    self.review = review
    self.text = text
    self.firstLine = firstLine
    self.personal = personal
  }
}

/// Reviews records of every kind, one at a time, whatever state they come in.
package struct RecordReview: Sendable {
  private let evaluators: [RecordEvaluator]
  /// The rules to review by, for each of the evaluators; `nil` for all.
  private let choices: [RuleChoice]?
  private let isProfiled: Bool
  private let scores: ScoreReview?
  /// What each rule requires, by its id, for audits; `nil` where none is made.
  private let titles: [String: BilingualText]?

  /// - Parameters:
  ///   - rulebooks: One for each record kind.
  ///   - rules: Ids, present or former, of the only rules to review by; `nil` for all.
  ///   - isProfiled: Whether reviews tell where their time went.
  ///   - scores: The sheet to score by, which needs all rules; `nil` for none.
  ///   - audits: Whether reviews tell what an audit needs of the case itself.
  ///   - showsPersonalData: Whether findings leave personal data as it is recorded.
  package init(
    rulebooks: [Rulebook], asOf: CivilDate, rules: [String]? = nil, isProfiled: Bool = false,
    scores: ScoreReview? = nil, audits: Bool = false, showsPersonalData: Bool = false
  ) {
    self.isProfiled = isProfiled
    self.scores = scores
    titles =
      audits
      ? Dictionary(
        rulebooks.flatMap(\.rules).map { ($0.id, $0.summary.title) },
        uniquingKeysWith: { first, _ in first }) : nil
    evaluators = rulebooks.map {
      RecordEvaluator(
        rulebook: $0, asOf: asOf, keepsChecks: scores != nil || audits,
        showsPersonalData: showsPersonalData)
    }
    choices = rules.map { ids in
      rulebooks.map { rulebook in
        let known = Set(ids.compactMap { rulebook.rule($0)?.id })
        return RuleChoice(
          known.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }, of: rulebook)
      }
    }
  }

  /// Reviews a record as it is loaded. One that cannot be read is a review that says so.
  package func review(_ load: @autoclosure () -> LoadedRecord) -> ReviewedCase {
    guard isProfiled else {
      var profile: ReviewProfile?
      return review(load(), profile: &profile)
    }
    let start = ContinuousClock.now
    let loaded = load()
    var profile: ReviewProfile? = ReviewProfile()
    profile?.reading = .now - start
    var reviewed = review(loaded, profile: &profile)
    reviewed.profile = profile
    return reviewed
  }

  private func review(_ loaded: LoadedRecord, profile: inout ReviewProfile?) -> ReviewedCase {
    var places = PlaceFinder(loaded)
    var review = CaseReview(
      source: loaded.name, caseNumber: loaded.record?.number, caseTitle: loaded.record?.title,
      isUnreadable: loaded.record == nil,
      diagnostics: loaded.diagnostics.map { places.located($0) }, results: [])
    if let record = loaded.record {
      let start = profile.map { _ in ContinuousClock.now }
      review.results = results(for: record, &profile)
      let middle = profile.map { _ in ContinuousClock.now }
      for result in review.results.indices {
        for finding in review.results[result].findings.indices {
          places.fill(&review.results[result].findings[finding])
        }
      }
      if let start, let middle {
        profile?.evaluating = middle - start
        profile?.locating = .now - middle
      }
    }
    let text = places.text
    var reviewed = ReviewedCase(
      review: review, text: text, firstLine: loaded.firstLine,
      personal: text == nil ? [] : loaded.record.map { PersonalRanges.ranges(in: $0) } ?? [])
    if let scores, let record = loaded.record {
      reviewed.score = scores.score(record, review.results, by: evaluator(for: record))
    }
    if let titles { audit(&reviewed, loaded, titles) }
    return reviewed
  }

  private func audit(
    _ reviewed: inout ReviewedCase, _ loaded: LoadedRecord, _ titles: [String: BilingualText]
  ) {
    reviewed.digest = sha256(of: loaded.bytes)
    var audited = AuditedCase(
      source: loaded.name, number: loaded.record?.number ?? loaded.caseNumber,
      title: loaded.record?.title ?? loaded.caseTitle)
    if let record = loaded.record {
      CaseAudit(
        record: record, titles: titles,
        showsPersonalData: evaluator(for: record).showsPersonalData
      ).fill(&audited, reviewed.review.results)
    }
    reviewed.audited = audited
  }

  /// The review of a path that led to no record.
  package func review(failure diagnostic: Diagnostic, at path: String) -> ReviewedCase {
    ReviewedCase(
      review: CaseReview(
        source: path, caseNumber: nil, caseTitle: nil, isUnreadable: true,
        diagnostics: [LocatedDiagnostic(diagnostic: diagnostic, place: nil, file: path)],
        results: []),
      text: nil)
  }

  private func evaluator(for record: CaseRecord) -> RecordEvaluator {
    evaluators[number(ofEvaluatorFor: record)]
  }

  private func number(ofEvaluatorFor record: CaseRecord) -> Int {
    guard
      let number = evaluators.firstIndex(where: { $0.rulebook.schema === record.schema })
    else { preconditionFailure("a record is read by the schema of a rulebook of the batch") }
    return number
  }

  private func results(for record: CaseRecord, _ profile: inout ReviewProfile?) -> [RuleResult] {
    let number = number(ofEvaluatorFor: record)
    guard let choices else { return evaluators[number].review(record, &profile) }
    return evaluators[number].review(record, by: choices[number]).compactMap { $0 }
  }
}

/// Finds lines and columns in the text of one record, which is gone through only when one is asked
/// for.
private struct PlaceFinder {
  private let path: String
  private let firstLine: Int
  private let bytes: [UInt8]
  private var file: SourceFile?

  init(_ loaded: LoadedRecord) {
    path = loaded.path
    firstLine = loaded.firstLine
    bytes = loaded.bytes
  }

  /// The text, where a place in it was asked for.
  var text: SourceFile? { file }

  mutating func located(_ diagnostic: Diagnostic) -> LocatedDiagnostic {
    LocatedDiagnostic(
      diagnostic: diagnostic,
      place: diagnostic.range == .none || bytes.isEmpty ? nil : place(of: diagnostic.range),
      file: path)
  }

  mutating func fill(_ finding: inout Finding) {
    for number in finding.evidence.indices {
      guard let range = finding.evidence[number].place?.range else { continue }
      finding.evidence[number].place = place(of: range)
    }
  }

  private mutating func place(of range: ByteRange) -> Place {
    let text = file ?? SourceFile(path: path, bytes: bytes)
    file = text
    return Place(of: range, in: text, firstLine: firstLine)
  }
}
