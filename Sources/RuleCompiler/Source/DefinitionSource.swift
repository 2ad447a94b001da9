package import SourceText

/// An entry of `define:`: a fact that follows from others; semantics §7.
package struct DefinitionSource: Sendable {
  package struct Argument: Sendable {
    package var name: NameSource
    /// As a schema writes a type: `text`, `date`, `list:text`.
    package var type: NameSource

    package init(name: NameSource, type: NameSource) {
      self.name = name
      self.type = type
    }
  }

  package var name: NameSource
  /// Empty for a definition that is read as a plain name.
  package var arguments: [Argument]
  package var type: NameSource
  package var expression: ExpressionSource
  package var label: BilingualText?
  package var meaning: String?
  package var file: String
  package var range: ByteRange

  package init(
    name: NameSource, arguments: [Argument], type: NameSource, expression: ExpressionSource,
    label: BilingualText? = nil, meaning: String? = nil, file: String, range: ByteRange
  ) {
    self.name = name
    self.arguments = arguments
    self.type = type
    self.expression = expression
    self.label = label
    self.meaning = meaning
    self.file = file
    self.range = range
  }
}
