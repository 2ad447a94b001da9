internal import FoundationEssentials

/// Where the package and the folder of shared data beside it are.
package enum ProjectFolder {
  /// The folder of `Package.swift`.
  package static let root = parent(of: parent(of: parent(of: #filePath)))

  /// The shared folder: `PINGCHA_SHARED` of the environment, else `shared` beside the package;
  /// `nil` where there is none, and tests that need it are skipped.
  package static let shared: String? = {
    let named = ProcessInfo.processInfo.environment["PINGCHA_SHARED"]
    let path = named ?? parent(of: root) + "/shared"
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }()

  package static var hasShared: Bool { shared != nil }

  /// Returns the bytes of a file, or `nil` when it cannot be read.
  package static func bytes(atPath path: String) -> [UInt8]? {
    FileManager.default.contents(atPath: path).map { Array($0) }
  }

  /// Returns the text of a file in the shared folder, or `nil` when there is none.
  package static func sharedText(_ path: String) -> String? {
    shared.flatMap { bytes(atPath: $0 + "/" + path) }.map { String(decoding: $0, as: UTF8.self) }
  }

  /// Returns the files under a folder whose names end in `suffix`, as full paths, sorted.
  package static func files(under folder: String, suffix: String) -> [String] {
    guard let paths = FileManager.default.subpathsOrEmpty(folder) else { return [] }
    return paths.filter { $0.hasSuffix(suffix) }.sorted().map { folder + "/" + $0 }
  }

  /// Returns the folder that holds a path.
  package static func parent(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: 0x2F) else { return "." }
    return String(path[..<slash])
  }
}

extension FileManager {
  fileprivate func subpathsOrEmpty(_ folder: String) -> [String]? {
    try? subpathsOfDirectory(atPath: folder)
  }
}
