import SourceText
import Testing

@testable import CEL

/// Checks what holds of every tree: ranges inside the source and inside their parents, children
/// before parents; and in a tree without errors one parent for every node but the root.
func expectWellFormed(_ result: ParseResult, sourceLocation: SourceLocation = #_sourceLocation) {
  let tree = result.tree
  let length = UInt32(tree.source.utf8.count)
  var faults: [String] = []
  for diagnostic in result.diagnostics where diagnostic.range.end > length {
    faults.append("\(diagnostic.code) points behind the source")
  }
  var parents = Array(repeating: 0, count: tree.nodes.count)
  for (id, node) in tree.nodes.enumerated() {
    if node.range.end > length || node.focus.end > length { faults.append("node \(id) is outside") }
    for child in node.kind.children {
      if child >= id { faults.append("node \(id) comes before its child \(child)") }
      parents[child] += 1
      let inner = tree[child].range
      if inner.start < node.range.start || inner.end > node.range.end {
        faults.append("node \(child) is not inside its parent \(id)")
      }
    }
  }
  if result.isValid {
    for (id, count) in parents.enumerated() where count != (id == tree.root ? 0 : 1) {
      faults.append("node \(id) has \(count) parents")
    }
    for node in tree.nodes {
      if case .invalid = node.kind { faults.append("an invalid node without a diagnostic") }
    }
  }
  #expect(faults.isEmpty, "\(tree.source.debugDescription)", sourceLocation: sourceLocation)
}

/// A source in which `«` and `»` mark ranges, taken apart.
func unmark(_ marked: String) -> (source: String, ranges: [ByteRange]) {
  var source: [UInt8] = []
  var starts: [Int] = []
  var ranges: [ByteRange] = []
  for scalar in marked.unicodeScalars {
    switch scalar {
    case "«": starts.append(source.count)
    case "»": ranges.append(ByteRange(starts.popLast() ?? 0, source.count))
    default: source += Array(String(scalar).utf8)
    }
  }
  ranges.sort { $0.start < $1.start }
  return (String(decoding: source, as: UTF8.self), ranges)
}

/// Parses a source and expects diagnostics of these codes, each at the next marked range; and the
/// same again behind a line of 汉字.
func expectDiagnostics(
  _ marked: String, _ codes: [String], options: ParserOptions = ParserOptions(),
  sourceLocation: SourceLocation = #_sourceLocation
) {
  for marked in [marked, "// 汉字\n" + marked] {
    let (source, ranges) = unmark(marked)
    let result = parse(source, options: options)
    let found = result.diagnostics.map { "\($0.code) \($0.range.start)-\($0.range.end)" }
    let wanted = zip(codes, ranges).map { "\($0) \($1.start)-\($1.end)" }
    #expect(codes.count == ranges.count, "a range for each code", sourceLocation: sourceLocation)
    #expect(found == wanted, "\(source)", sourceLocation: sourceLocation)
    expectWellFormed(result, sourceLocation: sourceLocation)
  }
}

/// Writes a tree as nested calls, so that a test can say what a source means.
func outline(_ tree: SyntaxTree, _ id: NodeID? = nil) -> String {
  func all(_ ids: [NodeID]) -> String { ids.map { outline(tree, $0) }.joined(separator: ", ") }
  switch tree[id ?? tree.root].kind {
  case .literal(let literal): return "\(literal)"
  case .identifier(let name, let isRooted): return (isRooted ? "." : "") + name
  case .select(let operand, let field, let isOptional):
    return "\(outline(tree, operand)).\(isOptional ? "?" : "")\(field)"
  case .presence(let operand, let field):
    return "has(\(outline(tree, operand))\(field.map { "." + $0 } ?? ""))"
  case .index(let operand, let key, let isOptional):
    return "\(outline(tree, operand))[\(isOptional ? "?" : "")\(outline(tree, key))]"
  case .call(let function, let target, let arguments):
    return (target.map { outline(tree, $0) + "." } ?? "") + "\(function)(\(all(arguments)))"
  case .list(let elements):
    let parts = elements.map { ($0.isOptional ? "?" : "") + outline(tree, $0.value) }
    return "[\(parts.joined(separator: ", "))]"
  case .map(let entries):
    let parts = entries.map {
      "\($0.isOptional ? "?" : "")\(outline(tree, $0.key)): \(outline(tree, $0.value))"
    }
    return "{\(parts.joined(separator: ", "))}"
  case .message(let type, let isRooted, let fields):
    let parts = fields.map {
      "\($0.isOptional ? "?" : "")\($0.name): \(outline(tree, $0.value))"
    }
    return "\(isRooted ? "." : "")\(type){\(parts.joined(separator: ", "))}"
  case .macro(let macro):
    let filter = macro.filter.map { " | \(outline(tree, $0))" } ?? ""
    return
      "\(macro.kind)(\(macro.variables.joined(separator: ", ")) in \(outline(tree, macro.target))"
      + "\(filter) : \(outline(tree, macro.body)))"
  case .invalid: return "<invalid>"
  }
}
