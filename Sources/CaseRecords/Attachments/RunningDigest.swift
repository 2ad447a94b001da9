internal import Crypto
internal import FoundationEssentials

/// The SHA-256 of bytes that come piece by piece.
package struct RunningDigest: Sendable {
  private var hash = SHA256()

  package init() {}

  package mutating func add(_ bytes: [UInt8]) { hash.update(data: bytes) }

  /// The digest of what was added so far, in lower-case hex; more may be added after it.
  package var hex: String { hexadecimal(hash.finalize()) }
}
