internal import SourceText
internal import YAML

// What can be wrong with a path that should lead to records.

extension Diagnostic {
  static func cannotRead(_ problem: FileProblem, near: String?) -> Self {
    let question = near.map(BilingualText.didYouMean)
    switch problem {
    case .missing:
      return Self(
        code: "missing-file",
        message: BilingualText(zh: "没有这个文件或文件夹", en: "there is no such file or folder"),
        range: .none,
        help: question ?? BilingualText(zh: "请检查路径。", en: "Check the path."))
    case .denied:
      return Self(
        code: "unreadable-file",
        message: BilingualText(zh: "没有读取权限", en: "reading is not permitted"), range: .none,
        help: BilingualText(
          zh: "请修改权限，或者换有权限的用户运行。",
          en: "Change its permissions, or run as a user who may read it."))
    case .isFolder:
      return Self(
        code: "not-a-file",
        message: BilingualText(zh: "这是文件夹，不是文件", en: "this is a folder, not a file"),
        range: .none)
    case .isNoRegularFile:
      return Self(
        code: "not-a-file",
        message: BilingualText(
          zh: "这是设备、管道或套接字，不是普通文件",
          en: "this is a device, a pipe or a socket, not a regular file"),
        range: .none,
        help: BilingualText(
          zh: "从标准输入读取请写 `-`。", en: "Write `-` to read standard input."))
    case .linkLoop:
      return Self(
        code: "link-loop",
        message: BilingualText(
          zh: "符号链接绕回到自己", en: "symbolic links lead round in a circle here"),
        range: .none,
        help: BilingualText(
          zh: "请删去链接，或者让它指向实际的文件夹。",
          en: "Remove the link, or make it point at the real folder."))
    case .tooLarge(let bytes, let limit): return .tooLarge(bytes: bytes, limit: limit)
    case .system(let number):
      return Self(
        code: "unreadable-file",
        message: BilingualText(
          zh: "无法读取（系统错误 \(number)）", en: "it cannot be read (system error \(number))"),
        range: .none,
        help: BilingualText(
          zh: "请检查磁盘和网络连接。", en: "Check the disk and the network connection."))
    }
  }

  static func unknownFormat(_ name: String) -> Self {
    Self(
      code: "unknown-format",
      message: BilingualText(
        zh: "`\(name.shown)` 不是案件记录的文件类型", en: "`\(name.shown)` is no type of file for case records"
      ),
      range: .none,
      help: BilingualText(
        zh: "案件记录是案卷文件夹，或 .yaml、.yml、.json、.ndjson、.jsonl 文件。",
        en: "A case record is a case folder, or a file .yaml, .yml, .json, .ndjson or .jsonl."))
  }

  static func emptyFolder() -> Self {
    Self(
      code: "empty-folder",
      message: BilingualText(zh: "文件夹是空的", en: "the folder is empty"), range: .none,
      help: BilingualText(
        zh: "案卷文件夹里应当有 `case.yaml`。", en: "A case folder holds a file `case.yaml`."))
  }

  /// - Parameters:
  ///   - meant: A file of the folder that was probably meant to be `case.yaml`.
  ///   - file: A file of the folder that may hold records.
  static func noCaseFile(meant: String?, file: String?) -> Self {
    let help =
      if let meant {
        BilingualText(
          zh: "请把 `\(meant.shown)` 改为 `case.yaml`。", en: "Make `\(meant.shown)` a `case.yaml`.")
      } else if let file {
        BilingualText(
          zh: "案卷文件夹里应当有 `case.yaml`；要读 `\(file.shown)`，请写出它的路径。",
          en: "A case folder holds a file `case.yaml`; to read `\(file.shown)`, give its own path.")
      } else {
        BilingualText(
          zh: "案卷文件夹里应当有 `case.yaml`。", en: "A case folder holds a file `case.yaml`.")
      }
    return Self(
      code: "no-case-file",
      message: BilingualText(
        zh: "文件夹及其下级都没有 `case.yaml`", en: "there is no `case.yaml` in the folder or below it"),
      range: .none, help: help)
  }

  static func lineTooLong(limit: Int) -> Self {
    Self(
      code: "too-large",
      message: BilingualText(
        zh: "这一行超过上限 \(limit >> 20) MiB", en: "this line is over the limit of \(limit >> 20) MiB"),
      range: .none,
      help: BilingualText(
        zh: "NDJSON 一行一案，请检查是否缺少换行。",
        en: "NDJSON is one case a line: see whether line breaks are missing."))
  }

  static func noLines() -> Self {
    Self(
      code: "empty-document",
      message: BilingualText(zh: "里面没有案件记录", en: "there is no case record in it"),
      range: .none,
      help: BilingualText(zh: "NDJSON 一行一案。", en: "NDJSON is one case a line."))
  }
}
