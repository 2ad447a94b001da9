/// The tokens of an expression that is being written, up to the place where it goes on.
struct ExpressionBeginning {
  /// What the end of the text is in the middle of.
  private enum Place {
    case word
    case text(quote: String)
    case nothing
  }

  /// What has been written of the last word; inside quotes, of the text.
  let word: String
  private let place: Place
  private let source: ContiguousArray<UInt8>
  /// Those before the word.
  private let tokens: ArraySlice<Token>
  /// With the variables of the macros around the place.
  private var environment: Environment
  private var locals: [String] = []

  init(_ text: String, in environment: Environment) {
    let bytes = ContiguousArray(text.utf8)
    source = bytes
    self.environment = environment
    var lexer = Lexer(bytes)
    lexer.run()
    let all = lexer.tokens.dropLast()
    let (place, start) = Self.place(in: lexer, all.last)
    self.place = place
    // The word, or the text whose quote stands just before it, is none of them.
    tokens = all.prefix { $0.end <= start && ($0.end < bytes.count || $0.kind.isMark) }
    word = String(decoding: bytes[start...], as: UTF8.self)
    declareLocals()
  }

  private static func place(in lexer: Lexer, _ last: Token?) -> (Place, start: Int) {
    let end = lexer.bytes.count
    guard let last, last.end == end else {
      // On this line there are white space and perhaps a comment alone.
      let line = lexer.bytes[(last?.end ?? 0)...].split(
        separator: 0x0A, omittingEmptySubsequences: false
      ).last
      return (line?.contains(UInt8(ascii: "/")) == true ? .nothing : .word, end)
    }
    switch last.kind {
    case .identifier, .reserved, .true, .false, .null, .in: return (.word, last.start)
    case .string where lexer.hasUnclosedString:
      let quote = lexer.text(last.start, last.start + 1)
      guard quote == "\"" || quote == "'", !lexer.text(last.start, end).hasPrefix(quote + quote)
      else { return (.nothing, end) }
      return (.text(quote: quote), last.start + 1)
    case .int, .uint, .double, .string, .bytes, .quotedField: return (.nothing, end)
    default: return (.word, end)
    }
  }

  // MARK: Candidates

  func candidates() -> [Completion.Candidate] {
    switch place {
    case .nothing: return []
    case .text(let quote):
      return comparedType().flatMap(Self.enumeration)?.values.map {
        Completion.Candidate($0, tail: quote)
      } ?? []
    case .word:
      guard tokens.last?.kind == .dot || tokens.suffix(2).map(\.kind) == [.dot, .question] else {
        return names(below: "") + locals.map { Completion.Candidate($0) }
          + Self.constants.map { Completion.Candidate($0) }
          + environment.inlines.keys.map { Completion.Candidate($0, tail: "(") }
          + [Completion.Candidate("has", tail: "("), Completion.Candidate("cel", tail: ".")]
      }
      let isOptional = tokens.last?.kind == .question
      return members(before: tokens.endIndex - (isOptional ? 2 : 1), isOptional: isOptional)
    }
  }

  private static let constants = ["true", "false", "null"]

  /// Variables and functions whose dotted name begins with a prefix that ends in a dot, or with
  /// none: the next part of each.
  private func names(below prefix: String) -> [Completion.Candidate] {
    func next(_ name: String, tail: String) -> Completion.Candidate? {
      guard name.utf8.starts(with: prefix.utf8) else { return nil }
      let rest = name.utf8.dropFirst(prefix.utf8.count)
      let part = String(Substring(rest.prefix { $0 != UInt8(ascii: ".") }))
      guard Self.isName(part) else { return nil }
      return Completion.Candidate(
        part, tail: part.utf8.count < rest.count ? "." : tail)
    }
    return environment.variables.keys.compactMap { next($0, tail: "") }
      + environment.functions.all.filter { !$0.key.isMember }
      .compactMap { next($0.key.name, tail: "(") }
      + (prefix == "cel." ? [Completion.Candidate("bind", tail: "(")] : [])
  }

  private static func isName(_ text: String) -> Bool {
    text.utf8.first?.isIdentifierStart == true && text.utf8.allSatisfy(\.isIdentifierByte)
  }

  /// What may follow a dot.
  ///
  /// - Parameter dot: The index of the dot in the tokens.
  private func members(before dot: Int, isOptional: Bool) -> [Completion.Candidate] {
    let start = operandStart(endingBefore: dot)
    guard start < dot else { return [] }
    let dotted = tokens[start..<dot]
    let isDotted = dotted.allSatisfy { $0.kind == .identifier || $0.kind == .dot }
    let prefix = text(of: dotted)
    let isLocal = locals.contains(text(of: dotted.prefix(1)))
    var found = isDotted && !isLocal ? names(below: prefix + ".") : []
    let type = type(of: dotted)
    if case .structure(let structure)? = type.map(Self.held) {
      found += structure.fields.map { Completion.Candidate($0.name) }
    }
    guard let type, !isOptional else { return found }
    found += environment.functions.all.filter { function in
      function.key.isMember
        && function.signatures.contains { $0.parameters.first.map { $0.accepts(type) } ?? false }
    }.map { Completion.Candidate($0.key.name, tail: "(") }
    found += MacroForm.named.filter { $0.value.kind.ranges(over: type) }
      .map { Completion.Candidate($0.key, tail: "(") }
    return found
  }

  /// What an optional value holds; else the type itself.
  private static func held(by type: ValueType) -> ValueType {
    if case .optional(let inner) = type { return inner.unwrapped }
    return type
  }

  private static func enumeration(_ type: ValueType) -> EnumType? {
    guard case .enumeration(let type) = type else { return nil }
    return type
  }

  // MARK: What stands before

  /// The type that a text at the place is compared with: of `x` in `x == "`, `x != "` and
  /// `x in ["a", "`.
  private func comparedType() -> ValueType? {
    guard let last = tokens.last else { return nil }
    var end = tokens.endIndex - 1
    if last.kind == .openBracket || last.kind == .comma {
      guard let opener = openBrackets().last, tokens[opener].kind == .openBracket,
        opener > tokens.startIndex, tokens[opener - 1].kind == .in
      else { return nil }
      end = opener - 1
    } else if last.kind != .equal && last.kind != .notEqual {
      return nil
    }
    return type(of: tokens[operandStart(endingBefore: end)..<end])
  }

  /// The type of a part of the text, `nil` where it has none that is known; what may be null counts
  /// as what it is where it is not.
  private func type(of part: ArraySlice<Token>) -> ValueType? {
    guard !part.isEmpty else { return nil }
    let parsed = parse(text(of: part))
    guard parsed.isValid else { return nil }
    let type = Checker.check(parsed.tree, in: environment).expression.type
    return type == .error ? nil : type.unwrapped
  }

  private func text(of part: ArraySlice<Token>) -> String {
    guard let first = part.first, let last = part.last else { return "" }
    return String(decoding: source[first.start..<last.end], as: UTF8.self)
  }

  /// The index of the first token of the operand that ends before a token: of `a.b(c)[0]` in
  /// `x && a.b(c)[0].`; that token's own index where there is no operand.
  private func operandStart(endingBefore end: Int) -> Int {
    var index = end
    while index > tokens.startIndex {
      let last = tokens[index - 1].kind
      if last.isCloser {
        guard let opener = opener(of: index - 1) else { return end }
        index = opener
        let isCall = last != .closeBracket
        guard index > tokens.startIndex else { return index }
        let before = tokens[index - 1].kind
        if before == .identifier || before == .quotedField { continue }
        if !isCall, before.isCloser || before == .string { continue }
        return index
      }
      switch last {
      case .identifier, .reserved, .quotedField:
        index -= 1
        guard index > tokens.startIndex, tokens[index - 1].kind == .dot else { return index }
        index -= 1
        // A dot that begins a name roots it.
        guard index > tokens.startIndex, tokens[index - 1].kind.endsOperand else { return index }
      case .int, .uint, .double, .string, .bytes, .true, .false, .null: return index - 1
      default: return index
      }
    }
    return index
  }

  /// The index of the bracket that a closing one closes.
  private func opener(of closer: Int) -> Int? {
    var depth = 0
    for index in tokens[...closer].indices.reversed() {
      if tokens[index].kind.isCloser { depth += 1 }
      if tokens[index].kind.closer != nil { depth -= 1 }
      if depth == 0 { return index }
    }
    return nil
  }

  /// The indices of the brackets that are open at the place, outermost first.
  private func openBrackets() -> [Int] {
    var open: [Int] = []
    for index in tokens.indices {
      if tokens[index].kind.closer != nil { open.append(index) }
      if tokens[index].kind.isCloser { _ = open.popLast() }
    }
    return open
  }

  // MARK: Locals

  /// Declares the variables that macros bind at the place: `o` in `officers.exists(o, o.`.
  private mutating func declareLocals() {
    for opener in openBrackets() where tokens[opener].kind == .openParenthesis {
      let name = opener - 1
      guard name > tokens.startIndex, tokens[name].kind == .identifier,
        tokens[name - 1].kind == .dot
      else { continue }
      let called = text(of: tokens[name...name])
      let target = tokens[operandStart(endingBefore: name - 1)..<name - 1]
      if called == "bind", text(of: target) == "cel" {
        declareBinding(behind: opener)
      } else if let form = MacroForm.named[called], let type = type(of: target) {
        declareVariables(of: form, over: type, behind: opener)
      }
    }
  }

  private mutating func declareBinding(behind opener: Int) {
    guard let name = variable(at: opener + 1) else { return }
    var (end, depth) = (opener + 3, 0)
    while end < tokens.endIndex, depth > 0 || tokens[end].kind != .comma {
      if tokens[end].kind.closer != nil { depth += 1 }
      if tokens[end].kind.isCloser { depth -= 1 }
      end += 1
    }
    guard end < tokens.endIndex, let type = type(of: tokens[opener + 3..<end]) else { return }
    declare(name, type)
  }

  private mutating func declareVariables(
    of form: MacroForm, over type: ValueType, behind opener: Int
  ) {
    guard let first = variable(at: opener + 1) else { return }
    let second = form.double.isEmpty ? nil : variable(at: opener + 3)
    switch (type, second) {
    case (.list(let element), nil), (.optional(let element), nil): declare(first, element)
    case (.map(let key, _), nil): declare(first, key)
    case (.list(let element), let second?):
      declare(first, .int)
      declare(second, element)
    case (.map(let key, let value), let second?):
      declare(first, key)
      declare(second, value)
    default: break
    }
  }

  /// The name at an index, where a comma follows it.
  private func variable(at index: Int) -> String? {
    guard index + 1 < tokens.endIndex, tokens[index].kind == .identifier,
      tokens[index + 1].kind == .comma
    else { return nil }
    return text(of: tokens[index...index])
  }

  private mutating func declare(_ name: String, _ type: ValueType) {
    environment.declare(name, type)
    locals.append(name)
  }
}

extension Token.Kind {
  /// Whether it is no word: what stands behind it begins a new one.
  fileprivate var isMark: Bool {
    !spelling.isEmpty && spelling.utf8.allSatisfy { !$0.isIdentifierByte }
  }

  /// Whether an operand may end with it.
  fileprivate var endsOperand: Bool {
    switch self {
    case .identifier, .reserved, .quotedField, .int, .uint, .double, .string, .bytes, .true, .false,
      .null:
      true
    default: isCloser
    }
  }
}

extension Macro.Kind {
  /// Whether a value of a type may stand before it.
  fileprivate func ranges(over type: ValueType) -> Bool {
    switch (self, type) {
    case (.optMap, .optional), (.optFlatMap, .optional): true
    case (.optMap, _), (.optFlatMap, _): false
    case (.sortBy, .list), (.map, .list), (.filter, .list): true
    case (.sortBy, _): false
    case (_, .list), (_, .map): true
    default: false
    }
  }
}

extension ValueType {
  /// Whether a parameter of this type takes a value of a type that may be null or not.
  fileprivate func accepts(_ type: ValueType) -> Bool {
    switch (unwrapped, type.unwrapped) {
    case (.parameter, _), (.dynamic, _): true
    case (.string, .enumeration): true
    case (.list(let wanted), .list(let given)): wanted.accepts(given)
    case (.map(let keys, let values), .map(let key, let value)):
      keys.accepts(key) && values.accepts(value)
    case (.optional(let wanted), .optional(let given)): wanted.accepts(given)
    case (.type, .type): true
    case (let wanted, let given): wanted == given
    }
  }
}
