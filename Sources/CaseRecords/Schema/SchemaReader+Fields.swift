internal import SourceText
internal import YAML

extension SchemaPass {
  /// Reads the lines under `fields:`.
  mutating func readFields(
    _ node: Node?, at range: ByteRange
  ) -> [FieldSchema] {
    guard let node else {
      diagnostics.append(.missingKey("fields", at: range))
      return []
    }
    guard let items = sequence(node, of: "fields") else { return [] }
    var fields: [FieldSchema] = []
    var seen: Set<String> = []
    for item in items {
      guard
        let keys = keys(
          of: item, in: BilingualText(zh: "字段", en: "a field"),
          known: [
            "name", "zh", "en", "type", "expect", "personal", "nature", "absent", "timeline",
            "means",
          ]),
        let (name, range) = name(keys, at: item.range)
      else { continue }
      if RecordSchema.reservedFieldNames.contains(name) {
        diagnostics.append(.reservedName(name, at: range))
        continue
      }
      guard seen.insert(name).inserted else {
        diagnostics.append(.duplicateName(name, at: range))
        continue
      }
      guard let typePair = keys["type"] else {
        diagnostics.append(.missingKey("type", at: range))
        continue
      }
      let isPersonal = boolean(keys["personal"]?.value)
      let nature = nature(keys["nature"]?.value)
      let expectation = expectation(keys["expect"]?.value)
      let absence = keys["absent"].flatMap { bothLanguages($0.value) }
      guard let type = type(typePair.value) else { continue }
      let isOnTimeline = keys["timeline"].map { boolean($0.value) } ?? nature?.isOnTimeline ?? false
      fields.append(
        FieldSchema(
          name: name, label: label(keys, name: name), type: type, expectation: expectation,
          isPersonal: isPersonal, nature: nature, absence: absence,
          isOnTimeline: isOnTimeline, meaning: meaning(keys), range: range))
    }
    if items.isEmpty { diagnostics.append(.emptyList("fields", at: node.range)) }
    return fields
  }

  // MARK: - Types

  private mutating func type(_ node: Node) -> FieldType? {
    guard let text = text(node) else { return nil }
    guard let element = text.after("list:") else {
      return plainType(text, written: text, at: node.range)
    }
    if element.after("list:") != nil {
      diagnostics.append(.listInList(text, at: node.range))
      return nil
    }
    if isShapeName(element) {
      return shape(named: element, usedAt: node.range).map { .list(.record($0)) }
    }
    return plainType(element, written: text, at: node.range)
      .map(FieldType.list)
  }

  private mutating func plainType(
    _ name: String, written text: String, at range: ByteRange
  ) -> FieldType? {
    switch name {
    case "text": return .text
    case "boolean": return .boolean
    case "integer": return .integer
    case "decimal": return .decimal
    case "money": return .money
    case "date": return .date
    case "datetime": return .datetime
    case "document":
      // A paper cannot refer to papers, not even by way of a shape that it uses.
      if !underWay.contains(RecordSchema.documentShapeName) { return .document }
      diagnostics.append(.documentInDocument(at: range))
      return nil
    default: break
    }
    if let id = name.after("enum:") {
      if let values = enums[id] { return .enumeration(values) }
      diagnostics.append(
        .unknownEnum(id, at: range, near: Suggestion.nearest(to: id, among: enums.keys)))
      return nil
    }
    if let shapeName = name.after("record:") {
      return shape(named: shapeName, usedAt: range).map(FieldType.record)
    }
    diagnostics.append(
      .unknownType(
        text, at: range,
        near: Suggestion.nearest(to: name, among: SchemaPass.scalarTypes)))
    return nil
  }

  static let scalarTypes = [
    "text", "boolean", "integer", "decimal", "money", "date", "datetime", "document",
  ]

  /// True for what can only be meant as a shape: `list:Penalty`.
  private func isShapeName(_ name: String) -> Bool {
    shapeNodes[name] != nil || name.utf8.first.map { (65...90).contains($0) } ?? false
  }

  // MARK: - The other keys

  mutating func expectation(_ node: Node?) -> Expectation {
    guard let node, let text = text(node) else { return .never }
    switch text {
    case "always": return .always
    case "never-required": return .never
    default: return .condition(text, at: node)
    }
  }

  private mutating func nature(_ node: Node?) -> NatureSchema? {
    guard let node, let name = text(node) else { return nil }
    if let nature = natures[name] { return nature }
    diagnostics.append(
      .unknownNature(name, at: node.range, near: Suggestion.nearest(to: name, among: natures.keys)))
    return nil
  }

  /// `true` or `false`; a key that is not there is false.
  mutating func boolean(_ node: Node?) -> Bool {
    guard let node else { return false }
    if let flag = node.scalar?.bool { return flag }
    diagnostics.append(.notOneOf(["true", "false"], node.scalar?.text ?? "", at: node.range))
    return false
  }
}

extension String {
  /// What stands behind a prefix; `nil` where the text does not begin with it.
  fileprivate func after(_ prefix: String) -> String? {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
  }
}
