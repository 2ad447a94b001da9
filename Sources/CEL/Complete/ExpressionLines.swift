/// How an expression that is written line by line stands.
package struct ExpressionLines: Hashable, Sendable {
  /// Whether a bracket, or a text between three quotes, is still open at the end, so that more
  /// belongs to it.
  package let isUnfinished: Bool
  /// The expression on one line, without its comments; `nil` where a text holds a line break.
  package let oneLine: String?

  package init(_ text: String) {
    var lexer = Lexer(ContiguousArray(text.utf8))
    lexer.run()
    let tokens = lexer.tokens.dropLast()
    let depth = tokens.reduce(0) {
      $0 + ($1.kind.closer != nil ? 1 : $1.kind.isCloser ? -1 : 0)
    }
    // A text in three quotes that nothing closes runs to the end of the source, any other to the
    // end of its line.
    let isOpenText =
      lexer.hasUnclosedString
      && tokens.last.map { $0.end == lexer.bytes.count && lexer.isTriple($0) } ?? false
    isUnfinished = depth > 0 || isOpenText
    let isBreak: (UInt8) -> Bool = { $0 == 0x0A || $0 == 0x0D }
    guard tokens.allSatisfy({ !lexer.bytes[$0.start..<$0.end].contains(where: isBreak) }) else {
      oneLine = nil
      return
    }
    var line = ""
    var end = tokens.first?.start ?? 0
    for token in tokens {
      if lexer.bytes[end..<token.start].contains(where: isBreak) {
        line += " "
      } else {
        line += lexer.text(end, token.start)
      }
      line += lexer.text(token.start, token.end)
      end = token.end
    }
    oneLine = line
  }
}

extension Lexer {
  fileprivate func isTriple(_ token: Token) -> Bool {
    let text = text(token.start, token.end).drop { !"\"'".contains($0) }
    return text.hasPrefix("\"\"\"") || text.hasPrefix("'''")
  }
}
