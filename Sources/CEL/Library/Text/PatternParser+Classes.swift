extension PatternParser {
  /// Reads what follows a backslash outside a class.
  mutating func parseEscape(from start: Int) throws(PatternFault) -> PatternNode {
    guard let scalar = current else { throw .badEscape(at: start) }
    switch scalar {
    case "A": return advance(.assertion(.textStart))
    case "z": return advance(.assertion(.textEnd))
    case "b": return advance(.assertion(.wordBoundary))
    case "B": return advance(.assertion(.noWordBoundary))
    default: break
    }
    if let items = try parseClassEscape(from: start) {
      return .set(PatternCharacters(items: items, ignoresCase: flags.ignoresCase))
    }
    return literal(try parseCharacterEscape(from: start))
  }

  private mutating func advance(_ node: PatternNode) -> PatternNode {
    position += 1
    return node
  }

  /// Reads `\d`, `\pL`, `\p{Han}` and the like behind the backslash; nil for other escapes.
  private mutating func parseClassEscape(
    from start: Int
  ) throws(PatternFault) -> [PatternCharacters.Item]? {
    guard let scalar = current else { return nil }
    let lower = Unicode.Scalar(scalar.value | 0x20) ?? scalar
    if let ranges = PatternCharacters.perl(lower), scalar.isASCII {
      position += 1
      return items(ranges, isNegated: scalar != lower)
    }
    guard scalar == "p" || scalar == "P" else { return nil }
    position += 1
    var isNegated = scalar == "P"
    var name = ""
    if take("{") {
      if take("^") { isNegated.toggle() }
      while let letter = current, letter != "}" {
        name.unicodeScalars.append(letter)
        position += 1
      }
      if !take("}") { throw .badEscape(at: start) }
    } else if let letter = current {
      name.unicodeScalars.append(letter)
      position += 1
    }
    if name == "Any" { return items([0...0x10FFFF], isNegated: isNegated) }
    if PatternCharacters.categories.contains(name) {
      return [.category(name, isNegated: isNegated)]
    }
    guard let ranges = PatternCharacters.scripts[name] else {
      throw .unknownClass(name, at: start)
    }
    return items(ranges, isNegated: isNegated)
  }

  private func items(
    _ ranges: [ClosedRange<UInt32>], isNegated: Bool
  ) -> [PatternCharacters.Item] {
    isNegated ? [.outside(ranges)] : ranges.map { .range($0.lowerBound, $0.upperBound) }
  }

  /// Reads the escape of one character behind the backslash.
  private mutating func parseCharacterEscape(
    from start: Int
  ) throws(PatternFault) -> Unicode.Scalar {
    guard let scalar = current else { throw .badEscape(at: start) }
    position += 1
    switch scalar {
    case "a": return "\u{07}"
    case "f": return "\u{0C}"
    case "t": return "\t"
    case "n": return "\n"
    case "r": return "\r"
    case "v": return "\u{0B}"
    case "x": return try parseHex(from: start)
    case "0"..."7":
      // A single digit from 1 on would be a back reference.
      var value = scalar.value - 0x30
      var count = 1
      while count < 3, let digit = current, digit >= "0", digit <= "7" {
        value = value * 8 + digit.value - 0x30
        position += 1
        count += 1
      }
      guard scalar == "0" || count > 1, let result = Unicode.Scalar(value) else {
        throw .badEscape(at: start)
      }
      return result
    default:
      guard scalar.isASCII, !UInt8(ascii: scalar).isIdentifierByte || scalar == "_" else {
        throw .badEscape(at: start)
      }
      return scalar
    }
  }

  private mutating func parseHex(from start: Int) throws(PatternFault) -> Unicode.Scalar {
    let isBraced = take("{")
    var value: UInt32 = 0
    var count = 0
    while count < (isBraced ? 8 : 2), let digit = current, digit.isASCII,
      let hex = UInt8(ascii: digit).hexValue
    {
      value = value &* 16 &+ hex
      count += 1
      position += 1
    }
    guard count > 0, isBraced ? take("}") : count == 2, let result = Unicode.Scalar(value) else {
      throw .badEscape(at: start)
    }
    return result
  }

  /// Reads a class behind its `[`.
  mutating func parseClass(from start: Int) throws(PatternFault) -> PatternCharacters {
    var set = PatternCharacters(ignoresCase: flags.ignoresCase)
    set.isNegated = take("^")
    var isFirst = true
    while let scalar = current, scalar != "]" || isFirst {
      isFirst = false
      if let posix = try parsePosix(from: position) {
        set.items += posix
        continue
      }
      let here = position
      if take("\\") {
        if let items = try parseClassEscape(from: here) {
          set.items += items
          continue
        }
        position = here
      }
      let low = try parseClassCharacter()
      var high = low
      if current == "-", position + 1 < scalars.count, scalars[position + 1] != "]" {
        position += 1
        high = try parseClassCharacter()
        if high < low { throw .badRange(at: here) }
      }
      set.items.append(.range(low.value, high.value))
    }
    if !take("]") { throw .unclosedClass(at: start) }
    return set
  }

  private mutating func parseClassCharacter() throws(PatternFault) -> Unicode.Scalar {
    let start = position
    guard let scalar = current else { throw .unclosedClass(at: start) }
    position += 1
    return scalar == "\\" ? try parseCharacterEscape(from: start) : scalar
  }

  /// Reads `[:alpha:]` or `[:^alpha:]`.
  private mutating func parsePosix(
    from start: Int
  ) throws(PatternFault) -> [PatternCharacters.Item]? {
    guard take(text: "[:") else { return nil }
    let isNegated = take("^")
    var name = ""
    while let scalar = current, scalar.isASCII, UInt8(ascii: scalar).isIdentifierByte {
      name.unicodeScalars.append(scalar)
      position += 1
    }
    guard take(text: ":]") else {
      position = start
      return nil
    }
    guard let ranges = PatternCharacters.posix[name] else {
      throw .unknownClass(name, at: start)
    }
    return items(ranges, isNegated: isNegated)
  }
}
