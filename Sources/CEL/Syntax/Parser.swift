package import SourceText

/// What parsing gives: a tree, perhaps with `.invalid` nodes, and everything that was wrong.
package struct ParseResult: Sendable {
  package var tree: SyntaxTree
  package var diagnostics: [Diagnostic]

  package init(tree: SyntaxTree, diagnostics: [Diagnostic]) {
    self.tree = tree
    self.diagnostics = diagnostics
  }

  /// Whether the tree may be checked and run: there may be warnings, but no error.
  package var isValid: Bool { !diagnostics.contains { $0.severity == .error } }
}

/// What the parser accepts. Every limit that is passed is a diagnostic, never a crash.
package struct ParserOptions: Hashable, Sendable {
  /// Whether `has`, `all`, `map`, `cel.bind` and the like are macros; plain calls otherwise.
  package var macrosEnabled: Bool
  /// How deep brackets, calls, conditionals and prefix operators may nest.
  package var maximumDepth: Int
  /// How high the tree may grow by flat chains, such as `1 + 1 + …` or `a.b.c…`, whose nodes lean
  /// to the left. A pass that walks the tree recursively needs a stack for as many frames.
  package var maximumHeight: Int
  /// How deep operands may nest that are not the first of their operator, as in `1 + (1 + (1 + …))` or
  /// without brackets in `a || b && c == d + e * f`. A pass that walks chains without recursion needs a
  /// stack for as many frames.
  package var maximumNesting: Int
  /// The longest source, in UTF-8 bytes.
  package var maximumBytes: Int
  /// After so many diagnostics the parser reports no more.
  package var maximumDiagnostics: Int

  package init(
    macrosEnabled: Bool = true, maximumDepth: Int = 100, maximumHeight: Int = 5_000,
    maximumNesting: Int = 120,
    maximumBytes: Int = 65_536, maximumDiagnostics: Int = 100
  ) {
    self.macrosEnabled = macrosEnabled
    self.maximumDepth = maximumDepth
    self.maximumHeight = maximumHeight
    self.maximumNesting = maximumNesting
    self.maximumBytes = maximumBytes
    self.maximumDiagnostics = maximumDiagnostics
  }
}

/// Parses an expression of the Common Expression Language.
///
/// Never fails: what could not be read is an `.invalid` node and a diagnostic, and the parser goes
/// on behind it, so that one pass finds many mistakes. Diagnostics are in the order of the source,
/// and each range lies inside it.
///
/// Source: language definition, “Syntax” (google/cel-spec, doc/langdef.md), with the optional
/// syntax (`.?`, `[?`, `{?`) and field names in backticks.
///
/// - Complexity: O(bytes of the source).
package func parse(
  _ source: String, options: ParserOptions = ParserOptions()
) -> ParseResult {
  let bytes = ContiguousArray(source.utf8)
  if bytes.count > options.maximumBytes {
    let whole = ByteRange(0, bytes.count)
    let node = SyntaxNode(kind: .invalid, range: whole, focus: whole)
    return ParseResult(
      tree: SyntaxTree(source: source, nodes: [node], root: 0),
      diagnostics: [.sourceTooLong(bytes.count, limit: options.maximumBytes, at: whole)])
  }
  var lexer = Lexer(bytes)
  lexer.run()
  var parser = ExpressionParser(lexed: lexer, options: options)
  let root = parser.parseAll()
  let found = parser.diagnostics.enumerated().sorted {
    ($0.element.range.start, $0.offset) < ($1.element.range.start, $1.offset)
  }
  return ParseResult(
    tree: SyntaxTree(source: source, nodes: parser.nodes, root: root),
    diagnostics: Array(found.lazy.map(\.element).prefix(options.maximumDiagnostics)))
}
