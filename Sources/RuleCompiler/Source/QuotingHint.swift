internal import SourceText

/// Finds out whether a YAML error comes from an expression that wants quotes; semantics §9, end.
enum QuotingHint {
  /// Keys of rule files whose values are no expressions. Every other plain name may be one: the
  /// names of `let` are the author's own.
  private static let otherKeys: Set<String> = {
    let all =
      SourceReader.ruleKeys + SourceReader.versionKeys + SourceReader.checkKeys
      + SourceReader.deadlineKeys + SourceReader.stopKeys + SourceReader.extensionKeys
      + SourceReader.exampleKeys + SourceReader.definitionKeys
      + ["zh", "en", "instrument", "article", "says", "items", "define"]
    let expressions: Set<String> = [
      "that", "when", "where", "applies", "from", "until", "within", "wait", "act", "by",
      "approved_on", "is", "value",
    ]
    return Set(all).subtracting(expressions)
  }()

  /// True where the line of an offset, or the line before it, gives a key a value that only looks
  /// like an expression to a person.
  static func applies(to bytes: [UInt8], at range: ByteRange) -> Bool {
    guard !bytes.isEmpty else { return false }
    let offset = min(Int(range.start), bytes.count - 1)
    let start = lineStart(in: bytes, before: offset)
    if isRisky(bytes[start..<lineEnd(in: bytes, from: offset)]) { return true }
    guard start > 0 else { return false }
    let above = lineStart(in: bytes, before: start - 1)
    return isRisky(bytes[above..<(start - 1)])
  }

  private static func lineStart(in bytes: [UInt8], before offset: Int) -> Int {
    var start = offset
    while start > 0, bytes[start - 1] != 0x0A { start -= 1 }
    return start
  }

  private static func lineEnd(in bytes: [UInt8], from offset: Int) -> Int {
    bytes[offset...].firstIndex(of: 0x0A) ?? bytes.count
  }

  private static func isRisky(_ line: ArraySlice<UInt8>) -> Bool {
    var at = line.startIndex
    while let (key, value) = nextKey(in: line, from: at) {
      if !otherKeys.contains(key), Identifiers.isIdentifier(key), isRisky(value: line[value...]) {
        return true
      }
      at = value
    }
    return false
  }

  /// The next `key: ` of a line: the word, and where its value starts.
  private static func nextKey(
    in line: ArraySlice<UInt8>, from start: Int
  ) -> (key: String, value: Int)? {
    var at = start
    while at + 1 < line.endIndex {
      guard line[at] == UInt8(ascii: ":"), line[at + 1] == 0x20 else {
        at += 1
        continue
      }
      var first = at
      while first > start, isWordByte(line[first - 1]) { first -= 1 }
      var value = at + 1
      while value < line.endIndex, line[value] == 0x20 { value += 1 }
      return (String(decoding: line[first..<at], as: UTF8.self), value)
    }
    return nil
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    byte != 0x20 && byte != UInt8(ascii: "{") && byte != UInt8(ascii: ",")
      && byte != UInt8(ascii: "-")
  }

  private static func isRisky(value: ArraySlice<UInt8>) -> Bool {
    guard let first = value.first else { return false }
    switch first {
    case UInt8(ascii: "!"), UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "&"),
      UInt8(ascii: "*"):
      return true
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      // A quoted text is fine where nothing but the end of the value comes after it.
      guard let close = value.dropFirst().firstIndex(of: first) else { return true }
      let next = value[(close + 1)...].first { $0 != 0x20 } ?? UInt8(ascii: "#")
      return !",}]#".utf8.contains(next) && next != first
    default:
      return zip(value, value.dropFirst()).contains { byte, next in
        byte == UInt8(ascii: ":") && next == 0x20 || byte == 0x20 && next == UInt8(ascii: "#")
      } || value.contains(UInt8(ascii: "["))
    }
  }
}
