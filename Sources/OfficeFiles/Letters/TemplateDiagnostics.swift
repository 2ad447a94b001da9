internal import Findings
internal import SourceText

// Every message of letter templates, in both languages.

extension Diagnostic {
  private static func template(
    _ code: String, zh: String, en: String, at range: ByteRange, help: BilingualText? = nil
  ) -> Self {
    Self(code: code, message: BilingualText(zh: zh, en: en), range: range, help: help)
  }

  static func tagWithoutEnd(at range: ByteRange) -> Self {
    template(
      "tag-without-end", zh: "`{{` 在本段内没有 `}}`", en: "`{{` has no `}}` in its paragraph",
      at: range,
      help: BilingualText(
        zh: "标记要在同一段内写完，如 `{{office}}`。",
        en: "Write the whole tag in one paragraph, as in `{{office}}`."))
  }

  static func tagWithoutName(at range: ByteRange) -> Self {
    template(
      "tag-without-name", zh: "标记里没有名称", en: "the tag has no name", at: range,
      help: BilingualText(zh: "写成 `{{office}}`。", en: "Write it as `{{office}}`."))
  }

  static func tagRefused(_ sign: String, at range: ByteRange) -> Self {
    template(
      "tag-not-supported", zh: "信函模板不能用 `{{\(sign)…}}`",
      en: "templates of letters have no `{{\(sign)…}}`", at: range,
      help: BilingualText(
        zh: "可用的有 `{{名称}}`、`{{#名称}}`、`{{^名称}}`、`{{/名称}}` 和 `{{! 注释}}`。",
        en: "There are `{{name}}`, `{{#name}}`, `{{^name}}`, `{{/name}}` and `{{! comment}}`."))
  }

  static func unknownName(
    _ name: String, near: String?, known: [String], at range: ByteRange
  ) -> Self {
    let list = known.map { "`\($0)`" }
    return template(
      "unknown-name", zh: "此处没有 `\(name)` 这个名称", en: "there is no `\(name)` here", at: range,
      help: near.map(BilingualText.isItPerhaps)
        ?? BilingualText(
          zh: "此处可用：\(list.joined(separator: "、"))。",
          en: "Here are \(list.joined(separator: ", "))."))
  }

  static func notAText(_ name: String, at range: ByteRange) -> Self {
    template(
      "not-a-text", zh: "`\(name)` 不是文字，不能直接打印", en: "`\(name)` is no text to print",
      at: range,
      help: BilingualText(
        zh: "写成一节：`{{#\(name)}}…{{/\(name)}}`。",
        en: "Write it as a section: `{{#\(name)}}…{{/\(name)}}`."))
  }

  static func sectionWithoutEnd(_ name: String, at range: ByteRange) -> Self {
    template(
      "section-without-end", zh: "`{{#\(name)}}` 没有 `{{/\(name)}}`",
      en: "the section `\(name)` has no `{{/\(name)}}`", at: range,
      help: BilingualText(
        zh: "在这一节末尾加上 `{{/\(name)}}`。", en: "Put `{{/\(name)}}` where it ends."))
  }

  static func endWithoutSection(_ name: String, at range: ByteRange) -> Self {
    template(
      "end-without-section", zh: "`{{/\(name)}}` 前面没有开始的一节",
      en: "`{{/\(name)}}` ends no section", at: range,
      help: BilingualText(
        zh: "在前面加上 `{{#\(name)}}`，或删去它。", en: "Put `{{#\(name)}}` before it, or take it out."))
  }

  static func wrongEnd(_ name: String, of opened: String, at range: ByteRange) -> Self {
    template(
      "wrong-end", zh: "`{{/\(name)}}` 结束不了 `\(opened)` 一节",
      en: "`{{/\(name)}}` cannot end the section `\(opened)`", at: range,
      help: BilingualText(
        zh: "先写 `{{/\(opened)}}`。", en: "Write `{{/\(opened)}}` first."))
  }

  static func sectionAcross(_ name: String, at range: ByteRange) -> Self {
    template(
      "section-across", zh: "`\(name)` 一节的开头和结尾不在同一层，例如一个在表格内、一个在表格外",
      en:
        "the section `\(name)` begins and ends at different levels, such as inside and outside of "
        + "a table",
      at: range,
      help: BilingualText(
        zh: "把两个标记放在同一表格的行里，或都放在表格外的段落里。",
        en: "Put both tags into rows of one table, or both into paragraphs outside."))
  }

  static func badTemplate(_ reason: String) -> Self {
    template(
      "bad-template", zh: "模板无法读取：\(reason)", en: "the template cannot be read: \(reason)",
      at: ByteRange(0, 0))
  }

  static func badXML(_ fault: XMLPiece.Fault) -> Self {
    let range = ByteRange(fault.range.lowerBound, fault.range.upperBound)
    let (zh, en) =
      switch fault.reason {
      case .unended: ("标记 `<` 没有结束", "`<` is never closed")
      case .unclosed(let name): ("元素 `\(name)` 没有结束", "the element `\(name)` is never ended")
      case .misplacedEnd(let name, let open):
        (
          "`</\(name)>` 放错了位置" + (open.map { "，当时打开的是 `\($0)`" } ?? ""),
          "`</\(name)>` is out of place" + (open.map { ", `\($0)` is open there" } ?? "")
        )
      }
    return template(
      "bad-xml", zh: zh, en: en, at: range,
      help: BilingualText(
        zh: "请用 Word、WPS 或 LibreOffice 重新保存该文件。",
        en: "Save the file again with Word, WPS or LibreOffice."))
  }
}

extension LocatedDiagnostic {
  static func notADocument(_ path: String, _ reason: String) -> Self {
    let detail = reason.isEmpty ? "" : ": \(reason)"
    return whole(
      "no-document", file: path, zh: "`\(path)` 不是 DOCX 文件\(detail)",
      en: "`\(path)` is no DOCX file\(detail)",
      help: BilingualText(
        zh: "请用 Word、WPS 或 LibreOffice 另存为 `.docx`。",
        en: "Save it as `.docx` with Word, WPS or LibreOffice."))
  }
}
