package import Findings
internal import SourceText

extension RulebookSource {
  /// Returns the diagnostics with line and column.
  ///
  /// - Parameter root: The rules folder as the user named it, to be put before each path; empty for
  ///   paths below the folder.
  package func locatedDiagnostics(below root: String) -> [LocatedDiagnostic] {
    diagnostics.map { located($0, below: root) }
  }

  /// Finds line and column of a diagnostic in the file that it names. One about a file as a whole
  /// has no place.
  package func located(_ found: FileDiagnostic, below root: String) -> LocatedDiagnostic {
    let name = root.isEmpty || found.file.isEmpty ? root + found.file : "\(root)/\(found.file)"
    let range = found.diagnostic.range
    var place: Place?
    if range != .none, let file = files.first(where: { $0.path == found.file }) {
      place = Place(of: range, in: file, called: name)
    }
    return LocatedDiagnostic(diagnostic: found.diagnostic, place: place, file: name)
  }
}
