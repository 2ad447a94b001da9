package import CEL
internal import SourceText
package import YAML

/// A case file, read against the schema of its kind.
///
/// Every fact has its slot: null where it is not on file, unknown with its path where nobody
/// recorded it (semantics §1). Sections that are not there are there as values that say so.
package final class CaseRecord: Sendable {
  package enum Completeness: String, Sendable {
    /// The record tells all that the file holds: what is missing is absent.
    case closed
    /// An extract: what is missing is unrecorded.
    case open
  }

  package let schema: RecordSchema
  package let completeness: Completeness
  /// The sections as the fields of one value, for `has(record.hearing)`; its slots are the values
  /// of the section variables, numbered as in the schema.
  package let record: StructValue
  /// The papers, of the schema's shape `document`.
  package let documents: ListValue
  /// Where the record was read from: places are looked up in it when they are asked for, since only
  /// few ever are.
  package let root: Node

  init(
    schema: RecordSchema, completeness: Completeness, sections: ContiguousArray<Value>,
    documents: ListValue, root: Node
  ) {
    self.schema = schema
    self.completeness = completeness
    self.record = StructValue(type: schema.recordType, slots: sections, path: "")
    self.documents = documents
    self.root = root
  }

  /// The values of the section variables, numbered as in the schema.
  package var sections: ContiguousArray<Value> { record.slots }

  /// The case number as written; `nil` where the schema has no such field or the record no number.
  package var number: String? { text(of: .number) }

  /// The title of the case as written.
  package var title: String? { text(of: .title) }

  /// The value of a fact by its role; `nil` where the kind has no such fact, or has it in a list.
  package func value(of role: RecordRoles.Role) -> Value? {
    guard let slot = schema.roles[role], case .structure(let value) = record.slots[slot.section]
    else { return nil }
    return value.slots[slot.field]
  }

  /// A text by its role as written; `nil` where it is not on file.
  package func text(of role: RecordRoles.Role) -> String? {
    guard case .string(let text)? = value(of: role) else { return nil }
    return text
  }

  /// The paper with an id.
  package func document(_ id: String) -> StructValue? {
    for case .structure(let paper) in documents.elements {
      if case .string(id) = paper.slots[schema.documentFields.id] { return paper }
    }
    return nil
  }

  /// The title of the paper with an id; `nil` where it has none on file.
  package func title(ofDocument id: String) -> String? {
    guard let slot = schema.documentFields.title,
      case .string(let title)? = document(id)?.slots[slot]
    else { return nil }
    return title
  }
}
