package import CaseRecords
package import SourceText

/// Works on the records behind many sources, several at a time.
///
/// Results come out in the order of the sources, and of the lines in them, whatever finishes first:
/// the same for any number of workers. A few records for each worker are in memory at once.
package struct RecordBatch: Sendable {
  private let loader: RecordLoader
  private let jobs: Int

  /// - Parameter jobs: Records worked on at the same time, 1 or more.
  package init(loader: RecordLoader, jobs: Int) {
    precondition(jobs > 0, "a batch needs at least one worker")
    self.loader = loader
    self.jobs = jobs
  }

  /// Works on everything, handing each result over before the next one.
  ///
  /// - Parameter receive: Takes the results in order, and says whether to go on.
  package func run<Result: Sendable>(
    _ sources: [FoundSource], _ body: @escaping @Sendable (RecordWork) -> Result,
    receive: (Result) throws -> Bool
  ) async throws {
    var feed = RecordFeed(sources)
    try await inOrder(jobs: jobs, next: { feed.next(by: loader) }, body, receive: receive)
  }
}

/// One record to work on.
package enum RecordWork: Sendable {
  case file(RecordSource)
  case line(LineReader.Line, RecordSource)
  /// What went wrong with a source as a whole.
  case unreadable(LoadedRecord)
  case failure(path: String, Diagnostic)

  /// Reads the record; `nil` for a path that leads to none.
  package func load(by loader: RecordLoader) -> LoadedRecord? {
    switch self {
    case .file(let source): loader.load(source)
    case .line(let line, let source): loader.load(line, of: source)
    case .unreadable(let loaded): loaded
    case .failure: nil
    }
  }
}

/// Takes one record after another from the sources; the lines of a file as they are asked for.
private struct RecordFeed: ~Copyable {
  private let sources: [FoundSource]
  private var place = 0
  private var lines: LineReader?
  private var hadLine = false

  init(_ sources: [FoundSource]) {
    self.sources = sources
  }

  mutating func next(by loader: RecordLoader) -> RecordWork? {
    while place < sources.count {
      switch sources[place] {
      case .failure(let path, let diagnostic):
        place += 1
        return .failure(path: path, diagnostic)
      case .source(let source) where source.format != .lines:
        place += 1
        return .file(source)
      case .source(let source):
        if let work = nextLine(of: source, by: loader) { return work }
        place += 1
      }
    }
    return nil
  }

  /// The next line; `nil` once at the end of the source.
  private mutating func nextLine(of source: RecordSource, by loader: RecordLoader) -> RecordWork? {
    do {
      if lines == nil { lines = try LineReader(source, limits: loader.limits) }
      if let line = try lines?.next() {
        hadLine = true
        return .line(line, source)
      }
    } catch {
      close()
      place += 1
      return .unreadable(loader.failure(error, of: source))
    }
    let isEmpty = !hadLine
    close()
    guard isEmpty else { return nil }
    place += 1
    return .unreadable(loader.nothing(in: source))
  }

  private mutating func close() {
    lines = nil
    hadLine = false
  }
}
