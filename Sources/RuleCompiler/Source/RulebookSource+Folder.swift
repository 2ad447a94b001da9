internal import FoundationEssentials
package import SourceText

extension RulebookSource {
  /// Reads a rules folder from disk.
  ///
  /// Only files that end in `.yaml` are rules; other files (a README) are passed over, hidden ones
  /// too. Links are not followed. A file that cannot be read is a diagnostic, and the rest goes on.
  package static func load(folder: String) -> RulebookSource {
    let (files, problems) = files(in: folder)
    var source = RulebookSource(reading: files)
    source.diagnostics = problems + source.diagnostics
    return source
  }

  /// The files of a folder that hold rules or what they need, unread, in byte order of their paths.
  package static func files(
    in folder: String
  ) -> (files: [SourceFile], problems: [FileDiagnostic]) {
    // With the dot a folder that is itself a link is walked too.
    guard let paths = try? FileManager.default.subpathsOfDirectory(atPath: "\(folder)/.") else {
      return ([], [FileDiagnostic(file: "", diagnostic: .noRulesFolder(folder))])
    }
    var files: [SourceFile] = []
    var problems: [FileDiagnostic] = []
    for path in paths.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    where isRulesFile(path) {
      if let data = FileManager.default.contents(atPath: "\(folder)/\(path)") {
        files.append(SourceFile(path: path, bytes: [UInt8](data)))
      } else {
        problems.append(FileDiagnostic(file: path, diagnostic: .unreadableFile(path)))
      }
    }
    return (files, problems)
  }

  /// True for a path below a rules folder that is not passed over.
  package static func isRulesFile(_ path: String) -> Bool {
    (path.hasSuffix(".yaml") || path.hasSuffix(".yml"))
      && !path.split(separator: "/").contains { $0.hasPrefix(".") }
  }
}
