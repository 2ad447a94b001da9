package import SourceText

// What a document can be refused for, in YAML and in JSON alike. What only one of them knows is in
// `YAMLMessages.swift` and `JSONMessages.swift`.

extension Diagnostic {
  /// Also for callers who know the size before they read.
  package static func tooLarge(bytes: Int, limit: Int) -> Self {
    Self(
      code: "too-large",
      message: BilingualText(
        zh: "文件有 \(megabytes(bytes))，超过上限 \(megabytes(limit))",
        en: "the file has \(megabytes(bytes)), over the limit of \(megabytes(limit))"),
      range: .none,
      help: BilingualText(
        zh: "请拆成较小的文件；大批案件可以用 NDJSON，一行一案。",
        en: "Split it; a large batch of cases can be NDJSON, one case a line."))
  }

  private static func megabytes(_ bytes: Int) -> String {
    bytes < 1 << 20 ? "\(bytes) B" : "\((bytes + (1 << 20) - 1) >> 20) MiB"
  }

  static func notText(kind: String?, at range: ByteRange) -> Self {
    Self(
      code: "not-text",
      message: kind.map {
        BilingualText(zh: "这是 \($0) 文件，不是文本", en: "this is a file of type \($0), not a text")
      } ?? BilingualText(zh: "这是二进制文件，不是文本", en: "this is a binary file, not a text"),
      range: range)
  }

  static func notUTF8(_ encoding: String, at range: ByteRange) -> Self {
    Self(
      code: "not-utf8",
      message: BilingualText(
        zh: "文件的编码是 \(encoding)，不是 UTF-8", en: "the file is in \(encoding), not in UTF-8"),
      range: range,
      help: BilingualText(zh: "请另存为 UTF-8。", en: "Save it as UTF-8."))
  }

  static func invalidUTF8(at range: ByteRange) -> Self {
    Self(
      code: "invalid-utf8",
      message: BilingualText(zh: "此处的字节不是 UTF-8", en: "these bytes are not UTF-8"),
      range: range,
      help: BilingualText(
        zh: "文件可能是 GBK 或 GB18030 编码，请另存为 UTF-8。",
        en: "The file may be in GBK or GB18030: save it as UTF-8."))
  }

  static func emptyDocument(at range: ByteRange) -> Self {
    Self(
      code: "empty-document",
      message: BilingualText(zh: "文件里没有内容", en: "there is nothing in this document"),
      range: range)
  }

  static func duplicateKey(_ key: String, at range: ByteRange, firstLine: Int) -> Self {
    Self(
      code: "duplicate-key",
      message: BilingualText(
        zh: "同一处有两个 `\(quoted(key))`", en: "the key `\(quoted(key))` stands here twice"),
      range: range,
      help: BilingualText(
        zh: "第一个在第 \(firstLine) 行，只能保留一个。",
        en: "The first one is on line \(firstLine); keep one of them."))
  }

  static func tooDeep(limit: Int, at range: ByteRange) -> Self {
    Self(
      code: "too-deep",
      message: BilingualText(
        zh: "嵌套超过 \(limit) 层", en: "lists and mappings are nested more than \(limit) deep"),
      range: range)
  }

  static func tooManyNodes(limit: Int, at range: ByteRange) -> Self {
    Self(
      code: "too-many-nodes",
      message: BilingualText(
        zh: "到此处已超过 \(limit) 个值（引用按展开计算）",
        en: "from here on there are more than \(limit) values, aliases counted in full"),
      range: range)
  }

  static func tooManyProblems(limit: Int, at range: ByteRange) -> Self {
    Self(
      code: "too-many-problems",
      message: BilingualText(
        zh: "已有 \(limit) 个问题，不再往下读", en: "\(limit) problems so far: reading stops here"),
      range: range)
  }

  /// Returns the author's words fit for a message: one line, not too long, no backtick.
  static func quoted(_ text: some StringProtocol) -> String {
    var words = String.UnicodeScalarView()
    for scalar in text.unicodeScalars.prefix(61) {
      words.append(scalar.value < 0x20 ? " " : scalar == "`" ? "'" : scalar)
    }
    if words.count > 60 {
      words.removeLast()
      words.append("…")
    }
    return String(words)
  }
}
