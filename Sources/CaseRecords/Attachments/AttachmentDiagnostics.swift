internal import SourceText

// What can be wrong with an attachment.

extension Diagnostic {
  static func malformedHash(_ text: String, at range: ByteRange) -> Self {
    Self(
      code: "malformed-hash",
      message: BilingualText(
        zh: "`\(text.shown)` 不是 SHA-256 摘要", en: "`\(text.shown)` is no SHA-256"),
      range: range,
      help: BilingualText(
        zh: "摘要是 64 位十六进制数字，可用 `sha256sum` 计算。",
        en: "It is 64 hexadecimal digits, as `sha256sum` prints them."))
  }

  static func attachmentOutside(_ path: String, byLink: Bool, at range: ByteRange) -> Self {
    Self(
      code: "attachment-outside",
      message: byLink
        ? BilingualText(
          zh: "附件 `\(path.shown)` 通过链接指向案卷文件夹之外",
          en: "the attachment `\(path.shown)` is a link that leads out of the case folder")
        : BilingualText(
          zh: "附件路径 `\(path.shown)` 不在案卷文件夹之内",
          en: "the path `\(path.shown)` does not stay inside the case folder"),
      range: range,
      help: BilingualText(
        zh: "请把附件放进案卷文件夹，写相对路径，不用 `..`。",
        en: "Put the file into the case folder and write its path from there, without `..`."))
  }

  static func attachmentMissing(_ path: String, near: String?, at range: ByteRange) -> Self {
    Self(
      code: "attachment-missing",
      message: BilingualText(
        zh: "案卷文件夹里没有附件 `\(path.shown)`",
        en: "there is no attachment `\(path.shown)` in the case folder"),
      range: range,
      help: near.map(BilingualText.didYouMean)
        ?? (path.contains("\\")
          ? BilingualText(zh: "路径请用 `/`，不用 `\\`。", en: "Write `/` in the path, not `\\`.")
          : BilingualText(zh: "请补上文件，或者更正路径。", en: "Add the file, or correct the path.")))
  }

  static func attachmentAltered(
    _ path: String, expected: String, found: String, at range: ByteRange
  ) -> Self {
    Self(
      code: "attachment-altered",
      message: BilingualText(
        zh: "附件 `\(path.shown)` 的内容与记录的摘要不符：现为 `\(found)`",
        en: "the attachment `\(path.shown)` has changed: its SHA-256 is now `\(found)`"),
      range: range,
      help: BilingualText(
        zh: "请找回原文件；确属更换的，更正摘要并说明原因。",
        en: "Restore the file; if it was replaced on purpose, correct the hash and say why."))
  }

  static func attachmentUnreadable(_ path: String, _ reason: Diagnostic, at range: ByteRange)
    -> Self
  {
    Self(
      code: "attachment-unreadable",
      message: BilingualText(
        zh: "附件 `\(path.shown)` 无法读取：\(reason.message.zh)",
        en: "the attachment `\(path.shown)` cannot be read: \(reason.message.en)"),
      range: range, help: reason.help)
  }
}
