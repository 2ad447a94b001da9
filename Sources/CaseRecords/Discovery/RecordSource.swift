package import SourceText

/// A file that holds records, as it was named or found.
package struct RecordSource: Hashable, Sendable {
  package enum Format: Hashable, Sendable {
    case yaml, json
    /// NDJSON: one record a line.
    case lines
  }

  /// What to print: the path as it was given, or as it was found below one that was; `-` for
  /// standard input.
  package var path: String
  package var format: Format
  /// The case folder, which attachments are in; `nil` for a record that stands for itself.
  package var folder: String?

  package init(path: String, format: Format, folder: String? = nil) {
    self.path = path
    self.format = format
    self.folder = folder
  }

  package var isStandardInput: Bool { path == RecordSource.standardInputPath }

  package static let standardInputPath = "-"
  /// The file that makes a folder a case folder.
  package static let caseFileName = "case.yaml"
}

/// What a path on the command line leads to, one by one.
package enum FoundSource: Hashable, Sendable {
  case source(RecordSource)
  /// Nothing that could be read; `path` is the file or folder that the diagnostic is about.
  case failure(path: String, Diagnostic)

  package var path: String {
    switch self {
    case .source(let source): source.path
    case .failure(let path, _): path
    }
  }
}
