import CEL
import CaseRecords
import Findings
import SourceText

/// A fact replaced by one of the same type: that of the same name in another section, and the next one
/// of the same section.
enum FactMutants {
  static func edits(of view: ExpressionView) -> [ExpressionEdit] {
    view.nodes.flatMap { node -> [ExpressionEdit] in
      let (operand, field): (NodeID, String)
      switch view.tree[node].kind {
      case .select(let target, let name, false): (operand, field) = (target, name)
      case .presence(let target, let name?): (operand, field) = (target, name)
      default: return []
      }
      guard case .structure(let type) = view.types[operand].unwrapped,
        let shape = view.schema.shape(of: type), let number = type.number(ofField: field),
        isScalar(type.fields[number].type)
      else { return [] }
      return [
        ofOtherSection(operand, field, type.fields[number].type, view),
        ofSameShape(view.tree[node].focus, operand, shape, number, view),
      ].compactMap(\.self)
    }
  }

  private static func isScalar(_ type: ValueType) -> Bool {
    switch type.unwrapped {
    case .structure, .list, .map: false
    default: true
    }
  }

  /// The section after this one, in the order of the schema, that has a fact of the name and type.
  private static func ofOtherSection(
    _ operand: NodeID, _ field: String, _ type: ValueType, _ view: ExpressionView
  ) -> ExpressionEdit? {
    guard case .identifier(let name, _) = view.tree[operand].kind,
      case .variable(let variable)? = view.references[operand], variable.name == name,
      let number = view.schema.number(ofSection: name)
    else { return nil }
    let sections = view.schema.sections
    let other = (sections[(number + 1)...] + sections[..<number]).first { section in
      guard !section.isList, let place = section.shape.number(ofField: field) else { return false }
      return section.shape.type.fields[place].type == type
    }
    return other.map {
      ExpressionEdit(
        .fact, view.tree[operand].range, $0.name,
        "`\(name).\(field)` → `\($0.name).\(field)`")
    }
  }

  private static func ofSameShape(
    _ range: ByteRange, _ operand: NodeID, _ shape: ShapeSchema, _ number: Int,
    _ view: ExpressionView
  ) -> ExpressionEdit? {
    let fields = shape.type.fields
    let other = (fields[(number + 1)...] + fields[..<number]).first {
      $0.type == fields[number].type
    }
    let owner = view.words(view.tree[operand].range)
    return other.map {
      ExpressionEdit(
        .fact, range, $0.name, "`\(owner).\(fields[number].name)` → `\(owner).\($0.name)`")
    }
  }
}
