import CEL
import CaseRecords
import WorkCalendar

/// Resolves parameters for the record in a frame (semantics §6).
struct ParameterBinding: Sendable {
  /// Where a key of a parameter stands in a record: section and field by number.
  private struct KeyPlace: Sendable {
    var slot: Int
    var field: Int
  }

  let table: ParameterTable
  let basisSlot: Int
  private let region: KeyPlace?
  private let sector: KeyPlace?
  private let party: KeyPlace?
  private let recordTypes: [String: StructType]

  init(table: ParameterTable, schema: RecordSchema, slots: RecordSlots, basisSlot: Int) {
    self.table = table
    self.basisSlot = basisSlot
    func place(_ section: String, _ field: String) -> KeyPlace? {
      guard let number = schema.sections.firstIndex(where: { $0.name == section }),
        !schema.sections[number].isList,
        let field = schema.sections[number].shape.number(ofField: field)
      else { return nil }
      return KeyPlace(slot: slots.sections.lowerBound + number, field: field)
    }
    region = place("case", "region")
    sector = place("case", "sector")
    party = place("party", "kind")
    var types: [String: StructType] = [:]
    for parameter in table.parameters {
      if case .record(let fields) = parameter.type {
        types[parameter.name.text] = StructType(
          name: "params.\(parameter.name.text)",
          fields: fields.map { .init(name: $0.name, type: .wrapper(Self.type($0.type))) })
      }
    }
    recordTypes = types
  }

  func type(of parameter: ParameterSource) -> ValueType {
    if let record = recordTypes[parameter.name.text] { return .structure(record) }
    let type = Self.type(parameter.type)
    if case .list = type { return type }
    return .wrapper(type)
  }

  private static func type(_ type: ParameterType) -> ValueType {
    switch type {
    case .text: .string
    case .boolean: .bool
    case .integer: .int
    case .decimal: .decimal
    case .money: .money
    case .date: .date
    case .period: .period
    case .list(let element): .list(Self.type(element))
    case .record: .dynamic
    }
  }

  /// The value of a parameter for the record and the basis date in the frame.
  func value(of parameter: ParameterSource, in frame: inout Frame) -> Value {
    let name = parameter.name.text
    frame.tracer?.note(fact: "params.\(name)")
    switch table.resolve(name, for: keys(in: frame)) {
    case .value(let entry):
      return value(parameter.entries[entry].value, recordTypes[name], path: "params.\(name)")
    case .lawSetsNone: return .null
    case .nothingKnown: return .unknown(Trail(["params.\(name)"]))
    case .unknown(let paths): return .unknown(Trail(paths))
    }
  }

  func keys(in frame: Frame) -> ParameterKeys {
    ParameterKeys(
      region: state(region, frame), sector: state(sector, frame), party: state(party, frame),
      date: date(frame.slots[basisSlot]))
  }

  private func state(_ place: KeyPlace?, _ frame: Frame) -> ParameterKeyState {
    guard let place, case .structure(let section)? = frame.slots[place.slot] else {
      return .absent
    }
    switch section.value(ofField: place.field) {
    case .string(let text): return .known(text)
    case .unknown(let trail): return .unrecorded(trail.paths.first ?? "")
    default: return .absent
    }
  }

  private func date(_ value: Value?) -> ParameterDate {
    switch value {
    case .date(let day): return .known(day)
    case .timestamp(let time): return .known(time.shanghaiDate)
    case .range(let range):
      func day(_ end: Value?) -> CivilDate? {
        switch end {
        case .date(let day): day
        case .timestamp(let time): time.shanghaiDate
        default: nil
        }
      }
      return .between(day(range.low), day(range.high), paths: range.trail.paths)
    case .unknown(let trail): return .between(nil, nil, paths: trail.paths)
    default: return .none
    }
  }

  private func value(_ value: ParameterValue, _ type: StructType?, path: String) -> Value {
    switch value {
    case .null: .null
    case .text(let text): .string(text)
    case .boolean(let flag): .bool(flag)
    case .integer(let number): .int(number)
    case .decimal(let number): .decimal(number)
    case .money(let sum): .money(sum)
    case .date(let day): .date(day)
    case .period(let period): .period(period)
    case .list(let elements):
      .list(ListValue(ContiguousArray(elements.map { self.value($0, nil, path: path) })))
    case .record(let fields):
      type.map { type in
        .structure(
          StructValue(
            type: type, slots: ContiguousArray(fields.map { self.value($0, nil, path: path) }),
            path: path))
      } ?? .null
    }
  }
}
