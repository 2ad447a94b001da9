internal import SourceText

extension ExpressionParser {
  /// One argument of a call. A plain name before a comma may be the variable of a macro, so its
  /// node is only made when it turns out to be none.
  enum Argument {
    case operand(Operand)
    case name(String, ByteRange)
  }

  /// Reads the arguments of a call and its brackets. The first `names` arguments that are plain
  /// names before a comma are kept as such.
  mutating func parseArguments(names: Int = 0) -> ([Argument], end: Int) {
    let opener = take()
    var arguments: [Argument] = []
    let end = parseSequence(opener, allowsTrailingComma: false) { parser in
      if arguments.count < names, let (name, range) = parser.takeVariable() {
        arguments.append(.name(name, range))
      } else {
        arguments.append(.operand(parser.parseExpression()))
      }
    }
    return (arguments, end)
  }

  /// The node of an argument, made now where it was only a name.
  mutating func node(of argument: Argument) -> NodeID {
    switch argument {
    case .operand(let operand): operand.node
    case .name(let name, let range):
      add(
        .identifier(name: name, isRooted: false), from: Int(range.start), to: Int(range.end)
      ).node
    }
  }

  /// Reads the arguments of `name(…)`; a rooted name keeps its dot.
  mutating func parseGlobalCall(_ name: String, _ token: Token, from start: Int) -> Operand {
    let isPresence = options.macrosEnabled && name == "has"
    let (arguments, end) = parseArguments()
    if isPresence { return presence(arguments, from: start, to: end, focus: token.range) }
    let parts = arguments.map { node(of: $0) }
    return add(
      .call(function: name, target: nil, arguments: parts), from: start, to: end,
      focus: token.range, over: parts)
  }

  /// Reads the arguments of `target.name(…)`.
  mutating func parseMemberCall(
    _ name: String, _ token: Token, on target: Operand, targetStart: Int
  ) -> Operand {
    if options.macrosEnabled {
      if case .identifier("cel", false) = nodes[target.node].kind, target.node == targetStart,
        nodes.count == targetStart + 1
      {
        if name == "bind" { return parseBind(token, on: target) }
        if name == "block" { return parseBlock(token, on: target) }
      }
      if let form = MacroForm.named[name] { return parseMacro(form, name, token, on: target) }
    }
    let (arguments, end) = parseArguments()
    let parts = arguments.map { node(of: $0) }
    return add(
      .call(function: name, target: target.node, arguments: parts),
      from: target.start, to: end, focus: token.range, over: [target.node] + parts)
  }
}
