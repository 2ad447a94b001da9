import Foundation

/// A folder of a test's own, gone when the test is over.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/records-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    // A folder that a test closed is opened again, or it could not be removed.
    for name in FileManager.default.subpaths(atPath: path) ?? [] {
      try? FileManager.default.setAttributes(
        [.posixPermissions: 0o700], ofItemAtPath: "\(path)/\(name)")
    }
    try? FileManager.default.removeItem(atPath: path)
  }

  /// Writes a file and the folders it needs.
  func write(_ name: String, _ text: String = "kind: sample\n") throws {
    try write(name, bytes: Array(text.utf8))
  }

  func write(_ name: String, bytes: [UInt8]) throws {
    let file = "\(path)/\(name)"
    try FileManager.default.createDirectory(
      atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(fileURLWithPath: file))
  }

  func folder(_ name: String) throws {
    try FileManager.default.createDirectory(
      atPath: "\(path)/\(name)", withIntermediateDirectories: true)
  }

  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: "\(path)/\(name)", withDestinationPath: target)
  }

  /// A pipe that nobody writes to.
  func pipe(_ name: String) throws {
    try write(name, "")
    try FileManager.default.removeItem(atPath: "\(path)/\(name)")
    guard unsafe mkfifo("\(path)/\(name)", 0o600) == 0 else { throw CocoaError(.fileWriteUnknown) }
  }

  /// A file of that many bytes that takes no room on the disk.
  func sparse(_ name: String, size: UInt64) throws {
    try write(name, "")
    let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: "\(path)/\(name)"))
    try handle.truncate(atOffset: size)
    try handle.close()
  }
}
