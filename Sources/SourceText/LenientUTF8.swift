/// Reads bytes that ought to be UTF-8 one scalar at a time, never failing.
///
/// Diagnostics are printed for broken files too, so whatever is not UTF-8 reads as U+FFFD, one for
/// each byte, and the reader goes on behind it.
enum LenientUTF8 {
  /// Returns the scalar that starts at `index`, and how many bytes it takes (at least 1).
  ///
  /// Overlong forms, surrogates and cut-off sequences read as U+FFFD of one byte.
  static func scalar(
    in bytes: [UInt8], at index: Int, before end: Int
  ) -> (scalar: Unicode.Scalar, length: Int) {
    let first = bytes[index]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let (length, least): (Int, UInt32)
    switch first {
    case 0xC2...0xDF: (length, least) = (2, 0x80)
    case 0xE0...0xEF: (length, least) = (3, 0x800)
    case 0xF0...0xF4: (length, least) = (4, 0x10000)
    default: return (replacement, 1)
    }
    guard index + length <= end else { return (replacement, 1) }
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for offset in 1..<length {
      let byte = bytes[index + offset]
      guard byte & 0xC0 == 0x80 else { return (replacement, 1) }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    guard value >= least, let scalar = Unicode.Scalar(value) else { return (replacement, 1) }
    return (scalar, length)
  }

  /// Returns the start of the scalar that the byte at `index` belongs to.
  ///
  /// Looks back at most three bytes; a continuation byte that belongs to nothing is its own start.
  static func start(in bytes: [UInt8], of index: Int, notBefore first: Int) -> Int {
    guard index < bytes.count, bytes[index] & 0xC0 == 0x80 else { return index }
    var start = index
    while start > first, index - start < 3, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    let (_, length) = scalar(in: bytes, at: start, before: bytes.count)
    return start + length > index ? start : index
  }

  static let replacement: Unicode.Scalar = "\u{FFFD}"
}
