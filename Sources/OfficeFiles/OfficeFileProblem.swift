package import Findings

/// Why an office file could not be written.
package enum OfficeFileProblem: Error, Hashable, Sendable {
  /// A sheet has more rows than spreadsheets can hold.
  case tooManyRows(sheet: String, limit: Int)
  /// The path cannot be written, with what the library says of it.
  case cannotWrite(path: String, reason: String)
  /// Something of a file that was given is wrong, at its place.
  case template(LocatedDiagnostic)

  package var located: LocatedDiagnostic {
    switch self {
    case .tooManyRows(let sheet, let limit): .tooManyRows(sheet, limit: limit)
    case .cannotWrite(let path, let reason): .cannotWriteOffice(path, reason)
    case .template(let located): located
    }
  }
}
