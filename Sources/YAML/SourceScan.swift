/// Small looks at the source that libyaml's places are too coarse for.
enum SourceScan {
  /// Skips `count` properties (`&anchor`, `!tag`) and what separates them from the node.
  ///
  /// - Returns: Where the node itself starts, at most `end`, and the tag's range.
  static func skipProperties(
    in bytes: [UInt8], from start: Int, before end: Int, count: Int
  ) -> (end: Int, tag: Range<Int>?) {
    var (index, tag): (Int, Range<Int>?) = (start, nil)
    var last = start
    for _ in 0..<count {
      let first = index
      guard index < end, bytes[index] == 0x26 || bytes[index] == 0x21 else { break }
      let isAnchor = bytes[index] == 0x26
      let isVerbatim = index + 1 < end && bytes[index + 1] == 0x3C
      while index < end, !isBlankOrBreak(bytes[index]) {
        if isAnchor && index > first && !isAnchorByte(bytes[index]) { break }
        if !isAnchor && !isVerbatim && isFlowMark(bytes[index]) { break }
        index += 1
      }
      if !isAnchor { tag = first..<index }
      last = index
      index = skipSeparation(in: bytes, from: index, before: end)
    }
    return (index < end ? index : min(last, end), tag)
  }

  /// Skips blanks, line breaks and comments.
  private static func skipSeparation(in bytes: [UInt8], from start: Int, before end: Int) -> Int {
    var index = start
    while index < end {
      if isBlankOrBreak(bytes[index]) {
        index += 1
      } else if bytes[index] == 0x23, index > start {
        while index < end, !isBreak(bytes[index]) { index += 1 }
      } else {
        break
      }
    }
    return index
  }

  /// Returns the end of a block scalar's last content line, before its line break; of one without
  /// content, the end of its header (`|`, `>-`).
  static func blockScalarEnd(in bytes: [UInt8], from start: Int, to end: Int, text: String) -> Int {
    var content = Array(text.utf8)
    while content.last == 0x0A { content.removeLast() }
    guard !content.isEmpty else {
      var index = start
      while index < end, !isBlankOrBreak(bytes[index]) { index += 1 }
      return index
    }
    let lastLine = content.suffix(from: content.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0)
    let isBlankLine = lastLine.allSatisfy { $0 == 0x20 }
    var lineEnd = end
    while lineEnd > start {
      while lineEnd > start, isBreak(bytes[lineEnd - 1]) { lineEnd -= 1 }
      var lineStart = lineEnd
      while lineStart > start, !isBreak(bytes[lineStart - 1]) { lineStart -= 1 }
      let line = bytes[lineStart..<lineEnd]
      let isBlank = line.allSatisfy { $0 == 0x20 }
      if !isBlank || (isBlankLine && line.count > lastLine.count) { return lineEnd }
      lineEnd = lineStart
    }
    return end
  }

  /// Returns the end of the blanks and line breaks before `index`, seen from behind.
  static func skipBlanksBack(in bytes: [UInt8], from index: Int) -> Int {
    var start = index
    while start > 0, isBlankOrBreak(bytes[start - 1]) { start -= 1 }
    return start
  }

  /// Returns the end of what stands at `start` up to the next blank or line break.
  static func wordEnd(in bytes: [UInt8], from start: Int) -> Int {
    var index = start
    while index < bytes.count, !isBlankOrBreak(bytes[index]) { index += 1 }
    return index
  }

  static func lineEnd(in bytes: [UInt8], from start: Int) -> Int {
    var index = start
    while index < bytes.count, !isBreak(bytes[index]) { index += 1 }
    return index
  }

  static func lineStart(in bytes: [UInt8], from start: Int) -> Int {
    var index = start
    while index > 0, !isBreak(bytes[index - 1]) { index -= 1 }
    return index
  }

  /// Bytes before `place` on its line.
  static func column(in bytes: [UInt8], of place: Int) -> Int {
    place - lineStart(in: bytes, from: place)
  }

  static func isBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
  static func isBlankOrBreak(_ byte: UInt8) -> Bool { isBlank(byte) || isBreak(byte) }

  /// `,[]{}`
  private static func isFlowMark(_ byte: UInt8) -> Bool {
    byte == 0x2C || byte == 0x5B || byte == 0x5D || byte == 0x7B || byte == 0x7D
  }

  private static func isAnchorByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x2D: true
    default: false
    }
  }
}
