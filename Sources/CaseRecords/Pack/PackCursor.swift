/// Goes through the bytes of a pack; what is asked for beyond their end is `nil`.
struct PackCursor {
  private let bytes: [UInt8]
  private let end: Int
  var position: Int

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    end = range.upperBound
    position = range.lowerBound
  }

  /// True where so many bytes are left.
  func hasMore(_ count: Int) -> Bool { count >= 0 && count <= end - position }

  mutating func byte() -> UInt8? {
    guard position < end else { return nil }
    defer { position += 1 }
    return bytes[position]
  }

  mutating func number() -> Int? { unsigned().flatMap { Int(exactly: $0) } }

  mutating func signed() -> Int64? {
    unsigned().map { Int64(bitPattern: $0 >> 1) ^ -Int64(bitPattern: $0 & 1) }
  }

  mutating func text() -> String? {
    guard let count = number(), hasMore(count) else { return nil }
    defer { position += count }
    return String(decoding: bytes[position..<position + count], as: UTF8.self)
  }

  private mutating func unsigned() -> UInt64? {
    var (number, shift) = (UInt64(0), UInt64(0))
    while let byte = byte() {
      if shift == 63, byte > 1 { return nil }
      number |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return number }
      shift += 7
      if shift > 63 { return nil }
    }
    return nil
  }
}
