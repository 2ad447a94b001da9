internal import SourceText

// `cel.block([a, b], body)` and the names that stand in it, which programs write that factor out
// what an expression repeats. `cel.index(0)` is the first of the list, and may stand behind it in
// the list too; `cel.iterVar(0, 0)` is the variable of a comprehension by its depth and number.

extension ExpressionParser {
  /// Takes the variable of a macro: a plain name, or `cel.iterVar(…)`, before a comma.
  mutating func takeVariable() -> (name: String, ByteRange)? {
    guard current.kind == .identifier else { return nil }
    if following.kind == .comma {
      let token = take()
      return (text(token), token.range)
    }
    let before = position
    guard let (name, range) = takeNumberedName() else { return nil }
    if current.kind == .comma, name.hasPrefix("@it") { return (name, range) }
    position = before
    return nil
  }

  /// Takes `cel.index(n)`, `cel.iterVar(m, n)` or `cel.accuVar(m, n)` as a name that no author can
  /// write, such as `@index0`.
  mutating func takeNumberedName() -> (name: String, ByteRange)? {
    let first = current
    guard options.macrosEnabled, first.kind == .identifier, following.kind == .dot,
      tokens.count - position > 6, text(first) == "cel"
    else { return nil }
    let (prefix, count): (String, Int)
    switch text(tokens[position + 2]) {
    case "index": (prefix, count) = ("@index", 1)
    case "iterVar": (prefix, count) = ("@it", 2)
    case "accuVar": (prefix, count) = ("@ac", 2)
    default: return nil
    }
    let kinds: [Token.Kind] =
      count == 1
      ? [.openParenthesis, .int, .closeParenthesis]
      : [.openParenthesis, .int, .comma, .int, .closeParenthesis]
    let rest = tokens[(position + 3)...].prefix(kinds.count)
    guard rest.elementsEqual(kinds, by: { $0.kind == $1 }) else { return nil }
    let numbers = rest.filter { $0.kind == .int }.map { text($0) }
    let range = ByteRange(first.start, rest[rest.endIndex - 1].end)
    position += 3 + kinds.count
    return (count == 1 ? prefix + numbers[0] : prefix + ":" + numbers.joined(separator: ":"), range)
  }

  /// Reads `cel.block([…], body)` from its bracket on, as `cel.bind`s within each other. The node of
  /// `cel` gives way.
  mutating func parseBlock(_ token: Token, on target: Operand) -> Operand {
    dropNodes(to: target.node)
    let opener = take()
    var values: [Operand] = []
    var parts: [Operand] = []
    let end = parseSequence(opener, allowsTrailingComma: false) { parser in
      let start = parser.current
      guard parts.isEmpty, start.kind == .openBracket else {
        parts.append(parser.parseExpression())
        return
      }
      parser.take()
      let end = parser.parseSequence(start, allowsTrailingComma: true) { parser in
        values.append(parser.parseExpression())
      }
      parts.append(Operand(node: -1, start: start.start, end: end))
    }
    guard parts.count == 2, parts[0].node == -1 else {
      report(.blockArguments(at: token.range))
      return invalid(target.start, end)
    }
    var body = parts[1]
    for (index, value) in values.enumerated().reversed() {
      let macro = Macro(
        kind: .bind, target: value.node, variables: ["@index\(index)"],
        variableRanges: [ByteRange(value.start, value.end)], filter: nil, body: body.node)
      body = add(
        .macro(macro), from: target.start, to: end, focus: token.range,
        over: [value.node, body.node])
    }
    return Operand(node: body.node, start: target.start, end: end)
  }
}
