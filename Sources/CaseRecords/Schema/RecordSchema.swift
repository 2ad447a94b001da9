package import CEL
package import SourceText

/// Everything that a record of one kind may hold, read from `Rules/records/KIND.yaml`.
///
/// Sections and fields are numbered in the order of the file; names are resolved to numbers once,
/// when a rule is compiled or a record is read.
package final class RecordSchema: Sendable {
  /// `penalty`; `nil` in the short form of a schema that names none.
  package let kind: String?
  package let label: BilingualText
  /// Raised by whoever edits the schema when old records no longer fit; `nil` where not given.
  package let version: String?
  package let sections: [SectionSchema]
  /// The shapes in the order of the file, that of a paper among them.
  package let shapes: [ShapeSchema]
  package let enums: [EnumSchema]
  package let natures: [NatureSchema]
  /// The shape of an entry of `documents`. Where the file describes none, the one of
  /// `standardDocument`.
  package let document: ShapeSchema
  package let roles: RecordRoles
  /// The type of `record`, which has the sections as its fields.
  package let recordType: StructType
  package let documentFields: DocumentFields
  private let shapesByType: [StructType: ShapeSchema]
  /// What the paths without an index lead to, worked out once: reviews ask for little else.
  let plainPaths: [String: KnownFact]

  init(
    kind: String?, label: BilingualText, version: String?, sections: [SectionSchema],
    shapes: [ShapeSchema], enums: [EnumSchema], natures: [NatureSchema], document: ShapeSchema,
    roles: RecordRoles
  ) {
    self.kind = kind
    self.label = label
    self.version = version
    self.sections = sections
    self.shapes = shapes
    self.enums = enums
    self.natures = natures
    self.document = document
    self.roles = roles
    self.documentFields = DocumentFields(document)
    self.recordType = StructType(
      name: RecordSchema.recordName,
      fields: sections.map { StructType.Field(name: $0.name, type: $0.valueType) })
    var byType: [StructType: ShapeSchema] = [document.type: document]
    for shape in shapes { byType[shape.type] = shape }
    for section in sections { byType[section.shape.type] = section.shape }
    self.shapesByType = byType
    self.plainPaths = Self.plainPaths(of: sections)
  }

  package func number(ofSection name: String) -> Int? { recordType.number(ofField: name) }

  package func section(_ name: String) -> SectionSchema? {
    number(ofSection: name).map { sections[$0] }
  }

  /// The shape that a type of expressions was made from; `nil` for types of other origin.
  package func shape(of type: StructType) -> ShapeSchema? { shapesByType[type] }

  /// The field behind a slot of a section, element or record inside a record.
  package func field(_ number: Int, of type: StructType) -> FieldSchema? {
    shapesByType[type].flatMap { $0.fields.indices.contains(number) ? $0.fields[number] : nil }
  }

  package func shape(named name: String) -> ShapeSchema? { shapes.first { $0.name == name } }

  package func enumeration(named name: String) -> EnumSchema? { enums.first { $0.name == name } }
}

extension RecordSchema {
  /// The variable that holds the sections.
  package static let recordName = "record"
  /// The key of a record under which its papers stand.
  package static let documentsName = "documents"
  /// The shape of a paper.
  package static let documentShapeName = "Document"

  /// Keys of a record that are no sections.
  static let recordKeys = ["kind", "completeness", "unrecorded", "complete", documentsName]

  /// Names that a section cannot have: keys of the record, variables that rules see beside the
  /// sections, and words that CEL keeps for itself.
  static let reservedSectionNames: Set<String> = Set(
    recordKeys + [
      recordName, "params", "as_of", "terms",
      "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop",
      "package", "namespace", "return", "var", "void", "while",
    ]
  ).union(reservedFieldNames)

  /// Words that cannot stand behind a dot in CEL.
  static let reservedFieldNames: Set<String> = ["true", "false", "null", "in"]
}

/// Where a paper keeps what the engine itself looks at; `nil` where the schema has no such field.
package struct DocumentFields: Sendable {
  package let id: Int
  package let title: Int?
  let path: Int?
  let sha256: Int?

  /// - Precondition: The shape has a field `id`; the reader of schemas sees to it.
  init(_ shape: ShapeSchema) {
    guard let id = shape.number(ofField: "id") else {
      preconditionFailure("the shape of a paper has an id")
    }
    self.id = id
    title = shape.number(ofField: "title")
    path = shape.number(ofField: "path")
    sha256 = shape.number(ofField: "sha256")
  }
}

extension ShapeSchema {
  /// The shape of a paper for a schema that does not describe one.
  static func standardDocument() -> ShapeSchema {
    let fields: [(name: String, label: BilingualText, type: FieldType)] = [
      ("id", BilingualText(zh: "编号", en: "Number"), .text),
      ("title", BilingualText(zh: "文件名称", en: "Title"), .text),
      ("path", BilingualText(zh: "路径", en: "Path"), .text),
      ("sha256", BilingualText(zh: "SHA-256 摘要", en: "SHA-256 digest"), .text),
      ("pages", BilingualText(zh: "页数", en: "Pages"), .integer),
    ]
    return ShapeSchema(
      name: RecordSchema.documentShapeName,
      label: BilingualText(zh: "卷内文件", en: "Document on file"), meaning: "",
      fields: fields.map {
        FieldSchema(
          name: $0.name, label: $0.label, type: $0.type, expectation: .never, isPersonal: false,
          nature: nil, absence: nil, isOnTimeline: false, meaning: "", range: .none)
      }, key: 0, document: nil)
  }
}
