/// One way to call a function, as its documentation writes it:
/// `size(list(A)) -> int`, `string.startsWith(string) -> bool`.
package struct Signature: Sendable, Hashable {
  package let name: String
  package let isMember: Bool
  /// The receiver, where there is one, comes first.
  package let parameters: [ValueType]
  package let result: ValueType
  /// True where the last parameter may be given more than once: `math.greatest(int...) -> int`.
  package let isVariadic: Bool

  package init(
    name: String, isMember: Bool, parameters: [ValueType], result: ValueType,
    isVariadic: Bool = false
  ) {
    precondition(!isVariadic || !parameters.isEmpty, "what repeats is a parameter")
    self.name = name
    self.isMember = isMember
    self.parameters = parameters
    self.result = result
    self.isVariadic = isVariadic
  }

  /// Reads a signature of our own tables. Capital letters `A`, `B` are type parameters.
  init(_ text: StaticString) {
    var reader = SignatureReader(text.description)
    self = reader.signature()
  }

  /// The signature for a number of arguments, the last parameter of a variadic one repeated.
  func expanded(to arity: Int) -> Signature {
    guard isVariadic, let last = parameters.last, arity > parameters.count else { return self }
    return Signature(
      name: name, isMember: isMember,
      parameters: parameters + Array(repeating: last, count: arity - parameters.count),
      result: result)
  }
}

/// Reads the notation of `Signature`. Its input is ours alone, so a mistake in it is a bug.
private struct SignatureReader {
  private let bytes: [UInt8]
  private var offset = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  mutating func signature() -> Signature {
    var parameters: [ValueType] = []
    var name = word()
    let isMember =
      peek == UInt8(ascii: "(")
      ? Self.parametric.contains(name) : peek == UInt8(ascii: ".") && Self.isType(name)
    if isMember {
      parameters.append(type(named: name))
      expect(".")
      name = word()
    }
    while peek == UInt8(ascii: ".") {
      expect(".")
      name += "." + word()
    }
    expect("(")
    var isVariadic = false
    while peek != UInt8(ascii: ")") {
      parameters.append(type(named: word()))
      if peek == UInt8(ascii: ".") {
        for _ in 0..<3 { expect(".") }
        isVariadic = true
      }
      if peek == UInt8(ascii: ",") { expect(",") }
    }
    expect(")")
    expect("-")
    expect(">")
    let result = type(named: word())
    precondition(offset == bytes.count, "text after the signature")
    return Signature(
      name: name, isMember: isMember, parameters: parameters, result: result,
      isVariadic: isVariadic)
  }

  private static let parametric: Set<String> = ["list", "map", "type", "optional", "wrapper"]

  private static let simple: [String: ValueType] = [
    "dyn": .dynamic, "null": .null, "bool": .bool, "int": .int, "uint": .uint,
    "double": .double, "string": .string, "bytes": .bytes, "timestamp": .timestamp,
    "duration": .duration, "date": .date, "money": .money, "decimal": .decimal,
    "period": .period, "interval": .interval, "IP": .networkAddress, "CIDR": .networkRange,
  ]

  private static func isType(_ name: String) -> Bool {
    simple[name] != nil || (name.utf8.count == 1 && name.utf8.allSatisfy { (65...90).contains($0) })
  }

  private mutating func type(named name: String) -> ValueType {
    if let simple = Self.simple[name] { return simple }
    if Self.isType(name) { return .parameter(name) }
    expect("(")
    let first = type(named: word())
    defer { expect(")") }
    switch name {
    case "list": return .list(first)
    case "type": return .type(first)
    case "optional": return .optional(first)
    case "wrapper": return .wrapper(first)
    case "map":
      expect(",")
      return .map(first, type(named: word()))
    default: preconditionFailure("no type is called \(name)")
    }
  }

  private var peek: UInt8? {
    var next = offset
    while next < bytes.count, bytes[next] == UInt8(ascii: " ") { next += 1 }
    return next < bytes.count ? bytes[next] : nil
  }

  private mutating func skipSpaces() {
    while offset < bytes.count, bytes[offset] == UInt8(ascii: " ") { offset += 1 }
  }

  /// Reads a name or an operator such as `_-_`: up to a bracket, a comma, a dot, a space or `->`.
  private mutating func word() -> String {
    skipSpaces()
    let start = offset
    while offset < bytes.count, !" (),.".utf8.contains(bytes[offset]), !isArrow { offset += 1 }
    return String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  private var isArrow: Bool { bytes[offset...].starts(with: "->".utf8) }

  private mutating func expect(_ mark: Unicode.Scalar) {
    skipSpaces()
    precondition(
      offset < bytes.count && bytes[offset] == UInt8(ascii: mark), "expected \(mark)")
    offset += 1
  }
}
