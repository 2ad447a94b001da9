package import CEL
internal import WorkCalendar
internal import YAML

extension ParameterType {
  /// What `type:` may say of a scalar.
  static let scalars: [String: ParameterType] = [
    "text": .text, "boolean": .boolean, "integer": .integer, "decimal": .decimal,
    "money": .money, "date": .date, "period": .period,
  ]

  static let names = [
    "text", "boolean", "integer", "decimal", "money", "date", "period", "record",
  ]

  /// As a file writes it.
  package var name: String {
    switch self {
    case .text: "text"
    case .boolean: "boolean"
    case .integer: "integer"
    case .decimal: "decimal"
    case .money: "money"
    case .date: "date"
    case .period: "period"
    case .list(let element): "list:\(element.name)"
    case .record: "record"
    }
  }

  /// True where `combine` can tell which of two values is the greater.
  var isOrdered: Bool {
    switch self {
    case .integer, .decimal, .money, .date, .period: true
    case .text, .boolean, .list, .record: false
    }
  }

  /// Reads a scalar; `nil` where it is no value of the type. A text may be written without quotes;
  /// everything else is written without.
  func value(of scalar: Scalar) -> ParameterValue? {
    if self == .text { return scalar.text.isEmpty ? nil : .text(scalar.text) }
    guard scalar.style == .plain else { return nil }
    let text = scalar.text
    switch self {
    case .boolean: return scalar.bool.map { .boolean($0) }
    case .integer: return Int64(text).map { .integer($0) }
    case .decimal: return ExactDecimal(text).map { .decimal($0) }
    case .money:
      guard let sum = ExactDecimal(text), sum.scale <= 2 else { return nil }
      return .money(sum)
    case .date: return CivilDate(text).map { .date($0) }
    case .period: return Self.period(text).map { .period($0) }
    case .text, .list, .record: return nil
    }
  }

  /// Reads `workdays(7)`: a unit and a whole number, 0 or more, without blanks.
  static func period(_ text: String) -> Period? {
    for unit in Period.Unit.allCases {
      let start = "\(unit.rawValue)("
      guard text.hasPrefix(start), text.hasSuffix(")") else { continue }
      let digits = text.dropFirst(start.utf8.count).dropLast()
      guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let count = Int32(digits) else {
        return nil
      }
      return Period(count: count, unit: unit)
    }
    return nil
  }

  /// The type that expressions see.
  ///
  /// A struct type is one for each call: keep it, since the checker tells struct types apart by
  /// identity.
  ///
  /// - Parameter path: What messages call it, such as `params.hearing_threshold`.
  package func valueType(called path: String) -> ValueType {
    switch self {
    case .text: .string
    case .boolean: .bool
    case .integer: .int
    case .decimal: .decimal
    case .money: .money
    case .date: .date
    case .period: .period
    case .list(let element): .list(element.valueType(called: "\(path)[]"))
    case .record(let fields):
      .structure(
        StructType(
          name: path,
          fields: fields.map { field in
            StructType.Field(
              name: field.name,
              type: .wrapper(field.type.valueType(called: "\(path).\(field.name)")))
          }))
    }
  }
}

extension ParameterValue {
  /// The value that expressions see.
  ///
  /// - Parameters:
  ///   - type: What `ParameterType.valueType(called:)` gave for the parameter.
  ///   - path: `params.name`
  package func value(as type: ValueType, path: String) -> Value {
    switch self {
    case .null: return .null
    case .text(let text): return .string(text)
    case .boolean(let flag): return .bool(flag)
    case .integer(let number): return .int(number)
    case .decimal(let number): return .decimal(number)
    case .money(let sum): return .money(sum)
    case .date(let day): return .date(day)
    case .period(let period): return .period(period)
    case .list(let values):
      let element: ValueType = if case .list(let element) = type { element } else { .dynamic }
      let elements = values.enumerated().map { number, value in
        value.value(as: element, path: "\(path)[\(number)]")
      }
      return .list(ListValue(ContiguousArray(elements), path: path))
    case .record(let values):
      guard case .structure(let type) = type, type.fields.count == values.count else {
        preconditionFailure("a record has the fields of its type")
      }
      let slots = zip(type.fields, values).map { field, value in
        let type: ValueType = if case .wrapper(let inner) = field.type { inner } else { field.type }
        return value.value(as: type, path: "\(path).\(field.name)")
      }
      return .structure(StructValue(type: type, slots: ContiguousArray(slots), path: path))
    }
  }

  /// Tells which of two values is the smaller; `nil` where they do not compare: of types without
  /// order, where the law sets none in one of them, or periods of different units.
  func isLess(than other: ParameterValue) -> Bool? {
    switch (self, other) {
    case (.integer(let a), .integer(let b)): a < b
    case (.decimal(let a), .decimal(let b)), (.money(let a), .money(let b)): a < b
    case (.date(let a), .date(let b)): a < b
    case (.period(let a), .period(let b)): a.isShorter(than: b)
    default: nil
    }
  }

  /// As a person reads it, such as `workdays(7)` or `5000.00`.
  package var text: String {
    switch self {
    case .null: "null"
    case .text(let text): text
    case .boolean(let flag): "\(flag)"
    case .integer(let number): "\(number)"
    case .decimal(let number), .money(let number): "\(number)"
    case .date(let day): "\(day)"
    case .period(let period): "\(period)"
    case .list(let values): "[\(values.map(\.text).joined(separator: ", "))]"
    case .record(let values): "{\(values.map(\.text).joined(separator: ", "))}"
    }
  }
}
