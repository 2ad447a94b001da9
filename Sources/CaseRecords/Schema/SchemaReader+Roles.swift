internal import SourceText
internal import YAML

extension SchemaPass {
  /// Reads `roles:`, once the sections are known.
  mutating func readRoles(_ node: Node?, among sections: [SectionSchema]) -> RecordRoles {
    let usual = RecordRoles.Role.allCases
    guard let node, !node.isNull else {
      return RecordRoles(
        Dictionary(
          usual.compactMap { role in
            slot(role.usualPath, for: role, among: sections).map { (role, $0) }
          }, uniquingKeysWith: { first, _ in first }))
    }
    var slots: [RecordRoles.Role: RecordRoles.Slot] = [:]
    let names = usual.map(\.rawValue)
    let pairs = keys(
      of: node, in: BilingualText(zh: "`roles`", en: "`roles`"), known: names)
    for role in usual {
      guard let pair = pairs?[role.rawValue], let path = text(pair.value) else { continue }
      if let slot = slot(path, for: role, among: sections) {
        slots[role] = slot
        continue
      }
      let known = sections.flatMap { section in
        section.shape.fields.filter { section.isList == role.isOfList && role.takes($0.type) }
          .map { Self.path(of: $0, in: section) }
      }
      diagnostics.append(
        .badRole(
          role.rawValue, path, wanted: role.wanted, at: pair.value.range,
          near: Suggestion.nearest(to: path, among: known)))
    }
    return RecordRoles(slots)
  }

  /// Where a path leads that can have the role; `nil` for any other.
  private func slot(
    _ path: String, for role: RecordRoles.Role, among sections: [SectionSchema]
  ) -> RecordRoles.Slot? {
    for (number, section) in sections.enumerated() where section.isList == role.isOfList {
      for (field, schema) in section.shape.fields.enumerated()
      where role.takes(schema.type) && Self.path(of: schema, in: section) == path {
        return RecordRoles.Slot(section: number, field: field)
      }
    }
    return nil
  }

  /// `agency.name`, `officers[].name`
  private static func path(of field: FieldSchema, in section: SectionSchema) -> String {
    "\(section.name)\(section.isList ? "[]" : "").\(field.name)"
  }
}
