internal import FoundationEssentials
internal import SourceText

extension RulebookSource {
  /// Reads a rules folder from disk.
  ///
  /// Only files that end in `.yaml` are rules; other files (a README) are passed over, hidden ones
  /// too. Links are not followed. A file that cannot be read is a diagnostic, and the rest goes on.
  package static func load(folder: String) -> RulebookSource {
    // With the dot a folder that is itself a link is walked too.
    guard let paths = try? FileManager.default.subpathsOfDirectory(atPath: "\(folder)/.") else {
      return RulebookSource(
        diagnostics: [FileDiagnostic(file: "", diagnostic: .noRulesFolder(folder))])
    }
    var files: [SourceFile] = []
    var unreadable: [FileDiagnostic] = []
    for path in paths.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      let parts = path.split(separator: "/")
      guard path.hasSuffix(".yaml") || path.hasSuffix(".yml"),
        !parts.contains(where: { $0.hasPrefix(".") })
      else { continue }
      guard let data = FileManager.default.contents(atPath: "\(folder)/\(path)") else {
        unreadable.append(FileDiagnostic(file: path, diagnostic: .unreadableFile(path)))
        continue
      }
      files.append(SourceFile(path: path, bytes: [UInt8](data)))
    }
    var source = RulebookSource(reading: files)
    source.diagnostics = unreadable + source.diagnostics
    return source
  }
}
