package import SourceText
internal import YAML

/// Where a fact stands in the record's file, and in the case file if the record says so.
package struct FactPlace: Hashable, Sendable {
  /// The value; of a fact that is not there, the key or the element that it would stand under.
  package var range: ByteRange
  /// False for a fact that is not there.
  package var isExact: Bool
  /// The id of the paper that the record names for the fact.
  package var document: String?
  /// The page of that paper, from 1.
  package var page: Int?
}

extension CaseRecord {
  /// Returns where a fact, an element, a list or a section stands.
  ///
  /// For what is not there, the place is the key of the innermost section or field above it, or
  /// the element; `nil` where not even its section is there.
  package func place(of path: FactPath) -> FactPlace? {
    var (node, value) = (root, root)
    var key: ByteRange?
    for (count, step) in path.steps.enumerated() {
      var next: (node: Node, key: ByteRange?)?
      switch step {
      case .name(let name):
        next = value.mapping?.first { $0.key.text == name }.map { ($0.value, $0.keyRange) }
      case .index(let index):
        if let items = value.sequence, items.indices.contains(index) { next = (items[index], nil) }
      }
      guard let next else { return key.map { FactPlace(range: $0, isExact: false) } }
      node = next.node
      key = next.key ?? node.range
      // Only a mapping can be the long form of a fact.
      let isLong =
        node.mapping != nil && schema.takesLongForm(FactPath(path.steps.prefix(count + 1)))
      value = isLong ? node.factValue : node
    }
    // A key with nothing behind it has an empty range somewhere after it.
    let isEmpty = value.range.start == value.range.end
    var place = FactPlace(range: isEmpty ? key ?? value.range : value.range, isExact: true)
    if value.range != node.range {
      place.document = node["document"]?.scalar?.text
      place.page = node["page"]?.scalar.flatMap { Int($0.text) }
    }
    return place
  }

  package func place(of path: String) -> FactPlace? {
    FactPath(path).flatMap { place(of: $0) }
  }

  /// The whole of a section with its key, or only the key where the section is not a mapping.
  package func range(ofSection name: String) -> ByteRange? {
    root.mapping?.first { $0.key.text == name }.map { $0.keyRange.union($0.value.range) }
  }
}

extension RecordSchema {
  /// True where a value may be written in the long form: everywhere but where the schema has a
  /// section, an element or a record, whose own fields may be called `value`.
  fileprivate func takesLongForm(_ path: FactPath) -> Bool {
    switch location(of: path)?.target {
    case .field(let field)?:
      if case .record = field.type { false } else { true }
    case .scalarElement?: true
    default: false
    }
  }
}
