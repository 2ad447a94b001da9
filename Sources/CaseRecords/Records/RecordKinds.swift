internal import SourceText
package import YAML

/// The record kinds that are known, each with its schema.
package struct RecordKinds: Sendable {
  private let readers: [String: RecordReader]
  /// The kinds by name, in the order of their bytes.
  package let names: [String]

  /// - Parameter schemas: Each with a kind of its own; of two with one kind the first counts, and
  ///   one that names no kind is not found.
  package init(_ schemas: some Sequence<RecordSchema>) {
    var readers: [String: RecordReader] = [:]
    for schema in schemas {
      if let kind = schema.kind, readers[kind] == nil {
        readers[kind] = RecordReader(schema: schema)
      }
    }
    self.readers = readers
    names = readers.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  package func schema(_ kind: String) -> RecordSchema? { readers[kind]?.schema }

  /// Reads a record by the schema of the kind that it names.
  package func read(_ root: Node) -> RecordReading {
    guard root.mapping != nil else {
      return RecordReading(record: nil, diagnostics: [.notARecord(at: root.range)])
    }
    guard let kind = root["kind"], !kind.isNull else {
      let start = root.mapping?.first?.keyRange ?? root.range
      return RecordReading(record: nil, diagnostics: [.missingKind(names, at: start)])
    }
    guard let text = kind.scalar?.text, let reader = readers[text] else {
      let found = kind.scalar?.text ?? ""
      return RecordReading(
        record: nil, diagnostics: [.unknownKind(found, known: names, at: kind.range)])
    }
    return reader.read(root)
  }
}
