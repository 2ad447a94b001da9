internal import Foundation

/// A file in the system's temporary folder, for libraries that write nothing else.
enum ScratchFile {
  /// Lets somebody write a file, and returns what it holds; the file is gone afterwards.
  static func bytes(
    writtenBy write: (String) throws(OfficeFileProblem) -> Void
  ) throws(OfficeFileProblem) -> [UInt8] {
    let manager = FileManager.default
    let path = manager.temporaryDirectory.appending(path: "pingcha-\(UUID().uuidString)").path
    defer { try? manager.removeItem(atPath: path) }
    try write(path)
    guard let data = manager.contents(atPath: path) else {
      throw .cannotWrite(path: path, reason: "")
    }
    return [UInt8](data)
  }
}
