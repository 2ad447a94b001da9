// What the language says of texts it says of code points. UTF-8 begins a code point at one place
// only, so that comparing bytes compares code points, and never normalises or joins them as the
// comparison of Swift strings does.

/// `string(bytes)`: the text, or `nil` where the bytes are not UTF-8.
package func celText(of bytes: [UInt8]) -> String? { String(validating: bytes, as: UTF8.self) }

/// `bytes(text)`.
package func celBytes(of text: String) -> [UInt8] { Array(text.utf8) }

/// `size(text)`, in code points.
package func codePointCount(_ text: String) -> Int {
  var count = 0
  for byte in text.utf8 where byte & 0xC0 != 0x80 { count += 1 }
  return count
}

/// Whether two texts are the same code points; `é` and `e` with an accent are not.
package func sameCodePoints(_ a: String, _ b: String) -> Bool {
  a.utf8.count == b.utf8.count && a.utf8.elementsEqual(b.utf8)
}

/// Whether `a` comes before `b` in the order of code points, which is the order of CEL's `<`.
package func precedes(_ a: String, _ b: String) -> Bool {
  a.utf8.lexicographicallyPrecedes(b.utf8)
}

/// `text.startsWith(prefix)`
package func startsWith(_ text: String, _ prefix: String) -> Bool {
  text.utf8.starts(with: prefix.utf8)
}

/// `text.endsWith(suffix)`
package func endsWith(_ text: String, _ suffix: String) -> Bool {
  let (text, suffix) = (text.utf8, suffix.utf8)
  return text.count >= suffix.count && text.suffix(suffix.count).elementsEqual(suffix)
}

/// `text.contains(part)`; every text contains the empty one.
///
/// - Complexity: O(length of the text × length of the part).
func contains(_ text: String, _ part: String) -> Bool {
  firstIndex(of: Array(part.utf8), in: Array(text.utf8), from: 0) != nil
}

/// The offset of the first byte where `part` stands in `text`, at or behind `start`.
package func firstIndex(of part: [UInt8], in text: [UInt8], from start: Int) -> Int? {
  guard let first = part.first else { return start <= text.count ? start : nil }
  var offset = start
  while offset + part.count <= text.count {
    if text[offset] == first, text[offset..<offset + part.count].elementsEqual(part) {
      return offset
    }
    offset += 1
  }
  return nil
}
