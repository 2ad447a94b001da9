/// Pieces of a JSON Schema (2020-12) for documents that a printer of ours writes: every object has all
/// of its members, and no others.
package enum SchemaBuilder {
  package static let dialect: JSONTree = "https://json-schema.org/draft/2020-12/schema"
  static let text: JSONTree = ["type": "string"]
  static let integer: JSONTree = ["type": "integer"]
  static let flag: JSONTree = ["type": "boolean"]
  static let null: JSONTree = ["type": "null"]

  static func reference(_ name: String) -> JSONTree { ["$ref": .text("#/$defs/\(name)")] }

  static func list(_ items: JSONTree) -> JSONTree { ["type": "array", "items": items] }

  static func orNull(_ value: JSONTree) -> JSONTree { ["anyOf": [value, null]] }

  static func word(_ words: [String]) -> JSONTree { ["enum": .texts(words)] }

  static func constant(_ value: JSONTree) -> JSONTree { ["const": value] }

  static func object(
    _ description: String? = nil, _ members: [(name: String, value: JSONTree)]
  ) -> JSONTree {
    var parts: [JSONTree.Member] = [.init("type", "object")]
    if let description { parts.append(.init("description", .text(description))) }
    return JSONTree.object(
      parts + [
        .init("properties", .object(members.map { .init($0.name, $0.value) })),
        .init("required", .texts(members.map(\.name))), .init("additionalProperties", false),
      ])
  }

  /// A schema that stands in a file of its own.
  static func document(
    id: String, title: String, description: String, _ root: JSONTree,
    definitions: [(name: String, value: JSONTree)]
  ) -> JSONTree {
    let head: [JSONTree.Member] = [
      .init("$schema", dialect), .init("$id", .text(id)), .init("title", .text(title)),
      .init("description", .text(description)),
    ]
    return .object(
      head + root.members.filter { $0.key != "description" }
        + [.init("$defs", .object(definitions.map { .init($0.name, $0.value) }))])
  }
}
