internal import SourceText

extension Lexer {
  /// Reads an int, a uint or a double; a run of letters at its end makes it unreadable as a whole.
  mutating func readNumber() {
    let start = position
    if bytes[start] == UInt8(ascii: "0"), byte(at: start + 1) == UInt8(ascii: "x"),
      byte(at: start + 2).hexValue != nil
    {
      var end = start + 2
      while byte(at: end).hexValue != nil { end += 1 }
      finishInteger(from: start, digits: start + 2, to: end, radix: 16)
      return
    }
    var end = digitsEnd(from: start)
    let wholeEnd = end
    if byte(at: end) == UInt8(ascii: "."), byte(at: end + 1).isDigit {
      end = digitsEnd(from: end + 1)
    }
    if byte(at: end) | 0x20 == UInt8(ascii: "e") {
      let sign = byte(at: end + 1)
      let digits = sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") ? end + 2 : end + 1
      if byte(at: digits).isDigit { end = digitsEnd(from: digits) }
    }
    if end == wholeEnd {
      finishInteger(from: start, digits: start, to: end, radix: 10)
    } else if !reportedTail(from: start, at: end) {
      // The text is digits with a point or an exponent, which is always a number to Swift.
      let value = Double(text(start, end)) ?? .infinity
      if value.isFinite {
        add(.double, .double(value), from: start, to: end)
      } else {
        reportRange(.double, from: start, to: end)
      }
    }
  }

  private func digitsEnd(from start: Int) -> Int {
    var end = start
    while byte(at: end).isDigit { end += 1 }
    return end
  }

  private mutating func finishInteger(from start: Int, digits: Int, to end: Int, radix: UInt64) {
    var magnitude: UInt64? = 0
    for offset in digits..<end {
      guard let value = magnitude, let digit = bytes[offset].hexValue else { break }
      let (product, tooBig) = value.multipliedReportingOverflow(by: radix)
      let (sum, stillTooBig) = product.addingReportingOverflow(UInt64(digit))
      magnitude = tooBig || stillTooBig ? nil : sum
    }
    let isUnsigned =
      byte(at: end) | 0x20 == UInt8(ascii: "u") && !byte(at: end + 1).isIdentifierByte
    let tail = isUnsigned ? end + 1 : end
    if reportedTail(from: start, at: tail) { return }
    guard let magnitude else {
      reportRange(isUnsigned ? .uint : .int, from: start, to: tail)
      return
    }
    add(isUnsigned ? .uint : .int, .uint(magnitude), from: start, to: tail)
  }

  /// Reports letters that stand right behind a number, such as `3d` or `1_000`.
  private mutating func reportedTail(from start: Int, at end: Int) -> Bool {
    guard byte(at: end).isIdentifierByte else { return false }
    let tail = identifierEnd(from: end)
    // `1in list` needs no space.
    if text(end, tail) == "in" { return false }
    diagnostics.append(.badNumber(text(start, tail), at: ByteRange(start, tail)))
    add(.unreadable, from: start, to: tail)
    return true
  }

  private mutating func reportRange(_ kind: Token.Kind, from start: Int, to end: Int) {
    diagnostics.append(.numberOutOfRange(text(start, end), kind, at: ByteRange(start, end)))
    add(.unreadable, from: start, to: end)
  }
}
