internal import SourceText
internal import YAML

extension SourceReader {
  /// Reads an expression; says so where YAML took it for something else than a text.
  mutating func expression(_ node: Node, _ key: String) -> ExpressionSource? {
    guard let scalar = node.scalar else {
      report(.expressionNotText(key, at: node.range))
      return nil
    }
    if isLeftBehindTag(node) { return nil }
    guard text(node, key) != nil else { return nil }
    if scalar.style == .plain, isFollowedByComment(node.range), !Brackets.areClosed(scalar.text) {
      report(.expressionCutOff(key, at: node.range))
      return nil
    }
    return ExpressionSource(text: scalar.text, node: node)
  }

  mutating func optionalExpression(_ fields: SourceFields, _ key: String) -> ExpressionSource? {
    fields[key].flatMap { expression($0, key) }
  }

  mutating func requiredExpression(
    _ fields: SourceFields, _ key: String, of thing: SourceThing
  ) -> ExpressionSource? {
    required(fields, key, of: thing).flatMap { expression($0, key) }
  }

  /// Reads an expression or a list of expressions.
  mutating func expressions(_ fields: SourceFields, _ key: String) -> [ExpressionSource] {
    guard let node = fields[key] else { return [] }
    guard let nodes = node.sequence else { return expression(node, key).map { [$0] } ?? [] }
    var expressions: [ExpressionSource] = []
    for node in nodes {
      if let expression = expression(node, key) { expressions.append(expression) }
    }
    return expressions
  }

  /// Reads a message or a remedy: both languages, with the same placeholders.
  mutating func message(_ fields: SourceFields, _ key: String) -> MessageSource? {
    guard let node = fields[key],
      let languages = self.fields(
        node, of: .message, known: Language.allCases.map(\.rawValue))
    else { return nil }
    let zhNode = language(.zh, languages, of: .message)
    let enNode = language(.en, languages, of: .message)
    guard let zhNode, let enNode else {
      hasFaultyMessage = true
      return nil
    }
    let zh = template(zhNode)
    let en = template(enNode)
    guard let zh, let en else {
      hasFaultyMessage = true
      return nil
    }
    comparePlaceholders(of: zh, with: en, missingIn: .en)
    comparePlaceholders(of: en, with: zh, missingIn: .zh)
    return MessageSource(zh: zh, en: en, range: node.range)
  }

  private mutating func template(_ node: Node) -> MessageTemplate? {
    var parser = TemplateParser(text: node.scalar?.text ?? "")
    let pieces = parser.parse()
    let map = ScalarSourceMap(node, source: bytes)
    for fault in parser.faults {
      report(fault.diagnostic(at: map?.range(of: fault.span) ?? node.range))
    }
    return parser.faults.isEmpty ? MessageTemplate(pieces: pieces, node: node) : nil
  }

  private mutating func comparePlaceholders(
    of one: MessageTemplate, with other: MessageTemplate, missingIn language: Language
  ) {
    let known = Set(other.placeholders.map(\.expression))
    var told: Set<String> = []
    for placeholder in one.placeholders
    where !known.contains(placeholder.expression)
      && told.insert(placeholder.expression).inserted
    {
      report(
        .placeholdersDiffer(
          placeholder.expression, missingIn: language, at: other.node.range))
    }
  }

  /// True where YAML took the whole value for a tag, as it does with `!has(x)`. The YAML reader has
  /// told that, so that an empty value needs no complaint of its own.
  private func isLeftBehindTag(_ node: Node) -> Bool {
    guard node.isNull, node.range.start == node.range.end else { return false }
    let end = min(Int(node.range.end), bytes.count)
    let blank = bytes[..<end].lastIndex { $0 == 0x20 || $0 == 0x0A }
    let word = bytes[(blank.map { $0 + 1 } ?? 0)..<end]
    return word.first == UInt8(ascii: "!")
  }

  /// True for a plain scalar that YAML ended at a comma inside its brackets, as it does in `{ … }`.
  func isCutAtComma(_ node: Node) -> Bool {
    guard let scalar = node.scalar, scalar.style == .plain, !Brackets.areClosed(scalar.text) else {
      return false
    }
    var at = Int(node.range.end)
    guard at <= bytes.count else { return false }
    while at < bytes.count, bytes[at] == 0x20 { at += 1 }
    return at < bytes.count && bytes[at] == UInt8(ascii: ",")
  }

  /// True where the rest of the line behind a plain scalar is a comment.
  private func isFollowedByComment(_ range: ByteRange) -> Bool {
    var at = Int(range.end)
    guard at <= bytes.count else { return false }
    while at < bytes.count, bytes[at] == 0x20 || bytes[at] == 0x09 { at += 1 }
    return at > Int(range.end) && at < bytes.count && bytes[at] == UInt8(ascii: "#")
  }
}

/// Whether quotes and brackets of an expression are closed, without reading it as CEL.
enum Brackets {
  static func areClosed(_ text: String) -> Bool {
    var depth = 0
    var quote: UInt8?
    var isEscaped = false
    for byte in text.utf8 {
      if let open = quote {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == open {
          quote = nil
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      default: break
      }
    }
    return depth <= 0 && quote == nil
  }
}
