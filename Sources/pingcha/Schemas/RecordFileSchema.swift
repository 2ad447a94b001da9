import CaseRecords
import Reports
import SourceText

/// Writes the schema of a record kind as JSON Schema.
///
/// A fact may stand plainly, as `null`, or as `{ value: …, document: d12, page: 3 }`.
struct RecordFileSchema {
  let schema: RecordSchema
  private var definitions: [JSONTree.Member] = []
  private var names: Set<String> = []

  static func document(of schema: RecordSchema, id: String) -> JSONTree {
    var writer = RecordFileSchema(schema: schema)
    let properties = writer.properties()
    return .object([
      .init("$schema", SchemaBuilder.dialect), .init("$id", .text(id)),
      .init("title", .both(schema.label, separator: " / ")), .init("type", "object"),
      .init("properties", .object(properties)), .init("required", ["kind"]),
      .init("additionalProperties", false),
      .init("$defs", .object(writer.definitions.sorted { $0.key < $1.key })),
    ])
  }

  private init(schema: RecordSchema) { self.schema = schema }

  private mutating func properties() -> [JSONTree.Member] {
    let paths: JSONTree = [
      "type": ["array", "null"],
      "items": ["type": "string", "pattern": .text(SchemaText.factPath)],
    ]
    let document = list(of: schema.document)
    var properties: [JSONTree.Member] = [
      .init(
        "kind",
        [
          "const": schema.kind.map(JSONTree.text) ?? .null,
          "description": .both(BilingualText(zh: "记录类型。", en: "The record kind.")),
        ]),
      .init(
        "completeness",
        SchemaText.enumeration([
          (
            CaseRecord.Completeness.closed.rawValue,
            BilingualText(zh: "齐备：没有写的就是没有", en: "the file holds nothing else")
          ),
          (
            CaseRecord.Completeness.open.rawValue,
            BilingualText(zh: "摘录：没有写的是未摘录", en: "an extract: what is missing is unrecorded")
          ),
        ])),
      .init(
        "unrecorded",
        paths.adding([
          .init(
            "description",
            .both(BilingualText(zh: "没有查阅过的事实。", en: "Facts that nobody looked at.")))
        ])),
      .init(
        "complete",
        paths.adding([
          .init(
            "description",
            .both(
              BilingualText(zh: "已经列全的列表。", en: "Lists of an open record that have no more.")))
        ])),
      .init(
        RecordSchema.documentsName,
        labelled(document, schema.document.label, schema.document.meaning)),
    ]
    for section in schema.sections {
      let value =
        section.isList
        ? list(of: section.shape)
        : reference(to: section.shape)
      properties.append(.init(section.name, labelled(value, section.label, section.meaning)))
    }
    return properties
  }

  // MARK: Shapes

  /// A reference to the facts of a section, element or record in a record; `null` is one too.
  private mutating func reference(to shape: ShapeSchema) -> JSONTree {
    // The elements of a section are called `officers[]`, which no address may hold.
    let name = "record." + shape.name.replacing("[]", with: ".element")
    if names.insert(name).inserted {
      var properties: [JSONTree.Member] = []
      for field in shape.fields {
        properties.append(
          .init(
            field.name, labelled(value(field.type), field.label, meaning(of: field))))
      }
      definitions.append(
        .init(
          name,
          [
            "title": .both(shape.label, separator: " / "), "type": ["object", "null"],
            "properties": .object(properties), "additionalProperties": false,
          ]))
    }
    return .reference(name)
  }

  /// A list of records. Its elements are never `null`; a paper has an id.
  private mutating func list(of shape: ShapeSchema) -> JSONTree {
    ["type": ["array", "null"], "items": element(shape)]
  }

  private mutating func element(_ shape: ShapeSchema) -> JSONTree {
    let element = reference(to: shape).adding([.init("type", "object")])
    return shape === schema.document ? element.adding([.init("required", ["id"])]) : element
  }

  private func labelled(
    _ value: JSONTree, _ label: BilingualText, _ meaning: String
  ) -> JSONTree {
    var more = [JSONTree.Member("title", .both(label, separator: " / "))]
    if !meaning.isEmpty { more.append(.init("description", .text(meaning))) }
    return value.adding(more)
  }

  private func meaning(of field: FieldSchema) -> String {
    var parts = field.meaning.isEmpty ? [] : [field.meaning]
    switch field.expectation {
    case .always: parts.append("expect: always")
    case .condition(let condition, _): parts.append("expect: \(condition)")
    case .never: break
    }
    if let absence = field.absence {
      parts.append("null: \(absence.zh) / \(absence.en)")
    }
    if field.isPersonal { parts.append("个人信息 / personal data") }
    return parts.joined(separator: "\n\n")
  }

  // MARK: Values

  private mutating func value(_ type: FieldType) -> JSONTree {
    switch type {
    case .record(let shape): return reference(to: shape)
    case .list(let element):
      let items: JSONTree
      if case .record(let shape) = element {
        items = self.element(shape)
      } else {
        items = scalar(element, isElement: true)
      }
      return Self.factForm(of: ["type": ["array", "null"], "items": items])
    default: return scalar(type, isElement: false)
    }
  }

  /// A reference to one value: plain, in the long form, or `null` where it is no element of a list.
  private mutating func scalar(_ type: FieldType, isElement: Bool) -> JSONTree {
    let (name, plain) = plain(type)
    let full = isElement ? "\(name)Element" : name
    if names.insert(full).inserted {
      definitions.append(.init(full, Self.factForm(of: isElement ? plain : Self.orNull(plain))))
    }
    return .reference(full)
  }

  /// A value that stands plainly, or in the long form that says where the fact stands.
  private static func factForm(of value: JSONTree) -> JSONTree {
    let paper: JSONTree = [
      "type": ["string", "number", "null"],
      "description": .both(BilingualText(zh: "卷内文件编号。", en: "The id of the paper.")),
    ]
    let page: JSONTree = [
      "type": ["integer", "null"], "minimum": 1,
      "description": .both(BilingualText(zh: "页码，从1起。", en: "The page, from 1.")),
    ]
    let longForm: [JSONTree.Member] = [
      .init("properties", ["value": value, "document": paper, "page": page]),
      .init("required", ["value"]), .init("additionalProperties", false),
    ]
    guard let types = value["type"] else {
      return ["anyOf": [value, .object([.init("type", "object")] + longForm)]]
    }
    // Keywords of objects say nothing of other values, so that one schema holds both forms.
    let both = value.members.map { member in
      member.key == "type" ? .init("type", .list(types.elements + ["object"])) : member
    }
    return .object(both + longForm)
  }

  private static func orNull(_ tree: JSONTree) -> JSONTree {
    .object(
      tree.members.map { member in
        switch member.key {
        case "type": .init("type", .list(member.value.elements + ["null"]))
        case "enum": .init("enum", .list(member.value.elements + [.null]))
        case "enumDescriptions":
          .init("enumDescriptions", .list(member.value.elements + ["未载明 / not on file"]))
        default: member
        }
      })
  }

  /// What a scalar of a type is called, and what may stand for it.
  private func plain(_ type: FieldType) -> (name: String, tree: JSONTree) {
    switch type {
    case .text: ("text", ["type": ["string", "number", "boolean"]])
    case .boolean: ("boolean", ["type": ["boolean"]])
    case .integer: ("integer", ["type": ["integer"]])
    case .decimal:
      ("decimal", ["type": ["number", "string"], "pattern": "^-?[0-9]+(?:\\.[0-9]+)?$"])
    case .money:
      ("money", ["type": ["number", "string"], "pattern": "^-?[0-9]+(?:\\.[0-9]{1,2})?$"])
    case .date:
      (
        "date",
        [
          "type": ["string", "integer"], "pattern": .text("^\(SchemaText.date)$"), "minimum": 1,
          "maximum": 9999,
        ]
      )
    case .datetime:
      (
        "datetime",
        [
          "type": ["string", "integer"],
          "pattern": .text("^(?:\(SchemaText.datetime)|\(SchemaText.date))$"), "minimum": 1,
          "maximum": 9999,
        ]
      )
    case .enumeration(let values):
      (
        "enum.\(values.name)",
        SchemaText.enumeration(values.entries.map { ($0.id, $0.label) })
      )
    case .document: ("documentID", ["type": ["string", "number"]])
    case .record, .list: preconditionFailure("a record or list is no scalar")
    }
  }
}
