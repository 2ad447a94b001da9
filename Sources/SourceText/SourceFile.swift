/// A text that was given to us, with its name and its lines: what a diagnostic is printed against.
///
/// The bytes need not be UTF-8, since a file that is not must be told about as well.
package struct SourceFile: Sendable {
  /// The name to print; for a file its path as the user wrote it.
  package let path: String
  package let bytes: [UInt8]
  package let lines: LineIndex

  /// - Precondition: At most `UInt32.max` bytes.
  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    lines = LineIndex(bytes)
  }

  package init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  /// The whole text; what is not UTF-8 reads as U+FFFD.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Returns the text of a range, cut to the file.
  package func text(in range: ByteRange) -> String {
    let start = min(Int(range.start), bytes.count)
    let end = min(Int(range.end), bytes.count)
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// Returns line and column of the character at a UTF-8 offset.
  package func position(at offset: UInt32) -> SourcePosition {
    lines.position(at: Int(offset), in: bytes)
  }

  /// Returns where a range starts and ends.
  package func span(of range: ByteRange) -> SourceSpan {
    let start = position(at: range.start)
    let end = range.end == range.start ? start : position(at: range.end)
    return SourceSpan(
      line: start.line, column: start.column, endLine: end.line, endColumn: end.column)
  }
}
