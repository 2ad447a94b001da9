package import SourceText

// The forms of the section `lint` of `pingcha.yaml`.

extension SourceForm {
  /// The section: a level by the code of a finding, and what stays.
  package static let lintSettings = SourceForm(
    "lint", words: BilingualText(zh: "规则检查的设置", en: "settings of `rules lint`"),
    LintChecks.notes.map { note in
      .may(note.code, .word(LintSettings.Level.self), zh: note.summary.zh, en: note.summary.en)
    } + [
      .may(
        LintSettings.ignoreKey, .list(.form(lintIgnore)), zh: "保留的发现。",
        en: "Findings that the project knows of and keeps.")
    ])

  static let lintIgnore = SourceForm(
    "lintIgnore", words: BilingualText(zh: "保留的发现", en: "a finding that stays"),
    [
      .may("rule", .text, zh: "规则编号。", en: "The id of the rule that it is in."),
      .may(
        "file", .text, zh: "规则文件夹内的其他文件。",
        en: "The file below the rules folder, for what is in no rule."),
      .must(
        "code", .word(LintChecks.notes.map(\.code)), zh: "发现的代码。", en: "The code of the finding."),
      .must("reason", .text, zh: "为什么保留。", en: "Why it is kept."),
      .may(
        "until", .someDay, zh: "保留的最后一天；不写则没有期限。",
        en: "The last day on which it is kept; one without it has no end."),
    ],
    choices: [.exactlyOne("rule", "file")])
}
