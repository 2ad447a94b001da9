internal import Crypto
// For the conformance of byte arrays that the hash takes.
internal import FoundationEssentials

extension OpenFile {
  /// The SHA-256 of the rest of the file in lower-case hex, read piece by piece.
  func sha256() throws(FileProblem) -> String {
    var hash = SHA256()
    var piece: [UInt8] = []
    while try read(onto: &piece, atMost: 1 << 18) {
      hash.update(data: piece)
      piece.removeAll(keepingCapacity: true)
    }
    return hexadecimal(hash.finalize())
  }
}
