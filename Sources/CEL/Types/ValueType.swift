/// A type of the language, as the static check sees it.
package indirect enum ValueType: Hashable, Sendable {
  case dynamic
  case null
  case bool, int, uint, double, string, bytes
  case timestamp, duration
  case date, money, decimal, period, interval
  case list(ValueType)
  case map(ValueType, ValueType)
  /// The type of a type name: `type(1)` has the type `type(int)`.
  case type(ValueType)
  case optional(ValueType)
  /// A scalar that may be null: every fact has such a type.
  case wrapper(ValueType)
  case structure(StructType)
  case enumeration(EnumType)
  /// A parameter of a function's signature, such as `A` in `list(A)`.
  case parameter(String)
  /// Stands for a type that the checker has still to find.
  case variable(Int)
  /// A type that only its functions know, by its name and its parameters.
  case opaque(String, [ValueType] = [])
  /// The type of an expression that already has a diagnostic; fits everything.
  case error
}

extension ValueType {
  /// An address of the internet, as the network functions make it.
  package static let networkAddress = ValueType.opaque("net.IP")
  /// A range of such addresses.
  package static let networkRange = ValueType.opaque("net.CIDR")
}

/// A kind of value with named, numbered fields: a section of a record, an element of a list.
package final class StructType: Sendable, Hashable {
  package struct Field: Sendable {
    package var name: String
    package var type: ValueType

    package init(name: String, type: ValueType) {
      self.name = name
      self.type = type
    }
  }

  /// What messages call it: `decision`, `officers[]`, `Penalty`.
  package let name: String
  package let fields: [Field]
  private let numbers: [String: Int]

  package init(name: String, fields: [Field]) {
    self.name = name
    self.fields = fields
    self.numbers = Dictionary(
      uniqueKeysWithValues: fields.enumerated().map { ($1.name, $0) })
  }

  /// The number of a field; names are resolved once, when an expression is compiled.
  package func number(ofField name: String) -> Int? { numbers[name] }

  package static func == (a: StructType, b: StructType) -> Bool { a === b }
  package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

/// A closed set of texts: the values that an enum field may have.
package final class EnumType: Sendable, Hashable {
  package let name: String
  package let values: [String]

  package init(name: String, values: [String]) {
    self.name = name
    self.values = values
  }

  package static func == (a: EnumType, b: EnumType) -> Bool { a === b }
  package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
