import SourceText
import YAML

/// A node on one line, to compare trees: scalars with a mark of their style, `'x'`, `"x"`, `|x`.
func flat(_ node: Node?) -> String {
  guard let node else { return "∅" }
  switch node.content {
  case .scalar(let scalar): return flat(scalar)
  case .sequence(let nodes): return "[" + nodes.map(flat).joined(separator: ", ") + "]"
  case .mapping(let pairs):
    return "{" + pairs.map { "\(flat($0.key)): \(flat($0.value))" }.joined(separator: ", ") + "}"
  }
}

private func flat(_ scalar: Scalar) -> String {
  let text = scalar.text.replacing("\n", with: "↵")
  switch scalar.style {
  case .plain: return text
  case .singleQuoted: return "'\(text)'"
  case .doubleQuoted: return "\"\(text)\""
  case .literal: return "|\(text)"
  case .folded: return ">\(text)"
  }
}

/// The node at a path such as `a.b.0`, or a key's range with a `#` at the end: `a.b#`.
func range(at path: String, in root: Node) -> ByteRange? {
  var node = root
  for step in path.split(separator: ".") {
    if step.hasSuffix("#") {
      return node.mapping?.first { $0.key.text == step.dropLast() }?.keyRange
    }
    let next = Int(step).flatMap { index in
      node.sequence.flatMap { $0.indices.contains(index) ? $0[index] : nil }
    }
    guard let found = next ?? node[String(step)] else { return nil }
    node = found
  }
  return node.range
}

/// Every range of a tree.
func ranges(in node: Node) -> [ByteRange] {
  switch node.content {
  case .scalar: [node.range]
  case .sequence(let nodes): [node.range] + nodes.flatMap(ranges)
  case .mapping(let pairs): [node.range] + pairs.flatMap { [$0.keyRange] + ranges(in: $0.value) }
  }
}
