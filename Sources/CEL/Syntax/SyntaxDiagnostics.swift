internal import SourceText

// Everything that reading an expression can complain of: the words of the lexer first, then the
// grammar, then the macros.

extension Diagnostic {
  private static func syntax(
    _ code: String, at range: ByteRange, zh: String, en: String, help: BilingualText? = nil,
    severity: Severity = .error
  ) -> Self {
    Self(
      severity: severity, code: code, message: BilingualText(zh: zh, en: en), range: range,
      help: help)
  }

  // MARK: Words

  static func sourceTooLong(_ count: Int, limit: Int, at range: ByteRange) -> Self {
    syntax(
      "source-too-long", at: range, zh: "表达式有 \(count) 字节，超过上限 \(limit)",
      en: "the expression has \(count) bytes, more than the limit of \(limit)")
  }

  static func unknownCharacter(_ text: String, at range: ByteRange) -> Self {
    syntax(
      "unknown-character", at: range, zh: "表达式里不能有 `\(text)`",
      en: "`\(text)` means nothing in an expression")
  }

  static func fullWidth(_ text: String, meant: String, at range: ByteRange) -> Self {
    syntax(
      "full-width-character", at: range, zh: "`\(text)` 是全角符号", en: "`\(text)` is full-width",
      help: BilingualText(zh: "改用半角的 `\(meant)`。", en: "Write `\(meant)` in ASCII."))
  }

  static func foreignSpace(_ scalar: Unicode.Scalar, at range: ByteRange) -> Self {
    let number = String(scalar.value, radix: 16, uppercase: true)
    let name = "U+" + String(repeating: "0", count: max(0, 4 - number.count)) + number
    return syntax(
      "full-width-space", at: range, zh: "这里有一个不是普通空格的空白字符 \(name)",
      en: "the blank \(name) here is not a plain space",
      help: BilingualText(zh: "改成普通空格，或删去。", en: "Replace it by a plain space, or delete it."))
  }

  static func foreignName(_ text: String, at range: ByteRange) -> Self {
    syntax(
      "foreign-name", at: range, zh: "`\(text)` 不能作名称：名称只由英文字母、数字和下划线组成",
      en: "`\(text)` cannot be a name: names are made of ASCII letters, digits and underscores",
      help: BilingualText(
        zh: "如果它是文本，请加引号：\"\(text)\"。", en: "If it is a text, put it in quotes: \"\(text)\"."))
  }

  static func curlyQuote(_ text: String, meant: UInt8, at range: ByteRange) -> Self {
    let quote = String(Unicode.Scalar(meant))
    return syntax(
      "curly-quote", at: range, zh: "`\(text)` 不是字符串的引号", en: "`\(text)` does not quote a string",
      help: BilingualText(zh: "改用半角引号 `\(quote)`。", en: "Use the straight quote `\(quote)`."))
  }

  static func unclosedQuote(_ marks: String, at range: ByteRange) -> Self {
    syntax(
      "unclosed-quote", at: range, zh: "`\(marks)` 没有对应的结束引号", en: "`\(marks)` is never closed")
  }

  static func badQuotedField(_ text: String, at range: ByteRange) -> Self {
    syntax(
      "bad-quoted-field", at: range, zh: "反引号里的字段名 `\(text)` 只能有英文字母、数字、空格和 _ . - /",
      en: "the quoted field name `\(text)` may have only ASCII letters, digits, spaces and _ . - /",
      help: BilingualText(
        zh: "对映射可用下标：`m[\"…\"]`。", en: "A map can be indexed by any text: `m[\"…\"]`."))
  }

  static func badNumber(_ text: String, at range: ByteRange) -> Self {
    syntax(
      "bad-number", at: range, zh: "`\(text)` 不是一个数", en: "`\(text)` is not a number",
      help: text.contains("_")
        ? BilingualText(zh: "数字里不能有下划线。", en: "Digits are written without underscores.") : nil)
  }

  static func numberOutOfRange(_ text: String, _ kind: Token.Kind, at range: ByteRange) -> Self {
    let (name, low, high) =
      switch kind {
      case .uint: ("uint", "0", "18446744073709551615")
      case .double: ("double", "-1.797e308", "1.797e308")
      default: ("int", "-9223372036854775808", "9223372036854775807")
      }
    return syntax(
      "number-out-of-range", at: range, zh: "`\(text)` 超出 \(name) 的范围（\(low) 至 \(high)）",
      en: "`\(text)` is outside the range of \(name), \(low) to \(high)")
  }

  static func badEscape(_ text: String, _ fault: EscapeFault, at range: ByteRange) -> Self {
    let (zh, en): (String, String) =
      switch fault {
      case .unknown: ("没有 `\(text)` 这种转义", "there is no escape `\(text)`")
      case .digits(let count, let radix):
        (
          "`\(text)` 之后应有 \(count) 位\(radix == 8 ? "八" : "十六")进制数字",
          "`\(text)` needs \(count) \(radix == 8 ? "octal" : "hexadecimal") digits"
        )
      case .surrogate: ("`\(text)` 是代理码位，不是字符", "`\(text)` is a surrogate, not a character")
      case .beyondUnicode: ("`\(text)` 超出 Unicode 的范围", "`\(text)` is beyond Unicode")
      case .codePointInBytes:
        ("字节串里不能用 `\(text)`", "`\(text)` has no place in a bytes literal")
      }
    let help: BilingualText? =
      switch fault {
      case .unknown:
        BilingualText(
          zh: "要写反斜杠本身，用 `\\\\`，或用原始字符串 r\"…\"。",
          en: "For a backslash itself write `\\\\`, or use a raw string, r\"…\".")
      case .codePointInBytes:
        BilingualText(zh: "用 `\\x` 加两位数字写一个字节。", en: "Write a byte as `\\x` and two digits.")
      default: nil
      }
    return syntax("bad-escape", at: range, zh: zh, en: en, help: help)
  }

  static func wrongOperator(_ text: String, meant: String, at range: ByteRange) -> Self {
    syntax(
      "wrong-operator", at: range, zh: "`\(text)` 不是运算符", en: "`\(text)` is not an operator",
      help: BilingualText(zh: "应写 `\(meant)`。", en: "Write `\(meant)`."))
  }

  // MARK: Grammar

  static func emptyExpression(at range: ByteRange) -> Self {
    syntax("empty-expression", at: range, zh: "没有表达式", en: "there is no expression")
  }

  static func emptyBrackets(at range: ByteRange) -> Self {
    syntax(
      "empty-brackets", at: range, zh: "括号里没有表达式", en: "there is no expression in the brackets")
  }

  static func nothingRight(of text: String, at range: ByteRange) -> Self {
    syntax(
      "missing-operand", at: range, zh: "`\(text)` 的右边缺一个值",
      en: "`\(text)` has nothing on its right")
  }

  static func nothingLeft(of text: String, at range: ByteRange) -> Self {
    syntax(
      "missing-operand", at: range, zh: "`\(text)` 的左边缺一个值", en: "`\(text)` has nothing on its left"
    )
  }

  static func missingOperator(before text: String, at range: ByteRange) -> Self {
    syntax(
      "missing-operator", at: range, zh: "`\(text)` 的前面缺一个运算符",
      en: "there is no operator before `\(text)`", help: infixHelp(text))
  }

  /// How a word that other languages have as an operator is written.
  static func infixHelp(_ word: String) -> BilingualText? {
    switch word {
    case "is": BilingualText(zh: "相等写 `==`。", en: "Equality is written `==`.")
    case "mod": BilingualText(zh: "余数写 `%`。", en: "The remainder is written `%`.")
    case "contains", "startsWith", "endsWith", "matches":
      BilingualText(zh: "它是方法，写作 `a.\(word)(b)`。", en: "It is a method: write `a.\(word)(b)`.")
    default: nil
    }
  }

  static func missingElement(before text: String, at range: ByteRange) -> Self {
    syntax(
      "missing-element", at: range, zh: "`\(text)` 的前面缺一项", en: "there is nothing before `\(text)`")
  }

  static func trailingComma(at range: ByteRange) -> Self {
    syntax(
      "trailing-comma", at: range, zh: "最后一个参数之后不能有逗号",
      en: "a comma cannot follow the last argument")
  }

  static func unexpected(_ text: String, at range: ByteRange) -> Self {
    syntax("unexpected-token", at: range, zh: "这里不应有 `\(text)`", en: "`\(text)` has no place here")
  }

  static func unclosedBracket(_ opener: Token) -> Self {
    syntax(
      "unclosed-bracket", at: opener.range, zh: "`\(opener.kind.spelling)` 没有对应的右括号",
      en: "`\(opener.kind.spelling)` is never closed")
  }

  static func unmatchedBracket(_ closer: Token) -> Self {
    syntax(
      "unmatched-bracket", at: closer.range, zh: "`\(closer.kind.spelling)` 没有对应的左括号",
      en: "`\(closer.kind.spelling)` closes nothing")
  }

  static func mismatchedBracket(_ closer: Token, opener: Token) -> Self {
    let right = opener.kind.closer?.spelling ?? ""
    return syntax(
      "mismatched-bracket", at: closer.range,
      zh: "`\(opener.kind.spelling)` 不能用 `\(closer.kind.spelling)` 结束",
      en: "`\(closer.kind.spelling)` does not close `\(opener.kind.spelling)`",
      help: BilingualText(zh: "应写 `\(right)`。", en: "Write `\(right)`."))
  }

  static func conditionalWithoutColon(at question: ByteRange, isSafeNavigation: Bool) -> Self {
    syntax(
      "missing-colon", at: question, zh: "`?` 之后缺 `:` 和另一种情形的值",
      en: "this `?` has no `:` with the other value",
      help: isSafeNavigation
        ? BilingualText(zh: "可选的字段写作 `.?`。", en: "An optional field is written `.?`.") : nil)
  }

  static func nestedConditional(at range: ByteRange) -> Self {
    syntax(
      "nested-conditional", at: range, zh: "`?` 与 `:` 之间的条件表达式要加括号",
      en: "a conditional between `?` and `:` needs brackets around it")
  }

  static func entryWithoutValue(_ key: String, at range: ByteRange) -> Self {
    syntax(
      "missing-colon", at: range, zh: "`\(key)` 之后缺 `:` 和它的值", en: "`\(key)` has no `:` and value",
      help: nil)
  }

  static func missingField(at range: ByteRange) -> Self {
    syntax("missing-field", at: range, zh: "`.` 之后缺字段名", en: "no field name follows the `.`")
  }

  static func missingMessageField(_ text: String, at range: ByteRange) -> Self {
    syntax(
      "missing-field", at: range, zh: "这里应是字段名，不是 `\(text)`",
      en: "a field name belongs here, not `\(text)`")
  }

  static func keywordField(_ word: String, at range: ByteRange) -> Self {
    syntax(
      "keyword-field", at: range, zh: "字段名 `\(word)` 是语言的关键字",
      en: "the field name `\(word)` is a keyword",
      help: BilingualText(zh: "加反引号：.`\(word)`。", en: "Quote it: .`\(word)`."))
  }

  static func reservedWord(_ word: String, at range: ByteRange) -> Self {
    syntax(
      "reserved-word", at: range, zh: "`\(word)` 是保留字，不能作名称",
      en: "`\(word)` is a reserved word and cannot be a name",
      help: word == "if" || word == "else"
        ? BilingualText(zh: "条件写作 `c ? a : b`。", en: "A choice is written `c ? a : b`.") : nil)
  }

  static func strayQuotedField(_ text: String, at range: ByteRange) -> Self {
    syntax(
      "stray-quoted-field", at: range, zh: "反引号的名称 \(text) 只能跟在 `.` 之后",
      en: "the quoted name \(text) can only follow a `.`",
      help: BilingualText(zh: "文本要用 `\"` 或 `'`。", en: "A text is quoted by `\"` or `'`."))
  }

  static func notCallable(at range: ByteRange) -> Self {
    syntax("not-callable", at: range, zh: "只有名称之后才能跟参数", en: "arguments can only follow a name")
  }

  static func notATypeName(at range: ByteRange) -> Self {
    syntax(
      "not-a-type", at: range, zh: "`{` 之前只能是类型名",
      en: "only the name of a type can stand before `{`")
  }

  static func tooDeep(limit: Int, at range: ByteRange) -> Self {
    syntax(
      "too-deep", at: range, zh: "表达式嵌套超过 \(limit) 层",
      en: "the expression nests deeper than \(limit)")
  }

  static func dateArithmetic(_ text: String, at range: ByteRange) -> Self {
    syntax(
      "date-arithmetic", at: range, zh: "`\(text)` 是减法，不是日期",
      en: "`\(text)` is a subtraction, not a date",
      help: BilingualText(
        zh: "日期写作 `date(\"\(text)\")`。", en: "A date is written `date(\"\(text)\")`."),
      severity: .warning)
  }

  // MARK: Macros

  static func presenceArgument(_ text: String, at range: ByteRange) -> Self {
    syntax(
      "has-argument", at: range, zh: "`has` 要一个字段，如 `has(a.b)`，不是 `\(text)`",
      en: "`has` takes a field, as in `has(a.b)`, not `\(text)`")
  }

  static func macroArguments(_ name: String, expected: [Int], found: Int, at range: ByteRange)
    -> Self
  {
    let zh = expected.map(String.init).joined(separator: " 或 ")
    let en = expected.map(String.init).joined(separator: " or ")
    return syntax(
      "macro-arguments", at: range, zh: "`\(name)` 要 \(zh) 个参数，这里有 \(found) 个",
      en: "`\(name)` takes \(en) argument\(expected == [1] ? "" : "s"), not \(found)")
  }

  static func blockArguments(at range: ByteRange) -> Self {
    syntax(
      "macro-arguments", at: range, zh: "`cel.block` 要一个列表和一个表达式",
      en: "`cel.block` takes a list in brackets and an expression")
  }

  static func macroVariable(_ text: String, of name: String, at range: ByteRange) -> Self {
    syntax(
      "macro-variable", at: range, zh: "`\(name)` 的变量必须是一个简单的名称，不是 `\(text)`",
      en: "the variable of `\(name)` must be a simple name, not `\(text)`")
  }

  static func repeatedVariable(_ name: String, at range: ByteRange) -> Self {
    syntax(
      "repeated-variable", at: range, zh: "两个变量都叫 `\(name)`",
      en: "both variables are named `\(name)`")
  }
}
