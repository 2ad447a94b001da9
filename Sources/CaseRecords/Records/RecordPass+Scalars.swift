internal import CEL
internal import SourceText
internal import WorkCalendar
internal import YAML

// One value: a text, a number, a day, the id of a paper.

extension RecordPass {
  /// Returns the value out of `{ value: …, document: …, page: … }`, checking the other two, or the
  /// node itself where it is written plainly.
  mutating func unwrapped(_ node: Node) -> Node {
    guard let pairs = node.mapping,
      pairs.contains(where: { Node.longFormKeys.contains($0.key.text) })
    else { return node }
    var value: Node?
    for pair in pairs {
      switch pair.key.text {
      case "value": value = pair.value
      case "document":
        guard !pair.value.isNull else { continue }
        if let id = pair.value.scalar?.text {
          _ = paper(id, at: pair.value.range, path: "")
        } else {
          diagnostics.append(.wrongType(.document, found: pair.value))
        }
      case "page":
        if !pair.value.isNull, !isPageNumber(pair.value.scalar) {
          diagnostics.append(.badPage(found: pair.value))
        }
      default:
        diagnostics.append(
          .unknownLongFormKey(
            pair.key.text, at: pair.keyRange,
            near: Suggestion.nearest(to: pair.key.text, among: Node.longFormKeys)))
      }
    }
    if let value { return value }
    diagnostics.append(.valueMissing(at: node.range))
    return Node(content: .scalar(Scalar(text: "", style: .plain)), range: node.range)
  }

  private func isPageNumber(_ scalar: Scalar?) -> Bool {
    guard let scalar, scalar.style == .plain, let page = Int(scalar.text) else { return false }
    return page > 0
  }

  /// Reads one value; `nil` with a diagnostic where it is none of its type.
  ///
  /// The path of the fact is spelled only where the value keeps it.
  mutating func scalar(_ type: FieldType, _ node: Node, owner: String, name: String?) -> Value? {
    guard let scalar = node.scalar else {
      diagnostics.append(.wrongType(type, found: node))
      return nil
    }
    func path() -> String { name.map { "\(owner).\($0)" } ?? owner }
    switch type {
    case .text: return .string(scalar.text)
    case .boolean:
      if let flag = scalar.bool { return .bool(flag) }
      diagnostics.append(.wrongType(type, found: node))
      return nil
    case .integer: return integer(scalar, node)
    case .decimal: return decimal(scalar, node).map(Value.decimal)
    case .money: return money(scalar, node).map(Value.money)
    case .date: return date(scalar, node, path)
    case .datetime: return datetime(scalar, node, path)
    case .enumeration(let values):
      if values.contains(scalar.text) { return .string(scalar.text) }
      diagnostics.append(.unknownValue(scalar.text, of: values, at: node.range))
      return nil
    case .document: return paper(scalar.text, at: node.range, path: path())
    case .record, .list: preconditionFailure("a record or list is not read as one value")
    }
  }

  // MARK: - Numbers

  private mutating func integer(_ scalar: Scalar, _ node: Node) -> Value? {
    guard scalar.style == .plain, let digits = DecimalText(scalar.text), digits.decimals == nil
    else {
      diagnostics.append(.wrongType(.integer, found: node))
      return nil
    }
    if let number = Int64(scalar.text) { return .int(number) }
    diagnostics.append(.numberTooLarge(at: node.range))
    return nil
  }

  /// Numbers with decimals may be quoted: JSON writers quote them to keep them exact.
  private mutating func decimal(_ scalar: Scalar, _ node: Node) -> ExactDecimal? {
    guard DecimalText(scalar.text) != nil else {
      diagnostics.append(.wrongType(.decimal, found: node))
      return nil
    }
    if let number = ExactDecimal(scalar.text) { return number }
    diagnostics.append(.numberTooLarge(at: node.range))
    return nil
  }

  private mutating func money(_ scalar: Scalar, _ node: Node) -> ExactDecimal? {
    guard let digits = DecimalText(scalar.text) else {
      diagnostics.append(.wrongType(.money, found: node))
      return nil
    }
    if let decimals = digits.decimals, decimals > 2 {
      diagnostics.append(.tooManyDecimals(decimals, at: node.range))
      return nil
    }
    if let number = ExactDecimal(scalar.text) { return number }
    diagnostics.append(.numberTooLarge(at: node.range))
    return nil
  }

  // MARK: - Days and times

  private mutating func date(_ scalar: Scalar, _ node: Node, _ path: () -> String) -> Value? {
    if let day = CivilDate(scalar.text) { return .date(day) }
    guard let imprecise = imprecise(scalar, node, .date) else { return nil }
    if let day = imprecise.exactDay { return .date(day) }
    return .range(
      RangeValue(
        low: imprecise.earliest.map(Value.date), high: imprecise.latest.map(Value.date),
        trail: Trail([path()])))
  }

  /// A datetime, or a date for some time between its first and its last second in China.
  private mutating func datetime(_ scalar: Scalar, _ node: Node, _ path: () -> String) -> Value? {
    guard scalar.text.utf8.contains(where: { $0 == UInt8(ascii: "T") || $0 == UInt8(ascii: ":") })
    else {
      guard let imprecise = imprecise(scalar, node, .datetime) else { return nil }
      return .range(
        RangeValue(
          low: imprecise.earliest.map { .timestamp(.chinese($0, second: 0)) },
          high: imprecise.latest.map { .timestamp(.chinese($0, second: 86_399)) },
          trail: Trail([path()])))
    }
    switch DatetimeText(scalar.text) {
    case .moment(let moment): return .timestamp(moment)
    case .noOffset: diagnostics.append(.missingOffset(scalar.text, at: node.range))
    case .noSuchDay: diagnostics.append(.impossibleDate(scalar.text, .noSuchDay, at: node.range))
    case .noSuchTime: diagnostics.append(.impossibleTime(scalar.text, at: node.range))
    case .none: diagnostics.append(.wrongType(.datetime, found: node))
    }
    return nil
  }

  private mutating func imprecise(_ scalar: Scalar, _ node: Node, _ type: FieldType)
    -> ImpreciseDate?
  {
    do {
      return try ImpreciseDate(parsing: scalar.text)
    } catch .form {
      diagnostics.append(.wrongType(type, found: node))
    } catch {
      diagnostics.append(.impossibleDate(scalar.text, error, at: node.range))
    }
    return nil
  }
}

extension Timestamp {
  /// A second of a day in China, from 0, where the day begins eight hours before that of UTC.
  static func chinese(_ day: CivilDate, second: Int64) -> Timestamp {
    Timestamp(seconds: Int64(day.dayNumber) * 86_400 - 28_800 + second, nanoseconds: 0)
  }
}

/// The form of a number: an optional minus, digits, and a point with digits behind it.
struct DecimalText {
  /// Digits behind the point; `nil` without one.
  var decimals: Int?

  init?(_ text: String) {
    var rest = text.utf8[...]
    if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    let isDigit = { (byte: UInt8) in (48...57).contains(byte) }
    let parts = rest.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isDigit) })
    else { return nil }
    decimals = parts.count == 2 ? parts[1].count : nil
  }
}
