package import SourceText
import WorkCalendar

/// Values as people read them.
package enum ValueText {
  /// The value for a message or a table: dates as 2024-09-30, money with two decimals, times in
  /// Shanghai; `nil` for what is no value (null, a state).
  package static func plain(_ value: Value, in language: Language = .zh) -> String? {
    switch value {
    case .null, .absentFact, .absent, .unknown, .fault: return nil
    case .bool(let flag):
      return language == .zh ? (flag ? "是" : "否") : (flag ? "yes" : "no")
    case .int(let number): return "\(number)"
    case .uint(let number): return "\(number)"
    case .double(let number): return celText(of: number)
    case .string(let text): return text
    case .bytes(let bytes): return "\(bytes.count) B"
    case .list(let list):
      let parts = list.elements.map { plain($0, in: language) ?? "–" }
      return parts.joined(separator: language == .zh ? "、" : ", ")
    case .map(let map):
      return zip(map.keys, map.values).map { key, value in
        "\(plain(key, in: language) ?? "–"): \(plain(value, in: language) ?? "–")"
      }.joined(separator: ", ")
    case .timestamp(let time):
      return time.text(offset: TimestampZone.shanghai.offset(at: time))
    case .duration(let length): return length.text
    case .type(let box): return box.type.text
    case .date(let day): return day.description
    case .money(let sum): return sum.text(minimumFractionDigits: 2)
    case .decimal(let number): return number.text(minimumFractionDigits: 0)
    case .period(let period): return text(of: period, in: language)
    case .interval(let interval):
      return "\(plain(interval.start) ?? "…")/\(plain(interval.end) ?? "…")"
    case .structure(let structure):
      guard structure.presence == .present else { return nil }
      return label(of: structure, in: language)
    case .range(let range):
      let (low, high) = (range.low.flatMap { plain($0) }, range.high.flatMap { plain($0) })
      return "\(low ?? "..")/\(high ?? "..")"
    case .network(let network): return network.text
    case .optional(let optional): return optional.wrapped.flatMap { plain($0, in: language) }
    }
  }

  /// The value as a record or a rule writes it, the same in every language; `nil` as for `plain`.
  package static func written(_ value: Value) -> String? {
    switch value {
    case .bool(let flag): flag ? "true" : "false"
    case .period(let period): "\(period.unit.rawValue)(\(period.count))"
    case .list(let list): "[\(list.elements.map { written($0) ?? "null" }.joined(separator: ", "))]"
    default: plain(value, in: .en)
    }
  }

  private static func text(of period: Period, in language: Language) -> String {
    let units: (zh: String, one: String, many: String) =
      switch period.unit {
      case .workdays: ("个工作日", "working day", "working days")
      case .days: ("日", "day", "days")
      case .months: ("个月", "month", "months")
      case .years: ("年", "year", "years")
      case .hours: ("小时", "hour", "hours")
      }
    return language == .zh
      ? "\(period.count)\(units.zh)"
      : "\(period.count) \(period.count == 1 ? units.one : units.many)"
  }

  /// A paper by its id, another record by its path or by its scalar fields.
  private static func label(of structure: StructValue, in language: Language) -> String {
    if structure.type.number(ofField: "sha256") != nil,
      let id = structure.type.number(ofField: "id"), case .string(let text) = structure.slots[id]
    {
      return text
    }
    let parts = zip(structure.type.fields, structure.slots).compactMap { field, value in
      plain(value, in: language).map { "\(field.name): \($0)" }
    }
    return "{\(parts.joined(separator: ", "))}"
  }

  /// The value as `explain` and error details show it: texts in quotes, states by name and paths.
  package static func debug(_ value: Value) -> String {
    switch value {
    case .null: "null"
    case .bool(let flag): flag ? "true" : "false"
    case .string(let text): "\"\(text)\""
    case .absentFact(let fact): "null (\(fact.path))"
    case .absent(let trail): "absent (\(trail.paths.joined(separator: ", ")))"
    case .unknown(let trail): "unknown (\(trail.paths.joined(separator: ", ")))"
    case .fault(let fault): "error: \(fault.code) (\(fault.detail))"
    case .list(let list):
      "[\(list.elements.map(debug).joined(separator: ", "))\(list.isOpen ? ", …" : "")]"
    case .map(let map):
      "{\(zip(map.keys, map.values).map { "\(debug($0)): \(debug($1))" }.joined(separator: ", "))}"
    case .structure(let structure):
      structure.presence == .present
        ? (structure.path.isEmpty ? "record" : structure.path)
        : structure.presence == .absent ? "null (\(structure.path))" : "unknown (\(structure.path))"
    case .optional(let optional): "optional(\(optional.wrapped.map(debug) ?? "none"))"
    default: plain(value, in: .en) ?? "null"
    }
  }
}
