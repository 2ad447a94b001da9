/// A pattern as instructions, and the machine that follows all ways through them at once.
struct PatternProgram: Sendable {
  private enum Instruction: Sendable {
    case character(Unicode.Scalar)
    case set(Int)
    case any(includesNewline: Bool)
    case assertion(PatternAssertion)
    case jump(Int)
    case split(Int, Int)
    case match
  }

  private var code: ContiguousArray<Instruction> = []
  private var sets: [PatternCharacters] = []
  private static var maximumLength: Int { 20_000 }

  init(_ node: PatternNode) throws(PatternFault) {
    try emit(node)
    code.append(.match)
  }

  private mutating func emit(_ node: PatternNode) throws(PatternFault) {
    if code.count > Self.maximumLength { throw .tooLarge(at: 0) }
    switch node {
    case .empty: break
    case .character(let scalar): code.append(.character(scalar))
    case .set(let set):
      code.append(.set(sets.firstIndex(of: set) ?? sets.count))
      if !sets.contains(set) { sets.append(set) }
    case .any(let includesNewline): code.append(.any(includesNewline: includesNewline))
    case .assertion(let assertion): code.append(.assertion(assertion))
    case .sequence(let parts):
      for part in parts { try emit(part) }
    case .choice(let choices): try emitChoice(choices)
    case .repetition(let part, let low, let high):
      for _ in 0..<low {
        let before = code.count
        try emit(part)
        // What matches only the empty text need not be repeated, however often it says.
        if code.count == before { break }
      }
      if let high {
        try emitOptional(part, count: high - low)
      } else {
        let start = code.count
        code.append(.split(start + 1, 0))
        try emit(part)
        code.append(.jump(start))
        code[start] = .split(start + 1, code.count)
      }
    }
  }

  private mutating func emitChoice(_ choices: [PatternNode]) throws(PatternFault) {
    var jumps: [Int] = []
    for choice in choices.dropLast() {
      let split = code.count
      code.append(.split(split + 1, 0))
      try emit(choice)
      jumps.append(code.count)
      code.append(.jump(0))
      code[split] = .split(split + 1, code.count)
    }
    if let last = choices.last { try emit(last) }
    for jump in jumps { code[jump] = .jump(code.count) }
  }

  private mutating func emitOptional(_ part: PatternNode, count: Int) throws(PatternFault) {
    var splits: [Int] = []
    for _ in 0..<count {
      splits.append(code.count)
      code.append(.split(0, 0))
      try emit(part)
      if code.count > Self.maximumLength { throw .tooLarge(at: 0) }
    }
    for split in splits { code[split] = .split(split + 1, code.count) }
  }

  // MARK: Running

  /// The instructions that are reached at one place of a text, each once.
  private struct Reached {
    var list: [Int] = []
    /// The place at which an instruction was last reached, so that nothing has to be cleared.
    var lastPlace: [Int]

    init(count: Int) { lastPlace = Array(repeating: -1, count: count) }
  }

  /// Whether some part of a text matches.
  func matches(_ text: String) -> Bool {
    var now = Reached(count: code.count)
    var next = Reached(count: code.count)
    var stack: [Int] = []
    var place = 0
    var before: Unicode.Scalar?
    var iterator = text.unicodeScalars.makeIterator()
    var after = iterator.next()
    while true {
      // A match may begin at every place.
      if follow(0, &now, place, before, after, &stack) { return true }
      guard let scalar = after else { return false }
      after = iterator.next()
      next.list.removeAll(keepingCapacity: true)
      for index in now.list where accepts(index, scalar) {
        if follow(index + 1, &next, place + 1, scalar, after, &stack) { return true }
      }
      swap(&now, &next)
      before = scalar
      place += 1
    }
  }

  private func accepts(_ index: Int, _ scalar: Unicode.Scalar) -> Bool {
    switch code[index] {
    case .character(let wanted): scalar == wanted
    case .set(let set): sets[set].contains(scalar)
    case .any(let includesNewline): includesNewline || scalar != "\n"
    default: false
    }
  }

  /// Adds an instruction and all that are reached from it without reading; true for a match.
  private func follow(
    _ first: Int, _ reached: inout Reached, _ place: Int, _ before: Unicode.Scalar?,
    _ after: Unicode.Scalar?, _ stack: inout [Int]
  ) -> Bool {
    stack.removeAll(keepingCapacity: true)
    stack.append(first)
    while let index = stack.popLast() {
      if reached.lastPlace[index] == place { continue }
      reached.lastPlace[index] = place
      switch code[index] {
      case .match: return true
      case .jump(let target): stack.append(target)
      case .split(let one, let other):
        stack.append(other)
        stack.append(one)
      case .assertion(let assertion):
        if Self.holds(assertion, before, after) { stack.append(index + 1) }
      default: reached.list.append(index)
      }
    }
    return false
  }

  private static func holds(
    _ assertion: PatternAssertion, _ before: Unicode.Scalar?, _ after: Unicode.Scalar?
  ) -> Bool {
    switch assertion {
    case .textStart: before == nil
    case .textEnd: after == nil
    case .lineStart: before == nil || before == "\n"
    case .lineEnd: after == nil || after == "\n"
    case .wordBoundary: isWord(before) != isWord(after)
    case .noWordBoundary: isWord(before) == isWord(after)
    }
  }

  private static func isWord(_ scalar: Unicode.Scalar?) -> Bool {
    guard let scalar, scalar.isASCII else { return false }
    return UInt8(ascii: scalar).isIdentifierByte
  }
}
