internal import SourceText

/// Says in our words what libyaml found wrong, and what to try.
struct SyntaxMessages {
  let bytes: [UInt8]
  let lines: LineIndex

  /// - Parameters:
  ///   - place: Where libyaml noticed, as a UTF-8 offset.
  ///   - context: Where that which it was reading began.
  func diagnostic(for fault: SyntaxFault, place: Int, context: Int) -> Diagnostic {
    if fault.problem.isEmpty {
      return Diagnostic(
        code: "out-of-memory",
        message: BilingualText(zh: "内存不足，读不完这个文件", en: "no memory to read this file"),
        range: at(place))
    }
    if place < bytes.count, bytes[place] == 0x09, !fault.problem.contains("end of stream") {
      return tabIndentation(at: place)
    }
    return scanning(fault, place, context) ?? parsing(fault, place, context)
      ?? Diagnostic(
        code: "yaml-syntax",
        message: BilingualText(
          zh: "此处不合 YAML 语法（\(fault.problem)）", en: "this is not YAML (\(fault.problem))"),
        range: at(place), help: quotingHelp(at: place))
  }

  // MARK: Characters and words

  private func scanning(_ fault: SyntaxFault, _ place: Int, _ context: Int) -> Diagnostic? {
    switch fault.problem {
    case "could not find expected ':'": return missingColon(at: context)
    case "found character that cannot start any token": return reservedCharacter(at: place)
    case "found a tab character where an indentation space is expected",
      "found a tab character that violates indentation":
      return tabIndentation(at: place)
    case "did not find expected comment or line break"
    where fault.context == "while scanning a block scalar",
      "found an indentation indicator equal to 0":
      return Diagnostic(
        code: "block-header",
        message: BilingualText(
          zh: "`|` 或 `>` 之后同一行不能有内容", en: "there is text on the same line behind `|` or `>`"),
        range: at(place),
        help: BilingualText(
          zh: "正文从下一行开始，并向右缩进；以 `|` 或 `>` 开头的单行值要加引号。",
          en: "The text starts on the next line, indented; quote a one-line value that starts with "
            + "`|` or `>`."))
    case "found unexpected end of stream", "found unexpected document indicator":
      return unclosedQuote(at: context)
    case "found unexpected ':'":
      return Diagnostic(
        code: "missing-space",
        message: BilingualText(zh: "这个 `:` 后面没有空格", en: "there is no space behind this `:`"),
        range: at(place),
        help: BilingualText(
          zh: "在 `[ ]` 和 `{ }` 内请写成 `键: 值`；含有 `:` 的文字要加引号。",
          en: "Inside `[ ]` and `{ }` write `key: value`, and quote text that holds a `:`."))
    case "found unknown escape character":
      return badEscape(ByteRange(place, min(place + 2, bytes.count)))
    case "did not find expected hexdecimal number", "found invalid Unicode character escape code":
      return badEscape(ByteRange(max(place - 2, 0), min(place + 4, bytes.count)))
    case "did not find expected alphabetic or numeric character": return badName(at: context)
    case "found undefined tag handle", "did not find expected tag URI", "did not find expected '!'",
      "did not find the expected '>'", "did not find expected whitespace or line break",
      "found an incorrect leading UTF-8 octet", "found an incorrect trailing UTF-8 octet",
      "did not find URI escaped octet":
      let start = fault.context == nil ? place : context
      guard start < bytes.count, bytes[start] == 0x21 else { return nil }
      let end = SourceScan.wordEnd(in: bytes, from: start)
      return .unknownTag(
        String(decoding: bytes[start..<end], as: UTF8.self), at: ByteRange(start, end))
    default: return nil
    }
  }

  // MARK: Structure

  private func parsing(_ fault: SyntaxFault, _ place: Int, _ context: Int) -> Diagnostic? {
    switch fault.problem {
    case "block sequence entries are not allowed in this context":
      return Diagnostic(
        code: "bad-indentation",
        message: BilingualText(zh: "此处不能开始列表项", en: "a list entry cannot start here"),
        range: at(place),
        help: BilingualText(
          zh: "列表写在键的下一行，每项以 `- ` 开头，左端对齐。",
          en: "A list starts on the line below its key, each entry with `- ` in the same column."))
    case "mapping values are not allowed in this context":
      return Diagnostic(
        code: "unexpected-colon",
        message: BilingualText(zh: "此处不能有 `:`", en: "there cannot be a `:` here"),
        range: at(place),
        help: quotingHelp(at: place)
          ?? BilingualText(
            zh: "含有 `: ` 的值要加引号；如果这是一个键，请检查缩进。",
            en: "Quote a value that holds `: `; if this is a key, look at its indentation."))
    case "mapping keys are not allowed in this context":
      return Diagnostic(
        code: "unexpected-question-mark",
        message: BilingualText(zh: "此处不能有 `?`", en: "there cannot be a `?` here"),
        range: at(place),
        help: BilingualText(
          zh: "以 `? ` 开头的值要加引号。", en: "Quote a value that starts with `? `."))
    case "did not find expected key", "did not find expected '-' indicator":
      return strayText(place, context, isList: fault.problem.contains("'-'"))
    case "did not find expected ',' or ']'", "did not find expected ',' or '}'":
      return flow(place, context)
    case "did not find expected node content":
      if place < bytes.count, bytes[place] == 0x3A { return .nullKey(at: at(place)) }
      return Diagnostic(
        code: "missing-value",
        message: BilingualText(zh: "此处应有一个值", en: "a value is missing here"), range: at(place),
        help: BilingualText(
          zh: "请补上值，或删去多余的标点；如果是表达式，请给整个值加单引号。",
          en: "Write the value, or delete the mark; put an expression as a whole in single quotes.")
      )
    case "did not find expected <document start>":
      let root = firstContent()
      if SourceScan.column(in: bytes, of: place) < SourceScan.column(in: bytes, of: root) {
        return strayText(place, root, isList: bytes[root] == 0x2D)
      }
      return Diagnostic(
        code: "text-after-document",
        message: BilingualText(
          zh: "文档到此已结束，后面不能再有内容", en: "the document has ended before this"),
        range: word(place),
        help: quotingHelp(at: place)
          ?? BilingualText(
            zh: "请检查缩进，以及上文是否缺少 `键: `。",
            en: "Look at the indentation, and for a missing `key: ` above."))
    default:
      let isDirective =
        fault.problem.contains("directive") || fault.problem.contains("version")
        || fault.problem.contains("incompatible YAML")
        || fault.context?.contains("directive") == true
      return isDirective
        ? .badDirective(at: word(SourceScan.lineStart(in: bytes, from: place))) : nil
    }
  }

  private func strayText(_ place: Int, _ context: Int, isList: Bool) -> Diagnostic {
    let start = SourceScan.lineStart(in: bytes, from: place)
    guard bytes[start..<place].allSatisfy({ $0 == 0x20 }) else {
      return Diagnostic(
        code: "text-after-value",
        message: BilingualText(
          zh: "值到此已结束，同一行后面不能再有内容", en: "the value has ended before this"),
        range: ByteRange(
          place,
          SourceScan.skipBlanksBack(
            in: bytes, from: SourceScan.lineEnd(in: bytes, from: place))),
        help: quotingHelp(at: place)
          ?? BilingualText(zh: "请给整个值加引号。", en: "Put the whole value in quotes."))
    }
    let position = lines.position(at: context, in: bytes)
    let (line, column) = (position.line, position.column)
    return Diagnostic(
      code: "bad-indentation",
      message: isList
        ? BilingualText(zh: "这一行与上面的列表不对齐", en: "this line is not in line with the list above")
        : BilingualText(zh: "这一行与上面的键不对齐", en: "this line is not in line with the keys above"),
      range: word(place),
      help: isList
        ? BilingualText(
          zh: "列表从第 \(line) 行第 \(column) 列开始，各项的 `-` 要在同一列。",
          en:
            "The list starts on line \(line), column \(column), and each `-` stands in that column."
        )
        : BilingualText(
          zh: "这些键从第 \(line) 行第 \(column) 列开始，各键要在同一列。",
          en: "These keys start on line \(line), column \(column), and each stands in that column.")
    )
  }

  /// Returns where the document's first line starts that is neither empty nor a comment nor `---`.
  private func firstContent() -> Int {
    for line in 1...lines.lineCount {
      let content = lines.content(ofLine: line, in: bytes)
      let first = content.first { bytes[$0] != 0x20 } ?? content.upperBound
      if first < content.upperBound,
        !"#%-".utf8.contains(bytes[first]) || bytes[first...].starts(with: [0x2D, 0x20])
      {
        return first
      }
    }
    return 0
  }

  private func flow(_ place: Int, _ context: Int) -> Diagnostic {
    let isSequence = context < bytes.count && bytes[context] == 0x5B
    let isSameLine = lines.line(at: place) == lines.line(at: context) && place < bytes.count
    guard isSameLine, !SourceScan.isBreak(bytes[place]) else {
      let (open, close) = isSequence ? ("[", "]") : ("{", "}")
      return Diagnostic(
        code: "unclosed-bracket",
        message: BilingualText(
          zh: "`\(open)` 没有对应的 `\(close)`", en: "this `\(open)` has no `\(close)`"),
        range: at(context),
        help: BilingualText(
          zh: "请补上 `\(close)`，或检查各项之间的逗号；如果是表达式，请给整个值加单引号。",
          en:
            "Close it with `\(close)`, or look for a missing comma; put an expression as a whole in "
            + "single quotes."))
    }
    return Diagnostic(
      code: "missing-comma",
      message: isSequence
        ? BilingualText(zh: "此处应有 `,` 或 `]`", en: "a `,` or `]` is missing before this")
        : BilingualText(zh: "此处应有 `,` 或 `}`", en: "a `,` or `}` is missing before this"),
      range: at(place),
      help: fullWidthHelp(from: context)
        ?? BilingualText(
          zh: "含有 `,`、`[`、`{`、`: ` 的项要加引号；如果是表达式，请给整个值加单引号。",
          en:
            "Quote an item that holds `,`, `[`, `{` or `: `; put an expression as a whole in single "
            + "quotes."))
  }

  // MARK: One message each

  private func tabIndentation(at place: Int) -> Diagnostic {
    Diagnostic(
      code: "tab-indentation",
      message: BilingualText(zh: "缩进用了制表符", en: "a tab stands where only spaces may"),
      range: at(place),
      help: BilingualText(zh: "请改用空格缩进。", en: "Indent with spaces."))
  }

  private func missingColon(at start: Int) -> Diagnostic {
    let end = SourceScan.lineEnd(in: bytes, from: start)
    return Diagnostic(
      code: "missing-colon",
      message: BilingualText(zh: "这个键后面没有 `: `", en: "there is no `: ` behind this key"),
      range: ByteRange(start, max(start, SourceScan.skipBlanksBack(in: bytes, from: end))),
      help: fullWidthHelp(from: start) ?? quotingHelp(at: start)
        ?? BilingualText(
          zh: "请写成 `键: 值`；如果是上一行的续行，请多缩进一些。",
          en: "Write `key: value`; if this continues the line above, indent it further."))
  }

  private func reservedCharacter(at place: Int) -> Diagnostic {
    let words = Diagnostic.quoted(text(character(at: place)))
    return Diagnostic(
      code: "reserved-character",
      message: words == "'"
        ? BilingualText(zh: "值不能以反引号开头", en: "a value cannot start with a backtick")
        : BilingualText(zh: "值不能以 `\(words)` 开头", en: "a value cannot start with `\(words)`"),
      range: at(place),
      help: BilingualText(zh: "请给整个值加引号。", en: "Put the whole value in quotes."))
  }

  private func unclosedQuote(at start: Int) -> Diagnostic {
    let quote = text(character(at: start))
    return Diagnostic(
      code: "unclosed-quote",
      message: BilingualText(zh: "引号 `\(quote)` 没有结束", en: "the quote `\(quote)` is never closed"),
      range: at(start),
      help: quote == "'"
        ? BilingualText(
          zh: "请补上结束的引号；单引号内的单引号写作 `''`。",
          en: "Close it; a single quote inside single quotes is written `''`.")
        : BilingualText(
          zh: "请补上结束的引号；双引号内的双引号写作 `\\\"`。",
          en: "Close it; a double quote inside double quotes is written `\\\"`."))
  }

  private func badEscape(_ range: ByteRange) -> Diagnostic {
    var range = range
    var end = Int(range.end)
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    range.end = UInt32(end)
    return Diagnostic(
      code: "bad-escape",
      message: BilingualText(
        zh: "双引号内没有 `\(Diagnostic.quoted(text(range)))` 这样的转义",
        en: "`\(Diagnostic.quoted(text(range)))` is no escape sequence"),
      range: range,
      help: BilingualText(
        zh: "反斜杠本身写作 `\\\\`，或改用单引号。",
        en: "Write a backslash as `\\\\`, or use single quotes."))
  }

  private func badName(at start: Int) -> Diagnostic {
    let isAnchor = start < bytes.count && bytes[start] == 0x26
    return Diagnostic(
      code: isAnchor ? "bad-anchor" : "bad-alias",
      message: isAnchor
        ? BilingualText(zh: "`&` 之后应是名称", en: "`&` is not followed by a name")
        : BilingualText(zh: "`*` 之后应是名称", en: "`*` is not followed by a name"),
      range: word(start),
      help: BilingualText(
        zh: "名称只用字母、数字、`-` 和 `_`；如果是文字或表达式，请给整个值加引号。",
        en: "A name is letters, digits, `-` and `_`; put the whole value in quotes if it is text."))
  }

  // MARK: Help

  /// Returns advice to quote when the value on this line starts with a character that means
  /// something in YAML: what happens to an expression such as `!has(x)` or `"a" in list`.
  private func quotingHelp(at place: Int) -> BilingualText? {
    guard let start = valueStart(onLineOf: place), start <= place else { return nil }
    let first = bytes[start]
    guard "!\"'[{&*|>%@`".utf8.contains(first) else { return nil }
    if first == 0x60 {
      return BilingualText(zh: "请给整个值加引号。", en: "Put the whole value in quotes.")
    }
    let mark = String(decoding: [first], as: UTF8.self)
    return BilingualText(
      zh: "以 `\(mark)` 开头的值有特殊含义；如果是表达式，请给整个值加单引号，或写在 `|-` 的下一行。",
      en: "A value that starts with `\(mark)` means something in YAML: put the whole expression in "
        + "single quotes, or below `|-`.")
  }

  /// Returns where the value of a line starts: behind the indentation, `- ` and the first `: `.
  private func valueStart(onLineOf place: Int) -> Int? {
    var index = SourceScan.lineStart(in: bytes, from: min(place, bytes.count))
    let end = SourceScan.lineEnd(in: bytes, from: index)
    while index < end,
      bytes[index] == 0x20 || (bytes[index] == 0x2D && index + 1 < end && bytes[index + 1] == 0x20)
    {
      index += 1
    }
    guard index < end else { return nil }
    if "!\"'[{&*|>%@`".utf8.contains(bytes[index]) { return index }
    var colon = index
    while colon + 1 < end, !(bytes[colon] == 0x3A && bytes[colon + 1] == 0x20) { colon += 1 }
    guard colon + 1 < end else { return index }
    index = colon + 1
    while index < end, bytes[index] == 0x20 { index += 1 }
    return index < end ? index : nil
  }

  private func fullWidthHelp(from start: Int) -> BilingualText? {
    let end = SourceScan.lineEnd(in: bytes, from: start)
    let line = String(decoding: bytes[min(start, end)..<end], as: UTF8.self).unicodeScalars
    if line.contains("：") {
      return BilingualText(
        zh: "冒号要用半角，后面跟一个空格：`: `。", en: "Use the half-width colon and a space, `: `.")
    }
    if line.contains("，") {
      return BilingualText(zh: "逗号要用半角：`,`。", en: "Use the half-width comma, `,`.")
    }
    return nil
  }

  // MARK: Ranges

  /// The character at a place; the empty range at the end of the text.
  private func at(_ place: Int) -> ByteRange { character(at: place) }

  private func character(at place: Int) -> ByteRange {
    let start = min(place, bytes.count)
    guard start < bytes.count, !SourceScan.isBreak(bytes[start]) else {
      return ByteRange(start, start)
    }
    var end = start + 1
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return ByteRange(start, end)
  }

  private func word(_ place: Int) -> ByteRange {
    let start = min(place, bytes.count)
    let end = SourceScan.wordEnd(in: bytes, from: start)
    let isKey = end - start > 1 && bytes[end - 1] == 0x3A
    return ByteRange(start, isKey ? end - 1 : end)
  }

  private func text(_ range: ByteRange) -> String {
    String(decoding: bytes[Int(range.start)..<Int(range.end)], as: UTF8.self)
  }
}
