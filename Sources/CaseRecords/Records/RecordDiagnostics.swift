internal import SourceText
internal import WorkCalendar
internal import YAML

// What can be wrong with a record.

// MARK: - The form of a record

extension Diagnostic {
  static func notARecord(at range: ByteRange) -> Self {
    Self(
      code: "not-a-record",
      message: BilingualText(
        zh: "案件记录应当是一组章节", en: "a case record is a mapping of sections"),
      range: range,
      help: BilingualText(
        zh: "第一行写记录种类，例如 `kind: penalty`。",
        en: "Begin with its kind, as in `kind: penalty`."))
  }

  static func missingKind(_ known: [String], at range: ByteRange) -> Self {
    Self(
      code: "missing-kind",
      message: BilingualText(zh: "记录没有写明种类", en: "the record does not say its kind"),
      range: range,
      help: known.first.map {
        BilingualText(zh: "例如 `kind: \($0)`。", en: "Write it as in `kind: \($0)`.")
      })
  }

  static func unknownKind(_ kind: String, known: [String], at range: ByteRange) -> Self {
    Self(
      code: "unknown-kind",
      message: BilingualText(
        zh: "没有记录种类 `\(kind.shown)`", en: "there is no record kind `\(kind.shown)`"),
      range: range,
      help: .didYouMean(Suggestion.nearest(to: kind, among: known), orOneOf: known))
  }

  static func otherKind(_ kind: String, expected: String, at range: ByteRange) -> Self {
    Self(
      code: "unknown-kind",
      message: BilingualText(
        zh: "此处应当是 `\(expected)` 记录，不是 `\(kind.shown)`",
        en: "this should be a record of kind `\(expected)`, not `\(kind.shown)`"),
      range: range)
  }

  static func badCompleteness(_ text: String, at range: ByteRange) -> Self {
    Self(
      code: "bad-completeness",
      message: BilingualText(
        zh: "`completeness` 只能是 `closed` 或 `open`", en: "`completeness` is `closed` or `open`"),
      range: range,
      help: BilingualText(
        zh: "完整卷写 `closed`，摘录写 `open`。",
        en: "`closed` tells all that the file holds, `open` is an extract."))
  }

  static func unknownSection(_ name: String, at range: ByteRange, near: String?) -> Self {
    Self(
      code: "unknown-field",
      message: BilingualText(
        zh: "案件记录没有章节 `\(name.shown)`", en: "a case record has no section `\(name.shown)`"),
      range: range, help: near.map(BilingualText.didYouMean))
  }

  static func unknownField(_ pair: Pair, in shape: ShapeSchema) -> Self {
    let name = pair.key.text
    return Self(
      code: "unknown-field",
      message: BilingualText(
        zh: "“\(shape.label.zh)”没有字段 `\(name.shown)`",
        en: "`\(shape.name)` has no field `\(name.shown)`"),
      range: pair.keyRange,
      help: Suggestion.nearest(to: name, among: shape.fields.map(\.name))
        .map(BilingualText.didYouMean))
  }

  static func repeatedField(_ name: String, at range: ByteRange) -> Self {
    Self(
      code: "duplicate-key",
      message: BilingualText(
        zh: "`\(name.shown)` 前面已经写过", en: "`\(name.shown)` is given a second time"),
      range: range)
  }

  static func notARecordOfFields(_ shape: ShapeSchema, found node: Node) -> Self {
    wrongType(.record(shape), found: node)
  }

  static func notAList(of shape: ShapeSchema?, found node: Node) -> Self {
    let found = BilingualText.found(node)
    let example = shape.map { "[ { \($0.fields.first?.name ?? ""): … } ]" } ?? "[…]"
    return Self(
      code: "wrong-type",
      message: BilingualText(
        zh: "此处应当是列表，却是\(found.zh)", en: "a list is expected here, not \(found.en)"),
      range: node.range, help: .write(example))
  }

  static func nullInList(at range: ByteRange, orElse whole: ByteRange) -> Self {
    Self(
      code: "null-in-list",
      message: BilingualText(zh: "列表中不能有空值", en: "a list cannot hold null"),
      range: range.start == range.end ? whole : range,
      help: BilingualText(
        zh: "没有的项不要写。", en: "Leave out what is not on file."))
  }

  // MARK: - Values

  static func wrongType(_ type: FieldType, found node: Node) -> Self {
    let found = BilingualText.found(node)
    return Self(
      code: "wrong-type",
      message: BilingualText(
        zh: "此处应当是\(type.words.zh)，却是\(found.zh)",
        en: "\(type.words.en) is expected here, not \(found.en)"),
      range: node.range, help: type.help(found: node))
  }

  static func numberTooLarge(at range: ByteRange) -> Self {
    Self(
      code: "number-too-large",
      message: BilingualText(
        zh: "数字超出可以精确计算的范围", en: "the number has more digits than can be kept exactly"),
      range: range)
  }

  static func tooManyDecimals(_ decimals: Int, at range: ByteRange) -> Self {
    Self(
      code: "too-many-decimals",
      message: BilingualText(
        zh: "金额最多两位小数，此处有 \(decimals) 位",
        en: "a sum of money has two decimals at most, and this has \(decimals)"),
      range: range,
      help: BilingualText(zh: "请写到分，例如 5000.00。", en: "Write it to the cent, as in 5000.00."))
  }

  static func impossibleDate(_ text: String, _ problem: ImpreciseDate.Problem, at range: ByteRange)
    -> Self
  {
    let message =
      switch problem {
      case .form, .noSuchDay:
        BilingualText(
          zh: "没有 `\(text.shown)` 这一天", en: "there is no such day as `\(text.shown)`")
      case .noSuchMonthOrYear:
        BilingualText(
          zh: "`\(text.shown)` 中的年或月不存在", en: "there is no such year or month as in `\(text.shown)`"
        )
      case .reversed:
        BilingualText(
          zh: "`\(text.shown)` 的终点早于起点", en: "`\(text.shown)` ends before it begins")
      case .openOnBothSides:
        BilingualText(
          zh: "`\(text.shown)` 两端都不限，等于没有写",
          en: "`\(text.shown)` is open on both sides and says nothing")
      }
    return Self(code: "impossible-date", message: message, range: range)
  }

  static func impossibleTime(_ text: String, at range: ByteRange) -> Self {
    Self(
      code: "impossible-date",
      message: BilingualText(
        zh: "`\(text.shown)` 中的时刻不存在", en: "there is no such time of day as in `\(text.shown)`"),
      range: range,
      help: BilingualText(
        zh: "时刻从 00:00:00 到 23:59:59。", en: "Times run from 00:00:00 to 23:59:59."))
  }

  static func missingOffset(_ text: String, at range: ByteRange) -> Self {
    Self(
      code: "missing-offset",
      message: BilingualText(
        zh: "时间 `\(text.shown)` 没有时区", en: "the datetime `\(text.shown)` has no offset from UTC"),
      range: range,
      help: BilingualText(
        zh: "北京时间请写 `\(text.shown)+08:00`。",
        en: "In China's time it is `\(text.shown)+08:00`."))
  }

  static func unknownValue(_ text: String, of values: EnumSchema, at range: ByteRange) -> Self {
    let ids = values.entries.map(\.id)
    let list = BilingualText.didYouMean(nil, orOneOf: ids)
    var help = list
    // The label in place of the id is a likely slip.
    let near =
      values.entries.first { $0.label.zh == text || $0.label.en == text }?.id
      ?? Suggestion.nearest(to: text, among: ids)
    if let near, let list {
      let question = BilingualText.didYouMean(near)
      help = BilingualText(zh: question.zh + list.zh, en: question.en + " " + list.en)
    }
    return Self(
      code: "unknown-value",
      message: BilingualText(
        zh: "`\(values.name)` 没有值 `\(text.shown)`",
        en: "`\(values.name)` has no value `\(text.shown)`"),
      range: range, help: help)
  }

  // MARK: - Papers

  static func duplicateDocument(_ id: String, at range: ByteRange) -> Self {
    Self(
      code: "duplicate-document",
      message: BilingualText(
        zh: "卷内文件编号 `\(id.shown)` 重复", en: "the document id `\(id.shown)` is taken already"),
      range: range,
      help: BilingualText(zh: "每份文件一个编号。", en: "Give each document an id of its own."))
  }

  static func documentWithoutID(inRecordAt range: ByteRange) -> Self {
    Self(
      code: "missing-document-id",
      message: BilingualText(zh: "这份卷内文件没有 `id`", en: "this document has no `id`"),
      range: range,
      help: BilingualText(zh: "例如 `id: d01`。", en: "Write it as in `id: d01`."))
  }

  static func unknownDocument(_ id: String, at range: ByteRange, near: String?) -> Self {
    Self(
      code: "unknown-document",
      message: BilingualText(
        zh: "`documents` 中没有编号 `\(id.shown)`",
        en: "there is no document `\(id.shown)` under `documents`"),
      range: range,
      help: near.map(BilingualText.didYouMean)
        ?? BilingualText(
          zh: "请在 `documents` 中列出该文件；不在卷内的写 null。",
          en: "List it under `documents`; a paper that is not on file is null."))
  }

  static func unknownLongFormKey(_ key: String, at range: ByteRange, near: String?) -> Self {
    Self(
      code: "unknown-field",
      message: BilingualText(
        zh: "`value` 旁边不能写 `\(key.shown)`", en: "`\(key.shown)` cannot stand beside `value`"),
      range: range, help: .didYouMean(near, orOneOf: Node.longFormKeys))
  }

  static func valueMissing(at range: ByteRange) -> Self {
    Self(
      code: "missing-value",
      message: BilingualText(zh: "此处没有写 `value`", en: "the `value` itself is missing here"),
      range: range,
      help: BilingualText(
        zh: "例如 `{ value: 2025-07-01, document: d12, page: 3 }`；没有的写 `value: null`。",
        en:
          "Write it as in `{ value: 2025-07-01, document: d12, page: 3 }`; `value: null` for a fact that is not on file."
      ))
  }

  static func badPage(found node: Node) -> Self {
    let found = BilingualText.found(node)
    return Self(
      code: "wrong-type",
      message: BilingualText(
        zh: "页码应当是从 1 起的整数，却是\(found.zh)",
        en: "a page is a whole number from 1, not \(found.en)"),
      range: node.range)
  }

  // MARK: - Paths

  static func notAListOfPaths(_ key: String, at range: ByteRange) -> Self {
    Self(
      code: "wrong-type",
      message: BilingualText(
        zh: "`\(key)` 应当是字段路径的列表", en: "`\(key)` is a list of paths of facts"),
      range: range,
      help: BilingualText(
        zh: "例如 `\(key): [officers]`。", en: "Write it as in `\(key): [officers]`."))
  }

  static func notAPath(_ text: String, at range: ByteRange) -> Self {
    Self(
      code: "unknown-path",
      message: BilingualText(
        zh: "`\(text.shown)` 不是字段路径", en: "`\(text.shown)` is no path of a fact"),
      range: range,
      help: BilingualText(
        zh: "路径写作 `section.field` 或 `section[0].field`。",
        en: "A path is `section.field` or `section[0].field`."))
  }

  static func unknownPath(_ path: String, name: String, at range: ByteRange, near: String?) -> Self
  {
    Self(
      code: "unknown-path",
      message: BilingualText(
        zh: "`\(path.shown)` 中的 `\(name.shown)` 不存在",
        en: "there is no `\(name.shown)` as in `\(path.shown)`"),
      range: range, help: near.map(BilingualText.didYouMean))
  }

  static func pathNeedsIndex(_ path: String, list: String, at range: ByteRange) -> Self {
    Self(
      code: "unknown-path",
      message: BilingualText(
        zh: "`\(list.shown)` 是列表，`\(path.shown)` 须写明是哪一项",
        en: "`\(list.shown)` is a list, and `\(path.shown)` does not say which element"),
      range: range,
      help: BilingualText(
        zh: "序号从 0 起，例如 `\(list.shown)[0]`。",
        en: "Indexes count from 0, as in `\(list.shown)[0]`."))
  }

  static func pathLeadsTooFar(_ path: String, end: String, at range: ByteRange) -> Self {
    Self(
      code: "unknown-path",
      message: BilingualText(
        zh: "`\(end.shown)` 之下没有更多内容，`\(path.shown)` 不存在",
        en: "there is nothing below `\(end.shown)` as in `\(path.shown)`"),
      range: range)
  }

  static func noSuchElement(_ path: String, at range: ByteRange) -> Self {
    Self(
      code: "unknown-path",
      message: BilingualText(
        zh: "记录中没有 `\(path.shown)` 所指的项", en: "the record has no element for `\(path.shown)`"),
      range: range,
      help: BilingualText(zh: "序号从 0 起。", en: "Indexes count from 0."))
  }

  static func scalarElementMarked(_ path: String, at range: ByteRange) -> Self {
    Self(
      code: "unknown-path",
      message: BilingualText(
        zh: "`\(path.shown)` 是列表中的单个值，不能单独标记",
        en: "`\(path.shown)` is one value of a list and cannot be marked by itself"),
      range: range,
      help: BilingualText(zh: "请标记整个列表。", en: "Name the list as a whole."))
  }

  static func notAListToComplete(_ path: String, at range: ByteRange) -> Self {
    Self(
      code: "not-a-list",
      message: BilingualText(
        zh: "`complete` 只能列出列表，`\(path.shown)` 不是列表",
        en: "`complete` names lists, and `\(path.shown)` is none"),
      range: range)
  }

  static func pathTwice(_ path: String, at range: ByteRange) -> Self {
    Self(
      severity: .warning, code: "duplicate-path",
      message: BilingualText(
        zh: "`\(path.shown)` 列了两次", en: "`\(path.shown)` is listed twice"),
      range: range)
  }

  static func givenAndUnrecorded(_ path: String, at range: ByteRange) -> Self {
    Self(
      code: "given-and-unrecorded",
      message: BilingualText(
        zh: "`\(path.shown)` 已有记载，又列为未摘录",
        en: "`\(path.shown)` is given and yet listed as unrecorded"),
      range: range,
      help: BilingualText(
        zh: "请删去其中一处；null 也是记载，表示卷内没有。",
        en: "Delete one of the two; null counts as given, and says that it is not on file."))
  }
}
