internal import SourceText

// Messages of reading the exceptions of `proof.yaml`, in both languages.

extension Diagnostic {
  static func notOneOf(_ keys: [String], given: Int, at range: ByteRange) -> Self {
    let what = BilingualText(
      zh: quoted(keys, separator: "、"), en: quoted(keys, separator: ", "))
    return Self(
      code: given == 0 ? "missing-key" : "keys-exclude",
      message: given == 0
        ? BilingualText(
          zh: "应写 \(what.zh) 中的一个", en: "it needs one of \(what.en)")
        : BilingualText(
          zh: "\(what.zh) 只能写其中一个", en: "only one of \(what.en) can be given"),
      range: range,
      help: BilingualText(
        zh: "一个条目说一件事。", en: "An entry is about one thing."))
  }

  /// An exception about a rule, definition or field that there is not.
  static func exceptionOfNothing(
    _ subject: ProofSource.Subject, near: String?, at range: ByteRange
  ) -> Self {
    let thing =
      switch subject {
      case .rule: BilingualText(zh: "规则", en: "rule")
      case .definition: BilingualText(zh: "定义", en: "definition")
      case .field: BilingualText(zh: "字段", en: "field")
      }
    return Self(
      severity: .warning, code: "exception-of-nothing",
      message: BilingualText(
        zh: "没有\(thing.zh) `\(subject.name)`", en: "there is no \(thing.en) `\(subject.name)`"),
      range: range,
      help: near.map(didYouMean)
        ?? BilingualText(zh: "删去这个条目。", en: "Take the entry out."))
  }
}
