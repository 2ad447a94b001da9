import CEL
import CaseRecords
import WorkCalendar

/// Makes up elements of a list of records from the facts of them that a rule reads.
struct ElementMaker {
  let shape: ShapeSchema
  /// The list.
  let list: FactPattern
  let facts: [FactPattern]
  let boundaries: RuleBoundaries
  let days: [CivilDate]
  let amounts: [ExactDecimal]

  private static let variants = 6

  /// Elements as a rule file writes them, each once. Their days run forward in the order of the
  /// fields, as the days of what happens do.
  func elements() -> [String] {
    let fields = fieldsRead
    guard !fields.isEmpty else { return [] }
    var seen: Set<String> = []
    let ordered = Set(days).sorted()
    return (0..<Self.variants).compactMap { variant in
      var dates = 0
      let parts = fields.compactMap { field -> String? in
        value(of: field, variant, ordered, &dates).map { "\(field.name): \($0)" }
      }
      let text = "{ " + parts.joined(separator: ", ") + " }"
      return seen.insert(text).inserted ? text : nil
    }
  }

  /// The scalar fields of an element that the rule reads, in the order of the schema, and the key.
  private var fieldsRead: [FieldSchema] {
    let prefix = list.steps + [.each]
    var names: Set<String> = []
    for fact in facts where fact.steps.count == prefix.count + 1 && fact.steps.starts(with: prefix)
    {
      if case .name(let name)? = fact.steps.last { names.insert(name) }
    }
    if let key = shape.key { names.insert(shape.fields[key].name) }
    return shape.fields.filter { names.contains($0.name) && $0.type.isScalar }
  }

  private func value(
    of field: FieldSchema, _ variant: Int, _ days: [CivilDate], _ dates: inout Int
  ) -> String? {
    switch field.type {
    case .boolean: return variant % 2 == 0 ? "true" : "false"
    case .enumeration(let values):
      let ids = values.entries.map(\.id)
      let known = ids.filter(boundaries.words.contains)
      let all = known.isEmpty ? ids : known
      return all.isEmpty ? nil : all[variant / 2 % all.count]
    case .date, .datetime:
      guard !days.isEmpty else { return nil }
      let day = days[min(variant * 2 + dates * 3, days.count - 1)]
      dates += 1
      if case .date = field.type { return "\(day)" }
      return "\"\(day)T10:00:00+08:00\""
    case .integer:
      return boundaries.numbers.isEmpty
        ? "1" : "\(max(boundaries.numbers[variant % boundaries.numbers.count], 0))"
    case .money, .decimal:
      let positive = amounts.filter { ExactDecimal.zero < $0 }
      return positive.isEmpty ? "100" : "\(positive[variant % positive.count])"
    case .text: return "另"
    case .document, .record, .list: return nil
    }
  }
}
