import CEL
import CaseRecords

/// Masks the personal data in what an expression gives, as findings do.
struct PersonalMask {
  let schema: RecordSchema
  /// True where the expression names a personal fact: then every text may be one, or hold it.
  let masksTexts: Bool
  /// The personal texts that were read, wherever: a definition names them otherwise.
  let texts: Set<String>

  /// - Parameter isPersonal: True for the value of a personal fact itself. A truth value stays as it
  ///   is, since nothing of it could be hidden but all.
  func masked(_ value: Value, isPersonal: Bool) -> Value {
    switch value {
    case .string(let text):
      isPersonal || hides(text) ? .string(PersonalData.masked(text)) : value
    case .int, .uint, .double, .date, .timestamp, .money, .decimal, .range:
      isPersonal ? .string(PersonalData.masked(ValueText.plain(value) ?? "")) : value
    case .list(let list):
      .list(
        ListValue(
          ContiguousArray(list.elements.map { masked($0, isPersonal: isPersonal) }),
          isOpen: list.isOpen, path: list.path, isRecorded: list.isRecorded))
    case .optional(let optional):
      .optional(OptionalValue(optional.wrapped.map { masked($0, isPersonal: isPersonal) }))
    case .map(let map): masked(map, isPersonal: isPersonal)
    case .structure(let structure):
      .structure(
        StructValue(
          type: structure.type,
          slots: ContiguousArray(
            structure.slots.enumerated().map { number, slot in
              let field = schema.field(number, of: structure.type)
              return masked(slot, isPersonal: isPersonal || field?.isPersonal == true)
            }), presence: structure.presence, path: structure.path))
    case .fault(let fault): .fault(Fault(code: fault.code, detail: masked(detail: fault.detail)))
    default: value
    }
  }

  /// Keys too; two that are the same when they are masked are told apart by stars.
  private func masked(_ map: MapValue, isPersonal: Bool) -> Value {
    var keys: ContiguousArray<Value> = []
    var seen: [String: Int] = [:]
    for key in map.keys {
      guard case .string(let text) = masked(key, isPersonal: isPersonal) else {
        keys.append(key)
        continue
      }
      let others = seen[text, default: 0]
      seen[text] = others + 1
      keys.append(.string(text + String(repeating: "*", count: others)))
    }
    let values = ContiguousArray(map.values.map { masked($0, isPersonal: isPersonal) })
    guard let made = MapValue(keys: keys, values: values) else {
      return .fault(Fault(code: "invalid-map", detail: ""))
    }
    return Value.map(made)
  }

  private func hides(_ text: String) -> Bool { masksTexts || texts.contains { holds(text, $0) } }

  private func holds(_ text: String, _ part: String) -> Bool {
    !part.isEmpty && text.firstRange(of: part) != nil
  }

  private func masked(detail: String) -> String {
    var detail = detail
    // The longest first, or a part of it would be left.
    for text in texts.sorted(by: { ($0.utf8.count, $0) > ($1.utf8.count, $1) }) where !text.isEmpty
    {
      detail = detail.split(separator: text, omittingEmptySubsequences: false)
        .joined(separator: PersonalData.masked(text))
    }
    return detail
  }
}
