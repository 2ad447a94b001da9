package import SourceText
package import YAML

/// A CEL expression as a rule file holds it, not yet parsed.
///
/// Offsets inside `text` are mapped to the file with the scalar's source map, so `node` is kept:
/// quotes and escapes put the two apart.
package struct ExpressionSource: Sendable {
  /// The text after YAML has taken its quotes off.
  package var text: String
  /// The scalar, with its range in the file.
  package var node: Node

  package init(text: String, node: Node) {
    self.text = text
    self.node = node
  }

  package var range: ByteRange { node.range }
}

/// A name with the place it was written at.
package struct NameSource: Hashable, Sendable {
  package var text: String
  package var range: ByteRange

  package init(text: String, range: ByteRange) {
    self.text = text
    self.range = range
  }
}

/// An entry of `let:`. Entries keep the order of the file; each may use those before it.
package struct LetSource: Sendable {
  package var name: NameSource
  package var expression: ExpressionSource

  package init(name: NameSource, expression: ExpressionSource) {
    self.name = name
    self.expression = expression
  }
}

/// A text in both languages without placeholders, such as a title.
package struct BilingualSource: Sendable {
  package var text: BilingualText
  /// The scalars of the two languages.
  package var zh: Node
  package var en: Node
  package var range: ByteRange

  package init(text: BilingualText, zh: Node, en: Node, range: ByteRange) {
    self.text = text
    self.zh = zh
    self.en = en
    self.range = range
  }
}

/// A `message:` or `remedy:`: a template in each language, with the same placeholder expressions.
package struct MessageSource: Sendable {
  package var zh: MessageTemplate
  package var en: MessageTemplate
  package var range: ByteRange

  package init(zh: MessageTemplate, en: MessageTemplate, range: ByteRange) {
    self.zh = zh
    self.en = en
    self.range = range
  }

  package subscript(language: Language) -> MessageTemplate {
    switch language {
    case .zh: zh
    case .en: en
    }
  }
}
