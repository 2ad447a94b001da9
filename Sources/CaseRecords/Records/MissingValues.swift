internal import CEL

/// Why a value is not there.
enum Missing {
  case absent, unrecorded
}

extension FieldType {
  /// The value of a field that has none: null or unknown, a list without elements, or a record with
  /// every slot so.
  func missing(_ why: Missing, at path: @autoclosure () -> String, document: ShapeSchema) -> Value {
    switch self {
    case .list:
      return .list(
        ListValue([], isOpen: why == .unrecorded, path: path(), isRecorded: false))
    case .record(let shape):
      return .structure(.missing(shape, why, at: path(), document: document))
    case .document:
      return .structure(.missingDocument(document, why, at: path()))
    default:
      return why == .absent ? .null : .unknown(Trail([path()]))
    }
  }
}

extension ShapeSchema {
  /// The slots of an element or record that gives none of its fields.
  func missingSlots(_ why: Missing, at path: String, document: ShapeSchema)
    -> ContiguousArray<Value>
  {
    var slots = ContiguousArray<Value>()
    slots.reserveCapacity(fields.count)
    for field in fields {
      slots.append(field.type.missing(why, at: "\(path).\(field.name)", document: document))
    }
    return slots
  }
}

extension StructValue {
  static func missing(
    _ shape: ShapeSchema, _ why: Missing, at path: String, document: ShapeSchema
  ) -> StructValue {
    StructValue(
      type: shape.type, slots: shape.missingSlots(why, at: path, document: document),
      presence: why == .absent ? .absent : .unrecorded, path: path)
  }

  /// The paper that a field does not name. Where nobody recorded which it is, everything about it
  /// is unknown, and what would have to be recorded is the field.
  static func missingDocument(_ document: ShapeSchema, _ why: Missing, at path: String)
    -> StructValue
  {
    guard why == .unrecorded else {
      return .missing(document, .absent, at: path, document: document)
    }
    let trail = Trail([path])
    let slots = document.fields.map { field -> Value in
      if case .list = field.type {
        return .list(ListValue([], isOpen: true, path: path, isRecorded: false))
      }
      return .unknown(trail)
    }
    return StructValue(
      type: document.type, slots: ContiguousArray(slots), presence: .unrecorded, path: path)
  }
}
