package import SourceText

/// Reads one YAML 1.2 document into a tree of nodes.
///
/// Scalars keep their text and are typed by nobody: `no`, `2024-09-30`, `0100` and `1e3` are what
/// they say. Faults that leave the rest readable (a duplicate key, a tag, a merge key) are all
/// reported and the tree is still there, without the faulty part; a fault of syntax, encoding or
/// size stops, and then there is no tree.
///
/// - Parameter bytes: UTF-8, with or without a byte order mark.
/// - Returns: The root, and what is wrong, in the order it was met; ranges are offsets in `bytes`.
///   A root without diagnostics is the whole document.
package func readYAML(
  _ bytes: [UInt8], limits: ReadingLimits = .standard
) -> (root: Node?, diagnostics: [Diagnostic]) {
  if let problem = TextCheck.problem(in: bytes[...], base: 0, limit: limits.bytes)
    ?? TextCheck.unsuitableForYAML(bytes)
  {
    return (nil, [problem])
  }
  var reader = DocumentReader(bytes, limits: limits)
  return reader.read()
}

/// Reads one YAML 1.2 document from a text.
package func readYAML(
  _ text: String, limits: ReadingLimits = .standard
) -> (root: Node?, diagnostics: [Diagnostic]) {
  readYAML(Array(text.utf8), limits: limits)
}
