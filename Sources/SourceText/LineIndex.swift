/// Where the lines of a text start, to turn a UTF-8 offset into a line and a column.
///
/// A line ends at LF, CR LF or a lone CR. Lines and columns count from 1. A column counts what a
/// reader sees as one character: a 汉字 is one, a letter with its combining marks is one, an emoji
/// joined of several is one; a byte that is not UTF-8 is one too.
package struct LineIndex: Sendable {
  // Invariant: ascending, the first is 0.
  private let starts: [UInt32]
  private let length: Int

  /// - Precondition: At most `UInt32.max` bytes.
  /// - Complexity: One pass over the bytes.
  package init(_ bytes: [UInt8]) {
    precondition(bytes.count <= Int(UInt32.max), "offsets are 32 bits wide")
    var starts: [UInt32] = [0]
    for (index, byte) in bytes.enumerated() where byte == 0x0A || byte == 0x0D {
      if byte == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A { continue }
      starts.append(UInt32(index + 1))
    }
    self.starts = starts
    length = bytes.count
  }

  /// The number of lines; the empty text behind a last line break is one too.
  package var lineCount: Int { starts.count }

  /// Returns the line, from 1, that holds the byte at `offset`.
  ///
  /// The bytes of a line break belong to the line that they end. An offset past the end is on the
  /// last line.
  package func line(at offset: Int) -> Int {
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(starts[middle]) <= offset { low = middle + 1 } else { high = middle }
    }
    return max(low, 1)
  }

  /// Returns the offsets of a line's content, without its line break.
  ///
  /// - Precondition: `line` is one of `1...lineCount`.
  package func content(ofLine line: Int, in bytes: [UInt8]) -> Range<Int> {
    let start = Int(starts[line - 1])
    var end = line < starts.count ? Int(starts[line]) : length
    if end > start && line < starts.count {
      end -= 1
      if bytes[end] == 0x0A && end > start && bytes[end - 1] == 0x0D { end -= 1 }
    }
    return start..<end
  }

  /// Returns the line and the column of the character that the byte at `offset` belongs to.
  ///
  /// An offset in a line break or past the end of the text is just past the line's last character.
  package func position(at offset: Int, in bytes: [UInt8]) -> SourcePosition {
    let line = line(at: offset)
    let content = content(ofLine: line, in: bytes)
    let target = min(max(offset, content.lowerBound), content.upperBound)
    var (column, index, joined) = (0, content.lowerBound, false)
    while index < target {
      if bytes[index] < 0x80 {
        if !joined { column += 1 }
        joined = false
        index += 1
        continue
      }
      let (scalar, length) = LenientUTF8.scalar(in: bytes, at: index, before: content.upperBound)
      if index + length > target { break }
      if !joined && !DisplayWidth.extendsPrevious(scalar) { column += 1 }
      joined = scalar.value == 0x200D
      index += length
    }
    guard index < content.upperBound else {
      return SourcePosition(line: line, column: column + 1)
    }
    let (next, _) = LenientUTF8.scalar(in: bytes, at: index, before: content.upperBound)
    let isInside = column > 0 && (joined || DisplayWidth.extendsPrevious(next))
    return SourcePosition(line: line, column: isInside ? column : column + 1)
  }
}

/// A place in a text as people name it: line and column, both from 1.
package struct SourcePosition: Hashable, Sendable {
  package var line: Int
  package var column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// A stretch of a text as people name it; `endColumn` is the column just past the last character,
/// as SARIF counts it.
package struct SourceSpan: Hashable, Sendable {
  package var line: Int
  package var column: Int
  package var endLine: Int
  package var endColumn: Int

  package init(line: Int, column: Int, endLine: Int, endColumn: Int) {
    self.line = line
    self.column = column
    self.endLine = endLine
    self.endColumn = endColumn
  }
}
