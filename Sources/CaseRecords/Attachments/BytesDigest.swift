internal import Crypto
// For the conformance of byte arrays that the hash takes.
internal import FoundationEssentials

/// The SHA-256 of bytes in lower-case hex.
package func sha256(of bytes: [UInt8]) -> String {
  var text = ""
  for byte in SHA256.hash(data: bytes) {
    text += String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
  }
  return text
}
