internal import Findings
package import SourceText

// The form of `expected.yaml`.

extension SourceForm {
  package static let expectations = SourceForm(
    "expectations",
    words: BilingualText(zh: "案卷的预期结论", en: "what the review of a case must say"),
    CaseExpectations.Key.allCases.map { key in
      let name = key.rawValue
      return switch key {
      case .asOf:
        .may(name, .someDay, zh: "评查截至之日。", en: "The day as of which it is reviewed.")
      case .about:
        .may(name, .form(caseAbout), zh: "本案说明什么。", en: "What the case shows.")
      case .attachments:
        .may(
          name, .oneOrMany(.text), zh: "记录可读时应有的问题代码。",
          en: "Codes of what is wrong with a record that can be read.")
      case .unreadable:
        .may(
          name, .oneOrMany(.text), zh: "记录不可读时应有的问题代码；代替 `rules`。",
          en: "Codes of what makes the record unreadable; in place of `rules`.")
      case .rules:
        .may(
          name, .byRule(.word(Outcome.self)), zh: "各规则的结论；没有列出的为符合或不适用。",
          en: "Outcomes by rule; one that is not listed is satisfied or not applicable.")
      }
    })

  static let caseAbout = SourceForm(
    "about", words: BilingualText(zh: "说明", en: "what a case shows"),
    [
      .must(Language.zh.rawValue, .text, zh: "中文。", en: "In Chinese."),
      .must(Language.en.rawValue, .text, zh: "英文。", en: "In English."),
    ])
}
