package import SourceText
package import YAML

/// A text with placeholders, split: semantics §9.
package struct MessageTemplate: Sendable {
  package enum Piece: Hashable, Sendable {
    /// Words to print, with `{{` and `}}` already turned into single braces.
    case text(String)
    case placeholder(Placeholder)
  }

  package struct Placeholder: Hashable, Sendable {
    /// The CEL text, blanks at its ends cut off: `decision.made_on`, `due`, `size(officers)`.
    package var expression: String
    /// Where `expression` starts in the scalar's text: UTF-8 bytes from 0.
    package var expressionOffset: Int
    /// What to print where the value is absent; `nil` where none is given. May be empty.
    package var alternative: String?
    /// The whole placeholder with its braces, as UTF-8 offsets in the scalar's text.
    package var span: ByteRange

    package init(
      expression: String, expressionOffset: Int, alternative: String?, span: ByteRange
    ) {
      self.expression = expression
      self.expressionOffset = expressionOffset
      self.alternative = alternative
      self.span = span
    }
  }

  package var pieces: [Piece]
  /// The scalar the template was read from.
  package var node: Node

  package init(pieces: [Piece], node: Node) {
    self.pieces = pieces
    self.node = node
  }

  package var placeholders: [Placeholder] {
    pieces.compactMap { if case .placeholder(let placeholder) = $0 { placeholder } else { nil } }
  }
}
