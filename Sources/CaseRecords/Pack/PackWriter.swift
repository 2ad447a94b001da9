internal import CEL
internal import WorkCalendar

/// Writes records in the form of `RecordPack`.
///
/// Strings stand once in a table; a paper that a fact refers to is the paper of the record's list again.
package struct PackWriter {
  private var bytes: [UInt8] = []
  private var count = 0
  private var strings: [String: Int] = [:]
  private var table: [UInt8] = []
  private let types: [StructType: Int]
  /// Of the record that is being written: the number of each structure, in the order they end.
  private var structures: [ObjectIdentifier: Int] = [:]
  /// False once a record held what no pack can: then there is none.
  private var isComplete = true

  package init(schemas: [RecordSchema]) {
    types = Dictionary(
      PackedTypes.all(of: schemas).enumerated().map { ($1, $0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Adds what a source led to: a record, or nothing that could be read.
  ///
  /// - Parameter name: The name that it is told by.
  package mutating func add(_ record: CaseRecord?, named name: String) {
    count += 1
    // The length stands before the record, so that records can be read apart.
    let all = bytes
    bytes = []
    put(name)
    if let record, let kind = types[record.record.type] {
      structures.removeAll(keepingCapacity: true)
      put(byte: 1)
      put(kind)
      put(byte: record.completeness == .open ? 1 : 0)
      put(Value.list(record.documents))
      put(Value.structure(record.record))
    } else {
      if record != nil { isComplete = false }
      put(byte: 0)
    }
    let body = bytes
    bytes = all
    put(body.count)
    bytes += body
  }

  /// The pack with its digest; `nil` where it would not hold every record.
  package func finished(key: String) -> [UInt8]? {
    guard isComplete else { return nil }
    var writer = PackWriter(schemas: [])
    writer.bytes = RecordPack.magic
    writer.put(raw: key)
    writer.put(strings.count)
    writer.put(table.count)
    writer.bytes += table
    writer.put(count)
    writer.bytes += bytes
    return writer.bytes + Array(sha256(of: writer.bytes).utf8)
  }

  // MARK: Values

  private mutating func put(_ value: Value) {
    switch value {
    case .null: put(PackedTag.null)
    case .bool(let flag): put(flag ? .yes : .no)
    case .int(let number):
      put(.int)
      put(signed: number)
    case .string(let text):
      put(.string)
      put(text)
    case .date(let day):
      put(.date)
      put(signed: Int64(day.dayNumber))
    case .money(let amount):
      put(.money)
      put(amount)
    case .decimal(let amount):
      put(.decimal)
      put(amount)
    case .timestamp(let time):
      put(.timestamp)
      put(signed: time.seconds)
      put(signed: Int64(time.nanoseconds))
    case .unknown(let trail):
      put(.unknown)
      put(trail: trail)
    case .range(let range):
      put(.range)
      put(range.low ?? Value.null)
      put(range.high ?? Value.null)
      put(trail: range.trail)
    case .list(let list):
      put(.list)
      put(byte: (list.isOpen ? 1 : 0) | (list.isRecorded ? 2 : 0))
      put(list.path)
      put(list.elements.count)
      for element in list.elements { put(element) }
    case .structure(let structure): put(structure)
    default: isComplete = false
    }
  }

  private mutating func put(_ structure: StructValue) {
    if let number = structures[ObjectIdentifier(structure)] {
      put(.sameStructure)
      put(number)
      return
    }
    guard let type = types[structure.type] else {
      isComplete = false
      return
    }
    put(.structure)
    put(type)
    let presence: UInt8 =
      switch structure.presence {
      case .present: 0
      case .absent: 1
      case .unrecorded: 2
      }
    put(byte: presence)
    put(structure.path)
    for slot in structure.slots { put(slot) }
    structures[ObjectIdentifier(structure)] = structures.count
  }

  private mutating func put(trail: Trail) {
    put(trail.paths.count)
    for path in trail.paths { put(path) }
  }

  private mutating func put(_ amount: ExactDecimal) {
    put(byte: amount.scale)
    put(signed: amount.coefficient)
  }

  // MARK: Bytes

  private mutating func put(_ tag: PackedTag) { put(byte: tag.rawValue) }

  private mutating func put(byte: UInt8) { bytes.append(byte) }

  /// Seven bits a byte, the lowest first.
  private mutating func put(_ number: Int) { put(unsigned: UInt64(number)) }

  private mutating func put(signed number: Int64) {
    put(unsigned: UInt64(bitPattern: number << 1 ^ number >> 63))
  }

  private mutating func put(unsigned number: UInt64) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  private mutating func put(_ text: String) {
    if let number = strings[text] {
      put(number)
      return
    }
    let number = strings.count
    strings[text] = number
    let body = bytes
    bytes = table
    put(raw: text)
    table = bytes
    bytes = body
    put(number)
  }

  private mutating func put(raw text: String) {
    put(text.utf8.count)
    bytes += Array(text.utf8)
  }
}
