internal import Crypto
// For the conformance of byte arrays that the hash takes.
internal import FoundationEssentials

extension OpenFile {
  /// The SHA-256 of the rest of the file in lower-case hex, read piece by piece.
  func sha256() throws(FileProblem) -> String {
    var hash = SHA256()
    var piece = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = try read(over: &piece)
      if count == 0 { break }
      hash.update(data: piece[..<count])
    }
    return hexadecimal(hash.finalize())
  }
}
