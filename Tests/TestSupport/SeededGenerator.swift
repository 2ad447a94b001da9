/// A random generator that gives the same numbers on every machine: SplitMix64.
package struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Damages a file the way editors, disks and attackers do, reproducibly.
package struct ByteMutator: Sendable {
  private var random: SeededGenerator

  package init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// Bytes and words that mean something in YAML, JSON and CEL.
  private static let troublesome: [[UInt8]] =
    [
      "\t", "\n", "\r\n", " ", "  ", ":", ": ", "- ", "? ", "#", " #", "&a ", "*a", "!", "!!x ",
      "|",
      ">", "'", "\"", "\\", "\\u12", "[", "]", "{", "}", ",", "%", "@", "`", "---\n", "...\n",
      "<<: ",
      "~", "null", "汉", "：", "，", "😀", "\u{FEFF}", "\u{2028}", "\u{85}", "\u{0}", "\u{1B}", "&&",
      "||", "(", ")", "999999999999999999999",
    ].map { Array($0.utf8) } + [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xE6], [0xF0, 0x9F]]

  /// Returns the bytes with one to four changes: a byte flipped, a stretch deleted, doubled or
  /// moved, something troublesome put in, or the end cut off.
  package mutating func mutate(_ bytes: [UInt8]) -> [UInt8] {
    var result = bytes
    for _ in 0..<Int.random(in: 1...4, using: &random) { change(&result) }
    return result
  }

  private mutating func change(_ bytes: inout [UInt8]) {
    let place = Int.random(in: 0...bytes.count, using: &random)
    let stretch = place..<min(bytes.count, place + Int.random(in: 1...12, using: &random))
    switch Int.random(in: 0..<8, using: &random) {
    case 0 where !stretch.isEmpty:
      bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    case 1 where !stretch.isEmpty:
      bytes[place] = UInt8.random(in: .min ... .max, using: &random)
    case 2: bytes.removeSubrange(stretch)
    case 3: bytes.insert(contentsOf: Array(bytes[stretch]), at: place)
    case 4:
      let moved = Array(bytes[stretch])
      bytes.removeSubrange(stretch)
      bytes.insert(contentsOf: moved, at: Int.random(in: 0...bytes.count, using: &random))
    case 5 where Int.random(in: 0..<4, using: &random) == 0:
      bytes.removeSubrange(place...)
    default:
      let pick = Int.random(in: 0..<Self.troublesome.count, using: &random)
      bytes.insert(contentsOf: Self.troublesome[pick], at: place)
    }
  }
}
