internal import Crypto
// For the conformance of byte arrays that the hash takes.
internal import FoundationEssentials

/// The SHA-256 of bytes in lower-case hex.
package func sha256(of bytes: [UInt8]) -> String { hexadecimal(SHA256.hash(data: bytes)) }

/// Bytes as lower-case hex, two digits each.
func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
  let digits = Array("0123456789abcdef".utf8)
  return String(
    decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}
