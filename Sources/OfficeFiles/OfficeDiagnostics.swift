internal import Findings
internal import SourceText

// Every message of office files, in both languages.

extension LocatedDiagnostic {
  static func tooManyRows(_ sheet: String, limit: Int) -> Self {
    whole(
      "too-many-rows", file: sheet,
      zh: "工作表 `\(sheet)` 的行数超过电子表格的上限 \(limit) 行",
      en: "the sheet `\(sheet)` has more than the \(limit) rows that spreadsheets hold",
      help: BilingualText(
        zh: "请用 `--select` 缩小规则范围，或分批评查。",
        en: "Choose fewer rules with `--select`, or fewer cases."))
  }

  static func cannotWriteOffice(_ path: String, _ reason: String) -> Self {
    let detail = reason.isEmpty ? "" : ": \(reason)"
    return whole(
      "cannot-write", file: path, zh: "无法写入 `\(path)`\(detail)",
      en: "cannot write `\(path)`\(detail)",
      help: BilingualText(
        zh: "请检查文件夹是否存在、是否可写，磁盘是否已满。",
        en: "See that the folder is there and may be written, and that the disk is not full."))
  }

  /// A diagnostic of a file as a whole.
  static func whole(
    _ code: String, file: String, zh: String, en: String, help: BilingualText? = nil
  ) -> Self {
    LocatedDiagnostic(
      diagnostic: Diagnostic(
        code: code, message: BilingualText(zh: zh, en: en), range: .none, help: help),
      place: nil, file: file)
  }
}
