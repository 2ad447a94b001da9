import CEL
import CaseRecords
import SourceText

/// An expression with its types, as the operators of mutation look at it.
struct ExpressionView {
  let tree: SyntaxTree
  let types: ContiguousArray<ValueType>
  let references: [NodeID: Reference]
  let schema: RecordSchema
  /// The node above each, `nil` for the root and for what the parser has left aside.
  let parents: [NodeID?]
  private let bytes: [UInt8]

  init(_ checked: CheckedExpression, schema: RecordSchema) {
    tree = checked.tree
    types = checked.types
    references = checked.references
    self.schema = schema
    bytes = Array(checked.tree.source.utf8)
    var parents = [NodeID?](repeating: nil, count: checked.tree.nodes.count)
    for (id, node) in checked.tree.nodes.enumerated() {
      for child in node.kind.children { parents[child] = id }
    }
    self.parents = parents
  }

  /// The nodes that the expression is made of, in the order of the text.
  var nodes: [NodeID] {
    tree.nodes.indices.filter { $0 == tree.root || parents[$0] != nil }.sorted {
      let (a, b) = (tree[$0].range, tree[$1].range)
      return (a.start, b.end, $0) < (b.start, a.end, $1)
    }
  }

  /// The text of a range, blanks and line breaks as single blanks, shortened where it is long.
  func words(_ range: ByteRange) -> String {
    let text = String(decoding: bytes[Int(range.start)..<Int(range.end)], as: UTF8.self)
    let words = text.split { $0 == " " || $0 == "\n" || $0 == "\t" }.joined(separator: " ")
    guard words.unicodeScalars.count > 72 else { return words }
    return String(String.UnicodeScalarView(words.unicodeScalars.prefix(71))) + "…"
  }

  /// The range of a node with the brackets around it.
  ///
  /// Only for a node that has an operator on one side inside of them: of another the brackets may be
  /// those of a call.
  func outerRange(of node: NodeID) -> ByteRange {
    var (start, end) = (Int(tree[node].range.start), Int(tree[node].range.end))
    while let open = place(before: start), let close = place(from: end),
      bytes[open] == UInt8(ascii: "("), bytes[close] == UInt8(ascii: ")")
    {
      (start, end) = (open, close + 1)
    }
    return ByteRange(start, end)
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 }

  private func place(before offset: Int) -> Int? {
    bytes[..<offset].lastIndex { !isBlank($0) }
  }

  private func place(from offset: Int) -> Int? {
    bytes[offset...].firstIndex { !isBlank($0) }
  }

  /// The function of a call without a target, and its arguments.
  func call(_ node: NodeID) -> (function: String, arguments: [NodeID])? {
    guard case .call(let function, nil, let arguments) = tree[node].kind else { return nil }
    return (function, arguments)
  }

  /// The other operand of the comparison, or the list, that a node is directly in.
  func sibling(of node: NodeID) -> NodeID? {
    guard let parent = parents[node] else { return nil }
    if case .list = tree[parent].kind, let call = parents[parent],
      self.call(call)?.function == Operator.in
    {
      return self.call(call)?.arguments.first
    }
    guard let (_, arguments) = call(parent), arguments.count == 2 else { return nil }
    return arguments.first { $0 != node }
  }
}
