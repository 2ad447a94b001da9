internal import SourceText

// What can be wrong with a schema.

extension [Diagnostic] {
  /// By place; diagnostics of one place keep their order.
  var inOrder: [Diagnostic] {
    enumerated().sorted {
      ($0.element.range.start, $0.offset) < ($1.element.range.start, $1.offset)
    }.map(\.element)
  }

  var haveErrors: Bool { contains { $0.severity == .error } }
}

extension BilingualText {
  static func didYouMean(_ name: String) -> BilingualText {
    BilingualText(zh: "是否想写 `\(name)`？", en: "Did you mean `\(name)`?")
  }

  /// “Did you mean …?”, or else what there is to choose from.
  static func didYouMean(_ name: String?, orOneOf known: [String]) -> BilingualText? {
    if let name { return didYouMean(name) }
    guard !known.isEmpty else { return nil }
    let names = known.map { "`\($0)`" }
    return BilingualText(
      zh: "可以写：\(names.joined(separator: "、"))。", en: "It may be \(names.joined(separator: ", ")).")
  }
}

extension Diagnostic {
  static func notAMapping(_ what: BilingualText, at range: ByteRange) -> Self {
    Self(
      code: "wrong-shape",
      message: BilingualText(
        zh: "\(what.zh)应当是键值组", en: "\(what.en) is a mapping of keys to values"),
      range: range)
  }

  static func notAMapping(_ key: String, at range: ByteRange) -> Self {
    notAMapping(BilingualText(zh: "`\(key)` ", en: "`\(key)`"), at: range)
  }

  static func notAList(_ key: String, at range: ByteRange) -> Self {
    Self(
      code: "wrong-shape",
      message: BilingualText(zh: "`\(key)` 应当是列表", en: "`\(key)` is a list"), range: range)
  }

  static func notAText(at range: ByteRange) -> Self {
    Self(
      code: "wrong-shape",
      message: BilingualText(zh: "此处应当是一段文字", en: "a text is expected here"), range: range)
  }

  static func emptyList(_ key: String, at range: ByteRange) -> Self {
    Self(
      code: "empty-list",
      message: BilingualText(zh: "`\(key)` 下一项也没有", en: "there is nothing under `\(key)`"),
      range: range)
  }

  static func unknownKey(
    _ key: String, in what: BilingualText, at range: ByteRange, near: String?, known: [String]
  ) -> Self {
    Self(
      code: "unknown-key",
      message: BilingualText(zh: "\(what.zh)没有键 `\(key)`", en: "\(what.en) has no key `\(key)`"),
      range: range, help: .didYouMean(near, orOneOf: known))
  }

  static func missingKey(_ key: String, at range: ByteRange) -> Self {
    Self(
      code: "missing-key",
      message: BilingualText(zh: "此处缺少键 `\(key)`", en: "the key `\(key)` is missing here"),
      range: range)
  }

  static func duplicateName(_ name: String, at range: ByteRange) -> Self {
    Self(
      code: "duplicate-name",
      message: BilingualText(zh: "`\(name)` 前面已经有了", en: "`\(name)` is there already"),
      range: range)
  }

  static func badName(_ name: String, at range: ByteRange) -> Self {
    Self(
      code: "bad-name",
      message: BilingualText(
        zh: "`\(name)` 不能在表达式中用作名称", en: "`\(name)` cannot be a name in an expression"),
      range: range,
      help: BilingualText(
        zh: "请用小写字母、数字和下划线，例如 `made_on`。",
        en: "Use lower-case letters, digits and underscores, such as `made_on`."))
  }

  static func reservedName(_ name: String, at range: ByteRange) -> Self {
    Self(
      code: "reserved-name",
      message: BilingualText(
        zh: "`\(name)` 是保留的名称", en: "`\(name)` is a name that is taken already"),
      range: range, help: BilingualText(zh: "请换一个名称。", en: "Choose another name."))
  }

  static func notOneOf(_ words: [String], _ found: String, at range: ByteRange) -> Self {
    Self(
      code: "wrong-word",
      message: BilingualText(
        zh: "此处只能写 \(words.map { "`\($0)`" }.joined(separator: " 或 "))",
        en: "only \(words.map { "`\($0)`" }.joined(separator: " or ")) can stand here"),
      range: range,
      help: Suggestion.nearest(to: found, among: words).map(BilingualText.didYouMean))
  }

  static func badRole(
    _ role: String, _ path: String, wanted: String, at range: ByteRange, near: String?
  ) -> Self {
    Self(
      code: "bad-role",
      message: BilingualText(
        zh: "`\(path)` 不能作为 `\(role)`：没有这样的字段，或者类型不是 \(wanted)",
        en:
          "`\(path)` cannot be the `\(role)`: there is no such field, or its type is not \(wanted)"),
      range: range, help: near.map(BilingualText.didYouMean))
  }

  static func unknownType(_ type: String, at range: ByteRange, near: String?) -> Self {
    Self(
      code: "unknown-type",
      message: BilingualText(zh: "没有类型 `\(type)`", en: "there is no type `\(type)`"),
      range: range,
      help: near.map(BilingualText.didYouMean)
        ?? BilingualText(
          zh: "可以写 \(SchemaPass.scalarTypes.joined(separator: "、"))、enum:名称、record:结构、list:类型。",
          en:
            "It may be \(SchemaPass.scalarTypes.joined(separator: ", ")), enum:NAME, record:SHAPE or list:TYPE."
        ))
  }

  static func listInList(_ type: String, at range: ByteRange) -> Self {
    Self(
      code: "unknown-type",
      message: BilingualText(
        zh: "`\(type)` 是列表的列表，没有这种类型", en: "`\(type)` is a list of lists, which no field can be"),
      range: range,
      help: BilingualText(
        zh: "请定义一个含列表的结构，再写 `list:结构`。",
        en: "Describe a shape that holds the inner list, and write `list:SHAPE`."))
  }

  static func unknownShape(_ name: String, at range: ByteRange, near: String?) -> Self {
    Self(
      code: "unknown-shape",
      message: BilingualText(
        zh: "`shapes` 下没有 `\(name)`", en: "there is no `\(name)` under `shapes`"),
      range: range, help: near.map(BilingualText.didYouMean))
  }

  static func unknownEnum(_ name: String, at range: ByteRange, near: String?) -> Self {
    Self(
      code: "unknown-enum",
      message: BilingualText(
        zh: "`enums` 下没有 `\(name)`", en: "there is no `\(name)` under `enums`"),
      range: range, help: near.map(BilingualText.didYouMean))
  }

  static func unknownNature(_ name: String, at range: ByteRange, near: String?) -> Self {
    Self(
      code: "unknown-nature",
      message: BilingualText(
        zh: "`natures` 下没有 `\(name)`", en: "there is no `\(name)` under `natures`"),
      range: range, help: near.map(BilingualText.didYouMean))
  }

  static func shapeInItself(_ name: String, at range: ByteRange) -> Self {
    Self(
      code: "recursive-shape",
      message: BilingualText(zh: "结构 `\(name)` 包含它自己", en: "the shape `\(name)` holds itself"),
      range: range)
  }

  static func documentInDocument(at range: ByteRange) -> Self {
    Self(
      code: "recursive-shape",
      message: BilingualText(zh: "卷内文件不能引用卷内文件", en: "a document cannot refer to a document"),
      range: range)
  }

  static func documentWithoutID(at range: ByteRange) -> Self {
    Self(
      code: "missing-key",
      message: BilingualText(
        zh: "结构 `Document` 须有 text 类型的字段 `id`",
        en: "the shape `Document` needs a field `id` of type text"),
      range: range)
  }

  static func keyOfRecord(_ section: String, at range: ByteRange) -> Self {
    Self(
      code: "key-without-list",
      message: BilingualText(
        zh: "`\(section)` 不是列表，不需要 `key`", en: "`\(section)` is no list and needs no `key`"),
      range: range)
  }

  static func keyIsNoField(_ name: String, at range: ByteRange, near: String?) -> Self {
    Self(
      code: "unknown-key-field",
      message: BilingualText(
        zh: "`key` 指定的 `\(name)` 不是字段", en: "`key` names `\(name)`, which is no field here"),
      range: range, help: near.map(BilingualText.didYouMean))
  }

  static func keyIsPersonal(_ name: String, at range: ByteRange) -> Self {
    Self(
      code: "personal-key",
      message: BilingualText(
        zh: "`\(name)` 是个人信息，不能作 `key`", en: "`\(name)` is personal data and cannot be the `key`"),
      range: range,
      help: BilingualText(
        zh: "`key` 会进入问题指纹；请换一个字段，或者去掉 `key`，用序号区分。",
        en:
          "The key goes into fingerprints: choose another field, or leave `key` out and the index does."
      ))
  }

  static func keyIsNoScalar(_ name: String, at range: ByteRange) -> Self {
    Self(
      code: "unknown-key-field",
      message: BilingualText(
        zh: "`\(name)` 不是单个值，不能作 `key`", en: "`\(name)` is no single value and cannot be the `key`"),
      range: range)
  }

  static func oneLanguage(missing language: String, of name: String, at range: ByteRange) -> Self {
    Self(
      severity: .warning, code: "missing-label",
      message: BilingualText(
        zh: "`\(name)` 缺少 `\(language)` 标签", en: "`\(name)` has no label `\(language)`"),
      range: range)
  }
}
