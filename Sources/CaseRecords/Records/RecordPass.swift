internal import CEL
internal import SourceText
internal import YAML

/// One reading of one record.
struct RecordPass {
  let schema: RecordSchema
  var diagnostics: [Diagnostic] = []
  var isOpen = false
  /// What `unrecorded:` and `complete:` say, by path. Most records say neither, and then no path is
  /// spelled to look it up.
  var marks = PathMarks()
  /// The papers by id.
  var papers: [String: StructValue] = [:]
  /// True where `documents` may lack some.
  var papersAreOpen = false

  init(schema: RecordSchema) { self.schema = schema }

  mutating func record(_ root: Node) -> CaseRecord? {
    guard let pairs = root.mapping else {
      diagnostics.append(.notARecord(at: root.range))
      return nil
    }
    var sectionNodes: [Pair?] = Array(repeating: nil, count: schema.sections.count)
    var others: [String: Pair] = [:]
    for pair in pairs {
      let key = pair.key.text
      if let number = schema.number(ofSection: key) {
        if sectionNodes[number] != nil {
          diagnostics.append(.repeatedField(key, at: pair.keyRange))
        } else {
          sectionNodes[number] = pair
        }
      } else if !RecordSchema.recordKeys.contains(key) {
        diagnostics.append(
          .unknownSection(
            key, at: pair.keyRange,
            near: Suggestion.nearest(
              to: key, among: schema.sections.map(\.name) + RecordSchema.recordKeys)))
      } else if others.updateValue(pair, forKey: key) != nil {
        diagnostics.append(.repeatedField(key, at: pair.keyRange))
      }
    }
    checkKind(others["kind"])
    isOpen = readCompleteness(others["completeness"])
    marks = readMarks(unrecorded: others["unrecorded"], complete: others["complete"])
    let documents = readDocuments(others[RecordSchema.documentsName])
    var sections = ContiguousArray<Value>()
    sections.reserveCapacity(schema.sections.count)
    for (section, pair) in zip(schema.sections, sectionNodes) {
      sections.append(self.section(section, pair))
    }
    diagnostics += marks.unmet()
    return CaseRecord(
      schema: schema, completeness: isOpen ? .open : .closed, sections: sections,
      documents: documents, root: root)
  }

  private mutating func checkKind(_ pair: Pair?) {
    guard let pair, let kind = schema.kind else { return }
    if pair.value.scalar?.text != kind {
      diagnostics.append(
        .otherKind(pair.value.scalar?.text ?? "", expected: kind, at: pair.value.range))
    }
  }

  private mutating func readCompleteness(_ pair: Pair?) -> Bool {
    guard let pair else { return false }
    let text = pair.value.scalar?.text ?? ""
    guard let completeness = CaseRecord.Completeness(rawValue: text) else {
      diagnostics.append(.badCompleteness(text, at: pair.value.range))
      return false
    }
    return completeness == .open
  }

  // MARK: - Papers

  /// Reads `documents` before all else, since facts refer to them.
  private mutating func readDocuments(_ pair: Pair?) -> ListValue {
    let name = RecordSchema.documentsName
    papersAreOpen = listIsOpen(name, given: pair?.value)
    guard
      case .list(let list) = recordList(
        schema.document, pair?.value, at: name, keyRange: pair?.keyRange)
    else { return ListValue([], path: name, isRecorded: false) }
    // What is no mapping has its diagnostic, and no element.
    let items = (pair?.value.sequence ?? []).filter { $0.mapping != nil }
    for (value, item) in zip(list.elements, items) {
      guard case .structure(let paper) = value else { continue }
      guard case .string(let id) = paper.slots[schema.documentFields.id] else {
        if item["id"] == nil || item["id"]?.isNull == true {
          diagnostics.append(.documentWithoutID(inRecordAt: item.range))
        }
        continue
      }
      if papers[id] != nil {
        diagnostics.append(.duplicateDocument(id, at: item["id"]?.range ?? item.range))
      } else {
        papers[id] = paper
      }
    }
    return list
  }

  /// The paper that a field names by its id.
  mutating func paper(_ id: String, at range: ByteRange, path: String) -> Value? {
    if let paper = papers[id] { return .structure(paper) }
    guard papersAreOpen else {
      diagnostics.append(
        .unknownDocument(id, at: range, near: Suggestion.nearest(to: id, among: papers.keys)))
      return nil
    }
    // An extract may name a paper without listing it: nothing but its id is known.
    var slots = schema.document.missingSlots(.unrecorded, at: path, document: schema.document)
    slots[schema.documentFields.id] = .string(id)
    return .structure(StructValue(type: schema.document.type, slots: slots, path: path))
  }

  // MARK: - Sections

  private mutating func section(_ section: SectionSchema, _ pair: Pair?) -> Value {
    let name = section.name
    if section.isList {
      if pair == nil, marks.isEmpty { return isOpen ? section.unrecorded : section.absent }
      return recordList(section.shape, pair?.value, at: name, keyRange: pair?.keyRange)
    }
    let template = pair == nil && isOpen ? section.unrecorded : section.absent
    guard let pair else { return missingRecord(section.shape, template, at: name) }
    return record(section.shape, pair.value, at: name, keyRange: pair.keyRange, absent: template)
  }
}
