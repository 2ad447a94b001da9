import FoundationEssentials

/// Waits until a file below a folder is written, made, renamed or removed.
///
/// It looks twice a second: that needs no support of the file system and sees every way of saving.
struct FolderWatcher {
  let folder: String
  private var known: [String: Stamp]

  private struct Stamp: Equatable {
    var size: Int
    var modified: Date?
  }

  init(folder: String) {
    self.folder = folder
    known = Self.stamps(of: folder)
  }

  /// Returns once something differs from the last time.
  ///
  /// - Throws: `CancellationError` where the task is cancelled.
  mutating func waitForChange() async throws {
    while true {
      try await Task.sleep(for: .milliseconds(500))
      let now = Self.stamps(of: folder)
      if now != known {
        known = now
        return
      }
    }
  }

  private static func stamps(of folder: String) -> [String: Stamp] {
    var stamps: [String: Stamp] = [:]
    for path in (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? [] {
      let attributes = try? FileManager.default.attributesOfItem(atPath: "\(folder)/\(path)")
      guard let attributes, attributes[.type] as? FileAttributeType == .typeRegular else {
        continue
      }
      stamps[path] = Stamp(
        size: (attributes[.size] as? Int) ?? 0, modified: attributes[.modificationDate] as? Date)
    }
    return stamps
  }
}
