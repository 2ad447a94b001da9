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

  /// `case.number` as written; `nil` where the schema has no such field or the record no number.
  package var number: String? { text("case", "number") }

  /// `case.title` as written.
  package var title: String? { text("case", "title") }

  private func text(_ section: String, _ field: String) -> String? {
    guard let number = schema.number(ofSection: section),
      case .structure(let value) = record.slots[number],
      let slot = value.type.number(ofField: field), case .string(let text) = value.slots[slot]
    else { return nil }
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
