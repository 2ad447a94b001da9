package import SourceText

/// The page of a check, as text for a terminal, and all of them as Markdown.
package enum LintPage {
  /// The page that `--explain` prints.
  package static func text(of note: LintNote, in language: Language) -> String {
    let isChinese = language == .zh
    var lines = ["\(note.code) — \(note.summary[language])", ""]
    lines.append(
      (isChinese ? "级别：" : "Severity: ") + level(note.severity)[language]
        + (note.hasFix
          ? (isChinese ? "；`--fix` 可以修复" : "; `--fix` puts it right") : ""))
    lines += ["", note.explanation[language], ""]
    lines.append(isChinese ? "会被指出：" : "Is told:")
    lines += example(note.breaking, isChinese, isMarked: true).map { "  \($0)" }
    lines += ["", isChinese ? "这样写：" : "Is not:"]
    lines += example(note.sound, isChinese, isMarked: false).map { "  \($0)" }
    lines += ["", isChinese ? "在 pingcha.yaml 里设置级别：" : "Set its level in pingcha.yaml:"]
    lines.append("  lint: { \(note.code): off }")
    return lines.joined(separator: "\n") + "\n"
  }

  /// One line a check, for `--list`.
  package static func list(in language: Language) -> String {
    let notes = LintChecks.notes
    let width = notes.map(\.code.utf8.count).max() ?? 0
    return LintTopic.allCases.map { topic in
      ([topic.title[language]]
        + notes.filter { $0.topic == topic }.map { note in
          let padding = String(repeating: " ", count: width - note.code.utf8.count)
          let word = note.severity.rawValue
          let gap = String(repeating: " ", count: 8 - word.utf8.count)
          let mark = note.hasFix ? "fix " : "    "
          return "  \(note.code)\(padding)  \(word)\(gap) \(mark) \(note.summary[language])"
        }).joined(separator: "\n")
    }.joined(separator: "\n\n") + "\n"
  }

  /// `Documentation/lint.md`.
  package static var markdown: String {
    var lines = [
      "# Checks of `pingcha rules lint`", "",
      "Written from the checks themselves; do not edit. `pingcha rules lint --explain CODE` prints a page in "
        + "either language.", "",
      "What loading refuses (a shape, a name, a type that is wrong) is an error and not listed here. The level of "
        + "a check is set in the project's `pingcha.yaml`, which also names findings that stay:",
      "",
      "```yaml", "lint:", "  citation-order: warning          # off | info | warning | error",
      "  ignore:",
      "    - { rule: penalty.service.mail, code: title-too-long, reason: the form calls it so, until: 2026-12-31 }",
      "    - { file: parameters/notice.yaml, code: parameter-gap, reason: no text was in force }",
      "```", "",
      "| code | level | fix | what is told |", "|---|---|---|---|",
    ]
    let notes = LintChecks.notes
    lines += notes.map {
      "| [\($0.code)](#\($0.code)) | \($0.severity.rawValue) | \($0.hasFix ? "yes" : "") | \($0.summary.en) · \($0.summary.zh) |"
    }
    for topic in LintTopic.allCases {
      lines += ["", "## \(topic.title.en) · \(topic.title.zh)"]
      for note in notes where note.topic == topic {
        lines += ["", "### \(note.code)", "", note.explanation.en, "", note.explanation.zh, ""]
        lines += ["Is told:", "", "```yaml"] + example(note.breaking, false, isMarked: true)
        lines += ["```", "", "Is not:", "", "```yaml"]
        lines += example(note.sound, false, isMarked: false) + ["```"]
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  package static func level(_ severity: Diagnostic.Severity) -> BilingualText {
    switch severity {
    case .error: BilingualText(zh: "错误", en: "error")
    case .warning: BilingualText(zh: "警告", en: "warning")
    case .info: BilingualText(zh: "留意，默认不显示", en: "info, not shown unless asked for")
    }
  }

  private static func example(
    _ example: LintExample, _ isChinese: Bool, isMarked: Bool
  ) -> [String] {
    let heading =
      example.isRule ? [] : ["# \(example.path)"]
    return heading
      + (isMarked ? example.text : example.plainText)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}
