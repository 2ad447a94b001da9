import SourceText

/// `string.format(list)`: clauses `%s %d %f %e %b %o %x %X` and `%%`, `%f` and `%e` with a precision as
/// in `%.3f` (6 without).
enum TextFormat {
  /// More digits after the point than this are refused.
  private static let largestPrecision = 1_000

  static func format(_ pattern: Value, _ arguments: Value) -> Value {
    guard case .string(let text) = pattern, case .list(let list) = arguments else {
      return .noOverload("format", pattern, arguments)
    }
    var result: [UInt8] = []
    var rest = text.utf8[...]
    var next = 0
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        result.append(byte)
        continue
      }
      if rest.first == UInt8(ascii: "%") {
        result.append(rest.removeFirst())
        continue
      }
      var precision: Int?
      if rest.first == UInt8(ascii: ".") {
        rest.removeFirst()
        let digits = rest.prefix { $0.isDigit }
        guard let number = Int(String(decoding: digits, as: UTF8.self)), number <= largestPrecision
        else { return .fault("invalid-argument", "no precision that is at most 1000") }
        precision = number
        rest = rest.dropFirst(digits.count)
      }
      guard let clause = rest.popFirst() else {
        return .fault("invalid-argument", "a clause of the format is cut off")
      }
      guard list.elements.indices.contains(next) else {
        return .fault("invalid-argument", "index \(next) out of range")
      }
      let argument = list.elements[next]
      next += 1
      if let state = argument.formatState { return state }
      guard let written = write(argument, clause, precision) else {
        return .fault(
          "invalid-argument",
          "`%\(String(decoding: [clause], as: UTF8.self))` does not take \(argument.typeName)")
      }
      result += written.utf8
    }
    return .string(String(decoding: result, as: UTF8.self))
  }

  private static func write(_ value: Value, _ clause: UInt8, _ precision: Int?) -> String? {
    switch clause {
    case UInt8(ascii: "s"): plain(value)
    case UInt8(ascii: "d"): whole(value, radix: 10) ?? notFinite(value)
    case UInt8(ascii: "b"):
      if case .bool(let flag) = value { flag ? "1" : "0" } else { whole(value, radix: 2) }
    case UInt8(ascii: "o"): whole(value, radix: 8)
    case UInt8(ascii: "x"): hexadecimal(value)
    case UInt8(ascii: "X"): hexadecimal(value)?.uppercased()
    case UInt8(ascii: "f"):
      number(value).map { notFinite($0) ?? DecimalExpansion($0).fixed(digits: precision ?? 6) }
    case UInt8(ascii: "e"):
      number(value).map { notFinite($0) ?? DecimalExpansion($0).scientific(digits: precision ?? 6) }
    default: nil
    }
  }

  /// What `%s` writes: texts without quotes, lists and maps in their brackets, maps by their keys.
  private static func plain(_ value: Value) -> String? {
    switch value {
    case .null: return "null"
    case .bool(let flag): return flag ? "true" : "false"
    case .bytes(let bytes): return String(decoding: bytes, as: UTF8.self)
    case .timestamp(let time): return time.text
    case .list(let list):
      let parts = list.elements.compactMap(plain)
      return parts.count == list.elements.count ? "[\(parts.joined(separator: ", "))]" : nil
    case .map(let map):
      var parts: [(key: String, value: String)] = []
      for (key, value) in zip(map.keys, map.values) {
        guard let key = plain(key), let value = plain(value) else { return nil }
        parts.append((key, value))
      }
      parts.sort { precedes($0.key, $1.key) }
      return "{\(parts.map { "\($0.key): \($0.value)" }.joined(separator: ", "))}"
    case .structure, .optional, .range, .absentFact, .absent, .unknown, .fault: return nil
    default: return ValueText.plain(value, in: .en)
    }
  }

  private static func whole(_ value: Value, radix: Int) -> String? {
    switch value {
    case .int(let number): String(number, radix: radix)
    case .uint(let number): String(number, radix: radix)
    default: nil
    }
  }

  private static func hexadecimal(_ value: Value) -> String? {
    switch value {
    case .string(let text): hexadecimal(Array(text.utf8))
    case .bytes(let bytes): hexadecimal(bytes)
    default: whole(value, radix: 16)
    }
  }

  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  private static func number(_ value: Value) -> Double? {
    switch value {
    case .double(let number): number
    case .int(let number): Double(number)
    case .uint(let number): Double(number)
    default: nil
    }
  }

  private static func notFinite(_ value: Value) -> String? {
    if case .double(let number) = value { notFinite(number) } else { nil }
  }

  private static func notFinite(_ number: Double) -> String? {
    number.isFinite ? nil : celText(of: number)
  }
}

extension Value {
  /// What a value that is to be written makes of the whole, if it is no value: a fact that is not on
  /// file is absent, while `null` itself is written as such.
  fileprivate var formatState: Value? {
    strictState(acceptsNull: true, acceptsRanges: false)
      ?? {
        if case .absentFact(let fact) = self { .absent(Trail([fact.path])) } else { nil }
      }()
  }
}
