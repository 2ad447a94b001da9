package import CEL
internal import WorkCalendar

extension RecordSchema {
  /// What tells an element of a list apart from the others, for fingerprints and messages: the
  /// value of the schema's `key` field, never personal data.
  ///
  /// `nil` where the schema has no key, or where its value is not on file, unrecorded or imprecise;
  /// the index has to do then. Two elements may have the same key.
  package func key(of element: StructValue) -> String? {
    guard let number = shape(of: element.type)?.key else { return nil }
    switch element.slots[number] {
    case .string(let text): return text
    case .int(let number): return String(number)
    case .bool(let flag): return String(flag)
    case .decimal(let number), .money(let number): return number.description
    case .date(let day): return day.description
    case .timestamp(let moment): return moment.text(offset: 28_800)
    case .structure(let paper):
      if paper.type == document.type, case .string(let id) = paper.slots[documentFields.id] {
        return id
      }
      return nil
    default: return nil
    }
  }
}
