package import CEL
import CaseRecords
import WorkCalendar

/// Resolves parameters for the record in a frame (semantics §6).
package struct ParameterBinding: Sendable {
  /// Where a key of a parameter stands in a record: section and field by number.
  private struct KeyPlace: Sendable {
    var slot: Int
    var field: Int
  }

  let table: ParameterTable
  /// Holds the date that chooses values by their time.
  var basisSlot: Int
  private let region: KeyPlace?
  private let sector: KeyPlace?
  private let party: KeyPlace?
  private let types: [String: ValueType]
  /// For each parameter two slots: the basis date that it was last looked up for, and what it was.
  /// Rules of one record mostly share their basis date.
  private let firstMemoSlot: Int

  static func memoSlots(of table: ParameterTable) -> Int { 2 * table.parameters.count }

  init(
    table: ParameterTable, schema: RecordSchema, slots: RecordSlots, basisSlot: Int,
    firstMemoSlot: Int
  ) {
    self.firstMemoSlot = firstMemoSlot
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
    types = Dictionary(
      table.parameters.map { ($0.name.text, $0.type.valueType(called: "params.\($0.name.text)")) },
      uniquingKeysWith: { first, _ in first })
  }

  func type(of parameter: ParameterSource) -> ValueType {
    switch types[parameter.name.text] {
    case .structure(let record)?: .structure(record)
    case .list(let element)?: .list(element)
    case .wrapper(let inner)?: .wrapper(inner)
    case let scalar?: .wrapper(scalar)
    case nil: .error
    }
  }

  /// The value of a parameter for the record and the basis date in the frame; unknown where it is
  /// not verified and the frame withholds such values.
  func value(of parameter: ParameterSource, number: Int, in frame: inout Frame) -> Value {
    frame.tracer?.note(fact: "params.\(parameter.name.text)")
    guard case .date(let day)? = frame.slots[basisSlot], !frame.withholdsUnverified else {
      return look(up: parameter, number, frame)
    }
    let memo = firstMemoSlot + 2 * number
    if case .date(day)? = frame.slots[memo], let value = frame.slots[memo + 1] { return value }
    let value = look(up: parameter, number, frame)
    frame.slots[memo] = .date(day)
    frame.slots[memo + 1] = value
    return value
  }

  private func look(up parameter: ParameterSource, _ number: Int, _ frame: Frame) -> Value {
    let name = parameter.name.text
    switch table.resolve(number, for: keys(in: frame), onlyVerified: frame.withholdsUnverified) {
    case .value(let entry):
      return parameter.entries[entry].value.value(
        as: types[name] ?? .dynamic, path: "params.\(name)")
    case .lawSetsNone: return .null
    case .nothingKnown: return .unknown(Trail(["params.\(name)"]))
    case .unknown(let paths): return .unknown(Trail(paths))
    }
  }

  /// What the record and the basis date in the frame say of the keys of parameters.
  func keys(in frame: Frame) -> ParameterKeys { keys(in: frame, basisSlot: basisSlot) }

  /// What the record in the frame, and the basis date in one of its slots, say of those keys.
  package func keys(in frame: Frame, basisSlot: Int) -> ParameterKeys {
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
}
