import SourceText
import YAML

/// The rule file as a document, to find where a key stands that the models do not keep the place of.
struct RuleDocument {
  private let root: Node?

  init(_ file: SourceFile) { root = readYAML(file.bytes).root }

  /// The value of a key of the mapping that stands at a range.
  func value(of key: String, inMappingAt range: ByteRange) -> Node? {
    root.flatMap { mapping(at: range, in: $0) }?[key]
  }

  private func mapping(at range: ByteRange, in node: Node) -> Node? {
    guard node.range.start <= range.start, range.end <= node.range.end else { return nil }
    switch node.content {
    case .scalar: return nil
    case .sequence(let nodes):
      return nodes.lazy.compactMap { mapping(at: range, in: $0) }.first
    case .mapping(let pairs):
      if node.range == range { return node }
      return pairs.lazy.compactMap { mapping(at: range, in: $0.value) }.first
    }
  }
}
