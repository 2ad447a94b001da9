import FoundationEssentials
import Reports
import SourceText

/// A folder of files that a verb writes, and that can be held against what it would write.
struct WrittenFolder {
  let path: String

  /// - Parameter path: As the user named it; slashes at its end do not count.
  init(_ path: String) throws {
    if path.isEmpty { throw UsageProblem.noFolderName(option: "--out") }
    var rest = path[...]
    while rest.utf8.count > 1, rest.utf8.last == UInt8(ascii: "/") { rest = rest.dropLast() }
    self.path = String(rest)
  }

  /// The path of a file in it.
  func file(_ name: String) -> String { path == "/" ? "/\(name)" : "\(path)/\(name)" }

  /// The bytes of a file; `nil` where it is not there or cannot be read.
  func bytes(_ name: String) -> [UInt8]? {
    FileManager.default.contents(atPath: file(name)).map { [UInt8]($0) }
  }

  /// True where a file is there and says just this.
  func holds(_ name: String, _ text: String) -> Bool {
    bytes(name).map { $0 == Array(text.utf8) } ?? false
  }

  func exists(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: file(name))
  }

  /// Writes a file and makes the folders that it needs.
  func write(_ name: String, _ text: String) throws {
    try write(name, bytes: Array(text.utf8))
  }

  /// Writes a file that need not be a text, and makes the folders that it needs.
  func write(_ name: String, bytes: [UInt8]) throws {
    let path = file(name)
    if let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) {
      try? FileManager.default.createDirectory(
        atPath: String(path[..<slash]), withIntermediateDirectories: true)
    }
    try WrittenBytes.write(bytes, to: path)
  }

  /// The files in it and below, by path; none where there is no folder.
  func names() -> [String] {
    ((try? FileManager.default.subpathsOfDirectory(atPath: path)) ?? []).sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
  }

  func remove(_ name: String) throws {
    do {
      try FileManager.default.removeItem(atPath: file(name))
    } catch {
      throw UsageProblem.cannotWrite(file(name))
    }
  }
}
