internal import CEL
package import SourceText
package import YAML

/// One fact that a record may hold: a line of the schema.
package struct FieldSchema: Sendable {
  package let name: String
  package let label: BilingualText
  package let type: FieldType
  package let expectation: Expectation
  /// True for personal data: masked in reports unless asked for, never in a fingerprint.
  package let isPersonal: Bool
  /// What its absence means; `nil` where the schema does not say.
  package let nature: NatureSchema?
  /// What its absence means where it differs from its nature.
  package let absence: BilingualText?
  /// True for a date that tells when something was done, to be drawn with the others.
  package let isOnTimeline: Bool
  /// One line for whoever fills records in; empty where the schema has none.
  package let meaning: String
  /// Where the schema file names it.
  package let range: ByteRange
}

/// When a complete file is expected to hold a fact or a section. An expectation tells a gap by; it
/// is no rule.
package enum Expectation: Sendable {
  case always
  /// `never-required`
  case never
  /// A CEL condition over the record. The node is its scalar in the schema file, so that whoever
  /// compiles it can point into that file.
  case condition(String, at: Node)
}

/// What kind of value a field holds.
package indirect enum FieldType: Sendable {
  case text, boolean, integer, decimal, money, date, datetime
  case enumeration(EnumSchema)
  /// The id of a paper in `documents`; it reads as that paper.
  case document
  case record(ShapeSchema)
  case list(FieldType)

  /// True for a type whose value is one scalar in the record file.
  package var isScalar: Bool {
    switch self {
    case .record, .list: false
    default: true
    }
  }

  /// The type that expressions see. Scalars may be null; elements of a list may not.
  ///
  /// - Parameter document: The type of a paper.
  func valueType(document: StructType) -> ValueType {
    switch self {
    case .document: .structure(document)
    case .record(let shape): .structure(shape.type)
    case .list(let element): .list(element.elementType(document: document))
    default: .wrapper(elementType(document: document))
    }
  }

  private func elementType(document: StructType) -> ValueType {
    switch self {
    case .text: .string
    case .boolean: .bool
    case .integer: .int
    case .decimal: .decimal
    case .money: .money
    case .date: .date
    case .datetime: .timestamp
    case .enumeration(let values): .enumeration(values.type)
    case .document, .record, .list: valueType(document: document)
    }
  }
}
