package import SourceText

// The forms of `pingcha.yaml`, and of the waivers in it and in the folder of a case.

extension SourceForm {
  /// The project's file.
  ///
  /// - Parameter lint: The section `lint`, whose codes the checks bring along.
  package static func project(lint: SourceValue) -> SourceForm {
    SourceForm(
      "project", words: BilingualText(zh: "项目设置", en: "the project's settings"),
      [
        .may(
          "lint", lint, zh: "规则检查的级别和保留的发现。",
          en: "How grave each finding of `rules lint` is, and which stay."),
        .may(
          "waivers", .list(.form(.waiver)), zh: "豁免：已决定接受的发现。",
          en: "Findings about cases that somebody decided to accept."),
      ])
  }

  /// An entry of `waivers` of the project's file.
  package static let waiver = waiver("waiver", namesCase: true)
  /// An entry of `waivers.yaml`, which stands in the folder of its case.
  package static let caseWaiver = waiver("caseWaiver", namesCase: false)

  private static func waiver(_ name: String, namesCase: Bool) -> SourceForm {
    SourceForm(
      name, words: BilingualText(zh: "豁免", en: "a waiver"),
      [
        .must(
          "rule", .text, zh: "规则编号，或 `编号#检查项`。",
          en: "The id of a rule, or `ID#CHECK` for one of its checks."),
        Key(
          "case", .text, isRequired: namesCase,
          meaning: BilingualText(
            zh: "案号；没有案号的记录写文件路径。",
            en: "The number of the case, or the path of a record without one.")),
        .must("reason", .text, zh: "为什么豁免。", en: "Why it is let pass."),
        .must(
          "approved_by", .text, zh: "由谁批准：机构或职务。", en: "Who approved it: an office or a role."),
        .may(
          "until", .someDay, zh: "有效的最后一天；不写则没有期限。",
          en: "The last day that it holds; one without it has no end."),
      ])
  }
}
