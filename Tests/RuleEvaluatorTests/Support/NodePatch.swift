import CaseRecords
import SourceText
import YAML

// Changes to the document of a record, as somebody would make them in its file.

extension Node {
  subscript(step: FactPath.Step) -> Node? {
    switch step {
    case .name(let name): return self[name]
    case .index(let number):
      guard let sequence, sequence.indices.contains(number) else { return nil }
      return sequence[number]
    }
  }

  func node(at steps: ArraySlice<FactPath.Step>) -> Node? {
    guard let step = steps.first else { return self }
    return self[step]?.node(at: steps.dropFirst())
  }

  /// Returns the document with what a path leads to changed, or taken out where `change` gives
  /// `nil`. A mapping on the way that is not there is made; a path through anything else that is not
  /// there changes nothing.
  func changing(
    _ steps: ArraySlice<FactPath.Step>, _ change: (Node?) -> Node?
  ) -> Node {
    guard let step = steps.first else { return change(self) ?? self }
    let rest = steps.dropFirst()
    func child(_ node: Node?) -> Node? {
      if rest.isEmpty { return change(node) }
      return (node ?? Node(content: .mapping([]), range: range)).changing(rest, change)
    }
    var copy = self
    switch (content, step) {
    case (.mapping(var pairs), .name(let name)):
      let number = pairs.firstIndex { $0.key.text == name }
      guard let value = child(number.map { pairs[$0].value }) else {
        if let number { pairs.remove(at: number) }
        copy.content = .mapping(pairs)
        return copy
      }
      if let number {
        pairs[number].value = value
      } else {
        pairs.append(
          Pair(key: Scalar(text: name, style: .plain), keyRange: range, value: value))
      }
      copy.content = .mapping(pairs)
    case (.sequence(var nodes), .index(let number)) where nodes.indices.contains(number):
      if let value = child(nodes[number]) {
        nodes[number] = value
      } else {
        nodes.remove(at: number)
      }
      copy.content = .sequence(nodes)
    default: break
    }
    return copy
  }

  /// Returns the record with a path named under `unrecorded:`, and what `unrecorded:` and `complete:`
  /// said of it taken back; of what is below another path too, where that is given.
  func unrecording(_ path: String, takingOutBelow gone: String? = nil) -> Node {
    func without(_ node: Node?, _ added: [Node]) -> Node? {
      let kept = (node?.sequence ?? []).filter { item in
        guard let text = item.scalar?.text, text != path else { return item.scalar == nil }
        guard let gone else { return true }
        return !text.hasPrefix("\(gone).") && !text.hasPrefix("\(gone)[")
      }
      return Node(content: .sequence(kept + added), range: range)
    }
    let mark = Node(
      content: .scalar(Scalar(text: path, style: .singleQuoted)), range: range)
    return changing([.name("complete")]) { without($0, []) }
      .changing([.name("unrecorded")]) { without($0, [mark]) }
  }

  /// The value itself, out of `{ value: …, document: … }` where it stands in it.
  var plainValue: Node {
    guard let mapping, mapping.contains(where: { $0.key.text == "value" }) else { return self }
    return self["value"] ?? self
  }

  /// Returns the fact with another value, in the long form where it had it.
  func withValue(_ text: String, _ style: Scalar.Style = .plain) -> Node {
    let value = Node(content: .scalar(Scalar(text: text, style: style)), range: range)
    guard mapping != nil else { return value }
    return changing([.name("value")]) { _ in value }
  }
}
