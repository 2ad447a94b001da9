package import SourceText

// The forms of `templates/letters.yaml`: what letters to offices say that no case file holds.

extension SourceForm {
  package static let letters = SourceForm(
    "letters", .letters,
    [
      .must(
        "sender", .form(bilingual("sender", .name)), zh: "评查单位名称。", en: "Who reviews, and signs."),
      .must(
        "number", .form(bilingual("number", .name)), zh: "发文字号，编号前的样子。",
        en: "The number of a letter, before somebody gives it one."),
      .must(
        "rectify", .form(rectify), zh: "收到后整改的期限，按等级。",
        en: "How long an office has to put a finding right, by its severity."),
      .must("object", .text, zh: "收到后提出异议的期限。", en: "How long an office has to object."),
      .must(
        "source", .form(bilingual("source", .reason)), zh: "期限的依据。",
        en: "What the terms rest on."),
    ])

  static let rectify = SourceForm(
    "rectify", .letterTerms,
    [
      .must("fatal", .text, zh: "一票否决的问题。", en: "A fatal finding."),
      .must("major", .text, zh: "重大问题。", en: "A major finding."),
      .must("minor", .text, zh: "一般问题。", en: "A minor finding."),
    ])
}
