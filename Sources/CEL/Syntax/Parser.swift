package import SourceText

/// What parsing gives: a tree, perhaps with `.invalid` nodes, and everything that was wrong.
package struct ParseResult: Sendable {
  package var tree: SyntaxTree
  package var diagnostics: [Diagnostic]

  package init(tree: SyntaxTree, diagnostics: [Diagnostic]) {
    self.tree = tree
    self.diagnostics = diagnostics
  }
}
