package import SourceText

// Messages of reading expressions and the placeholders of messages, in both languages.

extension BilingualText {
  /// How to write an expression that YAML would read as something else.
  package static let quoteTheExpression = BilingualText(
    zh: "含有 `: ` 或 ` #`，或以 `!`、引号、`[`、`{`、`&`、`*` 开头的表达式，要用单引号括起来，或写在 `|-` 之后。",
    en: "Put an expression that holds `: ` or ` #`, or starts with `!`, a quote, `[`, `{`, `&` or "
      + "`*`, in single quotes, or write it after `|-`.")
}

extension Diagnostic {
  // MARK: Expressions

  static func expressionNotText(_ name: String, at range: ByteRange) -> Self {
    Self(
      code: "expression-not-text",
      message: BilingualText(
        zh: "YAML 没有把 `\(name)` 的表达式读成文字",
        en: "the expression of `\(name)` is not a text to YAML"),
      range: range, help: .quoteTheExpression)
  }

  static func expressionCutOff(_ name: String, at range: ByteRange) -> Self {
    Self(
      code: "expression-cut-off",
      message: BilingualText(
        zh: "YAML 把 ` #` 之后当作注释，`\(name)` 的表达式只剩前一段",
        en: "a comment, which ` #` starts in YAML, cuts off the expression of `\(name)`"),
      range: range, help: .quoteTheExpression)
  }

  static func expressionCutAtComma(_ name: String, at range: ByteRange) -> Self {
    Self(
      code: "expression-cut-off",
      message: BilingualText(
        zh: "YAML 在 `{ }` 里以逗号分隔各键，`\(name)` 的表达式只剩前一段",
        en: "a comma, which parts the keys of `{ }` in YAML, cuts off the expression of `\(name)`"),
      range: range,
      help: BilingualText(
        zh: "含有逗号的表达式要用单引号括起来，或另起一行写成 `\(name): …`。",
        en:
          "Put an expression that holds a comma in single quotes, or write `\(name): …` on a line of "
          + "its own."))
  }

  static func reservedName(_ name: String, at range: ByteRange) -> Self {
    Self(
      code: "reserved-name",
      message: BilingualText(
        zh: "`\(name)` 是 CEL 的保留字，不能用作名称",
        en: "`\(name)` is reserved in CEL and cannot be a name"),
      range: range,
      help: BilingualText(
        zh: "换一个名称。",
        en: "Choose another name."))
  }

  static func badName(_ name: String, at range: ByteRange) -> Self {
    Self(
      code: "bad-name",
      message: BilingualText(
        zh: "`\(name)` 不能用作名称", en: "`\(name)` cannot be a name"),
      range: range,
      help: BilingualText(
        zh: "名称由拉丁字母、数字和 `_` 组成，不以数字开头。",
        en: "A name is of Latin letters, digits and `_`, and does not start with a digit."))
  }

  static func nameTwice(_ name: String, at range: ByteRange) -> Self {
    Self(
      code: "name-twice",
      message: BilingualText(
        zh: "名称 `\(name)` 用了两次", en: "the name `\(name)` is given twice"),
      range: range,
      help: BilingualText(
        zh: "给其中一个换名称。",
        en: "Rename one of the two."))
  }

  // MARK: Placeholders

  static func placeholderNotClosed(at range: ByteRange) -> Self {
    Self(
      code: "placeholder-not-closed",
      message: BilingualText(zh: "占位符没有 `}`", en: "a placeholder lacks its `}`"),
      range: range,
      help: BilingualText(
        zh: "花括号本身写作 `{{` 和 `}}`。", en: "Write `{{` and `}}` for braces themselves."))
  }

  static func loneBrace(at range: ByteRange) -> Self {
    Self(
      code: "lone-brace",
      message: BilingualText(zh: "`}` 之前没有 `{`", en: "a `}` without a `{` before it"),
      range: range,
      help: BilingualText(
        zh: "花括号本身写作 `{{` 和 `}}`。", en: "Write `{{` and `}}` for braces themselves."))
  }

  static func placeholderEmpty(at range: ByteRange) -> Self {
    Self(
      code: "placeholder-empty",
      message: BilingualText(zh: "占位符没有表达式", en: "a placeholder without an expression"),
      range: range,
      help: BilingualText(
        zh: "在花括号里写表达式；花括号本身写作 `{{` 和 `}}`。",
        en: "Write an expression in it, or `{{` and `}}` for braces themselves."))
  }

  static func placeholdersDiffer(
    _ expression: String, missingIn language: Language, at range: ByteRange
  ) -> Self {
    Self(
      code: "placeholders-differ",
      message: BilingualText(
        zh: "`\(language.rawValue)` 文本没有占位符 `{\(expression)}`",
        en: "the `\(language.rawValue)` text has no placeholder `{\(expression)}`"),
      range: range,
      help: BilingualText(
        zh: "两种语言要有相同的占位符。", en: "Both languages have to have the same placeholders."))
  }
}
