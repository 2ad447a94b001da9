import RuleCompiler
import SourceText

/// Something that the user got wrong, with what to try: exit code 2.
struct UsageProblem: Error {
  var message: BilingualText
  var help: BilingualText?

  init(_ message: BilingualText, help: BilingualText? = nil) {
    self.message = message
    self.help = help
  }

  init(_ diagnostic: Diagnostic) {
    message = diagnostic.message
    help = diagnostic.help
  }

  func text(in language: Language) -> String {
    let label = language == .zh ? "错误：" : "error: "
    var text = label + message[language]
    if let help { text += "\n" + (language == .zh ? "提示：" : "help: ") + help[language] }
    return text
  }

  /// What the parser of the command line says, with an introduction in the user's language.
  static func wrongUsage(_ text: String, in language: Language) -> String {
    guard language == .zh else { return text }
    return "错误：命令行有误，说明如下；`pingcha --help` 列出用法。\n\(text)"
  }
}

extension UsageProblem {
  static func badDate(_ text: String) -> Self {
    Self(
      BilingualText(
        zh: "`\(text)` 不是日期", en: "`\(text)` is no date"),
      help: BilingualText(
        zh: "日期写作 `2024-12-31`，且须为确有的日子。",
        en: "Write it as `2024-12-31`; the day must exist."))
  }

  static func noRule(_ id: String, near: String?) -> Self {
    Self(
      BilingualText(zh: "没有规则 `\(id)`", en: "there is no rule `\(id)`"),
      help: near.map(didYouMean)
        ?? BilingualText(
          zh: "`pingcha rules list` 列出全部规则。", en: "`pingcha rules list` lists them all."))
  }

  /// A word that names none of several things: the nearest of them, or all.
  static func noSuch(
    _ word: String, _ zh: String, _ en: String, listed: String, known: [String]
  ) -> Self {
    let list = known.map { "`\($0)`" }
    return Self(
      BilingualText(zh: "没有\(zh) `\(word)`", en: "there is no \(en) `\(word)`"),
      help: Suggestion.nearest(to: word, among: known).map(didYouMean)
        ?? BilingualText(
          zh: "\(listed)：\(list.joined(separator: "、"))。",
          en: "There are \(list.joined(separator: ", "))."))
  }

  static func noVerb(_ word: String, known: [String]) -> Self {
    noSuch(word, "命令", "verb", listed: "可用的命令", known: known)
  }

  static func ruleHasErrors(_ id: String) -> Self {
    Self(
      BilingualText(zh: "规则 `\(id)` 有错误", en: "the rule `\(id)` has errors"),
      help: BilingualText(
        zh: "`pingcha rules lint` 列出错误。", en: "`pingcha rules lint` lists them."))
  }

  /// Why a rule that was asked for is not there.
  static func missing(_ id: String, in loaded: LoadedRules) -> Self {
    loaded.source.rules.contains { $0.id.text == id }
      ? ruleHasErrors(id) : noRule(id, near: loaded.ruleID(near: id))
  }

  static func didYouMean(_ name: String) -> BilingualText {
    BilingualText(zh: "您要写的是不是 `\(name)`？", en: "Did you mean `\(name)`?")
  }

  static func unknownFormat(_ name: String, known: [String], near: String?) -> Self {
    let list = known.map { "`\($0)`" }
    return Self(
      BilingualText(zh: "没有输出格式 `\(name)`", en: "there is no format `\(name)`"),
      help: near.map(didYouMean)
        ?? BilingualText(
          zh: "可用的格式：\(list.joined(separator: "、"))。",
          en: "There are \(list.joined(separator: ", "))."))
  }

  static func twoFormatsOnOutput() -> Self {
    Self(
      BilingualText(
        zh: "标准输出只能用一种格式", en: "only one format can go to standard output"),
      help: BilingualText(
        zh: "其余格式请写入文件，例如 `--format json=review.json`。",
        en: "Give the others a file, as in `--format json=review.json`."))
  }

  static func noFileName(_ format: String) -> Self {
    Self(
      BilingualText(
        zh: "`--format \(format)=` 后面没有文件名", en: "`--format \(format)=` names no file"),
      help: BilingualText(
        zh: "请写文件名，或者去掉 `=` 输出到标准输出。",
        en: "Name one, or leave `=` out to write to standard output."))
  }

  static func fileTwice(_ path: String) -> Self {
    Self(
      BilingualText(
        zh: "两种格式都写入 `\(path)`", en: "two formats are to be written to `\(path)`"),
      help: BilingualText(zh: "请各写一个文件。", en: "Give each a file of its own."))
  }

  static func cannotWrite(_ path: String) -> Self {
    Self(
      BilingualText(zh: "无法写入 `\(path)`", en: "`\(path)` cannot be written"),
      help: BilingualText(
        zh: "请检查文件夹是否存在、是否有写入权限。",
        en: "See whether its folder exists and may be written to."))
  }

  static func needsCase() -> Self {
    Self(
      BilingualText(
        zh: "没有案卷就无法求值", en: "it cannot be evaluated without a case"),
      help: BilingualText(zh: "请写 `--case 案卷`。", en: "Name one with `--case`."))
  }

  static func severalCases(_ path: String) -> Self {
    Self(
      BilingualText(
        zh: "`\(path)` 不是一个案卷", en: "`\(path)` is not one case"),
      help: BilingualText(
        zh: "请写一个案卷文件夹，或一个记录文件。",
        en: "Name one case folder, or a file with one record."))
  }

  static func ruleOfAnotherKind(_ id: String, kind: String) -> Self {
    Self(
      BilingualText(
        zh: "规则 `\(id)` 不适用于 `\(kind)` 类记录",
        en: "the rule `\(id)` is not about records of the kind `\(kind)`"))
  }

  static func noFamily(_ name: String, known: [String]) -> Self {
    noSuch(name, "规则类别", "family", listed: "现有类别", known: known)
  }

  static func noKind(_ name: String, known: [String]) -> Self {
    noSuch(name, "记录类型", "record kind", listed: "现有类型", known: known)
  }

  static func noStandard(_ id: String, known: [String]) -> Self {
    noSuch(id, "评分标准", "standard", listed: "现有标准", known: known)
  }

  static func standardHasErrors(_ id: String) -> Self {
    Self(
      BilingualText(zh: "评分标准 `\(id)` 有错误", en: "the standard `\(id)` has errors"),
      help: BilingualText(
        zh: "`pingcha rules lint` 列出错误。", en: "`pingcha rules lint` lists them."))
  }

  static func noDefaultStandard(known: [String]) -> Self {
    let list = known.map { "`\($0)`" }
    return Self(
      BilingualText(zh: "没有默认的评分标准", en: "there is no default standard"),
      help: known.isEmpty
        ? BilingualText(
          zh: "在规则文件夹的 `standards` 中放一份标准。",
          en: "Put one into the folder `standards` of the rules.")
        : BilingualText(
          zh: "用 `--standard` 指明：\(list.joined(separator: "、"))。",
          en: "Name one with `--standard`: \(list.joined(separator: ", "))."))
  }

  static func noFileName(option: String) -> Self {
    Self(
      BilingualText(zh: "`\(option)` 后面没有文件名", en: "`\(option)` names no file"),
      help: BilingualText(zh: "请写文件名。", en: "Name one."))
  }

  /// Nothing begins like this: the nearest id, or beginning of one that ends before a dot.
  static func noPrefix(_ prefix: String, among names: [String], in loaded: LoadedRules) -> Self {
    if loaded.source.rules.contains(where: { $0.id.text == prefix }) {
      return ruleHasErrors(prefix)
    }
    var beginnings: Set<String> = []
    for name in names {
      for (place, byte) in zip(name.utf8.indices, name.utf8) where byte == UInt8(ascii: ".") {
        beginnings.insert(String(name[..<place]))
      }
    }
    let near = Suggestion.nearest(to: prefix, among: beginnings.sorted() + names)
    return noRule(prefix, near: near ?? loaded.ruleID(near: prefix))
  }

  static func badThreshold(_ number: Double) -> Self {
    Self(
      BilingualText(
        zh: "`--threshold \(number.plainText)` 不是百分比",
        en: "`--threshold \(number.plainText)` is no percentage"),
      help: BilingualText(zh: "请写 0 到 100 之间的数。", en: "Give a number from 0 to 100."))
  }

  static func badJobs(_ number: Int) -> Self {
    Self(
      BilingualText(
        zh: "`--jobs \(number)` 无法执行", en: "`--jobs \(number)` is nothing to work with"),
      help: BilingualText(zh: "请写 1 或更大的数。", en: "Give 1 or more."))
  }

  static func noRepository(_ folder: String) -> Self {
    Self(
      BilingualText(
        zh: "`\(folder)` 不在 git 仓库中，或没有 git",
        en: "`\(folder)` is in no git repository, or there is no git"),
      help: BilingualText(
        zh: "不写 `--changed` 和 `--since`，即测全部规则。",
        en: "Leave `--changed` and `--since` out to take all rules."))
  }

  static func noRevision(_ revision: String) -> Self {
    Self(
      BilingualText(
        zh: "git 没有版本 `\(revision)`", en: "git knows no revision `\(revision)`"),
      help: BilingualText(
        zh: "请写分支、标签或提交。", en: "Name a branch, a tag or a commit."))
  }

  static func changedAndSince() -> Self {
    Self(
      BilingualText(
        zh: "`--changed` 和 `--since` 只能写一个",
        en: "only one of `--changed` and `--since` can be given"),
      help: BilingualText(
        zh: "`--changed` 即 `--since HEAD`。", en: "`--changed` is `--since HEAD`."))
  }
}

extension Double {
  /// A whole number without a point: `90`.
  var plainText: String {
    rounded() == self && magnitude < 1e15 ? String(Int64(self)) : description
  }
}
