internal import CEL

/// What a rule names, found in its text without reading it.
package enum NameMentions {
  /// The names behind a prefix such as `params.`, as they are usually written.
  package static func names(behind prefix: String, in text: String) -> Set<String> {
    var names: Set<String> = []
    let (bytes, prefix) = (Array(text.utf8), Array(prefix.utf8))
    var start = 0
    while let found = firstIndex(of: prefix, in: bytes, from: start) {
      start = found + prefix.count
      let name = bytes[start...].prefix {
        $0 == UInt8(ascii: "_") || UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0
          || UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0
          || UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0
      }
      names.insert(String(decoding: name, as: UTF8.self))
    }
    return names
  }
}
