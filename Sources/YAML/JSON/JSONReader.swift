internal import SourceText

/// Reads one JSON value over bytes, with a stack of its own instead of recursion.
struct JSONReader {
  private let bytes: ArraySlice<UInt8>
  private let limits: ReadingLimits
  /// From an index of `bytes` to an offset in a range.
  private let shift: Int
  private var index: Int
  private let end: Int
  private var stack: [OpenValue] = []
  private var nodes = 0
  private var diagnostics: [Diagnostic] = []

  /// An array or object whose end has not been met.
  private struct OpenValue {
    let isObject: Bool
    let start: Int
    var items: [Node] = []
    var pairs: [Pair] = []
    var key: Scalar?
    var keyRange = ByteRange.none
    /// The key stood before: its value is read and dropped.
    var isRepeated = false
    /// Filled only when the object has grown too large to look through.
    var names: Set<String> = []
  }

  /// - Parameter bytes: Valid UTF-8.
  init(_ bytes: ArraySlice<UInt8>, base: Int, limits: ReadingLimits) {
    self.bytes = bytes
    self.limits = limits
    shift = base - bytes.startIndex
    index = bytes.startIndex
    end = bytes.endIndex
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index += 3 }
  }

  mutating func read() -> (root: Node?, diagnostics: [Diagnostic]) {
    do throws(Diagnostic.Thrown) {
      skipSpace()
      guard index < end else { throw .init(.emptyDocument(at: range(index, index))) }
      let root = try document()
      skipSpace()
      if index < end {
        throw .init(.jsonTextAfterValue(at: range(index, lineEnd()), isWord: isSecondValue()))
      }
      return (root, diagnostics)
    } catch {
      return (nil, diagnostics + [error.diagnostic])
    }
  }

  private mutating func document() throws(Diagnostic.Thrown) -> Node {
    while true {
      // A value is due here, or the end of an empty collection.
      guard index < end else { throw unfinished() }
      var finished: Node
      switch bytes[index] {
      case 0x7B:
        try open(isObject: true)
        skipSpace()
        guard index < end else { throw unfinished() }
        if bytes[index] == 0x7D {
          finished = close()
        } else {
          try key()
          continue
        }
      case 0x5B:
        try open(isObject: false)
        skipSpace()
        guard index < end else { throw unfinished() }
        if bytes[index] == 0x5D {
          finished = close()
        } else {
          continue
        }
      default:
        finished = try scalar()
      }
      // The value is finished: put it into what is open, and close what ends with it.
      while let top = stack.indices.last {
        put(finished, into: top)
        skipSpace()
        guard index < end else { throw unfinished() }
        let byte = bytes[index]
        if byte == 0x2C {
          let comma = index
          index += 1
          skipSpace()
          guard index < end else { throw unfinished() }
          if bytes[index] == 0x7D || bytes[index] == 0x5D {
            throw .init(.jsonTrailingComma(at: range(comma, comma + 1)))
          }
          if stack[top].isObject { try key() }
          break
        }
        guard byte == (stack[top].isObject ? 0x7D : 0x5D) else {
          throw .init(
            .jsonMissingComma(
              at: range(index, characterEnd()), isObject: stack[top].isObject,
              isFullWidth: word(index, characterEnd()) == "，"))
        }
        finished = close()
      }
      if stack.isEmpty { return finished }
    }
  }

  // MARK: Arrays and objects

  private mutating func open(isObject: Bool) throws(Diagnostic.Thrown) {
    if stack.count == limits.depth {
      throw .init(.tooDeep(limit: limits.depth, at: range(index, index + 1)))
    }
    try count()
    stack.append(OpenValue(isObject: isObject, start: index))
    index += 1
  }

  /// Closes the innermost open value at the bracket that stands here.
  private mutating func close() -> Node {
    index += 1
    let open = stack.removeLast()
    return Node(
      content: open.isObject ? .mapping(open.pairs) : .sequence(open.items),
      range: range(open.start, index))
  }

  private mutating func put(_ node: Node, into top: Int) {
    guard stack[top].isObject else {
      stack[top].items.append(node)
      return
    }
    guard let key = stack[top].key, !stack[top].isRepeated else { return }
    stack[top].pairs.append(Pair(key: key, keyRange: stack[top].keyRange, value: node))
    if stack[top].pairs.count == 16 { stack[top].names = Set(stack[top].pairs.map(\.key.text)) }
    if stack[top].pairs.count > 16 { stack[top].names.insert(key.text) }
  }

  /// Reads a key and its colon; what follows is the value.
  private mutating func key() throws(Diagnostic.Thrown) {
    let start = index
    guard bytes[index] == 0x22 else {
      throw .init(
        .jsonKeyExpected(
          at: range(index, wordEnd(from: index)), word: word(index, wordEnd(from: index))))
    }
    let text = try string()
    let top = stack.count - 1
    let keyRange = range(start, index)
    let first: ByteRange? =
      stack[top].pairs.count >= 16 && !stack[top].names.contains(text)
      ? nil : stack[top].pairs.first { $0.key.text == text }?.keyRange
    if let first {
      diagnostics.append(.duplicateKey(text, at: keyRange, firstLine: line(of: first)))
      if diagnostics.count >= limits.diagnostics {
        throw .init(.tooManyProblems(limit: limits.diagnostics, at: keyRange))
      }
    }
    stack[top].key = Scalar(text: text, style: .doubleQuoted)
    stack[top].keyRange = keyRange
    stack[top].isRepeated = first != nil
    skipSpace()
    guard index < end else { throw unfinished() }
    guard bytes[index] == 0x3A else {
      throw .init(
        .jsonMissingColon(
          at: range(index, characterEnd()), key: text,
          isFullWidth: word(index, characterEnd()) == "："))
    }
    index += 1
    skipSpace()
  }

  private func line(of first: ByteRange) -> Int {
    LineIndex(Array(bytes)).line(at: Int(first.start) - shift - bytes.startIndex)
  }

  // MARK: Scalars

  private mutating func scalar() throws(Diagnostic.Thrown) -> Node {
    let start = index
    try count()
    switch bytes[index] {
    case 0x22:
      let text = try string()
      return Node(
        content: .scalar(Scalar(text: text, style: .doubleQuoted)), range: range(start, index))
    case 0x2D, 0x30...0x39:
      try number()
    default:
      let last = wordEnd(from: index)
      let word = word(start, last)
      guard word == "true" || word == "false" || word == "null" else {
        throw .init(.jsonUnexpected(word, at: range(start, last)))
      }
      index = last
    }
    return Node(
      content: .scalar(Scalar(text: word(start, index), style: .plain)), range: range(start, index))
  }

  private mutating func number() throws(Diagnostic.Thrown) {
    let start = index
    if bytes[index] == 0x2D { index += 1 }
    let first = index
    var isValid = digits()
    if isValid && bytes[first] == 0x30 && index - first > 1 { isValid = false }
    if isValid && peek() == 0x2E {
      index += 1
      isValid = digits()
    }
    if isValid && (peek() | 0x20) == 0x65 {
      index += 1
      if peek() == 0x2B || peek() == 0x2D { index += 1 }
      isValid = digits()
    }
    let last = wordEnd(from: start)
    guard isValid && last == index else {
      throw .init(.jsonBadNumber(word(start, last), at: range(start, last)))
    }
  }

  private mutating func digits() -> Bool {
    let first = index
    while index < end, 0x30...0x39 ~= bytes[index] { index += 1 }
    return index > first
  }

  /// Reads a string whose opening quote stands here.
  private mutating func string() throws(Diagnostic.Thrown) -> String {
    let quote = index
    index += 1
    var first = index
    var unescaped: [UInt8] = []
    while index < end {
      switch bytes[index] {
      case 0x22:
        let text =
          unescaped.isEmpty
          ? String(decoding: bytes[first..<index], as: UTF8.self)
          : String(decoding: unescaped + bytes[first..<index], as: UTF8.self)
        index += 1
        return text
      case 0x5C:
        unescaped += bytes[first..<index]
        try escape(into: &unescaped)
        first = index
      case 0..<0x20:
        if SourceScan.isBreak(bytes[index]) {
          throw .init(.jsonUnclosedString(at: range(quote, quote + 1)))
        }
        throw .init(.jsonControlCharacter(bytes[index], at: range(index, index + 1)))
      default: index += 1
      }
    }
    throw .init(.jsonUnclosedString(at: range(quote, quote + 1)))
  }

  private mutating func escape(into text: inout [UInt8]) throws(Diagnostic.Thrown) {
    let start = index
    index += 1
    switch peek() {
    case 0x22, 0x5C, 0x2F: text.append(bytes[index])
    case 0x62: text.append(8)
    case 0x66: text.append(12)
    case 0x6E: text.append(10)
    case 0x72: text.append(13)
    case 0x74: text.append(9)
    case 0x75:
      index += 1
      var value = try unit(from: start)
      if value & 0xFC00 == 0xD800, index + 2 <= end, bytes[index] == 0x5C, bytes[index + 1] == 0x75
      {
        index += 2
        let low = try unit(from: index - 2)
        guard low & 0xFC00 == 0xDC00 else {
          throw .init(.jsonLoneSurrogate(word(start, start + 6), at: range(start, start + 6)))
        }
        value = 0x10000 + (value & 0x3FF) << 10 + low & 0x3FF
      }
      guard let scalar = Unicode.Scalar(value) else {
        throw .init(.jsonLoneSurrogate(word(start, start + 6), at: range(start, start + 6)))
      }
      text.append(contentsOf: String(scalar).utf8)
      return
    default:
      let last = index < end ? characterEnd() : end
      throw .init(.jsonBadEscape(word(start, last), at: range(start, last)))
    }
    index += 1
  }

  /// Reads the four hexadecimal digits of an escape that starts at `start`.
  private mutating func unit(from start: Int) throws(Diagnostic.Thrown) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      let byte = peek()
      let digit: UInt8
      switch byte {
      case 0x30...0x39: digit = byte - 0x30
      case 0x41...0x46: digit = byte - 0x37
      case 0x61...0x66: digit = byte - 0x57
      default: throw .init(.jsonBadEscape(word(start, index), at: range(start, index)))
      }
      value = value << 4 | UInt32(digit)
      index += 1
    }
    return value
  }

  // MARK: Places

  private mutating func count() throws(Diagnostic.Thrown) {
    nodes += 1
    if nodes > limits.nodes {
      throw .init(.tooManyNodes(limit: limits.nodes, at: range(index, index + 1)))
    }
  }

  private mutating func skipSpace() {
    while index < end, SourceScan.isBlankOrBreak(bytes[index]) { index += 1 }
  }

  /// The byte that stands here; 0 at the end.
  private func peek() -> UInt8 { index < end ? bytes[index] : 0 }

  private func characterEnd() -> Int {
    var last = index + 1
    while last < end, bytes[last] & 0xC0 == 0x80 { last += 1 }
    return min(last, end)
  }

  /// Just past what looks like one word to a person: up to a blank or a mark of JSON, at least one
  /// byte.
  private func wordEnd(from start: Int) -> Int {
    var last = start
    while last < end {
      switch bytes[last] {
      case 0x00...0x20, 0x22, 0x2C, 0x3A, 0x5B, 0x5D, 0x7B, 0x7D:
        return last > start ? last : last + 1
      // The first byte of full-width marks.
      case 0xEF where last > start: return last
      default: last += 1
      }
    }
    return last
  }

  private func lineEnd() -> Int {
    var last = index
    while last < end, !SourceScan.isBreak(bytes[last]) { last += 1 }
    while last > index + 1, SourceScan.isBlank(bytes[last - 1]) { last -= 1 }
    return last
  }

  private func isSecondValue() -> Bool { bytes[index] == 0x7B || bytes[index] == 0x5B }

  private func word(_ start: Int, _ last: Int) -> String {
    String(decoding: bytes[start..<min(last, end)], as: UTF8.self)
  }

  private func range(_ start: Int, _ last: Int) -> ByteRange {
    ByteRange(start + shift, min(last, end) + shift)
  }

  private func unfinished() -> Diagnostic.Thrown {
    guard let open = stack.last else { return .init(.emptyDocument(at: range(index, index))) }
    return .init(
      .jsonUnclosed(isObject: open.isObject, at: range(open.start, open.start + 1)))
  }
}

extension Diagnostic {
  /// A diagnostic after which nothing more can be read.
  struct Thrown: Error {
    let diagnostic: Diagnostic
    init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }
  }
}
