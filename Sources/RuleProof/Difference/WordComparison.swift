internal import Findings
internal import SourceText
internal import YAML

/// Holds two texts of a YAML file against each other, value by value: comments, order of keys and
/// layout do not count.
enum WordComparison {
  /// Returns the values that differ, in the order of the new text, those that are gone last.
  static func differences(old: SourceFile?, new: SourceFile?) -> [WordDifference] {
    let (before, after) = (values(of: old), values(of: new))
    let known = Dictionary(
      before.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    var seen: Set<String> = []
    var differences: [WordDifference] = []
    for value in after {
      seen.insert(value.path)
      let earlier = known[value.path]
      guard earlier?.text != value.text else { continue }
      differences.append(
        WordDifference(path: value.path, old: earlier?.text, new: value.text, line: value.line))
    }
    for value in before where !seen.contains(value.path) {
      differences.append(
        WordDifference(path: value.path, old: value.text, new: nil, line: value.line))
    }
    return differences
  }

  private struct Leaf {
    var path: String
    var text: String
    var line: Int
  }

  private static func values(of file: SourceFile?) -> [Leaf] {
    guard let file, let root = readYAML(file.bytes).root else { return [] }
    var leaves: [Leaf] = []
    collect(root, "", file, &leaves)
    return leaves
  }

  private static func collect(
    _ node: Node, _ path: String, _ file: SourceFile, _ leaves: inout [Leaf]
  ) {
    switch node.content {
    case .scalar(let scalar):
      leaves.append(
        Leaf(
          path: path, text: squeezed(scalar.text),
          line: file.position(at: node.range.start).line))
    case .sequence(let nodes):
      for (index, inner) in nodes.enumerated() {
        collect(inner, "\(path)[\(name(of: inner) ?? "\(index)")]", file, &leaves)
      }
    case .mapping(let pairs):
      for pair in pairs {
        let step = pair.key.text
        collect(pair.value, path.isEmpty ? step : "\(path).\(step)", file, &leaves)
      }
    }
  }

  /// What an element of a list is called by, so that one that is put in before it changes nothing.
  private static func name(of node: Node) -> String? {
    for key in ["id", "name"] {
      if let text = node[key]?.scalar?.text { return text }
    }
    return nil
  }

  /// A text with every run of blanks as one: a folded line and a long one are the same.
  private static func squeezed(_ text: String) -> String {
    text.split(whereSeparator: { $0 == " " || $0 == "\n" || $0 == "\t" }).joined(separator: " ")
  }
}
