internal import SourceText

/// What has been read of an expression: its node, and how far it reaches with the brackets around it.
struct Operand {
  var node: NodeID
  var start: Int
  var end: Int
  /// Whether it is a conditional without brackets around it.
  var isBareConditional = false
}

/// Builds a tree from tokens. Operators by two stacks, so that only brackets and the like recurse.
///
/// Invariant: a node is added after its children, and every node but the root has one parent in a
/// tree without errors.
struct ExpressionParser {
  let bytes: ContiguousArray<UInt8>
  let tokens: ContiguousArray<Token>
  let literals: [Literal]
  let options: ParserOptions
  let hasUnclosedString: Bool
  var diagnostics: [Diagnostic]
  var nodes: ContiguousArray<SyntaxNode> = []
  /// How high the tree under each node is.
  private var heights: ContiguousArray<Int32> = []
  /// How many frames a pass needs under each node that walks chains without recursion.
  private var nestings: ContiguousArray<Int32> = []
  /// The index of the token to read next.
  var position = 0
  var depth = 0
  /// What the open brackets and conditionals around this place wait for.
  var awaited: [Token.Kind] = []
  /// Set where a limit was passed: the rest is not read, and nothing more is said.
  private(set) var hasStopped = false

  init(lexed: Lexer, options: ParserOptions) {
    bytes = lexed.bytes
    tokens = lexed.tokens
    literals = lexed.literals
    hasUnclosedString = lexed.hasUnclosedString
    diagnostics = lexed.diagnostics
    self.options = options
    nodes.reserveCapacity(tokens.count)
    heights.reserveCapacity(tokens.count)
    nestings.reserveCapacity(tokens.count)
  }

  /// Reads the whole source and returns the root.
  mutating func parseAll() -> NodeID {
    var result = parseExpression()
    while current.kind != .end {
      let stray = take()
      report(
        stray.kind.isCloser ? .unmatchedBracket(stray) : .unexpected(text(stray), at: stray.range))
      if current.kind.startsOperand || current.kind.precedence != nil {
        // Read on behind a closing bracket or comma, to find more mistakes.
        if current.kind.precedence != nil, stray.kind.isCloser { position += 1 }
        if current.kind != .end { result = invalid(result, parseExpression()) }
      } else {
        result = invalid(result.start, stray.end)
      }
    }
    return result.node
  }

  // MARK: Tokens

  var current: Token { tokens[hasStopped ? tokens.count - 1 : position] }

  /// The token after the current one.
  var following: Token { tokens[min(position + 1, tokens.count - 1)] }

  var previous: Token? { position > 0 ? tokens[position - 1] : nil }

  /// Returns the current token and goes on to the next, if there is one.
  @discardableResult
  mutating func take() -> Token {
    let token = current
    if token.kind != .end { position += 1 }
    return token
  }

  func text(_ token: Token) -> String { text(token.start, token.end) }

  func text(_ start: Int, _ end: Int) -> String {
    String(decoding: bytes[start..<end], as: UTF8.self)
  }

  func text(_ operand: Operand) -> String { text(operand.start, operand.end) }

  // MARK: Nodes and diagnostics

  mutating func report(_ diagnostic: Diagnostic) {
    if !hasStopped { diagnostics.append(diagnostic) }
  }

  /// Adds a node; `height` is that of its highest child.
  mutating func add(
    _ kind: SyntaxKind, from start: Int, to end: Int, focus: ByteRange? = nil,
    over children: [NodeID] = []
  ) -> Operand {
    var (height, nesting): (Int32, Int32) = (0, 0)
    for (place, child) in children.enumerated() {
      height = max(height, heights[child])
      let isChained = isChained(child, at: place, of: children.count, in: kind)
      nesting = max(nesting, nestings[child] + (isChained ? 0 : 1))
    }
    if height >= options.maximumHeight || nesting > options.maximumNesting {
      let range = focus ?? ByteRange(start, end)
      let limit =
        height >= options.maximumHeight ? options.maximumHeight : options.maximumNesting
      stop(.tooDeep(limit: limit, at: range))
      return invalid(start, end)
    }
    return append(
      kind, from: start, to: end, focus: focus, height: height + 1, nesting: nesting)
  }

  /// Whether a node and this child of it are members of one chain: `a + b` and the `a` of it, a
  /// conditional and the one behind its colon, terms of one `&&`.
  private func isChained(
    _ child: NodeID, at place: Int, of count: Int, in kind: SyntaxKind
  ) -> Bool {
    switch kind {
    case .call(let name, nil, _) where name == Operator.logicalAnd || name == Operator.logicalOr:
      if case .call(name, nil, _) = nodes[child].kind { true } else { false }
    case .call(Operator.conditional, nil, _): place == count - 1
    case .macro(let macro): place == (macro.kind == .bind ? count - 1 : 0)
    case .list, .map, .message: false
    default: place == 0
    }
  }

  private mutating func append(
    _ kind: SyntaxKind, from start: Int, to end: Int, focus: ByteRange?, height: Int32,
    nesting: Int32 = 0
  ) -> Operand {
    let range = ByteRange(start, end)
    nodes.append(SyntaxNode(kind: kind, range: range, focus: focus ?? range))
    heights.append(height)
    nestings.append(nesting)
    return Operand(node: nodes.count - 1, start: start, end: end)
  }

  mutating func invalid(_ start: Int, _ end: Int) -> Operand {
    append(.invalid, from: start, to: end, focus: nil, height: 1)
  }

  mutating func invalid(_ first: Operand, _ second: Operand) -> Operand {
    invalid(min(first.start, second.start), max(first.end, second.end))
  }

  /// Takes back the nodes that were added since there were `count` of them.
  mutating func dropNodes(to count: Int) {
    nodes.removeLast(nodes.count - count)
    heights.removeLast(heights.count - count)
    nestings.removeLast(nestings.count - count)
  }

  func isInvalid(_ operand: Operand) -> Bool {
    if case .invalid = nodes[operand.node].kind { return true }
    return false
  }

  /// Says that a limit was passed, and stops reading.
  mutating func stop(_ diagnostic: Diagnostic) {
    report(diagnostic)
    hasStopped = true
  }
}
