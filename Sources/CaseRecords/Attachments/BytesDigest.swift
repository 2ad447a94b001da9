internal import Crypto
// For the conformance of byte arrays that the hash takes.
internal import FoundationEssentials

/// The SHA-256 of bytes in lower-case hex.
///
/// - Parameter count: The bytes of the digest that are told, 32 for all.
package func sha256(of bytes: [UInt8], bytes count: Int = 32) -> String {
  hexadecimal(SHA256.hash(data: bytes).prefix(count))
}

/// Bytes as lower-case hex, two digits each.
func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
  func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
  var text: [UInt8] = []
  text.reserveCapacity(64)
  for byte in bytes {
    text.append(digit(byte >> 4))
    text.append(digit(byte & 15))
  }
  return String(decoding: text, as: UTF8.self)
}
