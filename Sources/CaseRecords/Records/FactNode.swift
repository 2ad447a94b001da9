internal import YAML

// A fact may be written as `{ value: …, document: d12, page: 3 }`.

extension Node {
  /// The keys of the long form.
  static let longFormKeys = ["value", "document", "page"]

  /// True for the long form. Asked only where a mapping means nothing else.
  var isWrapped: Bool {
    mapping.map { pairs in
      !pairs.isEmpty && pairs.allSatisfy { Node.longFormKeys.contains($0.key.text) }
        && pairs.contains { $0.key.text == "value" }
    } ?? false
  }

  /// The value itself, out of the long form where it is in it.
  var factValue: Node { isWrapped ? self["value"] ?? self : self }
}
