internal import WorkCalendar

extension Residual {
  /// A value as an expression that gives it; `nil` for what has none: records, ranges, open lists,
  /// facts that are not on file, whose paths would be lost, and states.
  static func literal(_ value: Value) -> Piece? {
    switch value {
    case .null: return Piece(text: "null")
    case .bool(let flag): return Piece(text: flag ? "true" : "false")
    case .int(let number):
      return Piece(text: "\(number)", binding: number < 0 ? .prefix : .tight)
    case .uint(let number): return Piece(text: "\(number)u")
    case .double(let number):
      guard number.isFinite else { return nil }
      return Piece(text: "\(number)", binding: number < 0 ? .prefix : .tight)
    case .string(let text): return Piece(text: quoted(text))
    case .date(let day): return Piece(text: "date(\(quoted(day.description)))")
    case .money(let sum):
      return Piece(text: "money(\(quoted(sum.text(minimumFractionDigits: 2))))")
    case .decimal(let number):
      return Piece(text: "decimal(\(quoted(number.text(minimumFractionDigits: 0))))")
    case .timestamp(let time): return Piece(text: "timestamp(\(quoted(time.text)))")
    case .duration(let length): return Piece(text: "duration(\(quoted(length.text)))")
    case .period(let period): return Piece(text: "\(period.unit.rawValue)(\(period.count))")
    case .list(let list):
      guard !list.isOpen else { return nil }
      let parts = list.elements.compactMap { literal($0)?.text }
      guard parts.count == list.elements.count else { return nil }
      return Piece(text: "[\(parts.joined(separator: ", "))]")
    case .optional(let optional):
      guard let wrapped = optional.wrapped else { return Piece(text: "optional.none()") }
      return literal(wrapped).map { Piece(text: "optional.of(\($0.text))") }
    default: return nil
    }
  }

  /// In double quotes, as CEL reads it again.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  static let operators: [String: Binding] = [
    Operator.equals: .relation, Operator.notEquals: .relation, Operator.less: .relation,
    Operator.lessEquals: .relation, Operator.greater: .relation,
    Operator.greaterEquals: .relation, Operator.in: .relation, Operator.add: .sum,
    Operator.subtract: .sum, Operator.multiply: .product, Operator.divide: .product,
    Operator.modulo: .product,
  ]

  static func binding(of kind: SyntaxKind) -> Binding {
    guard case .call(let name, nil, _) = kind else { return .tight }
    switch name {
    case Operator.conditional: return .conditional
    case Operator.logicalOr: return .or
    case Operator.logicalAnd: return .and
    case Operator.logicalNot, Operator.negate: return .prefix
    default: return operators[name] ?? .tight
    }
  }
}
