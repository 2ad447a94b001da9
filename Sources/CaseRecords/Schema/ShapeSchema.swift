package import CEL
package import SourceText

/// The fields of a section, of a list's elements, or of a record inside a record.
package final class ShapeSchema: Sendable {
  /// `decision`, `officers[]`, `Penalty`
  package let name: String
  package let label: BilingualText
  package let meaning: String
  package let fields: [FieldSchema]
  /// The number of the field that tells the elements of a list apart in fingerprints and messages;
  /// never personal data. `nil`: the index does.
  package let key: Int?
  package let type: StructType

  /// - Parameter document: The type of a paper; `nil` for the shape of a paper itself, which has no
  ///   fields of type document.
  init(
    name: String, label: BilingualText, meaning: String, fields: [FieldSchema], key: Int?,
    document: StructType?
  ) {
    self.name = name
    self.label = label
    self.meaning = meaning
    self.fields = fields
    self.key = key
    let paper = document ?? StructType(name: name, fields: [])
    self.type = StructType(
      name: name,
      fields: fields.map {
        StructType.Field(name: $0.name, type: $0.type.valueType(document: paper))
      })
  }

  package func number(ofField name: String) -> Int? { type.number(ofField: name) }
}

/// A section of the record: one set of facts, or a list of them.
package final class SectionSchema: Sendable {
  package let name: String
  package let label: BilingualText
  package let isList: Bool
  package let expectation: Expectation
  /// The fields of the section, or of one element of it.
  package let shape: ShapeSchema
  /// Where the schema file names it.
  package let range: ByteRange
  /// The section as it reads where it is not on file, and where nobody recorded it. They depend on
  /// nothing in a record, so all records share them.
  let absent: Value
  let unrecorded: Value

  init(
    name: String, label: BilingualText, isList: Bool, expectation: Expectation, shape: ShapeSchema,
    range: ByteRange, document: ShapeSchema
  ) {
    self.name = name
    self.label = label
    self.isList = isList
    self.expectation = expectation
    self.shape = shape
    self.range = range
    if isList {
      absent = .list(ListValue([], isOpen: false, path: name, isRecorded: false))
      unrecorded = .list(ListValue([], isOpen: true, path: name, isRecorded: false))
    } else {
      absent = .structure(.missing(shape, .absent, at: name, document: document))
      unrecorded = .structure(.missing(shape, .unrecorded, at: name, document: document))
    }
  }

  /// The type that expressions see.
  package var valueType: ValueType {
    isList ? .list(.structure(shape.type)) : .structure(shape.type)
  }

  package var meaning: String { shape.meaning }
}
