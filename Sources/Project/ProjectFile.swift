internal import FoundationEssentials
package import SourceText
package import YAML

/// The project's own settings, `pingcha.yaml`: a mapping of sections, each read by what it is for.
package struct ProjectFile: Sendable {
  package static let name = "pingcha.yaml"
  /// The sections that there are.
  static let sections = SourceForm.project(lint: .any).names

  package let file: SourceFile
  /// `nil` for a file without settings.
  private let root: Node?

  /// Reads a project file.
  package init(_ file: SourceFile) throws(SettingsProblem) {
    self.file = file
    let (root, diagnostics) = readYAML(file.bytes)
    self.root = root
    // Nothing but comments is no settings.
    if diagnostics.map(\.code) == ["empty-document"] { return }
    if let first = diagnostics.first { throw SettingsProblem(diagnostic: first, file: file) }
    guard let root, root.mapping != nil || root.isNull else {
      throw SettingsProblem(
        diagnostic: .settingIsNoMapping(
          example: "lint: { literal-threshold: info }", at: root?.range ?? .none),
        file: file)
    }
    for pair in root.mapping ?? [] where !Self.sections.contains(pair.key.text) {
      throw SettingsProblem(
        diagnostic: .unknownSetting(pair.key.text, known: Self.sections, at: pair.keyRange),
        file: file)
    }
  }

  /// What a section holds.
  package subscript(section: String) -> Node? { root?[section] }

  /// Reads a file by its path; `nil` where there is none.
  package static func read(_ path: String) throws(SettingsProblem) -> ProjectFile? {
    guard let data = FileManager.default.contents(atPath: path) else { return nil }
    return try ProjectFile(SourceFile(path: path, bytes: [UInt8](data)))
  }

  /// Finds the project file of a rules folder: beside it, or in a folder above.
  ///
  /// - Returns: Its path as it is reached from the rules folder as the user wrote it; `nil` where there
  ///   is none.
  package static func find(above rulesFolder: String) -> String? {
    var folder = rulesFolder + "/.."
    // Paths that a user wrote stay as they are; `Rules/..` is the folder that `Rules` stands in.
    if let slash = rulesFolder.utf8.lastIndex(of: UInt8(ascii: "/")) {
      let parent = String(rulesFolder[..<slash])
      if !parent.isEmpty, parent != "..", !parent.hasSuffix("/..") { folder = parent }
    } else if rulesFolder != ".", rulesFolder != ".." {
      folder = ""
    }
    for _ in 0..<64 {
      let path = folder.isEmpty ? name : "\(folder)/\(name)"
      if FileManager.default.fileExists(atPath: path) { return path }
      let absolute = URL(filePath: folder.isEmpty ? "." : folder).standardizedFileURL.path()
      if absolute == "/" { return nil }
      folder = folder.isEmpty ? ".." : "\(folder)/.."
    }
    return nil
  }
}
