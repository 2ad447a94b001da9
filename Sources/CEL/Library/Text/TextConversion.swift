// Conversions between texts and numbers, as strict as the language definition has them: the whole
// text counts, without spaces around it.

/// `int(text)`: an optional sign and decimal digits; `nil` for anything else or out of range.
package func celInt(from text: String) -> Int64? {
  let digits = text.utf8
  guard let first = digits.first else { return nil }
  if first == UInt8(ascii: "+") { return nil }
  return Int64(text)
}

/// `uint(text)`: decimal digits without a sign; `nil` for anything else or out of range.
package func celUInt(from text: String) -> UInt64? {
  guard text.utf8.first?.isDigit == true else { return nil }
  return UInt64(text)
}

/// `double(text)`: a decimal number with an optional sign, fraction and exponent, or `NaN`,
/// `Infinity` (`Inf`) with an optional sign, in any case; `nil` for anything else. A number too
/// large for a double is none.
package func celDouble(from text: String) -> Double? {
  let body =
    text.utf8.first.map { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") } == true
    ? text.dropFirst() : text[...]
  let isNegative = text.utf8.first == UInt8(ascii: "-")
  switch body.lowercased() {
  case "nan": return .nan
  case "inf", "infinity": return isNegative ? -.infinity : .infinity
  default: break
  }
  guard isDecimal(body), let value = Double(text), value.isFinite else { return nil }
  return value
}

/// Whether a text is digits with at most one point and an optional exponent, which keeps out the
/// hexadecimal and other forms that Swift reads.
private func isDecimal(_ text: Substring) -> Bool {
  var (digits, hasPoint) = (0, false)
  var bytes = text.utf8[...]
  while let byte = bytes.first {
    if byte.isDigit {
      digits += 1
    } else if byte == UInt8(ascii: "."), !hasPoint {
      hasPoint = true
    } else {
      break
    }
    bytes.removeFirst()
  }
  if digits == 0 { return false }
  guard let exponent = bytes.popFirst() else { return true }
  if exponent | 0x20 != UInt8(ascii: "e") { return false }
  if let sign = bytes.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
    bytes.removeFirst()
  }
  return !bytes.isEmpty && bytes.allSatisfy(\.isDigit)
}

/// `bool(text)`: `1 t true TRUE True` and `0 f false FALSE False` and their capitals; `nil` for any
/// other spelling.
package func celBool(from text: String) -> Bool? {
  switch text {
  case "1", "t", "T", "true", "TRUE", "True": true
  case "0", "f", "F", "false", "FALSE", "False": false
  default: nil
  }
}

/// `string(double)`: the fewest digits that read back as the same number; no point for a whole
/// number, and an exponent of at least two digits below 1e-4 and from 1e21 on, as in `1e+21`.
///
/// The language leaves the form open, and implementations differ in where the exponent begins; no
/// conformance vector tells. We keep large whole numbers, such as sums, readable.
package func celText(of number: Double) -> String {
  if number.isNaN { return "NaN" }
  if number.isInfinite { return number < 0 ? "-Infinity" : "Infinity" }
  if number == 0 { return number.sign == .minus ? "-0" : "0" }
  let (digits, exponent) = shortestDigits(of: number.magnitude)
  let sign = number < 0 ? "-" : ""
  if exponent < -4 || exponent >= 21 {
    let rest = digits.dropFirst()
    let power = abs(exponent)
    return sign + digits.prefix(1) + (rest.isEmpty ? "" : "." + rest) + (exponent < 0 ? "e-" : "e+")
      + (power < 10 ? "0" : "") + String(power)
  }
  if exponent < 0 {
    return sign + "0." + String(repeating: "0", count: -exponent - 1) + digits
  }
  let whole = exponent + 1
  if digits.utf8.count <= whole {
    return sign + digits + String(repeating: "0", count: whole - digits.utf8.count)
  }
  return sign + digits.prefix(whole) + "." + digits.dropFirst(whole)
}

/// The shortest digits of a positive number, without zeros at either end, and the power of ten of
/// the first of them. Swift's own description has the same digits in another form.
private func shortestDigits(of number: Double) -> (digits: String, exponent: Int) {
  var digits: [UInt8] = []
  var (exponent, wholeDigits, hasPoint) = (0, 0, false)
  var bytes = number.description.utf8[...]
  while let byte = bytes.popFirst() {
    if byte.isDigit {
      digits.append(byte)
      if !hasPoint { wholeDigits += 1 }
    } else if byte == UInt8(ascii: ".") {
      hasPoint = true
    } else {
      exponent = Int(Substring(bytes)) ?? 0
      break
    }
  }
  let zeros = digits.prefix { $0 == UInt8(ascii: "0") }.count
  let significant = digits.dropFirst(zeros)
  let end = significant.lastIndex { $0 != UInt8(ascii: "0") } ?? significant.startIndex
  return (
    String(decoding: significant.prefix(through: end), as: UTF8.self),
    exponent + wholeDigits - zeros - 1
  )
}

/// `int(double)`: cut off towards zero; `nil` at and beyond ±2⁶³, for NaN and the infinities. Even
/// -2⁶³ itself is out of range, as the conformance vectors have it.
package func celInt(from number: Double) -> Int64? {
  let limit = 9_223_372_036_854_775_808.0
  guard number > -limit, number < limit else { return nil }
  return Int64(number)
}

/// `uint(double)`: cut off towards zero; `nil` below 0, from 2⁶⁴ on, for NaN and the infinities.
package func celUInt(from number: Double) -> UInt64? {
  guard number >= 0, number < 18_446_744_073_709_551_616.0 else { return nil }
  return UInt64(number)
}
