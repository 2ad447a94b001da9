/// Turns libyaml's places, counted in characters, into UTF-8 offsets.
///
/// Keeps its last answer and walks from there, forwards or back: libyaml's places mostly rise, and
/// where they fall it is by little, so that a document costs about one pass.
struct CharacterOffsets {
  private let bytes: [UInt8]
  private let isASCII: Bool
  // Invariant: `byte` is the offset of the character number `character`.
  private var character = 0
  private var byte: Int

  /// - Parameter bytes: Valid UTF-8; a byte order mark at its start is no character.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    byte = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    isASCII = bytes.allSatisfy { $0 < 0x80 }
  }

  /// Returns the UTF-8 offset of a character; past the end of the text, the end.
  mutating func byte(of index: Int) -> Int {
    if isASCII { return min(index, bytes.count) }
    while character < index && byte < bytes.count {
      byte += 1
      while byte < bytes.count && bytes[byte] & 0xC0 == 0x80 { byte += 1 }
      character += 1
    }
    while character > index {
      byte -= 1
      while bytes[byte] & 0xC0 == 0x80 { byte -= 1 }
      character -= 1
    }
    return byte
  }
}
