internal import SourceText

// What a YAML document can be refused for beyond its syntax (`SyntaxMessages.swift`).

extension Diagnostic {
  static func forbiddenCharacter(_ value: UInt32, at range: ByteRange) -> Self {
    let hex = String(value, radix: 16, uppercase: true)
    let name = "U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
    let escape = value <= 0xFF ? "\\x" + name.suffix(2) : "\\u" + name.suffix(4)
    return Self(
      code: "forbidden-character",
      message: BilingualText(
        zh: "此处有看不见的字符 \(name)", en: "here is the invisible character \(name)"),
      range: range,
      help: BilingualText(
        zh: "请删去；确有需要的，在双引号内写作 `\(escape)`。",
        en: "Delete it, or write it as `\(escape)` in double quotes if it is meant."))
  }

  static func severalDocuments(at range: ByteRange) -> Self {
    Self(
      code: "several-documents",
      message: BilingualText(zh: "一个文件只能有一份文档", en: "a file holds one document only"),
      range: range,
      help: BilingualText(
        zh: "请删去 `---` 或分成两个文件。",
        en: "Delete the `---`, or make two files of it."))
  }

  static func oldVersion(_ major: Int, _ minor: Int, at range: ByteRange) -> Self {
    Self(
      code: "yaml-version",
      message: BilingualText(
        zh: "文件要求 YAML \(major).\(minor)，这里只读 YAML 1.2",
        en: "the file asks for YAML \(major).\(minor), and only YAML 1.2 is read here"),
      range: range,
      help: BilingualText(
        zh: "请删去 `%YAML` 这一行；只有 `true` 和 `false` 是真假值。",
        en: "Delete the `%YAML` line; only `true` and `false` are booleans."))
  }

  static func badDirective(at range: ByteRange) -> Self {
    Self(
      code: "bad-directive",
      message: BilingualText(
        zh: "以 `%` 开头的行是指令，这里不能用",
        en: "a line that starts with `%` is a directive, and cannot be used here"),
      range: range,
      help: BilingualText(
        zh: "请删去这一行；如果是内容，请加引号。", en: "Delete the line, or quote it if it is content."))
  }

  static func unknownTag(_ tag: String, at range: ByteRange) -> Self {
    Self(
      code: "unknown-tag",
      message: BilingualText(
        zh: "不认识标签 `\(quoted(tag))`", en: "the tag `\(quoted(tag))` is not known here"),
      range: range,
      help: BilingualText(
        zh: "以 `!` 开头的值会被当作标签；如果是表达式，请给整个值加引号。",
        en: "A value that starts with `!` is read as a tag: put the whole value in quotes."))
  }

  static func mergeKey(at range: ByteRange) -> Self {
    Self(
      code: "merge-key",
      message: BilingualText(
        zh: "YAML 1.2 没有合并键 `<<`", en: "there is no merge key `<<` in YAML 1.2"),
      range: range,
      help: BilingualText(
        zh: "请写出各个键，或用 `键: *名称` 引用整个值。",
        en: "Write the keys out, or refer to the whole value by `key: *name`."))
  }

  static func nullKey(at range: ByteRange) -> Self {
    Self(
      code: "null-key",
      message: BilingualText(zh: "此处缺少键名", en: "a key is missing here"), range: range,
      help: BilingualText(
        zh: "请写成 `键: 值`；键名就是 null 或 ~ 的，请加引号。",
        en: "Write `key: value`; a key that is the word null or ~ needs quotes."))
  }

  static func collectionKey(at range: ByteRange) -> Self {
    Self(
      code: "collection-key",
      message: BilingualText(
        zh: "键只能是文字，不能是列表或映射", en: "a key is a text, not a list or a mapping"),
      range: range,
      help: BilingualText(
        zh: "键以 `[` 或 `{` 开头的，请加引号。", en: "Quote a key that starts with `[` or `{`."))
  }

  static func unknownAlias(_ name: String, at range: ByteRange, near: String?) -> Self {
    Self(
      code: "unknown-alias",
      message: BilingualText(
        zh: "前文没有 `&\(quoted(name))`", en: "nothing before this is named `&\(quoted(name))`"),
      range: range,
      help: near.map {
        BilingualText(zh: "是不是 `*\($0)`？", en: "Did you mean `*\($0)`?")
      }
        ?? BilingualText(
          zh: "以 `*` 开头的值会被当作引用；如果是文字，请加引号。",
          en: "A value that starts with `*` is read as an alias: quote it if it is text."))
  }

  static func aliasCycle(_ name: String, at range: ByteRange) -> Self {
    Self(
      code: "alias-cycle",
      message: BilingualText(
        zh: "`*\(quoted(name))` 在它所引用的内容之中",
        en: "the alias `*\(quoted(name))` stands inside what it names"),
      range: range)
  }

  static func tooManyAliases(limit: Int, at range: ByteRange) -> Self {
    Self(
      code: "too-many-aliases",
      message: BilingualText(zh: "引用超过 \(limit) 个", en: "there are more than \(limit) aliases"),
      range: range)
  }

  static func aliasesTooLarge(limit: Int, at range: ByteRange) -> Self {
    Self(
      code: "aliases-too-large",
      message: BilingualText(
        zh: "引用展开后的文字超过 \(limit) 字节",
        en: "the text that aliases repeat is more than \(limit) bytes"),
      range: range)
  }
}
