internal import SourceText

extension ExpressionParser {
  /// Reads a primary expression and the selections, indexes and calls behind it.
  mutating func parseMember() -> Operand {
    let firstNode = nodes.count
    // The name read so far, while it is only names and dots: it may turn out to be a type's.
    var name: QualifiedName? = qualifiedStart()
    var operand = parsePrimary()
    if case .identifier(name?.text, _) = nodes[operand.node].kind, nodes.count == firstNode + 1 {
      // Only a name so far.
    } else {
      name = nil
    }
    while true {
      switch current.kind {
      case .dot:
        operand = parseSelection(of: operand, firstNode: firstNode, name: &name)
      case .openBracket:
        name = nil
        operand = parseIndex(of: operand)
      case .openBrace:
        guard let type = name else {
          report(.notATypeName(at: current.range))
          let after = parseMap()
          operand = invalid(operand, after)
          continue
        }
        name = nil
        dropNodes(to: firstNode)
        operand = parseMessage(type)
      case .openParenthesis:
        name = nil
        let opener = current
        report(.notCallable(at: opener.range))
        let (_, end) = parseArguments()
        operand = invalid(operand.start, end)
      default: return operand
      }
    }
  }

  struct QualifiedName {
    var text: String
    var isRooted: Bool
    var start: Int
    var end: Int
  }

  private func qualifiedStart() -> QualifiedName? {
    switch current.kind {
    case .identifier:
      QualifiedName(
        text: text(current), isRooted: false, start: current.start, end: current.end)
    case .dot where following.kind == .identifier:
      QualifiedName(
        text: text(following), isRooted: true, start: current.start, end: following.end)
    default: nil
    }
  }

  private mutating func parseSelection(
    of operand: Operand, firstNode: Int, name: inout QualifiedName?
  ) -> Operand {
    let dot = take()
    let isOptional = current.kind == .question
    if isOptional { take() }
    let token = current
    let field: String
    switch token.kind {
    case .identifier, .reserved: field = text(token)
    case .true, .false, .null, .in:
      report(.keywordField(text(token), at: token.range))
      field = text(token)
    case .quotedField:
      if case .string(let quoted) = literals[token.payload] { field = quoted } else { field = "" }
    default:
      name = nil
      if token.kind == .unreadable {
        take()
        return invalid(operand.start, token.end)
      }
      let end = previous?.end ?? dot.end
      report(.missingField(at: ByteRange(dot.start, end)))
      return invalid(operand.start, end)
    }
    take()
    if current.kind == .openParenthesis, !isOptional, token.kind != .quotedField {
      name = nil
      return parseMemberCall(field, token, on: operand, targetStart: firstNode)
    }
    if isOptional || token.kind == .quotedField {
      name = nil
    } else if name != nil {
      name?.text += "." + field
      name?.end = token.end
    }
    return add(
      .select(operand: operand.node, field: field, isOptional: isOptional),
      from: operand.start, to: token.end, focus: token.range, over: [operand.node])
  }

  private mutating func parseIndex(of operand: Operand) -> Operand {
    let opener = take()
    let isOptional = current.kind == .question
    if isOptional { take() }
    let (key, end) = parseBracketed(opener)
    let parts = [operand.node, key.node]
    return add(
      .index(operand: operand.node, key: key.node, isOptional: isOptional),
      from: operand.start, to: end, focus: ByteRange(opener.start, end), over: parts)
  }

  // MARK: Primary expressions

  private mutating func parsePrimary() -> Operand {
    let token = current
    switch token.kind {
    case .int, .minus: return parseNumber()
    case .double, .uint, .string, .bytes:
      take()
      return add(.literal(literals[token.payload]), from: token.start, to: token.end)
    case .true, .false:
      take()
      return add(.literal(.bool(token.kind == .true)), from: token.start, to: token.end)
    case .null:
      take()
      return add(.literal(.null), from: token.start, to: token.end)
    case .identifier:
      if let (name, range) = takeNumberedName() {
        return add(
          .identifier(name: name, isRooted: false), from: Int(range.start), to: Int(range.end))
      }
      take()
      if current.kind == .openParenthesis {
        return parseGlobalCall(text(token), token, from: token.start)
      }
      return add(
        .identifier(name: text(token), isRooted: false), from: token.start, to: token.end)
    case .dot: return parseRooted()
    case .reserved:
      take()
      report(.reservedWord(text(token), at: token.range))
      return invalid(token.start, token.end)
    case .quotedField:
      take()
      report(.strayQuotedField(text(token), at: token.range))
      return invalid(token.start, token.end)
    case .unreadable:
      take()
      return invalid(token.start, token.end)
    case .openParenthesis:
      take()
      let (inner, end) = parseBracketed(token)
      return Operand(node: inner.node, start: token.start, end: end)
    case .openBracket: return parseList()
    case .openBrace: return parseMap()
    case .unknownSymbol:
      while current.kind == .unknownSymbol { take() }
      let end = previous?.end ?? token.end
      guard current.kind.startsOperand else { return invalid(token.start, end) }
      let after = parseUnknownTail()
      return invalid(token.start, after)
    default: return missingOperand()
    }
  }

  /// Reads what follows an unknown symbol, only to find mistakes in it; returns where it ends.
  private mutating func parseUnknownTail() -> Int {
    depth += 1
    defer { depth -= 1 }
    if depth > options.maximumDepth {
      stop(.tooDeep(limit: options.maximumDepth, at: current.range))
      return current.end
    }
    return parseMember().end
  }

  /// Reads an int or a double with the minus before it, if there is one.
  private mutating func parseNumber() -> Operand {
    let start = current.start
    let isNegative = current.kind == .minus
    if isNegative { take() }
    let token = take()
    let value = token.payload >= 0 ? literals[token.payload] : .null
    if case .double(let number) = value {
      return add(.literal(.double(isNegative ? -number : number)), from: start, to: token.end)
    }
    guard case .uint(let magnitude) = value else { return invalid(start, token.end) }
    let int =
      isNegative
      ? (magnitude == Int64.min.magnitude ? Int64.min : Int64(exactly: magnitude).map { -$0 })
      : Int64(exactly: magnitude)
    guard let int else {
      let range = ByteRange(start, token.end)
      report(.numberOutOfRange(text(start, token.end), .int, at: range))
      return invalid(start, token.end)
    }
    return add(.literal(.int(int)), from: start, to: token.end)
  }

  /// `.name`, which is looked up outside the container.
  private mutating func parseRooted() -> Operand {
    let dot = take()
    let token = current
    switch token.kind {
    case .identifier:
      take()
      if current.kind == .openParenthesis {
        return parseGlobalCall("." + text(token), token, from: dot.start)
      }
      return add(.identifier(name: text(token), isRooted: true), from: dot.start, to: token.end)
    case .reserved:
      take()
      report(.reservedWord(text(token), at: token.range))
      return invalid(dot.start, token.end)
    case .unreadable:
      take()
      return invalid(dot.start, token.end)
    default:
      report(.missingField(at: dot.range))
      return invalid(dot.start, dot.end)
    }
  }

  /// Says that an operand is missing; takes nothing.
  private mutating func missingOperand() -> Operand {
    let token = current
    let before = previous
    if let before,
      before.kind.precedence != nil || before.kind == .bang || before.kind == .question
        || before.kind == .colon
    {
      report(.nothingRight(of: text(before), at: before.range))
    } else if before?.kind == .identifier, let before {
      // A word that was read as an operator, `and` for one.
      report(.nothingRight(of: text(before), at: before.range))
    } else if before?.kind == .unknownSymbol {
      // Already reported.
    } else if token.kind.precedence != nil || token.kind == .question {
      report(.nothingLeft(of: text(token), at: token.range))
    } else if token.kind == .end, before == nil {
      report(.emptyExpression(at: token.range))
    } else if token.kind == .comma, before != nil {
      report(.missingElement(before: text(token), at: token.range))
    } else if token.kind != .end, !token.kind.isCloser {
      report(.unexpected(text(token), at: token.range))
    }
    // Where the source ends behind an open bracket, the bracket is reported.
    let place = token.kind.precedence != nil ? token.start : before?.end ?? token.start
    return invalid(place, place)
  }
}
