internal import CEL
package import SourceText
package import YAML

/// Reads the schema of a record kind.
///
/// It takes the full form of `Rules/records/penalty.yaml`, whose header explains it, and a short
/// one: labels, meanings, natures and `personal` may be missing, `enums` may map a name to its
/// values and `shapes` a name to its fields. A label that is missing is the name itself.
package enum SchemaReader {
  /// Returns the schema, or none where a diagnostic is an error. All problems are told in one pass.
  package static func read(_ root: Node) -> (schema: RecordSchema?, diagnostics: [Diagnostic]) {
    var pass = SchemaPass()
    let schema = pass.schema(root)
    let diagnostics = pass.diagnostics.inOrder
    return (diagnostics.haveErrors ? nil : schema, diagnostics)
  }
}

/// What one reading has learnt so far.
struct SchemaPass {
  var diagnostics: [Diagnostic] = []
  var natures: [String: NatureSchema] = [:]
  var enums: [String: EnumSchema] = [:]
  /// Shapes as they stand in the file, and those that are made.
  var shapeNodes: [String: ShapeNode] = [:]
  var shapes: [String: ShapeSchema] = [:]
  /// Shapes under way, outermost first: one that turns up again holds itself.
  var underWay: [String] = []
  var document: ShapeSchema?

  struct ShapeNode {
    var name: String
    var range: ByteRange
    /// The keys of the shape; in the short form only `fields`.
    var keys: [String: Pair]
    var fields: Node?
  }

  mutating func schema(_ root: Node) -> RecordSchema? {
    guard
      let keys = keys(
        of: root, in: BilingualText(zh: "记录格式", en: "a schema"),
        known: [
          "kind", "zh", "en", "version", "roles", "natures", "sections", "shapes", "enums",
        ])
    else { return nil }
    let natureList = readNatures(keys["natures"]?.value)
    let enumList = readEnums(keys["enums"]?.value)
    let shapeNames = findShapes(keys["shapes"]?.value)
    let document = documentShape()
    self.document = document
    for name in shapeNames { _ = shape(named: name, usedAt: .none) }
    guard let sectionsNode = keys["sections"]?.value else {
      diagnostics.append(.missingKey("sections", at: root.range))
      return nil
    }
    let sections = readSections(sectionsNode, document: document)
    return RecordSchema(
      kind: keys["kind"].flatMap { text($0.value) },
      label: label(keys, name: keys["kind"]?.value.scalar?.text ?? "record"),
      version: keys["version"].flatMap { text($0.value) }, sections: sections,
      shapes: shapeNames.compactMap { shapes[$0] }, enums: enumList, natures: natureList,
      document: document, roles: readRoles(keys["roles"]?.value, among: sections))
  }

  // MARK: - Sections

  private mutating func readSections(_ node: Node, document: ShapeSchema) -> [SectionSchema] {
    guard let items = sequence(node, of: "sections") else { return [] }
    var sections: [SectionSchema] = []
    var seen: Set<String> = []
    for item in items {
      guard
        let keys = keys(
          of: item, in: BilingualText(zh: "章节", en: "a section"),
          known: ["name", "zh", "en", "shape", "key", "expect", "means", "fields"]),
        let (name, range) = name(keys, at: item.range)
      else { continue }
      if RecordSchema.reservedSectionNames.contains(name) {
        diagnostics.append(.reservedName(name, at: range))
        continue
      }
      guard seen.insert(name).inserted else {
        diagnostics.append(.duplicateName(name, at: range))
        continue
      }
      let isList = isList(keys["shape"], section: name, at: range)
      let fields = readFields(keys["fields"]?.value, at: range)
      if !isList, let key = keys["key"] {
        diagnostics.append(.keyOfRecord(name, at: key.keyRange))
      }
      let shape = ShapeSchema(
        name: isList ? "\(name)[]" : name, label: label(keys, name: name), meaning: meaning(keys),
        fields: fields, key: isList ? keyField(keys["key"], among: fields) : nil,
        document: document.type)
      sections.append(
        SectionSchema(
          name: name, label: shape.label, isList: isList,
          expectation: expectation(keys["expect"]?.value), shape: shape, range: range,
          document: document))
    }
    if items.isEmpty { diagnostics.append(.emptyList("sections", at: node.range)) }
    return sections
  }

  private mutating func isList(_ pair: Pair?, section: String, at range: ByteRange) -> Bool {
    guard let pair else {
      diagnostics.append(.missingKey("shape", at: range))
      return false
    }
    let text = pair.value.scalar?.text ?? ""
    if text != "record", text != "list" {
      diagnostics.append(.notOneOf(["record", "list"], text, at: pair.value.range))
    }
    return text == "list"
  }

  // MARK: - Shapes

  /// Finds the shapes and returns their names in the order of the file; nothing is built yet, since
  /// one may use another that comes later.
  private mutating func findShapes(_ node: Node?) -> [String] {
    guard let node, !node.isNull else { return [] }
    var names: [String] = []
    for (name, range, body) in namedEntries(node, of: "shapes", nameKey: "name") {
      guard isIdentifier(name) else {
        diagnostics.append(.badName(name, at: range))
        continue
      }
      guard shapeNodes[name] == nil else {
        diagnostics.append(.duplicateName(name, at: range))
        continue
      }
      var shape = ShapeNode(name: name, range: range, keys: [:], fields: body)
      if body.sequence == nil {
        shape.keys =
          keys(
            of: body, in: BilingualText(zh: "结构", en: "a shape"),
            known: ["name", "zh", "en", "key", "means", "fields"]) ?? [:]
        shape.fields = shape.keys["fields"]?.value
      }
      shapeNodes[name] = shape
      names.append(name)
    }
    return names
  }

  /// The shape of a paper, from the file or else the standard one.
  private mutating func documentShape() -> ShapeSchema {
    let name = RecordSchema.documentShapeName
    guard let node = shapeNodes[name] else { return .standardDocument() }
    guard let shape = shape(named: name, usedAt: node.range) else { return .standardDocument() }
    if let id = shape.number(ofField: "id"), case .text = shape.fields[id].type { return shape }
    diagnostics.append(.documentWithoutID(at: node.range))
    return .standardDocument()
  }

  /// Returns a shape, building it and those it uses first; `nil` with a diagnostic where there is
  /// none, or where it would hold itself.
  mutating func shape(named name: String, usedAt range: ByteRange) -> ShapeSchema? {
    if let shape = shapes[name] { return shape }
    guard let node = shapeNodes[name] else {
      diagnostics.append(
        .unknownShape(
          name, at: range, near: Suggestion.nearest(to: name, among: shapeNodes.keys)))
      return nil
    }
    if underWay.contains(name) {
      diagnostics.append(.shapeInItself(name, at: range))
      return nil
    }
    underWay.append(name)
    defer { underWay.removeLast() }
    let isDocument = name == RecordSchema.documentShapeName
    let fields = readFields(node.fields, at: node.range)
    let shape = ShapeSchema(
      name: name, label: label(node.keys, name: name), meaning: meaning(node.keys),
      fields: fields, key: keyField(node.keys["key"], among: fields),
      document: isDocument ? nil : document?.type)
    shapes[name] = shape
    return shape
  }

  /// The number of the field that `key` names.
  private mutating func keyField(_ pair: Pair?, among fields: [FieldSchema]) -> Int? {
    guard let pair, let name = text(pair.value) else { return nil }
    guard let number = fields.firstIndex(where: { $0.name == name }) else {
      diagnostics.append(
        .keyIsNoField(
          name, at: pair.value.range,
          near: Suggestion.nearest(to: name, among: fields.map(\.name))))
      return nil
    }
    if fields[number].isPersonal {
      diagnostics.append(.keyIsPersonal(name, at: pair.value.range))
      return nil
    }
    if !fields[number].type.isScalar {
      diagnostics.append(.keyIsNoScalar(name, at: pair.value.range))
      return nil
    }
    return number
  }
}
