internal import SourceText

extension ExpressionParser {
  /// Reads one expression and the bracket that closes `opener`, which is already taken.
  mutating func parseBracketed(_ opener: Token) -> (Operand, end: Int) {
    awaited.append(opener.kind.closer ?? .end)
    defer { awaited.removeLast() }
    if current.kind == opener.kind.closer {
      let closer = take()
      report(.emptyBrackets(at: ByteRange(opener.start, closer.end)))
      return (invalid(opener.end, closer.start), closer.end)
    }
    var inner = parseExpression()
    while current.kind == .comma || current.kind == .colon && !awaited.dropLast().contains(.colon) {
      let stray = take()
      report(.unexpected(text(stray), at: stray.range))
      inner =
        current.kind.startsOperand
        ? invalid(inner, parseExpression()) : invalid(inner.start, stray.end)
    }
    return (inner, close(opener))
  }

  /// Reads elements up to the bracket that closes `opener`, which is already taken; returns where
  /// the bracket ends. `element` reads one; where nothing stands between two commas, none is read.
  mutating func parseSequence(
    _ opener: Token, allowsTrailingComma: Bool, element: (inout Self) -> Void
  ) -> Int {
    let closer = opener.kind.closer ?? .end
    awaited.append(closer)
    defer { awaited.removeLast() }
    if current.kind == closer { return take().end }
    while true {
      if current.kind == .comma {
        report(.missingElement(before: text(current), at: current.range))
      } else {
        element(&self)
        skipStrayColons()
      }
      guard current.kind == .comma else { break }
      let comma = take()
      if current.kind == closer {
        if !allowsTrailingComma { report(.trailingComma(at: comma.range)) }
        break
      }
    }
    return close(opener)
  }

  private mutating func skipStrayColons() {
    while current.kind == .colon, !awaited.contains(.colon) {
      let stray = take()
      report(.unexpected(text(stray), at: stray.range))
      if current.kind.startsOperand { _ = parseExpression() }
    }
  }

  /// Takes the closing bracket of `opener`, or says what is there instead; returns where the
  /// bracketed part ends.
  ///
  /// A wrong bracket that some bracket further out waits for is left to it.
  private mutating func close(_ opener: Token) -> Int {
    let token = current
    if token.kind == opener.kind.closer { return take().end }
    let end = previous?.end ?? opener.end
    if token.kind == .end {
      if !hasUnclosedString { report(.unclosedBracket(opener)) }
      return end
    }
    if token.kind.isCloser, !awaited.dropLast().contains(token.kind) {
      take()
      report(.mismatchedBracket(token, opener: opener))
      return token.end
    }
    report(.unclosedBracket(opener))
    return end
  }

  // MARK: Lists, maps, messages

  mutating func parseList() -> Operand {
    let opener = take()
    var elements: [ListElement] = []
    let end = parseSequence(opener, allowsTrailingComma: true) { parser in
      let isOptional = parser.takeOptionalMark()
      let value = parser.parseExpression()
      elements.append(ListElement(value: value.node, isOptional: isOptional))
    }
    return add(.list(elements), from: opener.start, to: end, over: elements.map(\.value))
  }

  mutating func parseMap() -> Operand {
    let opener = take()
    var entries: [MapEntry] = []
    let end = parseSequence(opener, allowsTrailingComma: true) { parser in
      let isOptional = parser.takeOptionalMark()
      parser.awaited.append(.colon)
      let key = parser.parseExpression()
      parser.awaited.removeLast()
      let value = parser.parseEntryValue(after: key)
      entries.append(MapEntry(key: key.node, value: value.node, isOptional: isOptional))
    }
    return add(
      .map(entries), from: opener.start, to: end,
      over: entries.map(\.key) + entries.map(\.value))
  }

  mutating func parseMessage(_ type: QualifiedName) -> Operand {
    let opener = take()
    var fields: [MessageField] = []
    let end = parseSequence(opener, allowsTrailingComma: true) { parser in
      if let field = parser.parseMessageField() { fields.append(field) }
    }
    return add(
      .message(typeName: type.text, isRooted: type.isRooted, fields: fields),
      from: type.start, to: end, focus: ByteRange(type.start, type.end), over: fields.map(\.value))
  }

  private mutating func parseMessageField() -> MessageField? {
    let isOptional = takeOptionalMark()
    let token = current
    let name: String
    switch token.kind {
    case .identifier, .reserved: name = text(token)
    case .true, .false, .null, .in:
      report(.keywordField(text(token), at: token.range))
      name = text(token)
    case .quotedField:
      if case .string(let quoted) = literals[token.payload] { name = quoted } else { name = "" }
    default:
      if token.kind != .end, token.kind != .unreadable, token.kind != .unknownSymbol {
        report(.missingMessageField(text(token), at: token.range))
      }
      if token.kind.startsOperand || token.kind == .unknownSymbol {
        _ = parseExpression()
        if current.kind == .colon {
          take()
          _ = parseExpression()
        }
      } else if !token.kind.isCloser {
        take()
      }
      return nil
    }
    take()
    let value = parseEntryValue(
      after: Operand(node: 0, start: token.start, end: token.end))
    return MessageField(
      name: name, nameRange: token.range, value: value.node, isOptional: isOptional)
  }

  private mutating func parseEntryValue(after key: Operand) -> Operand {
    guard current.kind == .colon else {
      if current.kind != .end || !hasUnclosedString, current.kind != .end || key.end > key.start {
        report(.entryWithoutValue(text(key), at: ByteRange(key.start, key.end)))
      }
      return invalid(key.end, key.end)
    }
    take()
    return parseExpression()
  }

  private mutating func takeOptionalMark() -> Bool {
    guard current.kind == .question else { return false }
    take()
    return true
  }
}
