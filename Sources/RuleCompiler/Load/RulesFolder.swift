internal import FoundationEssentials
package import SourceText

/// Where the rules are.
package enum RulesFolder {
  /// The name of a rules folder that is looked for.
  package static let name = "Rules"
  /// The environment variable that names one.
  package static let variable = "PINGCHA_RULES"

  /// Finds the rules folder: the one that is named, else the one of the environment, else `Rules`
  /// in the working folder or one of those above it, else beside the program or above it.
  ///
  /// - Throws: What to tell the user where there is none. A folder that somebody named is not
  ///   replaced by another.
  package static func find(
    named option: String?, environment: String?, workingFolder: String, program: String?
  ) throws(NotFound) -> String {
    if let option { return try checked(option, by: "--rules") }
    if let environment, !environment.isEmpty { return try checked(environment, by: variable) }
    if isRulesFolder(name) { return name }
    for start in [workingFolder, program.map(parent)].compactMap(\.self) {
      var folder = start
      while true {
        let candidate = folder == "/" ? "/\(name)" : "\(folder)/\(name)"
        if isRulesFolder(candidate) { return candidate }
        let above = parent(of: folder)
        if above == folder { break }
        folder = above
      }
    }
    throw NotFound(diagnostic: .noRulesAnywhere())
  }

  /// No rules folder, told to the user.
  package struct NotFound: Error, Hashable {
    package var diagnostic: Diagnostic
  }

  private static func checked(_ path: String, by giver: String) throws(NotFound) -> String {
    if isRulesFolder(path) { return path }
    throw NotFound(
      diagnostic: isFolder(path)
        ? .noRulesInFolder(path, by: giver) : .rulesFolderMissing(path, by: giver))
  }

  /// A rules folder describes at least one record kind.
  private static func isRulesFolder(_ path: String) -> Bool { isFolder("\(path)/records") }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder
  }

  /// The folder above; the root is above itself, and `.` above what has no other.
  private static func parent(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else {
      return "."
    }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
