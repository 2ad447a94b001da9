internal import SourceText

// What can be wrong with the way to the rules.

extension Diagnostic {
  static func rulesFolderMissing(_ path: String, by giver: String) -> Self {
    Self(
      code: "no-rules-folder",
      message: BilingualText(
        zh: "`\(giver)` 指向的规则文件夹 `\(path)` 不存在",
        en: "there is no rules folder `\(path)`, which `\(giver)` names"),
      range: .none,
      help: BilingualText(zh: "请检查路径。", en: "Check the path."))
  }

  static func noRulesInFolder(_ path: String, by giver: String) -> Self {
    Self(
      code: "no-rules-folder",
      message: BilingualText(
        zh: "`\(giver)` 指向的 `\(path)` 不是规则文件夹：里面没有 `records` 文件夹",
        en:
          "`\(path)`, which `\(giver)` names, is no rules folder: there is no folder `records` in it"
      ),
      range: .none,
      help: BilingualText(
        zh: "请指向含有 `records` 和 `instruments.yaml` 的文件夹。",
        en: "Name the folder that holds `records` and `instruments.yaml`."))
  }

  static func noRulesAnywhere() -> Self {
    Self(
      code: "no-rules-folder",
      message: BilingualText(
        zh: "当前文件夹、其上级和程序旁边都没有规则文件夹 `Rules`",
        en: "there is no rules folder `Rules` here, above, or beside the program"),
      range: .none,
      help: BilingualText(
        zh: "请用 `--rules 文件夹` 或环境变量 `PINGCHA_RULES` 指明。",
        en: "Name it with `--rules FOLDER` or the environment variable `PINGCHA_RULES`."))
  }
}
