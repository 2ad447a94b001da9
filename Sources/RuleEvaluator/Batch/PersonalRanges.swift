import CaseRecords
import SourceText
import YAML

/// Finds where a record's file holds personal data, so that excerpts do not show it.
struct PersonalRanges {
  private let schema: RecordSchema
  private var ranges: [ByteRange] = []

  /// The stretches of the values of personal facts, in the order of the schema.
  static func ranges(in record: CaseRecord) -> [ByteRange] {
    var search = PersonalRanges(schema: record.schema)
    for pair in record.root.mapping ?? [] {
      if let section = record.schema.section(pair.key.text) {
        search.searchElements(of: pair.value, section.shape)
      } else if pair.key.text == RecordSchema.documentsName {
        search.searchElements(of: pair.value, record.schema.document)
      }
    }
    return search.ranges
  }

  private init(schema: RecordSchema) { self.schema = schema }

  /// Searches one section or element, or each of a list of them.
  private mutating func searchElements(of node: Node, _ shape: ShapeSchema) {
    for element in node.sequence ?? [node] { search(element, shape) }
  }

  /// Takes every scalar of a value; keys and marks stay to be seen.
  private mutating func hide(_ node: Node) {
    switch node.content {
    case .scalar: ranges.append(node.range)
    case .sequence(let nodes): for node in nodes { hide(node) }
    case .mapping(let pairs): for pair in pairs { hide(pair.value) }
    }
  }

  private mutating func search(_ node: Node, _ shape: ShapeSchema) {
    for pair in node.mapping ?? [] {
      guard let number = shape.number(ofField: pair.key.text) else { continue }
      let field = shape.fields[number]
      if field.isPersonal {
        // In the long form the paper and the page stay to be seen.
        hide(field.type.isScalar ? pair.value["value"] ?? pair.value : pair.value)
        continue
      }
      switch field.type {
      case .record(let inner), .list(.record(let inner)): searchElements(of: pair.value, inner)
      default: break
      }
    }
  }
}
