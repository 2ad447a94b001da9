internal import CEL
internal import SourceText
internal import WorkCalendar
internal import YAML

/// Records that were read once, kept so that they can be read again many times as fast: what
/// expressions see of them, and nothing of the files. A fact of such a record has no place.
///
/// The bytes: a mark, a key that says what the pack was made from, a table of strings, the records each
/// behind its length, and the SHA-256 of it all. Numbers have seven bits a byte. Whatever is damaged or
/// of another key is no pack.
package struct RecordPack: Sendable {
  /// Raised with the format.
  static let magic = Array("pingcha pack 1\n".utf8)
  private static let digestLength = 64

  private let bytes: [UInt8]
  private let strings: [String]
  private let types: [StructType]
  private let schemas: [RecordSchema]
  /// Where each record begins and ends.
  private let records: [Range<Int>]

  package var count: Int { records.count }

  /// Reads a pack.
  ///
  /// - Parameters:
  ///   - key: What it must have been made from.
  ///   - schemas: Those that it was written with.
  /// - Returns: `nil` for a pack of another key or format, and for one that is damaged.
  package init?(_ bytes: [UInt8], key: String, schemas: [RecordSchema]) {
    let end = bytes.count - Self.digestLength
    guard end > 0, bytes.starts(with: Self.magic),
      sha256(of: Array(bytes[..<end])).utf8.elementsEqual(bytes[end...])
    else { return nil }
    var cursor = PackCursor(bytes, Self.magic.count..<end)
    guard let found = cursor.text(), found == key, let stringCount = cursor.number(),
      let tableLength = cursor.number(), cursor.hasMore(tableLength)
    else { return nil }
    let table = cursor.position..<cursor.position + tableLength
    var names = PackCursor(bytes, table)
    var strings: [String] = []
    strings.reserveCapacity(min(stringCount, tableLength))
    for _ in 0..<stringCount {
      guard let text = names.text() else { return nil }
      strings.append(text)
    }
    cursor.position = table.upperBound
    guard let count = cursor.number() else { return nil }
    var records: [Range<Int>] = []
    for _ in 0..<count {
      guard let length = cursor.number(), cursor.hasMore(length) else { return nil }
      records.append(cursor.position..<cursor.position + length)
      cursor.position += length
    }
    guard cursor.position == end else { return nil }
    self.bytes = bytes
    self.strings = strings
    self.schemas = schemas
    self.records = records
    types = PackedTypes.all(of: schemas)
  }

  /// One entry: the name that a source is told by, and its record unless it was unreadable.
  package struct Entry {
    package let name: String
    package let record: CaseRecord?
  }

  /// - Returns: `nil` where the pack does not fit the schemas, which its key excludes.
  package func entry(_ number: Int) -> Entry? {
    var reader = EntryReader(
      cursor: PackCursor(bytes, records[number]), strings: strings, types: types)
    guard let name = reader.string(), let state = reader.cursor.byte() else { return nil }
    if state == 0 { return Entry(name: name, record: nil) }
    guard let typeNumber = reader.cursor.number(), types.indices.contains(typeNumber),
      let schema = schemas.first(where: { $0.recordType === types[typeNumber] }),
      let completeness = reader.cursor.byte(),
      case .list(let documents)? = reader.value(), case .structure(let record)? = reader.value(),
      record.type === schema.recordType
    else { return nil }
    return Entry(
      name: name,
      record: CaseRecord(
        schema: schema, completeness: completeness == 1 ? .open : .closed, sections: record.slots,
        documents: documents, root: Node(content: .mapping([]), range: .none)))
  }
}

/// What stands before a value.
enum PackedTag: UInt8 {
  case null, yes, no, int, string, date, money, decimal, timestamp, unknown, range, list, structure
  case sameStructure
}

/// The types of structures in records of some schemas, always in the same order.
enum PackedTypes {
  static func all(of schemas: [RecordSchema]) -> [StructType] {
    schemas.flatMap { schema in
      [schema.recordType, schema.document.type] + schema.sections.map(\.shape.type)
        + schema.shapes.map(\.type)
    }
  }
}

/// Reads the values of one record.
private struct EntryReader {
  var cursor: PackCursor
  let strings: [String]
  let types: [StructType]
  /// In the order that they end, as `sameStructure` counts them.
  private var structures: [StructValue] = []

  init(cursor: PackCursor, strings: [String], types: [StructType]) {
    self.cursor = cursor
    self.strings = strings
    self.types = types
  }

  mutating func string() -> String? {
    guard let number = cursor.number(), strings.indices.contains(number) else { return nil }
    return strings[number]
  }

  mutating func value() -> Value? {
    guard let tag = cursor.byte().flatMap(PackedTag.init) else { return nil }
    switch tag {
    case .null: return .null
    case .yes: return .bool(true)
    case .no: return .bool(false)
    case .int: return cursor.signed().map { .int($0) }
    case .string: return string().map { .string($0) }
    case .date:
      return cursor.signed().flatMap { Int32(exactly: $0) }.map {
        .date(CivilDate(dayNumber: $0))
      }
    case .money: return amount().map { .money($0) }
    case .decimal: return amount().map { .decimal($0) }
    case .timestamp:
      guard let seconds = cursor.signed(), let rest = cursor.signed(),
        let nanoseconds = Int32(exactly: rest)
      else { return nil }
      return .timestamp(Timestamp(seconds: seconds, nanoseconds: nanoseconds))
    case .unknown: return trail().map { .unknown($0) }
    case .range:
      guard let low = value(), let high = value(), let trail = trail() else { return nil }
      return .range(RangeValue(low: end(low), high: end(high), trail: trail))
    case .list: return list()
    case .structure: return structure().map { .structure($0) }
    case .sameStructure:
      guard let number = cursor.number(), structures.indices.contains(number) else { return nil }
      return .structure(structures[number])
    }
  }

  private func end(_ value: Value) -> Value? { if case .null = value { nil } else { value } }

  private mutating func list() -> Value? {
    guard let marks = cursor.byte(), let path = string(), let count = cursor.number(),
      cursor.hasMore(count)
    else { return nil }
    var elements = ContiguousArray<Value>()
    elements.reserveCapacity(count)
    for _ in 0..<count {
      guard let element = value() else { return nil }
      elements.append(element)
    }
    return .list(
      ListValue(elements, isOpen: marks & 1 != 0, path: path, isRecorded: marks & 2 != 0))
  }

  private mutating func structure() -> StructValue? {
    guard let number = cursor.number(), types.indices.contains(number),
      let mark = cursor.byte(), let path = string()
    else { return nil }
    let type = types[number]
    var slots = ContiguousArray<Value>()
    slots.reserveCapacity(type.fields.count)
    for _ in type.fields.indices {
      guard let slot = value() else { return nil }
      slots.append(slot)
    }
    let presence: StructValue.Presence = mark == 0 ? .present : mark == 1 ? .absent : .unrecorded
    let structure = StructValue(type: type, slots: slots, presence: presence, path: path)
    structures.append(structure)
    return structure
  }

  private mutating func trail() -> Trail? {
    guard let count = cursor.number(), cursor.hasMore(count) else { return nil }
    var paths: [String] = []
    for _ in 0..<count {
      guard let path = string() else { return nil }
      paths.append(path)
    }
    return Trail(paths)
  }

  private mutating func amount() -> ExactDecimal? {
    guard let scale = cursor.byte(), let coefficient = cursor.signed() else { return nil }
    return ExactDecimal(coefficient: Int128(coefficient), scale: Int(scale))
  }
}
