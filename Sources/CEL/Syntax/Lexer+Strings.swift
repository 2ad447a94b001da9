internal import SourceText

extension Lexer {
  /// Reads a string or bytes literal, its prefix included; `position` is at the prefix.
  mutating func readString(prefixLength: Int) {
    let start = position
    var (isRaw, isBytes) = (false, false)
    for offset in start..<start + prefixLength {
      isRaw = isRaw || bytes[offset] | 0x20 == UInt8(ascii: "r")
      isBytes = isBytes || bytes[offset] | 0x20 == UInt8(ascii: "b")
    }
    let quote = bytes[start + prefixLength]
    let opener = start + prefixLength
    let isTriple = byte(at: opener + 1) == quote && byte(at: opener + 2) == quote
    let contentStart = opener + (isTriple ? 3 : 1)
    var end = contentStart
    var isClosed = false
    while end < bytes.count {
      let byte = bytes[end]
      if byte == quote,
        !isTriple || (self.byte(at: end + 1) == quote && self.byte(at: end + 2) == quote)
      {
        isClosed = true
        break
      }
      if !isTriple, byte == 0x0A || byte == 0x0D { break }
      end += byte == UInt8(ascii: "\\") && !isRaw && end + 1 < bytes.count ? 2 : 1
    }
    var tail = isClosed ? end + (isTriple ? 3 : 1) : end
    if !isClosed, !isTriple, let curly = curlyClose(from: contentStart, to: end, quote: quote) {
      (end, tail) = (curly.start, curly.end)
      diagnostics.append(
        .curlyQuote(
          text(curly.start, curly.end), meant: quote, at: ByteRange(curly.start, curly.end)))
    } else if !isClosed {
      let marks = text(start, contentStart)
      diagnostics.append(.unclosedQuote(marks, at: ByteRange(start, contentStart)))
      hasUnclosedString = true
    }
    addString(from: start, content: contentStart..<end, to: tail, isRaw: isRaw, isBytes: isBytes)
  }

  /// Reads what stands between curly or full-width quotes as the string that was meant.
  mutating func readCurlyString(opener: Int, contentStart: Int, quote: UInt8) {
    diagnostics.append(
      .curlyQuote(
        text(opener, contentStart), meant: quote, at: ByteRange(opener, contentStart)))
    var end = contentStart
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D, bytes[end] != quote {
      if bytes[end] >= 0x80, let (scalar, width) = scalar(at: end) {
        if Foreign.quote(for: scalar) == quote {
          addString(
            from: opener, content: contentStart..<end, to: end + width, isRaw: true, isBytes: false)
          return
        }
        end += width
      } else {
        end += 1
      }
    }
    if byte(at: end) == quote {
      addString(from: opener, content: contentStart..<end, to: end + 1, isRaw: true, isBytes: false)
    } else {
      diagnostics.append(
        .unclosedQuote(text(opener, contentStart), at: ByteRange(opener, contentStart)))
      hasUnclosedString = true
      addString(from: opener, content: contentStart..<end, to: end, isRaw: true, isBytes: false)
    }
  }

  /// Where a string that opened with an ASCII quote was closed with a curly one of the same kind.
  private func curlyClose(from start: Int, to end: Int, quote: UInt8) -> (start: Int, end: Int)? {
    var offset = start
    while offset < end {
      if bytes[offset] >= 0x80, let (scalar, width) = scalar(at: offset) {
        if Foreign.quote(for: scalar) == quote { return (offset, offset + width) }
        offset += width
      } else {
        offset += 1
      }
    }
    return nil
  }

  private mutating func addString(
    from start: Int, content: Range<Int>, to end: Int, isRaw: Bool, isBytes: Bool
  ) {
    let value: [UInt8]
    if isRaw || !bytes[content].contains(UInt8(ascii: "\\")) {
      value = Array(bytes[content])
    } else {
      value = unescape(content, isBytes: isBytes)
    }
    if isBytes {
      add(.bytes, .bytes(value), from: start, to: end)
    } else {
      add(.string, .string(String(decoding: value, as: UTF8.self)), from: start, to: end)
    }
  }

  /// Replaces the escapes of a literal; each that is none is reported and left out.
  private mutating func unescape(_ content: Range<Int>, isBytes: Bool) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(content.count)
    var offset = content.lowerBound
    while offset < content.upperBound {
      guard bytes[offset] == UInt8(ascii: "\\") else {
        result.append(bytes[offset])
        offset += 1
        continue
      }
      let (escape, end) = readEscape(at: offset, limit: content.upperBound, isBytes: isBytes)
      switch escape {
      case .byte(let byte): result.append(byte)
      case .codePoint(let scalar):
        result.append(contentsOf: UTF8.encode(scalar).map(Array.init) ?? [])
      case .bad(let fault):
        diagnostics.append(.badEscape(text(offset, end), fault, at: ByteRange(offset, end)))
      }
      offset = end
    }
    return result
  }

  private enum Escape {
    case byte(UInt8)
    case codePoint(Unicode.Scalar)
    case bad(EscapeFault)
  }

  /// Reads the escape that begins with the backslash at `start`, and where it ends.
  private func readEscape(at start: Int, limit: Int, isBytes: Bool) -> (Escape, end: Int) {
    guard start + 1 < limit else { return (.bad(.unknown), limit) }
    let code = bytes[start + 1]
    switch code {
    case UInt8(ascii: "\\"), UInt8(ascii: "?"), UInt8(ascii: "\""), UInt8(ascii: "'"),
      UInt8(ascii: "`"):
      return (.byte(code), start + 2)
    case UInt8(ascii: "a"): return (.byte(0x07), start + 2)
    case UInt8(ascii: "b"): return (.byte(0x08), start + 2)
    case UInt8(ascii: "f"): return (.byte(0x0C), start + 2)
    case UInt8(ascii: "n"): return (.byte(0x0A), start + 2)
    case UInt8(ascii: "r"): return (.byte(0x0D), start + 2)
    case UInt8(ascii: "t"): return (.byte(0x09), start + 2)
    case UInt8(ascii: "v"): return (.byte(0x0B), start + 2)
    case UInt8(ascii: "x"), UInt8(ascii: "X"):
      return readCode(from: start + 2, digits: 2, radix: 16, limit, isBytes, isOctet: true)
    case UInt8(ascii: "u"):
      return readCode(from: start + 2, digits: 4, radix: 16, limit, isBytes, isOctet: false)
    case UInt8(ascii: "U"):
      return readCode(from: start + 2, digits: 8, radix: 16, limit, isBytes, isOctet: false)
    case UInt8(ascii: "0")...UInt8(ascii: "3"):
      return readCode(from: start + 1, digits: 3, radix: 8, limit, isBytes, isOctet: true)
    default:
      return (.bad(.unknown), start + 1 + (scalar(at: start + 1)?.width ?? 1))
    }
  }

  private func readCode(
    from start: Int, digits: Int, radix: UInt32, _ limit: Int, _ isBytes: Bool, isOctet: Bool
  ) -> (Escape, end: Int) {
    var value: UInt32 = 0
    var end = start
    while end < min(limit, start + digits), let digit = bytes[end].hexValue, digit < radix {
      value = value &* radix &+ digit
      end += 1
    }
    if end < start + digits { return (.bad(.digits(digits, radix: Int(radix))), end) }
    if isBytes {
      return (isOctet ? .byte(UInt8(truncatingIfNeeded: value)) : .bad(.codePointInBytes), end)
    }
    if let scalar = Unicode.Scalar(value) { return (.codePoint(scalar), end) }
    return (.bad(value <= 0xDFFF ? .surrogate : .beyondUnicode), end)
  }
}

/// What is wrong with an escape.
enum EscapeFault {
  case unknown
  case digits(Int, radix: Int)
  case surrogate
  case beyondUnicode
  case codePointInBytes
}
