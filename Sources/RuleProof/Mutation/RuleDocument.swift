import SourceText
import YAML

/// The rule file as a document, to find where a key stands that the models do not keep the place of.
struct RuleDocument {
  private let root: Node?

  init(_ file: SourceFile) { root = readYAML(file.bytes).root }

  /// The value of a key of the mapping that stands at a range.
  func value(of key: String, inMappingAt range: ByteRange) -> Node? {
    root?.mapping(at: range)?[key]
  }
}
