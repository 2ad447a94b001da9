internal import SourceText

/// What is asked of any input before it is read: that it is a text, in UTF-8, of bearable size.
enum TextCheck {
  /// Returns the one thing that makes an input unreadable, or `nil`.
  static func problem(in bytes: ArraySlice<UInt8>, base: Int, limit: Int) -> Diagnostic? {
    if bytes.count > limit {
      return .tooLarge(bytes: bytes.count, limit: limit)
    }
    // Ranges are 32 bits wide.
    if base + bytes.count > Int(UInt32.max) {
      return .tooLarge(bytes: base + bytes.count, limit: Int(UInt32.max))
    }
    if let kind = wideEncoding(bytes) { return .notUTF8(kind, at: range(0, 2, base)) }
    if let kind = binaryKind(bytes) { return .notText(kind: kind, at: range(0, 4, base)) }
    do {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      if let zero = bytes.firstIndex(of: 0) {
        let offset = zero - bytes.startIndex
        return .notText(kind: nil, at: range(offset, offset + 1, base))
      }
      let wrong = error.byteOffsets
      return .invalidUTF8(at: range(wrong.lowerBound, wrong.upperBound, base))
    }
  }

  /// Returns the first character that YAML cannot hold unescaped, or that libyaml and YAML 1.2 read
  /// differently, or `nil`.
  ///
  /// Those are the control characters other than tab, LF and CR; U+0085, U+2028 and U+2029, which
  /// YAML 1.1 takes for line breaks and 1.2 for text; U+FEFF anywhere but at the start; and U+FFFE
  /// and U+FFFF. In the same pass, `%TAG` lines are counted, since libyaml compares each with all.
  ///
  /// - Parameter bytes: Valid UTF-8.
  static func unsuitableForYAML(_ bytes: [UInt8]) -> Diagnostic? {
    var tags = 0
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case 0x20..<0x25, 0x26..<0x7F, 0x0A, 0x09, 0x0D: continue
      case 0x25:
        guard index == 0 || bytes[index - 1] == 0x0A || bytes[index - 1] == 0x0D,
          bytes[index...].starts(with: [0x25, 0x54, 0x41, 0x47])
        else { continue }
        tags += 1
        if tags > 16 { return .badDirective(at: ByteRange(index, index + 4)) }
      case 0..<0x20, 0x7F:
        if let zero = bytes[index...].firstIndex(of: 0) {
          return .notText(kind: nil, at: ByteRange(zero, zero + 1))
        }
        return .forbiddenCharacter(UInt32(byte), at: ByteRange(index, index + 1))
      case 0xC2 where bytes[index + 1] < 0xA0:
        return .forbiddenCharacter(UInt32(bytes[index + 1]), at: ByteRange(index, index + 2))
      case 0xE2
      where bytes[index + 1] == 0x80 && (bytes[index + 2] == 0xA8 || bytes[index + 2] == 0xA9):
        return .forbiddenCharacter(
          0x2000 + UInt32(bytes[index + 2] & 0x3F), at: ByteRange(index, index + 3))
      case 0xEF where isMarkOrNoncharacter(bytes, index):
        let value = bytes[index + 1] == 0xBB ? 0xFEFF : 0xFFC0 + UInt32(bytes[index + 2] & 0x3F)
        return .forbiddenCharacter(value, at: ByteRange(index, index + 3))
      default: continue
      }
    }
    return nil
  }

  private static func isMarkOrNoncharacter(_ bytes: [UInt8], _ index: Int) -> Bool {
    if bytes[index + 1] == 0xBB && bytes[index + 2] == 0xBF { return index > 0 }
    return bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE
  }

  private static func range(_ start: Int, _ end: Int, _ base: Int) -> ByteRange {
    ByteRange(base + start, base + end)
  }

  private static func wideEncoding(_ bytes: ArraySlice<UInt8>) -> String? {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return "UTF-16" }
    // A text in UTF-16 without a mark: every other byte of its first letters is zero.
    guard bytes.count >= 8 else { return nil }
    let head = Array(bytes.prefix(8))
    let even = [0, 2, 4, 6].count { head[$0] == 0 }
    let odd = [1, 3, 5, 7].count { head[$0] == 0 }
    return (even == 0 && odd == 4) || (even == 4 && odd == 0) ? "UTF-16" : nil
  }

  private static func binaryKind(_ bytes: ArraySlice<UInt8>) -> String? {
    for (kind, magic) in magics where bytes.starts(with: magic) { return kind }
    return nil
  }

  private static let magics: [(String, [UInt8])] = [
    ("PDF", Array("%PDF-".utf8)), ("ZIP (docx, xlsx)", [0x50, 0x4B, 3, 4]),
    ("PNG", [0x89, 0x50, 0x4E, 0x47]), ("JPEG", [0xFF, 0xD8, 0xFF]),
    ("MS Office (doc, xls)", [0xD0, 0xCF, 0x11, 0xE0]), ("gzip", [0x1F, 0x8B]),
  ]
}
