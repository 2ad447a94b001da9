/// Condition texts as they are compared.
package enum ConditionText {
  /// Runs of white space outside of quotes become one space, so that a condition on two lines is the
  /// same as one on one line.
  package static func normalized(_ text: String) -> String {
    var bytes: [UInt8] = []
    var quote: UInt8?
    var isEscaped = false
    var isBlank = false
    for byte in text.utf8 {
      if let open = quote {
        bytes.append(byte)
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == open {
          quote = nil
        }
        continue
      }
      switch byte {
      case 0x20, 0x09, 0x0A, 0x0D:
        isBlank = true
        continue
      case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
      default: break
      }
      if isBlank, !bytes.isEmpty { bytes.append(0x20) }
      isBlank = false
      bytes.append(byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
