import SourceText

/// The names that stand anywhere in some files, comments included: `params.limit` as a whole, and as
/// the beginning of `params.limit.amount`.
package struct PackWords: Sendable {
  private var words: Set<String> = []

  init(_ files: some Sequence<SourceFile>) {
    for file in files { add(file.bytes) }
  }

  func contains(_ word: String) -> Bool { words.contains(word) }

  private mutating func add(_ bytes: [UInt8]) {
    var start: Int?
    for at in 0...bytes.count {
      let isName = at < bytes.count && Self.isName(bytes[at])
      if isName {
        start = start ?? at
      } else if let from = start {
        add(bytes[from..<at], separator: UInt8(ascii: "."))
        // `a-params.x` is a difference.
        if let hyphen = bytes[from..<at].firstIndex(of: UInt8(ascii: "-")) {
          add(bytes[(hyphen + 1)..<at], separator: UInt8(ascii: "."))
        }
        start = nil
      }
    }
  }

  /// Adds a word and each beginning of it that ends before a separator.
  private mutating func add(_ word: ArraySlice<UInt8>, separator: UInt8) {
    words.insert(String(decoding: word, as: UTF8.self))
    for dot in word.indices where word[dot] == separator {
      words.insert(String(decoding: word[..<dot], as: UTF8.self))
    }
  }

  private static func isName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"),
      UInt8(ascii: "."):
      true
    default: false
    }
  }
}
