/// A pattern as a tree.
indirect enum PatternNode: Sendable {
  case empty
  case character(Unicode.Scalar)
  case set(PatternCharacters)
  case any(includesNewline: Bool)
  case assertion(PatternAssertion)
  case sequence([PatternNode])
  case choice([PatternNode])
  /// `high` is nil for no limit. Lazy repetitions match the same texts as others.
  case repetition(PatternNode, low: Int, high: Int?)
}

enum PatternAssertion: Sendable {
  case textStart, textEnd, lineStart, lineEnd, wordBoundary, noWordBoundary
}

/// Reads the syntax of RE2 (its documentation, “Syntax”).
struct PatternParser {
  struct Flags {
    var ignoresCase = false
    var isMultiline = false
    var dotIncludesNewline = false
  }

  let scalars: [Unicode.Scalar]
  var position = 0
  var flags = Flags()
  private var depth = 0
  private static var maximumDepth: Int { 200 }
  private static var maximumCount: Int { 1000 }

  init(_ pattern: String) { scalars = Array(pattern.unicodeScalars) }

  /// Whether a byte may mean more than itself.
  static func isSpecial(_ byte: UInt8) -> Bool { "\\.+*?()|[]{}^$".utf8.contains(byte) }

  mutating func parse() throws(PatternFault) -> PatternNode {
    let node = try parseChoice()
    if position < scalars.count { throw .strayParenthesis(at: position) }
    return node
  }

  var current: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

  mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard current == scalar else { return false }
    position += 1
    return true
  }

  mutating func take(text: String) -> Bool {
    let wanted = Array(text.unicodeScalars)
    guard scalars.count - position >= wanted.count,
      scalars[position..<position + wanted.count].elementsEqual(wanted)
    else { return false }
    position += wanted.count
    return true
  }

  private mutating func parseChoice() throws(PatternFault) -> PatternNode {
    depth += 1
    defer { depth -= 1 }
    if depth > Self.maximumDepth { throw .tooLarge(at: position) }
    var choices = [try parseSequence()]
    while take("|") { choices.append(try parseSequence()) }
    return choices.count == 1 ? choices[0] : .choice(choices)
  }

  private mutating func parseSequence() throws(PatternFault) -> PatternNode {
    var parts: [PatternNode] = []
    while let scalar = current, scalar != "|", scalar != ")" {
      if take(text: "\\Q") {
        let before = parts.count
        while position < scalars.count, !take(text: "\\E") {
          parts.append(literal(scalars[position]))
          position += 1
        }
        // A repetition behind it is of the last character.
        if parts.count > before, let last = parts.popLast() {
          parts.append(try parseRepetition(of: last))
        }
      } else if let part = try parsePart() {
        parts.append(try parseRepetition(of: part))
      }
    }
    return parts.count == 1 ? parts[0] : parts.isEmpty ? .empty : .sequence(parts)
  }

  /// Reads one part; nil for flags, which match nothing.
  private mutating func parsePart() throws(PatternFault) -> PatternNode? {
    let start = position
    let scalar = scalars[position]
    position += 1
    switch scalar {
    case "(": return try parseGroup(from: start)
    case "[": return .set(try parseClass(from: start))
    case ".": return .any(includesNewline: flags.dotIncludesNewline)
    case "^": return .assertion(flags.isMultiline ? .lineStart : .textStart)
    case "$": return .assertion(flags.isMultiline ? .lineEnd : .textEnd)
    case "\\": return try parseEscape(from: start)
    case "*", "+", "?": throw .nothingToRepeat(at: start)
    default: return literal(scalar)
    }
  }

  func literal(_ scalar: Unicode.Scalar) -> PatternNode {
    guard flags.ignoresCase, !caseVariants(of: scalar).isEmpty else { return .character(scalar) }
    return .set(
      PatternCharacters(items: [.range(scalar.value, scalar.value)], ignoresCase: true))
  }

  // MARK: Groups

  private mutating func parseGroup(from start: Int) throws(PatternFault) -> PatternNode? {
    let outer = flags
    if take("?") {
      if take(text: "P<") || take("<") {
        try parseGroupName(from: start)
      } else if try parseFlags(from: start) {
        return nil
      }
    }
    let node = try parseChoice()
    if !take(")") { throw .unclosedGroup(at: start) }
    flags = outer
    return node
  }

  private mutating func parseGroupName(from start: Int) throws(PatternFault) {
    var length = 0
    while let scalar = current, scalar.isASCII, UInt8(ascii: scalar).isIdentifierByte {
      position += 1
      length += 1
    }
    if length == 0 || !take(">") { throw .badGroup(at: start) }
  }

  /// Reads flags and what follows them; true where they stand alone, for the rest of the group.
  private mutating func parseFlags(from start: Int) throws(PatternFault) -> Bool {
    var isSetting = true
    var count = 0
    while let scalar = current {
      position += 1
      switch scalar {
      case "i": flags.ignoresCase = isSetting
      case "m": flags.isMultiline = isSetting
      case "s": flags.dotIncludesNewline = isSetting
      case "U": break
      case "-" where isSetting:
        isSetting = false
        count = -1
      case ":" where isSetting || count > 0: return false
      case ")" where count > 0: return true
      default: throw .badGroup(at: start)
      }
      count += 1
    }
    throw .unclosedGroup(at: start)
  }

  // MARK: Repetition

  private mutating func parseRepetition(of part: PatternNode) throws(PatternFault) -> PatternNode {
    let start = position
    let bounds: (low: Int, high: Int?)
    switch current {
    case "*": bounds = (0, nil)
    case "+": bounds = (1, nil)
    case "?": bounds = (0, 1)
    case "{":
      guard let counted = try parseCount() else { return part }
      bounds = counted
      position -= 1
    default: return part
    }
    position += 1
    _ = take("?")
    if let next = current, next == "*" || next == "+" || next == "?" {
      throw .badRepetition(at: start)
    }
    if current == "{" {
      let here = position
      if try parseCount() != nil { throw .badRepetition(at: start) }
      position = here
    }
    return .repetition(part, low: bounds.low, high: bounds.high)
  }

  /// Reads `{n}`, `{n,}` or `{n,m}`; takes nothing and gives nil where it is none, since the brace
  /// is then a character like others.
  private mutating func parseCount() throws(PatternFault) -> (low: Int, high: Int?)? {
    let start = position
    position += 1
    guard let low = number() else {
      position = start
      return nil
    }
    var high: Int? = low
    if take(",") { high = current == "}" ? nil : number() ?? -1 }
    guard take("}"), high != -1 else {
      position = start
      return nil
    }
    if low > Self.maximumCount || (high ?? low) > Self.maximumCount || (high ?? low) < low {
      throw .badRepetition(at: start)
    }
    return (low, high)
  }

  private mutating func number() -> Int? {
    var value: Int?
    while let scalar = current, scalar >= "0", scalar <= "9" {
      value = min((value ?? 0) * 10 + Int(scalar.value - 0x30), Self.maximumCount + 1)
      position += 1
    }
    return value
  }
}
