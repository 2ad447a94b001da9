internal import SourceText

/// Finds the records behind paths.
///
/// A path is a case folder (it holds `case.yaml`), a folder with case folders anywhere below it, a
/// YAML or JSON file, an NDJSON file, or `-` for NDJSON on standard input. A case folder is not
/// searched further, so that nothing in it is taken for a record; hidden entries are skipped.
package enum RecordDiscovery {
  /// Returns what each path leads to: in the order of the paths, below a folder by path in byte
  /// order. Each path gives one thing at least. What cannot be read is a failure, also a folder
  /// beside case folders that has none in it; the rest is found all the same.
  package static func find(_ paths: some Sequence<String>) -> [FoundSource] {
    paths.flatMap(find)
  }

  private static func find(_ path: String) -> [FoundSource] {
    if path == RecordSource.standardInputPath {
      return [.source(RecordSource(path: path, format: .lines))]
    }
    let status: FileStatus
    do {
      status = try FileSystem.status(path)
    } catch {
      return [.failure(path: path, .cannotRead(error, near: neighbour(of: path)))]
    }
    switch status.kind {
    case .folder:
      var walk = FolderWalk()
      if !walk.enter(path, status.identity) {
        return [.failure(path: path, walk.problem(ofFolder: path))]
      }
      return walk.found.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    case .regular: return [file(path)]
    case .other: return [.failure(path: path, .cannotRead(.isNoRegularFile, near: nil))]
    }
  }

  private static func file(_ path: String) -> FoundSource {
    let name = path.lastComponent
    switch name.pathExtension {
    case "yaml", "yml":
      let isCase = name == RecordSource.caseFileName
      return .source(
        RecordSource(path: path, format: .yaml, folder: isCase ? path.parentFolder : nil))
    case "json": return .source(RecordSource(path: path, format: .json))
    case "ndjson", "jsonl": return .source(RecordSource(path: path, format: .lines))
    default: return .failure(path: path, .unknownFormat(name))
    }
  }

  /// The name in the same folder that was probably meant.
  private static func neighbour(of path: String) -> String? {
    guard let names = try? FileSystem.names(in: path.parentFolder) else { return nil }
    return Suggestion.nearest(to: path.lastComponent, among: names)
  }
}

/// One search below one folder.
private struct FolderWalk {
  var found: [FoundSource] = []
  /// The folders above, to notice a link that leads back into one of them.
  private var above: [FileStatus.Identity] = []

  /// Searches a folder; false where neither a case folder nor a failure is in it.
  mutating func enter(_ folder: String, _ identity: FileStatus.Identity) -> Bool {
    if above.contains(identity) {
      found.append(.failure(path: folder, .cannotRead(.linkLoop, near: nil)))
      return true
    }
    let names: [String]
    do {
      names = try FileSystem.names(in: folder)
    } catch {
      found.append(.failure(path: folder, .cannotRead(error, near: nil)))
      return true
    }
    if names.contains(RecordSource.caseFileName) {
      found.append(
        .source(
          RecordSource(
            path: folder.appending(RecordSource.caseFileName), format: .yaml, folder: folder)))
      return true
    }
    above.append(identity)
    defer { above.removeLast() }
    var hasCase = false
    var without: [String] = []
    for name in names {
      let path = folder.appending(name)
      do {
        let status = try FileSystem.status(path)
        guard status.kind == .folder else { continue }
        if enter(path, status.identity) { hasCase = true } else { without.append(path) }
      } catch {
        found.append(.failure(path: path, .cannotRead(error, near: nil)))
        hasCase = true
      }
    }
    if hasCase {
      found += without.map { .failure(path: $0, problem(ofFolder: $0)) }
    }
    return hasCase
  }

  /// Why a folder gives no record.
  func problem(ofFolder folder: String) -> Diagnostic {
    let names = (try? FileSystem.names(in: folder)) ?? []
    if names.isEmpty { return .emptyFolder() }
    let meant = names.first {
      $0.lowercased() == RecordSource.caseFileName
        || ["case.yml", "case.json"].contains($0.lowercased())
    }
    let batch = names.first {
      ["ndjson", "jsonl", "json", "yaml", "yml"].contains($0.pathExtension)
    }
    return .noCaseFile(meant: meant, file: batch)
  }
}
