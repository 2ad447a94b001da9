/// Reads a scalar's source again, as libyaml did, and notes what became of it.
///
/// Each piece is compared with the known text at once, so that a difference is found, not mapped.
struct ScalarMapBuilder {
  private let text: [UInt8]
  private let source: [UInt8]
  private let end: Int
  private var index: Int
  private var matched = 0
  private(set) var runs: [ScalarSourceMap.Run] = []

  init(text: [UInt8], source: [UInt8], at start: Int, end: Int) {
    self.text = text
    self.source = source
    self.end = end
    index = start
  }

  /// Returns whether the source gave exactly the text.
  mutating func build(_ style: Scalar.Style) -> Bool {
    let isSame =
      switch style {
      case .plain: flowText(quote: nil)
      case .singleQuoted: flowText(quote: 0x27)
      case .doubleQuoted: flowText(quote: 0x22)
      case .literal: blockText(isFolded: false)
      case .folded: blockText(isFolded: true)
      }
    return isSame && matched == text.count
  }

  // MARK: Pieces

  /// Notes source bytes that stand for themselves.
  private mutating func keep(_ range: Range<Int>) -> Bool {
    guard !range.isEmpty else { return true }
    let next = matched + range.count
    guard next <= text.count, text[matched..<next].elementsEqual(source[range]) else {
      return false
    }
    if let last = runs.indices.last, runs[last].isVerbatim,
      runs[last].source.upperBound == range.lowerBound
    {
      runs[last].text = runs[last].text.lowerBound..<next
      runs[last].source = runs[last].source.lowerBound..<range.upperBound
    } else {
      runs.append(ScalarSourceMap.Run(text: matched..<next, source: range, isVerbatim: true))
    }
    matched = next
    return true
  }

  /// Notes source bytes that became other bytes.
  private mutating func replace(_ range: Range<Int>, by bytes: [UInt8]) -> Bool {
    guard !bytes.isEmpty else { return true }
    let next = matched + bytes.count
    guard next <= text.count, text[matched..<next].elementsEqual(bytes) else { return false }
    runs.append(ScalarSourceMap.Run(text: matched..<next, source: range, isVerbatim: false))
    matched = next
    return true
  }

  // MARK: Plain and quoted

  private mutating func flowText(quote: UInt8?) -> Bool {
    var last = end
    if let quote {
      guard end - index >= 2, source[index] == quote, source[end - 1] == quote else { return false }
      index += 1
      last = end - 1
    }
    while index < last {
      let first = index
      let byte = source[index]
      if SourceScan.isBlankOrBreak(byte) {
        guard fold(from: first, before: last, isEscaped: false) else { return false }
      } else if quote == 0x27, byte == 0x27 {
        index += 2
        guard index <= last, replace(first..<index, by: [0x27]) else { return false }
      } else if quote == 0x22, byte == 0x5C {
        guard escape(before: last) else { return false }
      } else {
        index += 1
        while index < last, !SourceScan.isBlankOrBreak(source[index]), source[index] != quote,
          quote != 0x22 || source[index] != 0x5C
        { index += 1 }
        guard keep(first..<index) else { return false }
      }
    }
    return true
  }

  /// Takes blanks and line breaks: one break is a space, more are one line feed less.
  private mutating func fold(from first: Int, before last: Int, isEscaped: Bool) -> Bool {
    var breaks = 0
    while index < last, SourceScan.isBlankOrBreak(source[index]) {
      if SourceScan.isBreak(source[index]) { breaks += 1 }
      skipOne()
    }
    if isEscaped { return replace(first..<index, by: Array(repeating: 0x0A, count: breaks)) }
    if breaks == 0 { return keep(first..<index) }
    let feeds: [UInt8] = breaks == 1 ? [0x20] : Array(repeating: 0x0A, count: breaks - 1)
    return replace(first..<index, by: feeds)
  }

  /// Steps over one byte, or over CR LF as one.
  private mutating func skipOne() {
    let isPair = source[index] == 0x0D && index + 1 < source.count && source[index + 1] == 0x0A
    index += isPair ? 2 : 1
  }

  private mutating func escape(before last: Int) -> Bool {
    let first = index
    guard index + 1 < last else { return false }
    let letter = source[index + 1]
    index += 1
    if SourceScan.isBreak(letter) {
      skipOne()
      return fold(from: first, before: last, isEscaped: true)
    }
    index += 1
    let scalar: UInt32
    switch letter {
    case 0x78, 0x75, 0x55:
      guard var value = hex(letter == 0x78 ? 2 : letter == 0x75 ? 4 : 8, before: last) else {
        return false
      }
      if value & 0xFC00 == 0xD800 {
        // Two halves of one character, as JSON writes it.
        guard index + 6 <= last, source[index] == 0x5C, source[index + 1] == 0x75 else {
          return false
        }
        index += 2
        guard let low = hex(4, before: last), low & 0xFC00 == 0xDC00 else { return false }
        value = 0x10000 + (value & 0x3FF) << 10 + low & 0x3FF
      }
      scalar = value
    default:
      guard let value = Self.escapes[letter] else { return false }
      scalar = value
    }
    guard let unicode = Unicode.Scalar(scalar) else { return false }
    return replace(first..<index, by: Array(String(unicode).utf8))
  }

  private mutating func hex(_ digits: Int, before last: Int) -> UInt32? {
    guard index + digits <= last else { return nil }
    let word = String(decoding: source[index..<index + digits], as: UTF8.self)
    index += digits
    return UInt32(word, radix: 16)
  }

  private static let escapes: [UInt8: UInt32] = [
    0x30: 0, 0x61: 7, 0x62: 8, 0x74: 9, 0x09: 9, 0x6E: 10, 0x76: 11, 0x66: 12, 0x72: 13, 0x65: 27,
    0x20: 0x20, 0x22: 0x22, 0x27: 0x27, 0x2F: 0x2F, 0x5C: 0x5C, 0x4E: 0x85, 0x5F: 0xA0,
    0x4C: 0x2028,
    0x50: 0x2029,
  ]

  // MARK: Literal and folded

  private mutating func blockText(isFolded: Bool) -> Bool {
    let headerEnd = SourceScan.lineEnd(in: source, from: index)
    let indicators = source[index..<headerEnd].prefix { !SourceScan.isBlank($0) }
    let hasIndent = indicators.contains { 0x31...0x39 ~= $0 }
    index = headerEnd
    guard index < end else { return feeds(to: text.count) }
    skipOne()
    guard let indent = blockIndent(isExplicit: hasIndent) else { return false }
    var pending: [Range<Int>] = []
    var wasBlank = false
    var isFirst = true
    while index < end {
      let lineEnd = SourceScan.lineEnd(in: source, from: index)
      var first = index
      while first < lineEnd, first - index < indent, source[first] == 0x20 { first += 1 }
      if first < lineEnd {
        let isBlank = SourceScan.isBlank(source[first])
        let mayFold = isFolded && !isFirst && !wasBlank && !isBlank
        guard join(pending, isFirst: isFirst, mayFold: mayFold), keep(first..<min(lineEnd, end))
        else { return false }
        pending = []
        (wasBlank, isFirst) = (isBlank, false)
      }
      index = lineEnd
      guard index < source.count else { break }
      skipOne()
      pending.append(lineEnd..<index)
    }
    index = pending.first?.lowerBound ?? index
    return feeds(to: text.count)
  }

  /// Notes the line breaks between two content lines.
  private mutating func join(_ breaks: [Range<Int>], isFirst: Bool, mayFold: Bool) -> Bool {
    guard mayFold, let first = breaks.first, let last = breaks.last else {
      return breaks.allSatisfy { replace($0, by: [0x0A]) }
    }
    if breaks.count == 1 { return replace(first, by: [0x20]) }
    return replace(
      first.lowerBound..<last.upperBound, by: Array(repeating: 0x0A, count: breaks.count - 1))
  }

  /// Notes the line breaks behind the last content line, as many as the text has.
  private mutating func feeds(to count: Int) -> Bool {
    while matched < count {
      guard text[matched] == 0x0A else { return false }
      while index < source.count, SourceScan.isBlank(source[index]) { index += 1 }
      let first = min(index, source.count)
      if index < source.count { skipOne() }
      guard replace(first..<min(index, source.count), by: [0x0A]) else { return false }
    }
    return true
  }

  /// Returns how many spaces stand before each line of a block scalar.
  ///
  /// Without an indicator the first content line says it. An indicator counts from the parent, which
  /// is not known here, so the difference between that line in the source and in the text does.
  private func blockIndent(isExplicit: Bool) -> Int? {
    var (line, lineIndex) = (index, 0)
    let texts = text.split(separator: 0x0A, omittingEmptySubsequences: false)
    let firstText = texts.firstIndex { !$0.isEmpty } ?? 0
    while line < end {
      let lineEnd = SourceScan.lineEnd(in: source, from: line)
      let spaces = source[line..<lineEnd].prefix { $0 == 0x20 }.count
      if isExplicit && lineIndex == firstText {
        let kept = texts[firstText].prefix { $0 == 0x20 }.count
        return spaces >= kept ? spaces - kept : nil
      }
      if !isExplicit && line + spaces < lineEnd { return spaces }
      guard lineEnd < end else { break }
      let isPair = source[lineEnd] == 0x0D && lineEnd + 1 < end && source[lineEnd + 1] == 0x0A
      line = lineEnd + (isPair ? 2 : 1)
      lineIndex += 1
    }
    return 0
  }
}
