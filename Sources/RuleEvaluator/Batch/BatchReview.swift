package import CaseRecords
internal import SourceText

/// Reviews the records behind many sources, several at a time.
package struct BatchReview: Sendable {
  private let loader: RecordLoader
  private let records: RecordReview
  private let batch: RecordBatch

  /// - Parameter jobs: Records reviewed at the same time, 1 or more.
  package init(loader: RecordLoader, records: RecordReview, jobs: Int) {
    self.loader = loader
    self.records = records
    batch = RecordBatch(loader: loader, jobs: jobs)
  }

  /// Reviews everything, handing each review over before the next one.
  ///
  /// - Parameter receive: Takes the reviews in order, and says whether to go on.
  package func run(
    _ sources: [FoundSource], receive: (ReviewedCase) throws -> Bool
  ) async throws {
    let (loader, records) = (loader, records)
    try await batch.run(sources, { $0.review(by: loader, records) }, receive: receive)
  }
}

extension RecordWork {
  fileprivate func review(by loader: RecordLoader, _ records: RecordReview) -> ReviewedCase {
    switch self {
    case .file(let source): records.review(loader.load(source))
    case .line(let line, let source): records.review(loader.load(line, of: source))
    case .unreadable(let loaded): records.review(loaded)
    case .failure(let path, let diagnostic): records.review(failure: diagnostic, at: path)
    }
  }
}
