internal import FoundationEssentials

/// Packs of earlier runs in a folder, each by what it was made from. A folder that cannot be written to
/// keeps none, and costs nothing but time.
package struct RecordPackStore: Sendable {
  private let folder: String
  /// What records mean besides their texts: the program that read them.
  private let program: String

  /// Packs of the latest runs that are kept; each is about a third of the records' size.
  private static let kept = 6
  private static let ending = ".pack"

  package init(folder: String, program: String) {
    self.folder = folder
    self.program = program
  }

  /// A digest of the texts of all sources and of what gives them their meaning.
  ///
  /// - Parameter meaning: A digest of the schemas that they are read by.
  /// - Returns: `nil` where a source cannot be read twice, such as standard input.
  package func key(of sources: [FoundSource], meaning: String) -> String? {
    var parts = [program, meaning]
    for found in sources {
      guard case .source(let source) = found, !source.isStandardInput,
        let file = try? OpenFile.regular(source.path), let digest = try? file.sha256()
      else { return nil }
      parts += [source.path, digest]
    }
    return sha256(of: Array(parts.joined(separator: "\n").utf8))
  }

  /// The same for texts that are at hand.
  package func key(ofTexts texts: [String], meaning: String) -> String {
    sha256(of: Array(([program, meaning] + texts).joined(separator: "\n").utf8))
  }

  package func pack(_ key: String, schemas: [RecordSchema]) -> RecordPack? {
    guard let data = FileManager.default.contents(atPath: path(of: key)) else { return nil }
    return RecordPack([UInt8](data), key: key, schemas: schemas)
  }

  /// Keeps a pack, and forgets those of older runs that are too many.
  package func keep(_ bytes: [UInt8], as key: String) {
    let manager = FileManager.default
    try? manager.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try? Data(bytes).write(to: URL(filePath: path(of: key)), options: .atomic)
    let names = (try? manager.contentsOfDirectory(atPath: folder)) ?? []
    let packs = names.filter { $0.hasSuffix(Self.ending) }.map { name in
      let path = "\(folder)/\(name)"
      let attributes = try? manager.attributesOfItem(atPath: path)
      return (path: path, date: attributes?[.modificationDate] as? Date ?? .distantPast)
    }
    for old in packs.sorted(by: { $0.date > $1.date }).dropFirst(Self.kept) {
      try? manager.removeItem(atPath: old.path)
    }
  }

  private func path(of key: String) -> String { "\(folder)/\(key)\(Self.ending)" }
}
