import Findings
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

  /// A problem of a file that the command line named or needs, with its place.
  init(_ located: LocatedDiagnostic) {
    self.init(located.diagnostic)
    let place = located.place.map { "\($0.file):\($0.line):\($0.column): " } ?? ""
    message = BilingualText(zh: place + message.zh, en: place + message.en)
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

  static func formatNeedsFile(_ format: String) -> Self {
    Self(
      BilingualText(
        zh: "格式 `\(format)` 不能写到标准输出",
        en: "the format `\(format)` cannot go to standard output"),
      help: BilingualText(
        zh: "请写入文件：`--format \(format)=文件名`。",
        en: "Give it a file, as in `--format \(format)=FILE`."))
  }

  static func noLetterSettings(_ path: String) -> Self {
    Self(
      BilingualText(
        zh: "信函所需的 `\(path)` 不存在或有错误",
        en: "`\(path)`, which letters need, is not there or has errors"),
      help: BilingualText(
        zh: "见 Documentation/letters.md；`pingcha rules lint` 指出其中的错误。",
        en: "See Documentation/letters.md; `pingcha rules lint` tells its errors."))
  }

  static func noTemplate(_ path: String) -> Self {
    Self(
      BilingualText(zh: "没有信函模板 `\(path)`", en: "there is no template `\(path)`"),
      help: BilingualText(
        zh: "放一个 DOCX 文件在那里，见 Documentation/letters.md。",
        en: "Put a DOCX file there; Documentation/letters.md says how."))
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

  static func noFolderName(option: String) -> Self {
    Self(
      BilingualText(zh: "`\(option)` 后面没有文件夹", en: "`\(option)` names no folder"),
      help: BilingualText(zh: "请写文件夹。", en: "Name one."))
  }

  static func noCases(_ path: String) -> Self {
    Self(
      BilingualText(
        zh: "`\(path)` 里没有案卷文件夹", en: "there is no case folder in `\(path)`"),
      help: BilingualText(
        zh: "请指向含有 `case.yaml` 的文件夹，或其上级。",
        en: "Name a folder with a `case.yaml`, or one above it."))
  }

  static func badRuleID(_ id: String) -> Self {
    Self(
      BilingualText(zh: "`\(id)` 不是规则编号", en: "`\(id)` is no rule id"),
      help: BilingualText(
        zh: "写作 `类型.类别.名称`，用小写字母、数字和连字符，例如 `penalty.service.receipt-dated`。",
        en: "Write `kind.family.slug` in lower-case letters, digits and hyphens, "
          + "as in `penalty.service.receipt-dated`."))
  }

  static func ruleExists(_ id: String, in path: String) -> Self {
    Self(
      BilingualText(
        zh: "规则 `\(id)` 已经有了：`\(path)`", en: "there is a rule `\(id)` already: `\(path)`"),
      help: BilingualText(zh: "请换一个编号，或者修改那条规则。", en: "Choose another id, or edit that rule."))
  }

  static func idWasUsed(_ id: String, by rule: String) -> Self {
    Self(
      BilingualText(
        zh: "`\(id)` 是 `\(rule)` 的曾用编号", en: "`\(id)` is a former id of `\(rule)`"),
      help: BilingualText(
        zh: "编号不重复使用，请换一个。", en: "Ids are never used again: choose another."))
  }

  static func missingOptions(_ names: [String]) -> Self {
    let list = names.map { "`\($0)`" }
    return Self(
      BilingualText(
        zh: "缺少 \(list.joined(separator: "、"))", en: "\(list.joined(separator: ", ")) missing"),
      help: BilingualText(
        zh: "请在命令行上写出，或者在终端上运行，逐项回答。",
        en: "Give it on the command line, or run this on a terminal and be asked."))
  }

  static func emptyOption(_ name: String) -> Self {
    Self(
      BilingualText(zh: "`\(name)` 是空的", en: "`\(name)` is empty"),
      help: BilingualText(zh: "请写一句话。", en: "Write a sentence."))
  }

  static func badCite(_ text: String) -> Self {
    Self(
      BilingualText(zh: "`--cites \(text)` 不是条文", en: "`--cites \(text)` is no provision"),
      help: BilingualText(
        zh: "写作 `文件编号:条`，例如 `apl-2021:第六十条`。",
        en: "Write `instrument:article`, as in `apl-2021:第六十条`."))
  }

  static func noInstrument(_ id: String, known: [String]) -> Self {
    let near = Suggestion.nearest(to: id, among: known)
    return Self(
      BilingualText(
        zh: "instruments.yaml 中没有 `\(id)`", en: "`instruments.yaml` has no `\(id)`"),
      help: near.map(didYouMean)
        ?? BilingualText(zh: "请先登记该文件。", en: "Enter it there first."))
  }

  static func noFirstDay(_ instruments: [String]) -> Self {
    let list = instruments.map { "`\($0)`" }
    return Self(
      BilingualText(
        zh: "登记中没有写明 \(list.joined(separator: "、")) 的施行日期",
        en: "the registry does not say since when \(list.joined(separator: ", ")) is in force"),
      help: BilingualText(
        zh: "请用 `--from` 写出规则的施行首日。", en: "Give the first day of the rule with `--from`."))
  }

  static func draftDoesNotCompile(_ id: String) -> Self {
    Self(
      BilingualText(
        zh: "这样写的规则 `\(id)` 有错误，没有写出", en: "the rule `\(id)` would not compile; nothing was written"
      ),
      help: BilingualText(
        zh: "请看上面的错误；`--basis` 须是记录中的日期。",
        en: "See above; `--basis` has to be a date of the record."))
  }

  static func excludingOptions(_ one: String, _ other: String) -> Self {
    Self(
      BilingualText(
        zh: "`\(one)` 与 `\(other)` 不能并用", en: "`\(one)` and `\(other)` exclude each other"),
      help: BilingualText(zh: "请只写一个。", en: "Give one of them."))
  }

  static func noSchema(_ name: String, known: [String]) -> Self {
    noSuch(name, "格式", "schema", listed: "现有格式", known: known)
  }

  static func whichKind(known: [String]) -> Self {
    let list = known.map { "`\($0)`" }
    return Self(
      BilingualText(zh: "记录类型不止一种", en: "there are several record kinds"),
      help: BilingualText(
        zh: "用 `--kind` 指明：\(list.joined(separator: "、"))。",
        en: "Name one with `--kind`: \(list.joined(separator: ", "))."))
  }

  static func kindOfNoRecord() -> Self {
    Self(
      BilingualText(
        zh: "只有 `record` 才有 `--kind`", en: "`--kind` goes with `record` alone"),
      help: BilingualText(zh: "请去掉 `--kind`。", en: "Leave `--kind` out."))
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
        zh: "版本须属于规则所在的仓库；写文件夹，或不写 `--changed`、`--since`，则不需要仓库。",
        en:
          "Revisions are those of the repository that holds the rules; folders, and a run without `--changed` and `--since`, need none."
      ))
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

extension UsageProblem {
  static func noSide(_ name: String) -> Self {
    Self(
      BilingualText(
        zh: "`\(name)` 既不是规则文件夹，也不是 git 的版本",
        en: "`\(name)` is neither a rules folder nor a revision of git"),
      help: BilingualText(
        zh: "请写含有 `records` 的文件夹，或分支、标签、提交。",
        en: "Name a folder that holds `records`, or a branch, a tag or a commit."))
  }

  static func noDeclarations(_ path: String) -> Self {
    Self(
      BilingualText(zh: "读不出申报文件 `\(path)`", en: "the file `\(path)` of --declared cannot be read"),
      help: BilingualText(
        zh: "每行写 `Rule-Change: 规则编号: 理由`。",
        en: "Each line of it reads `Rule-Change: RULE: WHY`."))
  }
}
