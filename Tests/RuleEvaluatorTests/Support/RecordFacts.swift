import CaseRecords
import YAML

/// One thing that a record says, or could say: a fact, a section, a list.
struct RecordFact {
  enum Kind {
    case scalar(FieldType)
    /// A section or a record in it.
    case record
    case list
  }

  var path: FactPath
  var kind: Kind
  /// What the record says of it; `nil` where it does not mention it.
  var node: Node?
}

extension RecordFact {
  /// Everything that a schema knows of and a record may say, in elements of its lists too. The parts
  /// of a section that the record does not mention are told as well.
  static func all(in root: Node, _ schema: RecordSchema) -> [RecordFact] {
    var facts: [RecordFact] = []
    for section in schema.sections {
      guard let path = FactPath(section.name) else { continue }
      let node = root[section.name]
      if section.isList {
        list(path, of: .record(section.shape), node, into: &facts)
      } else {
        record(path, section.shape, node, into: &facts)
      }
    }
    return facts
  }

  private static func record(
    _ path: FactPath, _ shape: ShapeSchema, _ node: Node?, into facts: inout [RecordFact]
  ) {
    facts.append(RecordFact(path: path, kind: .record, node: node))
    fields(path, shape, node, into: &facts)
  }

  private static func fields(
    _ path: FactPath, _ shape: ShapeSchema, _ node: Node?, into facts: inout [RecordFact]
  ) {
    for field in shape.fields {
      guard let below = FactPath("\(path).\(field.name)") else { continue }
      let child = node?[field.name]
      switch field.type {
      case .record(let inner): record(below, inner, child, into: &facts)
      case .list(let element): list(below, of: element, child, into: &facts)
      default: facts.append(RecordFact(path: below, kind: .scalar(field.type), node: child))
      }
    }
  }

  private static func list(
    _ path: FactPath, of element: FieldType, _ node: Node?, into facts: inout [RecordFact]
  ) {
    facts.append(RecordFact(path: path, kind: .list, node: node))
    guard case .record(let shape) = element else { return }
    for (number, item) in (node?.plainValue.sequence ?? []).enumerated() {
      guard let below = FactPath("\(path)[\(number)]") else { continue }
      fields(below, shape, item, into: &facts)
    }
  }
}
