package import SourceText
package import YAML

/// A record as it came from its source, readable or not.
package struct LoadedRecord: Sendable {
  /// What to call it: the path of its file, for a line of NDJSON `path:line`.
  package var name: String
  /// The path of the file.
  package var path: String
  /// The line of the file that `bytes` begin with, from 1.
  package var firstLine: Int
  /// What the ranges of the diagnostics are about: the file, or the one line of it.
  package var bytes: [UInt8]
  /// `nil` where it cannot be read.
  package var record: CaseRecord?
  /// Number and title of the case as written, also of a record that cannot be read, as far as it
  /// gives them.
  package var caseNumber: String?
  package var caseTitle: String?
  /// Everything that is wrong with the record and with its attachments. Those of attachments do not
  /// make it unreadable.
  package var diagnostics: [Diagnostic]
}

/// Takes records from their sources: reads the bytes, the document, the record, and checks the
/// attachments. Whatever goes wrong with one record is told of that record.
package struct RecordLoader: Sendable {
  package let kinds: RecordKinds
  package let limits: ReadingLimits
  /// False leaves the files of attachments alone.
  package let checksAttachments: Bool

  package init(
    kinds: RecordKinds, limits: ReadingLimits = .standard, checksAttachments: Bool = true
  ) {
    self.kinds = kinds
    self.limits = limits
    self.checksAttachments = checksAttachments
  }

  /// Loads the one record of a YAML or JSON file.
  ///
  /// - Precondition: The source is no NDJSON; its lines come from a `LineReader`.
  package func load(_ source: RecordSource) -> LoadedRecord {
    precondition(source.format != .lines, "NDJSON is read line by line")
    var loaded = LoadedRecord(
      name: source.path, path: source.path, firstLine: 1, bytes: [], record: nil, diagnostics: [])
    do {
      loaded.bytes = try FileSystem.bytes(of: source.path, limit: limits.bytes)
    } catch {
      loaded.diagnostics = [.cannotRead(error, near: nil)]
      return loaded
    }
    read(
      &loaded, source.format == .yaml ? readYAML(loaded.bytes, limits: limits) : json(loaded.bytes))
    if checksAttachments, let folder = source.folder, let record = loaded.record {
      loaded.diagnostics += AttachmentCheck(folder: folder).diagnostics(of: record)
    }
    return loaded
  }

  /// Loads the record of a line of NDJSON.
  package func load(_ line: LineReader.Line, of source: RecordSource) -> LoadedRecord {
    var loaded = LoadedRecord(
      name: "\(source.path):\(line.number)", path: source.path, firstLine: line.number,
      bytes: line.bytes, record: nil, diagnostics: [])
    if line.isTooLong {
      loaded.diagnostics = [.lineTooLong(limit: limits.bytes)]
    } else {
      read(&loaded, json(line.bytes))
    }
    return loaded
  }

  /// The failure of a source that could not be opened or read on, as a record that cannot be read.
  package func failure(_ problem: FileProblem, of source: RecordSource) -> LoadedRecord {
    LoadedRecord(
      name: source.path, path: source.path, firstLine: 1, bytes: [], record: nil,
      diagnostics: [.cannotRead(problem, near: nil)])
  }

  /// NDJSON without a single record.
  package func nothing(in source: RecordSource) -> LoadedRecord {
    LoadedRecord(
      name: source.path, path: source.path, firstLine: 1, bytes: [], record: nil,
      diagnostics: [.noLines()])
  }

  private func json(_ bytes: [UInt8]) -> (root: Node?, diagnostics: [Diagnostic]) {
    readJSON(bytes, limits: limits)
  }

  /// A document that has faults but can be read on is read on, so that all is told in one pass.
  private func read(
    _ loaded: inout LoadedRecord, _ document: (root: Node?, diagnostics: [Diagnostic])
  ) {
    loaded.diagnostics = document.diagnostics
    guard let root = document.root else { return }
    let reading = kinds.read(root)
    loaded.diagnostics = (document.diagnostics + reading.diagnostics).inOrder
    loaded.record = document.diagnostics.haveErrors ? nil : reading.record
    loaded.caseNumber = root.caseText("number")
    loaded.caseTitle = root.caseText("title")
  }
}

extension Node {
  /// A field of the section `case`, by its place alone.
  fileprivate func caseText(_ field: String) -> String? {
    guard let node = self["case"]?[field]?.factValue, !node.isNull else { return nil }
    return node.scalar?.text
  }
}
