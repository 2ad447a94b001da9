internal import CEL
internal import SourceText
internal import YAML

// Records and lists: a section, an element, a record inside a record.

extension RecordPass {
  /// Reads a record that is written, be it as null.
  ///
  /// - Parameter absent: The record as it reads where it is not on file.
  mutating func record(
    _ shape: ShapeSchema, _ node: Node, at path: String, keyRange: ByteRange, absent: Value
  ) -> Value {
    if marks.take(.unrecorded, path) {
      if node.mapping?.isEmpty == true {
        // Written only to be marked.
        marks.forget(below: path)
        return .structure(.missing(shape, .unrecorded, at: path, document: schema.document))
      }
      diagnostics.append(.givenAndUnrecorded(path, at: keyRange))
    }
    if node.isNull {
      diagnostics += marks.contradictions(below: path)
      return absent
    }
    guard let pairs = node.mapping else {
      diagnostics.append(.notARecordOfFields(shape, found: node))
      marks.forget(below: path)
      return absent
    }
    return .structure(
      StructValue(type: shape.type, slots: slots(shape, pairs, at: path), path: path))
  }

  /// A record that the file does not write.
  mutating func missingRecord(_ shape: ShapeSchema, _ value: Value, at path: String) -> Value {
    guard !marks.isEmpty else { return value }
    if marks.take(.unrecorded, path) {
      marks.forget(below: path)
      return .structure(.missing(shape, .unrecorded, at: path, document: schema.document))
    }
    guard marks.reachBelow(path) else { return value }
    // Some of its facts are unrecorded, so whether it is there is unknown too.
    return .structure(
      StructValue(
        type: shape.type, slots: slots(shape, [], at: path), presence: .unrecorded, path: path))
  }

  /// Reads the facts of a record into its slots.
  private mutating func slots(
    _ shape: ShapeSchema, _ pairs: [Pair], at path: String
  ) -> ContiguousArray<Value> {
    var slots = ContiguousArray<Value>(repeating: .null, count: shape.fields.count)
    var isGiven = ContiguousArray(repeating: false, count: shape.fields.count)
    for pair in pairs {
      guard let number = shape.number(ofField: pair.key.text) else {
        diagnostics.append(.unknownField(pair, in: shape))
        continue
      }
      if isGiven[number] {
        diagnostics.append(.repeatedField(pair.key.text, at: pair.keyRange))
        continue
      }
      isGiven[number] = true
      slots[number] = field(shape.fields[number], pair, in: path)
    }
    let why = isOpen ? Missing.unrecorded : .absent
    for (number, field) in shape.fields.enumerated() where !isGiven[number] {
      if marks.isEmpty {
        // The scalar of a closed record is null already.
        if why == .absent, field.type.isPlain { continue }
        slots[number] = field.type.missing(
          why, at: "\(path).\(field.name)", document: schema.document)
      } else {
        slots[number] = missingField(field, why, at: "\(path).\(field.name)")
      }
    }
    return slots
  }

  /// A field that is not written, in a record where `unrecorded:` or `complete:` says something.
  private mutating func missingField(_ field: FieldSchema, _ why: Missing, at path: String)
    -> Value
  {
    switch field.type {
    case .list(.record(let shape)): return recordList(shape, nil, at: path, keyRange: nil)
    case .list:
      let isOpen = listIsOpen(path, given: nil)
      return .list(ListValue([], isOpen: isOpen, path: path, isRecorded: false))
    case .record(let shape):
      let value = field.type.missing(why, at: path, document: schema.document)
      return missingRecord(shape, value, at: path)
    default:
      let isUnrecorded = marks.take(.unrecorded, path)
      return field.type.missing(
        isUnrecorded ? .unrecorded : why, at: path, document: schema.document)
    }
  }

  private mutating func field(_ field: FieldSchema, _ pair: Pair, in owner: String) -> Value {
    switch field.type {
    case .record(let shape):
      let path = "\(owner).\(field.name)"
      let absent = field.type.missing(.absent, at: path, document: schema.document)
      return record(shape, pair.value, at: path, keyRange: pair.keyRange, absent: absent)
    case .list(let element):
      let path = "\(owner).\(field.name)"
      let node = unwrapped(pair.value)
      if case .record(let shape) = element {
        return recordList(shape, node, at: path, keyRange: pair.keyRange)
      }
      return scalarList(element, node, at: path, keyRange: pair.keyRange)
    default:
      if !marks.isEmpty, marks.take(.unrecorded, "\(owner).\(field.name)") {
        diagnostics.append(.givenAndUnrecorded("\(owner).\(field.name)", at: pair.keyRange))
      }
      let node = unwrapped(pair.value)
      if !node.isNull, let value = scalar(field.type, node, owner: owner, name: field.name) {
        return value
      }
      return field.type.missing(
        .absent, at: "\(owner).\(field.name)", document: schema.document)
    }
  }

  // MARK: - Lists

  /// Reads a list of records; `nil` is one that is not written.
  mutating func recordList(
    _ shape: ShapeSchema, _ node: Node?, at path: String, keyRange: ByteRange?
  ) -> Value {
    let isOpen = listIsOpen(path, given: node, keyRange: keyRange)
    guard let items = items(node, at: path, example: shape) else {
      return .list(ListValue([], isOpen: isOpen, path: path, isRecorded: false))
    }
    var elements = ContiguousArray<Value>()
    elements.reserveCapacity(items.count)
    for (index, item) in items.enumerated() {
      let path = "\(path)[\(index)]"
      if item.mapping == nil {
        diagnostics.append(.notARecordOfFields(shape, found: item))
        marks.forget(below: path)
        continue
      }
      elements.append(
        record(shape, item, at: path, keyRange: item.range, absent: .null))
    }
    return .list(ListValue(elements, isOpen: isOpen, path: path))
  }

  private mutating func scalarList(
    _ type: FieldType, _ node: Node, at path: String, keyRange: ByteRange
  ) -> Value {
    let isOpen = listIsOpen(path, given: node, keyRange: keyRange)
    guard let items = items(node, at: path, example: nil) else {
      return .list(ListValue([], isOpen: isOpen, path: path, isRecorded: false))
    }
    var elements = ContiguousArray<Value>()
    elements.reserveCapacity(items.count)
    for (index, item) in items.enumerated() {
      let node = unwrapped(item)
      if node.isNull {
        diagnostics.append(.nullInList(at: node.range, orElse: item.range))
        continue
      }
      if let value = scalar(type, node, owner: "\(path)[\(index)]", name: nil) {
        elements.append(value)
      }
    }
    return .list(ListValue(elements, isOpen: isOpen, path: path))
  }

  /// The elements of a list that is written; `nil` for none, null, or something else.
  private mutating func items(_ node: Node?, at path: String, example: ShapeSchema?) -> [Node]? {
    guard let node, !node.isNull else { return nil }
    if let items = node.sequence { return items }
    diagnostics.append(.notAList(of: example, found: node))
    marks.forget(below: path)
    return nil
  }

  /// Semantics §1: a list is open in an open record and where `unrecorded:` names it, unless
  /// `complete:` names it or it is written as null.
  mutating func listIsOpen(_ path: String, given node: Node?, keyRange: ByteRange? = nil) -> Bool {
    let isNull = node?.isNull ?? false
    guard !marks.isEmpty else { return isOpen && !isNull }
    let isComplete = marks.take(.complete, path)
    if marks.take(.unrecorded, path) {
      if isNull || isComplete {
        diagnostics.append(.givenAndUnrecorded(path, at: keyRange ?? marks.range(of: path)))
      }
      return true
    }
    return isOpen && !isComplete && !isNull
  }
}

extension FieldType {
  /// True where a value that is not on file is a mere null.
  var isPlain: Bool {
    switch self {
    case .document, .record, .list: false
    default: true
    }
  }
}
