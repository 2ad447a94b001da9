import SourceText

/// What `eval` says when it answers line by line.
enum EvalWords {
  static let commands = [":help", ":quit", ":type", ":explain", ":case", ":lang"]

  static let help = BilingualText(
    zh: """
      输入 CEL 表达式求值，或者：
        :type 表达式     只看类型
        :explain 表达式  逐层列出各部分的值
        :case 案卷       换一个案卷；不写案卷则全部事实未知
        :lang zh|en      换输出语言
        :help            本说明
        :quit            退出（也可按 Ctrl-D）
      Tab 补全名称，↑ 取回输入过的内容，Ctrl-C 放弃这一行；括号未闭合时可换行续写。
      """,
    en: """
      Type a CEL expression for its value, or:
        :type EXPR     only its type
        :explain EXPR  the value of each part
        :case PATH     another case; without a path every fact is unknown
        :lang zh|en    the language of the answers
        :help          this text
        :quit          leave, as Ctrl-D does
      Tab completes names, ↑ brings back what was typed, Ctrl-C abandons the line; while a bracket
      is open, an expression goes on over the next line.
      """)

  /// The first line of a conversation.
  static func greeting(case path: String?) -> BilingualText {
    BilingualText(
      zh: (path.map { "案卷 \($0)。" } ?? "没有案卷，全部事实未知。") + ":help 列出命令。",
      en: (path.map { "Case \($0). " } ?? "No case: every fact is unknown. ")
        + ":help lists the commands.")
  }
}

extension UsageProblem {
  static func noCommand(_ word: String, known: [String]) -> Self {
    noSuch(word, "命令", "command", listed: "可用的命令", known: known)
  }

  static func needsExpression(_ word: String) -> Self {
    Self(
      BilingualText(
        zh: "`\(word)` 后面没有表达式", en: "`\(word)` is followed by no expression"),
      help: BilingualText(
        zh: "例如 `\(word) 1 + 2`。", en: "Write it as in `\(word) 1 + 2`."))
  }

  static func cannotRead(_ path: String) -> Self {
    Self(BilingualText(zh: "无法读取 `\(path)`", en: "`\(path)` cannot be read"))
  }

  static func noLanguage(_ word: String) -> Self {
    Self(
      BilingualText(zh: "没有输出语言 `\(word)`", en: "there is no language `\(word)`"),
      help: BilingualText(zh: "请写 `zh` 或 `en`。", en: "Write `zh` or `en`."))
  }
}
