/// Bytes as text (the encoders extension of CEL): Base64 of RFC 4648, section 4.
enum EncoderLibrary {
  static func functions() -> [Function] {
    [
      Function(
        [Signature("base64.encode(bytes) -> string")],
        body: .unary { value in
          guard case .bytes(let bytes) = value else { return .noOverload("base64.encode", value) }
          return .string(encode(bytes))
        }),
      Function(
        [Signature("base64.decode(string) -> bytes")],
        body: .unary { value in
          guard case .string(let text) = value else { return .noOverload("base64.decode", value) }
          return decode(text).map { .bytes($0) }
            ?? .fault("invalid-argument", "a text that is no Base64")
        }),
    ]
  }

  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  private static func encode(_ bytes: [UInt8]) -> String {
    var result: [UInt8] = []
    result.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var bits: UInt32 = 0
      for byte in group { bits = bits << 8 | UInt32(byte) }
      bits <<= UInt32(8 * (3 - group.count))
      for place in 0..<4 {
        result.append(
          place <= group.count
            ? alphabet[Int(bits >> UInt32(18 - 6 * place) & 63)] : UInt8(ascii: "="))
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Returns the bytes; `=` at the end may be left out, but not stand for too many.
  private static func decode(_ text: String) -> [UInt8]? {
    var symbols = Array(text.utf8)
    let length = symbols.count
    while symbols.count > length - 2, symbols.last == UInt8(ascii: "=") { symbols.removeLast() }
    guard symbols.count % 4 != 1, symbols.count == length || length % 4 == 0 else { return nil }
    var (bits, count): (UInt32, Int) = (0, 0)
    var result: [UInt8] = []
    for symbol in symbols {
      guard let value = alphabet.firstIndex(of: symbol) else { return nil }
      bits = bits << 6 | UInt32(value)
      count += 6
      if count >= 8 {
        count -= 8
        result.append(UInt8(bits >> UInt32(count) & 255))
      }
      bits &= 0xFFFF
    }
    return result
  }
}
