internal import SourceText

extension ExpressionParser {
  /// An operator whose right side is still being read.
  private struct Pending {
    var token: Token
    /// 0 for a place where an operator is missing.
    var precedence: Int
  }

  /// Chains of `&&` and `||` with more terms than this become balanced trees: both operators are
  /// associative in every state of semantics §2, and a balanced tree is not high.
  private static var balancedFrom: Int { 32 }

  /// Reads an expression; a chain of conditionals does not nest.
  mutating func parseExpression() -> Operand {
    depth += 1
    defer { depth -= 1 }
    if depth > options.maximumDepth {
      let place = previous?.end ?? current.start
      stop(.tooDeep(limit: options.maximumDepth, at: current.range))
      return invalid(place, place)
    }
    var branches: [(condition: Operand, question: Token, then: Operand)] = []
    var last = parseOperators()
    while current.kind == .question {
      let question = take()
      let isSafeNavigation = current.kind == .dot && current.start == question.end
      awaited.append(.colon)
      let then = parseExpression()
      awaited.removeLast()
      if then.isBareConditional { report(.nestedConditional(at: ByteRange(then.start, then.end))) }
      guard current.kind == .colon else {
        report(
          .conditionalWithoutColon(at: question.range, isSafeNavigation: isSafeNavigation))
        last = invalid(last, then)
        break
      }
      take()
      branches.append((last, question, then))
      last = parseOperators()
    }
    let isConditional = !branches.isEmpty
    while let (condition, question, then) = branches.popLast() {
      let parts = [condition.node, then.node, last.node]
      last = add(
        .call(function: Operator.conditional, target: nil, arguments: parts),
        from: condition.start, to: last.end, focus: question.range, over: parts)
    }
    last.isBareConditional = isConditional
    return last
  }

  private mutating func parseOperators() -> Operand {
    var operands = [parseUnary()]
    var pending: [Pending] = []
    while let next = takeOperator() {
      while let top = pending.last, top.precedence >= next.precedence,
        !(top.precedence == next.precedence && top.precedence <= 2)
      {
        reduce(&operands, &pending)
      }
      pending.append(next)
      operands.append(parseUnary())
    }
    while !pending.isEmpty { reduce(&operands, &pending) }
    // Invariant: one more operand than pending operators.
    return operands[0]
  }

  /// Takes a binary operator, or what stands in its place.
  private mutating func takeOperator() -> Pending? {
    let token = current
    if let precedence = token.kind.precedence {
      take()
      return Pending(token: token, precedence: precedence)
    }
    if token.kind == .unknownSymbol {
      take()
      return Pending(token: token, precedence: 0)
    }
    if token.kind == .identifier, let operation = wordOperator() { return operation }
    guard token.kind.startsOperand, !hasStopped else { return nil }
    if token.kind != .unreadable, previous?.kind != .unreadable, previous?.kind != .unknownSymbol {
      report(.missingOperator(before: text(token), at: token.range))
    }
    return Pending(token: token, precedence: 0)
  }

  /// `and`, `or`, `not in` and the like, which other languages have.
  private mutating func wordOperator() -> Pending? {
    let token = current
    let word = text(token)
    switch token.end - token.start <= 3 ? word.lowercased() : word {
    case "and", "or":
      guard following.kind.startsOperand || following.kind == .end else { return nil }
      take()
      let kind: Token.Kind = token.end - token.start == 3 ? .and : .or
      report(.wrongOperator(word, meant: kind.spelling, at: token.range))
      return Pending(
        token: Token(kind: kind, start: token.start, end: token.end),
        precedence: kind == .and ? 2 : 1)
    case "not" where following.kind == .in:
      take()
      let end = take().end
      report(
        .wrongOperator(text(token.start, end), meant: "!(… in …)", at: ByteRange(token.start, end)))
      return Pending(token: Token(kind: .in, start: token.start, end: end), precedence: 3)
    case _ where Diagnostic.infixHelp(word) != nil && following.kind.startsOperand:
      take()
      report(.missingOperator(before: word, at: token.range))
      return Pending(token: token, precedence: 0)
    default: return nil
    }
  }

  /// Applies the last pending operator; of a chain of `&&` or `||`, all that are together.
  private mutating func reduce(_ operands: inout [Operand], _ pending: inout [Pending]) {
    guard let top = pending.last else { return }
    var length = 1
    if top.precedence <= 2 {
      while length < pending.count,
        pending[pending.count - 1 - length].precedence == top.precedence
      {
        length += 1
      }
    }
    let operators = pending.suffix(length)
    let terms = operands.suffix(length + 1)
    let result: Operand
    if top.precedence == 0 {
      result = invalid(terms[terms.startIndex], terms[terms.endIndex - 1])
    } else if length < Self.balancedFrom {
      var left = terms[terms.startIndex]
      for (operation, right) in zip(operators, terms.dropFirst()) {
        left = binary(operation.token, left, right)
      }
      result = left
    } else {
      result = balanced(operators, terms)
    }
    pending.removeLast(length)
    operands.removeLast(length + 1)
    operands.append(result)
  }

  private mutating func balanced(
    _ operators: ArraySlice<Pending>, _ terms: ArraySlice<Operand>
  ) -> Operand {
    guard operators.count > 0 else { return terms[terms.startIndex] }
    let half = operators.count / 2
    let middle = operators[operators.startIndex + half].token
    let left = balanced(operators.prefix(half), terms.prefix(half + 1))
    let right = balanced(operators.dropFirst(half + 1), terms.dropFirst(half + 1))
    return binary(middle, left, right)
  }

  private mutating func binary(_ token: Token, _ left: Operand, _ right: Operand) -> Operand {
    warnOfDate(token, left, right)
    let parts = [left.node, right.node]
    return add(
      .call(function: token.kind.function ?? "", target: nil, arguments: parts),
      from: left.start, to: right.end, focus: token.range, over: parts)
  }

  /// `2024-09-30` without spaces is arithmetic, and hardly ever meant as such.
  private mutating func warnOfDate(_ token: Token, _ left: Operand, _ right: Operand) {
    guard token.kind == .minus, right.end - left.start == 10, right.end - right.start == 2,
      case .literal(.int) = nodes[right.node].kind,
      bytes[left.start..<right.end].enumerated().allSatisfy({ offset, byte in
        offset == 4 || offset == 7 ? byte == UInt8(ascii: "-") : byte.isDigit
      })
    else { return }
    report(
      .dateArithmetic(text(left.start, right.end), at: ByteRange(left.start, right.end)))
  }

  // MARK: Prefix operators

  /// Reads prefix operators and what they stand before. They nest without recursion, but count as
  /// depth all the same.
  private mutating func parseUnary() -> Operand {
    var prefixes: [Token] = []
    while true {
      let token = current
      if token.kind == .bang || token.kind == .minus {
        // A minus before a number is a part of the number.
        if token.kind == .minus, following.kind == .int || following.kind == .double { break }
        prefixes.append(take())
      } else if token.kind == .identifier, isWordNot() {
        take()
        report(.wrongOperator(text(token), meant: "!", at: token.range))
        prefixes.append(Token(kind: .bang, start: token.start, end: token.end))
      } else {
        break
      }
      if depth + prefixes.count > options.maximumDepth {
        stop(.tooDeep(limit: options.maximumDepth, at: token.range))
        return invalid(token.start, token.end)
      }
    }
    var operand = parseMember()
    while let prefix = prefixes.popLast() {
      let function = prefix.kind == .bang ? Operator.logicalNot : Operator.negate
      operand = add(
        .call(function: function, target: nil, arguments: [operand.node]),
        from: prefix.start, to: operand.end, focus: prefix.range, over: [operand.node])
    }
    return operand
  }

  /// Whether this name is `not` before an operand; `not(` without a space is a call.
  private func isWordNot() -> Bool {
    guard current.end - current.start == 3, text(current).lowercased() == "not" else {
      return false
    }
    let next = following
    switch next.kind {
    case .identifier, .true, .false, .null, .string, .int, .bang: return true
    case .openParenthesis: return next.start > current.end
    default: return false
    }
  }
}
