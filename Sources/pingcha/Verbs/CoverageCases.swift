import CaseRecords
import FoundationEssentials
import RuleProof
import SourceText
import WorkCalendar

/// Reviews cases for `rules coverage`.
struct CoverageCases {
  let kinds: RecordKinds
  /// The day of the review for all; `nil` for that of each case's `expected.yaml`.
  let asOf: CivilDate?
  /// The day where nothing names one.
  let today: CivilDate
  let language: Language

  private var loader: RecordLoader { RecordLoader(kinds: kinds, checksAttachments: false) }

  /// Reviews every record that is found; false where one cannot be read, which is told. A case that
  /// is expected not to be read is passed over.
  func review(_ paths: [String], with meter: inout CoverageMeter) -> Bool {
    guard !paths.isEmpty else { return true }
    var areRead = true
    for found in RecordDiscovery.find(paths) {
      switch found {
      case .failure(let path, let problem):
        tell(path, problem.message)
        areRead = false
      case .source(let source) where source.format == .lines:
        areRead = reviewLines(of: source, with: &meter) && areRead
      case .source(let source):
        let expected = expectations(of: source)
        let record = loader.load(source)
        if record.record == nil, expected?.unreadable != nil { continue }
        areRead = review(record, on: expected?.asOf, with: &meter) && areRead
      }
    }
    return areRead
  }

  private func reviewLines(of source: RecordSource, with meter: inout CoverageMeter) -> Bool {
    var areRead = true
    do {
      var lines = try LineReader(source, limits: loader.limits)
      while let line = try lines.next() {
        areRead = review(loader.load(line, of: source), on: nil, with: &meter) && areRead
      }
    } catch {
      tell(source.path, CommandWords.unreadableCase)
      areRead = false
    }
    return areRead
  }

  private func review(
    _ loaded: LoadedRecord, on day: CivilDate?, with meter: inout CoverageMeter
  ) -> Bool {
    guard let record = loaded.record else {
      tell(loaded.name, CommandWords.unreadableCase)
      return false
    }
    meter.review(record, path: loaded.name, asOf: asOf ?? day ?? today)
    return true
  }

  /// What an `expected.yaml` beside the case says.
  private func expectations(of source: RecordSource) -> CaseExpectations? {
    guard let folder = source.folder else { return nil }
    let path = CaseExpectations.path(in: folder)
    guard let data = FileManager.default.contents(atPath: path) else { return nil }
    return CaseExpectations.read(SourceFile(path: path, bytes: [UInt8](data))).0
  }

  private func tell(_ path: String, _ text: BilingualText) {
    Streams.tell("\(path): \(text[language])")
  }
}
