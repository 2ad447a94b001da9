package import SourceText
package import Testing

/// Expects that `read` finds exactly the diagnostics `codes`, in order, at the places marked `«…»`.
///
/// When `behind` is given, the text is read a second time with it in front, so that a place that
/// was counted in characters instead of bytes shows: pass a comment or an operand of 汉字.
///
/// - Parameters:
///   - marked: The text, with one mark a diagnostic, in the order of the codes.
///   - read: The stage under test; what it returns is sorted by place before it is compared.
package func expectDiagnostics(
  _ marked: String, _ codes: [String], behind prefix: String? = nil,
  sourceLocation: SourceLocation = #_sourceLocation, from read: (String) -> [Diagnostic]
) {
  for front in prefix.map({ ["", $0] }) ?? [""] {
    let wanted = MarkedText(front + marked)
    let found = read(wanted.text).sorted {
      ($0.range.start, $0.range.end) < ($1.range.start, $1.range.end)
    }
    #expect(found.map(\.code) == codes, "\(found)", sourceLocation: sourceLocation)
    #expect(
      MarkedText.marking(wanted.text, found.map(\.range)) == front + marked,
      sourceLocation: sourceLocation)
    for diagnostic in found { expectWellWritten(diagnostic, sourceLocation: sourceLocation) }
  }
}

/// Expects what every message of ours keeps to: both languages, lower case, no full stop, backticks
/// in pairs, and a help that is a sentence.
package func expectWellWritten(
  _ diagnostic: Diagnostic, sourceLocation: SourceLocation = #_sourceLocation
) {
  let message = diagnostic.message
  for text in [message.zh, message.en] {
    #expect(!text.isEmpty, sourceLocation: sourceLocation)
    #expect(!text.hasSuffix(".") && !text.hasSuffix("。"), "\(text)", sourceLocation: sourceLocation)
    #expect(text.count { $0 == "`" } % 2 == 0, "\(text)", sourceLocation: sourceLocation)
  }
  #expect(
    message.en.first?.isUppercase == false, "\(message.en)", sourceLocation: sourceLocation)
  #expect(
    diagnostic.code.utf8.allSatisfy { $0 == 0x2D || 0x61...0x7A ~= $0 || 0x30...0x39 ~= $0 },
    sourceLocation: sourceLocation)
  if let help = diagnostic.help {
    #expect(
      help.en.hasSuffix(".") || help.en.hasSuffix("?"), "\(help.en)",
      sourceLocation: sourceLocation)
    #expect(
      help.zh.hasSuffix("。") || help.zh.hasSuffix("？"), "\(help.zh)",
      sourceLocation: sourceLocation)
  }
}
