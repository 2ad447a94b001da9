internal import CaseRecords

/// The records of examples in the pack of an earlier run, by the text of the example.
struct KeptExamples: Sendable {
  private let store: RecordPackStore
  private let key: String
  private let texts: [String]
  private let numbers: [String: Int]

  /// - Parameters:
  ///   - texts: Those of all the examples of one reading of the rules.
  ///   - meaning: A digest of the schemas and base records that they are read by.
  init(_ texts: [String], _ meaning: String, _ store: RecordPackStore) {
    var seen: Set<String> = []
    self.texts = texts.filter { seen.insert($0).inserted }
    self.store = store
    key = store.key(ofTexts: self.texts, meaning: meaning)
    numbers = Dictionary(
      self.texts.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func pack(_ schemas: [RecordSchema]) -> RecordPack? { store.pack(key, schemas: schemas) }

  func record(_ text: String, in pack: RecordPack) -> CaseRecord? {
    numbers[text].flatMap { pack.entry($0)?.record }
  }

  /// Keeps records by the text of their example; one that made none is read anew each time.
  func keep(_ records: [String: CaseRecord], _ schemas: [RecordSchema]) {
    var writer = PackWriter(schemas: schemas)
    for text in texts { writer.add(records[text], named: "") }
    if let bytes = writer.finished(key: key) { store.keep(bytes, as: key) }
  }
}
