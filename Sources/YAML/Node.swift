package import SourceText

/// A value in a document, with the place it was written at.
///
/// Aliases are resolved: the node of an alias is the anchored node's content with the alias's own
/// range, so that a diagnostic points at the use.
package struct Node: Sendable {
  package var content: Content
  /// The whole node, from its first to just past its last byte, quotes included.
  package var range: ByteRange

  package init(content: Content, range: ByteRange) {
    self.content = content
    self.range = range
  }

  package enum Content: Sendable {
    case scalar(Scalar)
    case sequence([Node])
    case mapping([Pair])
  }
}

package struct Pair: Sendable {
  package var key: Scalar
  package var keyRange: ByteRange
  package var value: Node

  package init(key: Scalar, keyRange: ByteRange, value: Node) {
    self.key = key
    self.keyRange = keyRange
    self.value = value
  }
}

/// A scalar keeps its text; whoever reads it against a schema gives it a type.
package struct Scalar: Sendable {
  package enum Style: Sendable { case plain, singleQuoted, doubleQuoted, literal, folded }

  /// The text after unquoting, unescaping and unfolding.
  package var text: String
  package var style: Style

  package init(text: String, style: Style) {
    self.text = text
    self.style = style
  }

  /// True for an unquoted empty text, `null` or `~`.
  package var isNull: Bool {
    style == .plain && (text.isEmpty || text == "null" || text == "~")
  }

  /// The boolean of an unquoted `true` or `false`; everything else is none (YAML 1.2 core, cut to
  /// the two lower-case words).
  package var bool: Bool? {
    guard style == .plain else { return nil }
    return text == "true" ? true : text == "false" ? false : nil
  }
}

extension Node {
  package var scalar: Scalar? { if case .scalar(let scalar) = content { scalar } else { nil } }
  package var sequence: [Node]? { if case .sequence(let nodes) = content { nodes } else { nil } }
  package var mapping: [Pair]? { if case .mapping(let pairs) = content { pairs } else { nil } }
  package var isNull: Bool { scalar?.isNull ?? false }

  /// The mapping that stands at a range; `nil` where none does.
  package func mapping(at range: ByteRange) -> Node? {
    guard self.range.start <= range.start, range.end <= self.range.end else { return nil }
    switch content {
    case .scalar: return nil
    case .sequence(let nodes): return nodes.lazy.compactMap { $0.mapping(at: range) }.first
    case .mapping(let pairs):
      if self.range == range { return self }
      return pairs.lazy.compactMap { $0.value.mapping(at: range) }.first
    }
  }

  /// The value under a key of a mapping.
  package subscript(key: String) -> Node? { mapping?.first { $0.key.text == key }?.value }
}
